"""From a path to bytes, and what they are: by content, not by name, and never by opening what is no plain file."""

import re
import stat
from pathlib import Path

from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.envelope import is_locked
from werkboek_desktop.errors import BundleTooLarge, NotABundle, UnreadableFile, WrappedByOutlook

BUNDLE_START = b"PK\3\4"
_MIMETYPE_AT = 30
_FIELD = re.compile(rb"(?:From [^\n]*\n)?[A-Za-z][A-Za-z0-9-]{0,60}:")
_MIME = re.compile(rb"^(?:mime-version|content-type):", re.IGNORECASE | re.MULTILINE)

_OFFICE = b"\xd0\xcf\x11\xe0"
_PART_OF_MESSAGE = "__substg1.0_".encode("utf-16-le")
_WRAPPED_BY_OUTLOOK = b"\x78\x9f\x3e\x22"

_SEEMS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "een PDF"),
    (b"PK", "een zip-, Word- of Excel-bestand"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"GIF8", "een afbeelding"),
    (b"RIFF", "een afbeelding of opname"),
    (b"II*\0", "een afbeelding"),
    (b"MM\0*", "een afbeelding"),
    (_OFFICE, "een oud Office-bestand"),
    (b"SQLite format 3\0", "een werkboek of een andere database"),
    (b"\x1f\x8b", "een ingepakt bestand"),
    (b"7z\xbc\xaf", "een ingepakt bestand"),
)


def load(path: Path) -> bytes:
    """The bytes of a plain file, whatever it is; raises UnreadableFile, NotABundle, BundleTooLarge."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise NotABundle("een map" if stat.S_ISDIR(status.st_mode) else "een apparaat of een doorgeefpunt")
        with path.open("rb") as file:
            data = file.read(limits.FILE + 1)
    except OSError as error:
        raise UnreadableFile(path) from error
    if len(data) > limits.FILE:
        if is_alone(data) or is_zip(data) or is_mail(data):
            raise BundleTooLarge("bytes", status.st_size, limits.FILE)
        raise no_bundle(data)
    return data


def is_bundle(data: bytes) -> bool:
    """Whether this starts as a bundle does; whether it is sound is another question."""
    return data.startswith(BUNDLE_START) and data[_MIMETYPE_AT : _MIMETYPE_AT + 8] == b"mimetype"


def is_alone(data: bytes) -> bool:
    """Whether this is a bundle itself, maybe locked, and nothing that holds some."""
    return is_bundle(data) or is_locked(data)


def is_zip(data: bytes) -> bool:
    """Whether this starts as any zip does."""
    return data.startswith(b"PK\3\4")


def is_of_outlook(data: bytes) -> bool:
    """Whether this starts as a message of Outlook or what it wraps does; an old document of Office does so too."""
    return data.startswith((_OFFICE, _WRAPPED_BY_OUTLOOK))


def is_mail(data: bytes) -> bool:
    """Whether this starts as a saved message does."""
    start = data[: limits.MAIL_HEADER]
    return _FIELD.match(start) is not None and _MIME.search(start) is not None


def no_bundle(data: bytes) -> NotABundle:
    """What these bytes are instead, and how a bundle comes out of them."""
    if data.startswith(_OFFICE) and _PART_OF_MESSAGE in data:
        return WrappedByOutlook(
            "een Outlook-bericht",
            "Open het in Outlook, bewaar de bijlage die op .wbx of .zip eindigt, en kies die.",
        )
    if data.startswith(_WRAPPED_BY_OUTLOOK):
        return WrappedByOutlook(
            "een bijlage die Outlook zelf inpakte (winmail.dat)",
            "Vraag de afzender om de mail als HTML of platte tekst te sturen, of om een zip met het pakket erin.",
        )
    return NotABundle(_seems(data))


def _seems(data: bytes) -> str:
    """What these bytes are instead, in Dutch and with an article."""
    if not data:
        return "een leeg bestand"
    for start, what in _SEEMS:
        if data.startswith(start):
            return what
    if is_mail(data):
        return "een mail zonder pakket erin"
    try:
        data.decode()
    except UnicodeDecodeError:
        return "een onbekend bestand"
    return "een tekstbestand"
