"""What a file is, by its content, and its text. Names and endings say nothing."""

import re
from enum import StrEnum

from werkboek_desktop.errors import DocumentLocked, DocumentTooLarge
from werkboek_desktop.interchange import limits, odt
from werkboek_desktop.interchange.archive import open_archive
from werkboek_desktop.interchange.document import Document
from werkboek_desktop.interchange.docx import parts
from werkboek_desktop.interchange.docx import reading as docx

_PDF = b"%PDF-"
_ZIP = b"PK\3\4"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MIMETYPE_AT = 38
_END = b"PK\5\6"
_DIRECTORY_AT = 16
_TEXT = re.compile(rb"word/document\d*\.xml")


class Format(StrEnum):
    """What can be read here."""

    DOCX = "Word"
    ODT = "LibreOffice"
    PDF = "PDF"
    LOCKED = "locked"


def format_of(data: bytes) -> Format | None:
    """Which of them this is; None: something else."""
    if data.startswith(_OLE) and _LOCKED in data:
        return Format.LOCKED
    if data.startswith(_PDF):
        return Format.PDF
    if not data.startswith(_ZIP):
        return None
    if data[_MIMETYPE_AT:].startswith(odt.MIMETYPE):
        return Format.ODT
    at = _directory(data)
    return Format.DOCX if _TEXT.search(data, at) and data.find(parts.TYPES.encode(), at) >= 0 else None


def _directory(data: bytes) -> int:
    """Where the names of its own members begin: those of a document that lies in it count for nothing."""
    end = data.rfind(_END)
    return int.from_bytes(data[end + _DIRECTORY_AT : end + _DIRECTORY_AT + 4], "little") if end >= 0 else 0


def read(data: bytes) -> Document:
    """The text of a document; raises a Refusal."""
    format_ = format_of(data)
    if format_ is Format.LOCKED:
        raise DocumentLocked
    document = _filled(data) if format_ is Format.PDF else _unpacked(data, format_)
    characters = sum(len(paragraph.text) for paragraph in document.paragraphs)
    if characters > limits.CHARACTERS:
        raise DocumentTooLarge("tekens", characters, limits.CHARACTERS)
    return document


def _filled(data: bytes) -> Document:
    from werkboek_desktop.interchange import pdf  # pypdf: whoever reads something else need not wait for it

    return pdf.read(data)


def _unpacked(data: bytes, format_: Format | None) -> Document:
    archive = open_archive(data)
    return odt.read(archive) if format_ is Format.ODT else docx.read(archive)
