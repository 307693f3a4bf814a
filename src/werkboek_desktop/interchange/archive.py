"""A stranger's zip: what it claims is held against the limits before anything is unpacked."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - it is an exception, spelled as a function

from werkboek_desktop.domain import archives
from werkboek_desktop.errors import DocumentDamaged, DocumentLocked, DocumentTooLarge
from werkboek_desktop.interchange import limits

_LOCKED = 0x1


class Archive(NamedTuple):
    """A zip that keeps to the limits. Nothing of it is unpacked before it is asked for."""

    file: ZipFile
    members: Mapping[str, ZipInfo]

    def read(self, name: str) -> bytes:
        """The bytes of an XML part; empty where there is none. Raises DocumentDamaged, DocumentTooLarge."""
        member = self.members.get(name)
        if member is None:
            return b""
        if member.file_size > limits.PART:
            raise DocumentTooLarge(f"bytes in {name}", member.file_size, limits.PART)
        try:
            return self.file.read(member)
        except (BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
            raise DocumentDamaged(name) from error


def open_archive(data: bytes) -> Archive:
    """Reads the directory alone; raises DocumentDamaged, DocumentTooLarge, DocumentLocked."""
    if len(data) > archives.FILE:
        raise DocumentTooLarge("bytes", len(data), archives.FILE)
    try:
        file = ZipFile(BytesIO(data))
        members = file.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise DocumentDamaged from error
    _bound(members)
    named = {member.filename: member for member in members}
    if len(named) != len(members):
        raise DocumentDamaged
    return Archive(file, named)


def _bound(members: Sequence[ZipInfo]) -> None:
    if found := archives.excess((each.filename, each.file_size, each.compress_size) for each in members):
        raise DocumentTooLarge(*found)
    if any(member.flag_bits & _LOCKED for member in members):
        raise DocumentLocked
