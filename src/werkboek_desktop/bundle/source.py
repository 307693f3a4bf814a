"""From a path to bytes: by content, not by name, and never by opening what is no plain file."""

import stat
from pathlib import Path

from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.envelope import is_locked
from werkboek_desktop.errors import BundleTooLarge, NotABundle, UnreadableFile

BUNDLE_START = b"PK\3\4"
_MIMETYPE_AT = 30

_SEEMS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "een PDF"),
    (b"PK", "een zip-, Word- of Excel-bestand"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"GIF8", "een afbeelding"),
    (b"RIFF", "een afbeelding of opname"),
    (b"II*\0", "een afbeelding"),
    (b"MM\0*", "een afbeelding"),
    (b"\xd0\xcf\x11\xe0", "een oud Office-bestand of een Outlook-bericht"),
    (b"SQLite format 3\0", "een werkboek of een andere database"),
    (b"\x1f\x8b", "een ingepakt bestand"),
    (b"7z\xbc\xaf", "een ingepakt bestand"),
)


def load(path: Path) -> bytes:
    """A bundle's bytes, maybe still locked; raises UnreadableFile, NotABundle, BundleTooLarge."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotABundle("een map" if stat.S_ISDIR(status.st_mode) else "een apparaat of een doorgeefpunt")
        with path.open("rb") as file:
            data = file.read(limits.FILE + 1)
    except OSError as error:
        raise UnreadableFile(path) from error
    if not (is_locked(data) or is_bundle(data)):
        raise NotABundle(_seems(data))
    if len(data) > limits.FILE:
        raise BundleTooLarge("bytes", status.st_size, limits.FILE)
    return data


def is_bundle(data: bytes) -> bool:
    """Whether this starts as a bundle does; whether it is sound is another question."""
    return data.startswith(BUNDLE_START) and data[_MIMETYPE_AT : _MIMETYPE_AT + 8] == b"mimetype"


def _seems(data: bytes) -> str:
    if not data:
        return "een leeg bestand"
    for start, what in _SEEMS:
        if data.startswith(start):
            return what
    try:
        data.decode()
    except UnicodeDecodeError:
        return "een onbekend bestand"
    return "een tekstbestand"
