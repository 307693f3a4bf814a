"""The 32 bytes this computer signs with: in the app's folder if they lie there, else in the keyring of the system.

A folder that is not the app's own place, as on a stick, takes its key along: there it is always a file. What a keyring
answers is never in the way: where it cannot or may not be asked, a new key is made in the file, which is then the key.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from werkboek_desktop.domain.ids import Entropy
from werkboek_desktop.errors import OwnKeyDamaged

if TYPE_CHECKING:
    from concurrent.futures import Future

    from keyring.backend import KeyringBackend

KEY_FILE = "signing.key"
SEED_BYTES = 32
SERVICE = "werkboek-desktop"
PATIENCE = 300.0
"""Seconds in which a person can answer the question of their keyring; who does not look at the screen gets a file."""
_RECOMMENDED = 1
"""The least priority of a keyring that keeps secrets: those that refuse, forget or write them openly have less."""


class OwnSecret:
    """Of one folder. A keyring is asked once after each renewal, a file each time: it may have been replaced."""

    def __init__(self, folder: Path, entropy: Entropy, *, in_keyring: bool) -> None:
        self._folder = folder
        self._path = folder / KEY_FILE
        self._entropy = entropy
        self._in_keyring = in_keyring
        self._renewed = folder / "signing.renewed"
        """One letter longer each time another key took the place of that in the keyring: others asked before."""
        self._sought: Future[bytes] | None = None
        self._sought_at = b""
        self._guard = Lock()

    def is_here(self, within: float = 0.0) -> bool:
        """Whether it can be had without waiting; if not it is sought beside whoever asks."""
        if not self._in_keyring or self._path.exists():
            return True
        with suppress(TimeoutError):
            self._seek().exception(within)
            return True
        return False

    def seed(self) -> bytes:
        """It, made when missing (32 bytes of entropy); waits for a keyring. Raises OwnKeyDamaged, OSError."""
        if self._path.exists():
            return self._in_file()
        if not self._in_keyring:
            return self._found_or_made()
        try:
            return self._seek().result()
        except Exception:
            self._sought = None  # a disk that was full may have room the next time
            raise

    def renew(self) -> None:
        """Puts another one in its place (32 bytes of entropy)."""
        from filelock import FileLock

        with FileLock(self._folder / "signing.lock"):
            fresh = self._entropy(SEED_BYTES)
            if self._in_keyring and not self._path.exists() and _is_taken(self._folder, fresh):
                self._renewed.write_bytes(self._renewals() + b".")
            else:
                _create(self._path, fresh)

    def _seek(self) -> "Future[bytes]":
        with self._guard:
            last = self._renewals()
            if self._sought is None or self._sought_at != last:
                self._sought, self._sought_at = _beside(self._found_or_made), last
            return self._sought

    def _renewals(self) -> bytes:
        """As much as there were."""
        return self._renewed.read_bytes() if self._renewed.exists() else b""

    def _found_or_made(self) -> bytes:
        """One process at a time, so that the window and the command line make one between them."""
        from filelock import FileLock  # the first list is on screen without it

        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(self._folder / "signing.lock"):
            if not self._path.exists():
                seed = self._entropy(SEED_BYTES)
                if self._in_keyring and (kept := _kept(self._folder, seed)):
                    return kept
                _create(self._path, seed)
        return self._in_file()

    def _in_file(self) -> bytes:
        _close(self._path)
        seed = self._path.read_bytes()
        if len(seed) != SEED_BYTES:
            raise OwnKeyDamaged(str(self._path))
        return seed


def _kept(folder: Path, fresh: bytes) -> bytes | None:
    """What the keyring holds for this folder, or else the fresh one if it takes that; None: it gives nothing."""

    def ask() -> bytes | None:
        return _held(_keyring(), str(folder))

    try:
        held = _beside(ask).result(PATIENCE)
    except Exception:  # whatever a keyring does wrong, there is a file
        return None
    if held is None:
        return fresh if _is_taken(folder, fresh) else None
    return held


def _is_taken(folder: Path, seed: bytes) -> bool:
    """Whether the keyring holds it from now on."""

    def give() -> bool:
        keyring = _keyring()
        keyring.set_password(SERVICE, str(folder), seed.hex())
        return _held(keyring, str(folder)) == seed

    try:
        return _beside(give).result(PATIENCE)
    except Exception:  # the same
        return False


def _held(keyring: "KeyringBackend", name: str) -> bytes | None:
    """Raises ValueError where something lies there that is no key: it is left alone."""
    held = keyring.get_password(SERVICE, name)
    if held is None:
        return None
    seed = bytes.fromhex(held)
    if len(seed) != SEED_BYTES:
        raise ValueError
    return seed


def _keyring() -> "KeyringBackend":
    """The one that the system recommends; raises NoKeyringError."""
    import keyring  # a tenth of a second and more, and only where no file holds the key
    from keyring.backends.chainer import ChainerBackend
    from keyring.errors import NoKeyringError

    found = keyring.get_keyring()
    for each in found.backends if isinstance(found, ChainerBackend) else [found]:
        if each.priority >= _RECOMMENDED:
            return each
    raise NoKeyringError


def _beside[Answer](work: Callable[[], Answer]) -> "Future[Answer]":
    """In a thread that the program does not wait for when it ends: a question may stay open for ever."""
    from concurrent.futures import Future  # with logging behind it, and seldom needed

    answer: Future[Answer] = Future()

    def run() -> None:
        try:
            answer.set_result(work())
        except BaseException as error:
            answer.set_exception(error)

    Thread(target=run, daemon=True).start()
    return answer


def _close(path: Path) -> None:
    """Keeps others out, where the system has rights and somebody opened it to them."""
    if os.name == "posix" and path.stat().st_mode & 0o077:
        with suppress(OSError):  # a file system without rights, as on a stick
            path.chmod(0o600)


def _create(path: Path, seed: bytes) -> None:
    scratch = path.with_suffix(".new")
    scratch.unlink(missing_ok=True)
    scratch.touch(mode=0o600, exist_ok=False)
    with scratch.open("wb") as file:
        file.write(seed)
        file.flush()
        os.fsync(file.fileno())
    scratch.replace(path)
