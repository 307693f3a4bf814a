"""One connection to a project file, by plain sqlcipher3: what the first list is read with before SQLAlchemy loads."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from werkboek_desktop.checkpoint import checkpoint
from werkboek_desktop.errors import Busy, Cancelled, DamagedProject, NewerProject, NotAProject, NotSaved, ProjectMissing

type Connection = Any
"""A sqlcipher3 connection: the library has no types."""

APPLICATION_ID = 0x5742_4B31
VERSION = 1
"""The schema this program writes; a file with a higher one is left alone."""
KEY_BYTES = 32
AWHILE = 100_000
"""Instructions of SQLite between two points at which a long statement may wait or be given up: about a millisecond."""

_PRAGMAS = (
    "busy_timeout = 5000",
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "cache_size = -4000",  # KiB; with twice that nothing is faster, for the system keeps the file in memory too
    "synchronous = FULL",
)
_ESCAPES = str.maketrans({"%": "%25", "?": "%3F", "#": "%23"})
"""What an address of a file may not hold as it is."""
INTERRUPTED = "interrupted"
"""What SQLite says of a statement that was ended at such a point."""
_NOT_SAVED = ("disk is full", "readonly database", "disk I/O error")


def connect(path: Path | None, key: bytes | None = None, *, read_only: bool = False) -> Connection:
    """Opens a file (None: in memory). `key` is 32 raw bytes. A read-only connection changes no byte of the file."""
    address = _address(path.resolve(), read_only=read_only) if path else ":memory:"
    connection = dbapi2.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    try:
        unlock(connection, key)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.set_progress_handler(_is_given_up, AWHILE)
    except BaseException:
        connection.close()
        raise
    return connection


def _is_given_up() -> bool:
    try:
        checkpoint()
    except Cancelled:
        return True
    return False


def _address(path: Path, *, read_only: bool) -> str:
    mode = "ro" if read_only else "rw"
    # Where nothing can be written beside the file, as on a locked stick, nobody else is writing either.
    alone = "&immutable=1" if read_only and not os.access(path.parent, os.W_OK) and not _log(path).exists() else ""
    return f"file:{str(path).translate(_ESCAPES)}?mode={mode}{alone}"


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def tidy(path: Path, key: bytes | None = None) -> None:
    """Takes away what SQLite laid beside a file that was only read, unless somebody is working in it."""
    with suppress(OSError, dbapi2.Error):
        if _log(path).stat().st_size == 0:
            connection = connect(path, key)  # the last one that may write takes it along
            try:
                connection.execute("PRAGMA user_version").fetchone()
            finally:
                connection.close()


def compact(path: Path, key: bytes | None = None) -> None:
    """Writes the file anew without what was deleted in it, and empties its log; raises Busy."""
    with refusals(path):
        connection = connect(path, key)
        try:
            connection.execute("VACUUM")
            (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            connection.close()
    if busy:
        raise Busy(path)


def unlock(connection: Connection, key: bytes | None) -> None:
    """Gives a connection its key, before anything else is asked of it."""
    if key is not None:
        if len(key) != KEY_BYTES:
            raise ValueError(f"a key has {KEY_BYTES} bytes")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")


def identify(connection: Connection, path: Path) -> int:
    """The schema version of a project; raises NotAProject or NewerProject."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise NotAProject(path)
    if version > VERSION:
        raise NewerProject(path)
    return int(version)


def identify_file(path: Path, key: bytes | None = None) -> int:
    """The same for a file, which is left as it is, to the byte."""
    if not path.exists():
        raise ProjectMissing(path)
    with refusals(path):
        connection = connect(path, key, read_only=True)
        try:
            return identify(connection, path)
        finally:
            connection.close()
            tidy(path, key)


def may_write(path: Path, key: bytes | None = None) -> bool:
    """Whether a file that is there can be written in; asking changes not one byte of it."""
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return False
    try:
        connection = connect(path, key)
        try:
            connection.execute("PRAGMA busy_timeout = 0")  # who writes now proves that one may
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        finally:
            connection.close()
    except dbapi2.Error as error:
        return not isinstance(refusal_for(error, path), NotSaved)
    return True


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Turns what SQLite and the disk report into something a person can act on."""
    try:
        yield
    except dbapi2.Error as error:
        refusal = refusal_for(error, path)
        if refusal is None:
            raise
        raise refusal from error


def refusal_for(error: BaseException, path: Path) -> BaseException | None:
    """The refusal that an error of SQLite stands for; None for a defect of ours.

    A key that ends the program is heard in the midst of a statement too, and ends it still.
    """
    text = str(error)
    if text == INTERRUPTED:
        return Cancelled() if _is_given_up() else KeyboardInterrupt()
    if "locked" in text:
        return Busy(path)
    if any(sign in text for sign in _NOT_SAVED):
        return NotSaved(path, text)
    if "not a database" in text or "unable to open" in text:
        return NotAProject(path)
    if "malformed" in text:
        return DamagedProject(path)
    return None
