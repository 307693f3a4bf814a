"""Ed25519: this computer's own key, and whether somebody else's signature is real."""

import os
from contextlib import suppress
from pathlib import Path

from filelock import FileLock
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from werkboek_desktop.domain.change import Change, signed_message
from werkboek_desktop.domain.ids import Entropy
from werkboek_desktop.errors import OwnKeyDamaged

KEY_FILE = "signing.key"
SEED_BYTES = 32
_SAME_PERSON = b"werkboek key"


class OwnKey:
    """A key that signs. The secret leaves this object only for its file."""

    def __init__(self, seed: bytes) -> None:
        self._key = SigningKey(seed)
        self.public: bytes = bytes(self._key.verify_key)

    def sign(self, message: bytes) -> bytes:
        """64 bytes."""
        return bytes(self._key.sign(message).signature)


def own_key(folder: Path, entropy: Entropy) -> OwnKey:
    """This computer's key, made when missing (32 bytes of entropy); raises OwnKeyDamaged."""
    path = folder / KEY_FILE
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with FileLock(folder / "signing.lock"):
        if not path.exists():
            _create(path, entropy(SEED_BYTES))
    _close(path)
    seed = path.read_bytes()
    if len(seed) != SEED_BYTES:
        raise OwnKeyDamaged(str(path))
    return OwnKey(seed)


def renew_key(folder: Path, entropy: Entropy) -> None:
    """Makes another key this computer's own: somebody else signs with the one it had (32 bytes of entropy)."""
    with FileLock(folder / "signing.lock"):
        _create(folder / KEY_FILE, entropy(SEED_BYTES))


def verify(key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether this public key signed the message."""
    try:
        VerifyKey(key).verify(message, signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def vouch(own: OwnKey, key: bytes) -> bytes:
    """A statement that another key is of the same person."""
    return own.sign(_SAME_PERSON + key)


def verify_vouch(by: bytes, key: bytes, statement: bytes) -> bool:
    """Whether this public key stated that."""
    return verify(by, _SAME_PERSON + key, statement)


def verify_change(change: Change, key: bytes) -> bool:
    """Whether the writer's key sealed this change."""
    return verify(key, signed_message(change.id), change.signature)


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
