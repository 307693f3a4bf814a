"""Bundles in what mail puts round them: a zip, a saved message, a message in a message. By content, not by name.

Each layer is cut and decoded once, and all that is looked at is counted (docs/limits.md).
"""

import binascii
import re
from email.errors import MessageError
from email.parser import BytesHeaderParser
from io import BytesIO
from itertools import chain, count
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - it is an exception, spelled as a function

from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.source import is_alone, is_mail, is_zip, no_bundle
from werkboek_desktop.domain import archives
from werkboek_desktop.errors import BundleDamaged, BundleTooLarge, NotABundle

_END = re.compile(rb"PK\x05\x06.{8}(?P<size>.{4})", re.DOTALL)
_END_BYTES = 22 + 0xFFFF
_ZIP64 = b"PK\6\7"
_ZIP64_BYTES = 20
_ENCRYPTED = 0x1
_METHODS = (ZIP_STORED, ZIP_DEFLATED)
_BLANK = re.compile(rb"\A\r?\n|\r?\n\r?\n")
_LONGEST_BOUNDARY = 200
_LONGEST_NAME = 100


class Found(NamedTuple):
    """A bundle, maybe locked, and what it is called where it was found; "" where the file is the bundle."""

    name: str
    data: bytes


def bundles(data: bytes) -> list[Found]:
    """All bundles in the bytes of a file; raises NotABundle where there is none, BundleDamaged, BundleTooLarge."""
    search = _Search()
    search.look(data, "", 0)
    if not search.found:
        raise no_bundle(data)
    return search.found


class _Search:
    """What was found so far, and how much was looked at for it."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self._parts = 0
        self._bytes = 0

    def look(self, data: bytes, name: str, depth: int, *, as_mail: bool = False) -> None:
        """Takes what is a bundle, and looks into what may hold one."""
        self._count(len(data))
        if is_alone(data):
            self._take(_plain(name), data)
        elif not (is_zip(data) or is_mail(data) or as_mail):
            return
        elif depth == limits.NESTED:
            raise BundleTooLarge("lagen om een pakket", depth + 1, limits.NESTED)
        elif is_zip(data):
            self._look_in_zip(data, depth + 1)
        else:
            self._look_in_mail(data, depth + 1)

    def _count(self, size: int) -> None:
        self._parts += 1
        self._bytes += size
        if self._parts > limits.PARTS:
            raise BundleTooLarge("delen erin", self._parts, limits.PARTS)
        if self._bytes > limits.UNPACKED:
            raise BundleTooLarge("bytes uitgepakt", self._bytes, limits.UNPACKED)

    def _take(self, name: str, data: bytes) -> None:
        """Each has a name of its own."""
        taken = {each.name for each in self.found}
        stem, dot, ending = name.rpartition(".") if "." in name else (name, "", "")
        names = chain([name], (f"{stem} ({at}){dot}{ending}".strip() for at in count(2)))
        self.found.append(Found(next(each for each in names if each not in taken), data))
        if len(self.found) > limits.BUNDLES:
            raise BundleTooLarge("pakketten erin", len(self.found), limits.BUNDLES)

    def _look_in_zip(self, data: bytes, depth: int) -> None:
        if not _has_small_directory(data):
            return
        try:
            with ZipFile(BytesIO(data)) as archive:
                members = archive.infolist()
                if excess := archives.excess((each.filename, each.file_size, each.compress_size) for each in members):
                    raise BundleTooLarge(*excess)
                for member in members:
                    self._look_in_member(archive, member, depth)
        except (BadZipFile, ZlibError, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise BundleDamaged from error

    def _look_in_member(self, archive: ZipFile, member: ZipInfo, depth: int) -> None:
        if member.compress_type not in _METHODS:
            return
        if member.flag_bits & _ENCRYPTED:
            raise NotABundle("een zip-bestand met een wachtwoord")
        with archive.open(member) as file:
            start = file.read(limits.MAIL_HEADER)  # by which one sees what it is
            if is_alone(start) or is_zip(start) or is_mail(start):
                self.look(start + file.read(), member.filename, depth)
            else:
                self._count(len(start))

    def _look_in_mail(self, data: bytes, depth: int) -> None:
        blank = _BLANK.search(data, 0, limits.MAIL_HEADER)
        if blank is None:
            return
        head = _head(data[: blank.start() + 1])
        body = data[blank.end() :]
        if head.kind.startswith("multipart/"):
            for each in _cut(body, head.boundary):
                self._look_in_part(each, depth)
        else:
            self.look(_decoded(body, head.encoding), head.name, depth, as_mail=head.kind == "message/rfc822")

    def _look_in_part(self, data: bytes, depth: int) -> None:
        """A part is a message without what makes one sure of it."""
        self._count(0)
        if depth == limits.NESTED:
            raise BundleTooLarge("lagen om een pakket", depth + 1, limits.NESTED)
        self._look_in_mail(data, depth + 1)


class _Head(NamedTuple):
    """What the header of a message, or of a part of one, says of what comes behind it."""

    kind: str = ""
    boundary: str = ""
    encoding: str = ""
    name: str = ""


def _head(data: bytes) -> _Head:
    """Nothing for a header at which Python's parser fails, which it does in ways of its own."""
    try:
        part = BytesHeaderParser().parsebytes(data)
        encoding = str(part.get("content-transfer-encoding", "")).strip().lower()
        return _Head(part.get_content_type(), str(part.get_boundary() or ""), encoding, str(part.get_filename() or ""))
    except (ValueError, LookupError, TypeError, AttributeError, MessageError):
        return _Head()


def _has_small_directory(data: bytes) -> bool:
    """Whether the directory can be read before anything in it is counted."""
    at = data.rfind(b"PK\5\6", -_END_BYTES)
    end = _END.match(data, at) if at >= 0 else None
    is_small = end is not None and int.from_bytes(end["size"], "little") <= limits.DIRECTORY
    return is_small and not data.startswith(_ZIP64, max(0, at - _ZIP64_BYTES))


def _cut(body: bytes, boundary: str) -> list[bytes]:
    """The parts between the boundaries; what stands before the first and behind the last is for nobody."""
    if not 0 < len(boundary) <= _LONGEST_BOUNDARY:
        return []
    line = re.escape(b"--" + boundary.encode("utf-8", "surrogateescape"))
    between = re.compile(rb"(?:\A|\r?\n)" + line + rb"(?:--)?[ \t]*\r?(?=\n|\Z)")
    return [part.removeprefix(b"\n") for part in between.split(body, limits.PARTS + 1)[1:]]


def _decoded(body: bytes, encoding: str) -> bytes:
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body)
    if encoding != "base64":
        return body
    try:
        return binascii.a2b_base64(body)
    except binascii.Error as error:
        raise BundleDamaged("bijlage van de mail") from error


def _plain(name: str) -> str:
    """The last part of a stranger's path, to show."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(each for each in last if each.isprintable())[:_LONGEST_NAME]
