"""Whole copies of a project file: never half of one, whatever goes wrong."""

import os
from pathlib import Path
from uuid import uuid4

from werkboek_desktop.errors import DamagedProject, FileExists
from werkboek_desktop.store.connection import connect, identify, refusals, tidy

_PART = ".deel"


def copy_file(source: Path, target: Path, key: bytes | None = None) -> None:
    """Copies what is committed in a project file to a new file, tightly packed, and looks whether that can be read.

    Raises:
        FileExists, DamagedProject, NotSaved: there is no target then.
    """
    if target.exists():
        raise FileExists(target)
    part = target.with_name(f"{target.name}.{uuid4().hex}{_PART}")
    try:
        with refusals(target):
            _vacuum(source, part, key)
            _look_at(part, source, key)
        _sync(part)
        part.rename(target)
        _sync(target.parent)
    finally:
        part.unlink(missing_ok=True)


def parts(folder: Path) -> list[Path]:
    """What copies that are being made, or were when their program was killed, left in a folder."""
    return list(folder.glob(f"*{_PART}*"))


def _vacuum(source: Path, target: Path, key: bytes | None) -> None:
    connection = connect(source, key, read_only=True)
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()
        tidy(source, key)


def _look_at(copy: Path, source: Path, key: bytes | None) -> None:
    connection = connect(copy, key, read_only=True)
    try:
        identify(connection, source)
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise DamagedProject(source)
    finally:
        connection.close()


def _sync(path: Path) -> None:
    """The bytes of a file, or the names in a folder, are on the disk when this returns."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def move_aside(path: Path) -> None:
    """Takes the leftovers of an earlier file of this name away: SQLite would read them into the new one."""
    for ending in ("-wal", "-shm"):
        stale = path.with_name(path.name + ending)
        if stale.exists():
            stale.replace(stale.with_name(f"{stale.name}.oud"))


def write_ahead(path: Path, key: bytes | None = None) -> None:
    """Makes readers and the writer of a file not wait for each other, for as long as it lives."""
    connection = connect(path, key)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()
