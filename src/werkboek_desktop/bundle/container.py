"""The strict zip subset: one spelling for every archive, all of it checked before anything is unpacked."""

import bz2
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from werkboek_desktop.bundle import limits
from werkboek_desktop.domain import archives
from werkboek_desktop.errors import BundleDamaged, BundleTooLarge

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DATE = 0x21  # 1 January 1980
_UNIX = 3 << 8
_PIECE = 1 << 20
_ATTRIBUTES = 0o600 << 16


class Method(IntEnum):
    """How a member is packed."""

    STORED = 0
    DEFLATE = 8
    BZIP2 = 12


class Entry(NamedTuple):
    """A member as the central directory has it; `start` is where its local header begins."""

    name: str
    method: Method
    crc: int
    packed: int
    size: int
    start: int

    def local_header(self) -> bytes:
        """The only local header this member may have."""
        name = self.name.encode("ascii")
        rest = (self.crc, self.packed, self.size, len(name), 0)
        return _LOCAL.pack(b"PK\3\4", self._version(), 0, self.method, 0, _DATE, *rest) + name

    def central_header(self) -> bytes:
        """The only central header this member may have."""
        name = self.name.encode("ascii")
        version = self._version()
        rest = (self.crc, self.packed, self.size, len(name), 0, 0, 0, 0, _ATTRIBUTES, self.start)
        return _CENTRAL.pack(b"PK\1\2", _UNIX | version, version, 0, self.method, 0, _DATE, *rest) + name

    def _version(self) -> int:
        return 46 if self.method is Method.BZIP2 else 20


@dataclass(frozen=True)
class Container:
    """A checked archive in memory. Members are unpacked when asked for."""

    data: bytes
    entries: Mapping[str, Entry]

    def read(self, name: str) -> bytes:
        """A member's bytes, of the length and CRC that the directory gives; raises BundleDamaged."""
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """The same as it is unpacked; whether it is damaged shows at the end."""
        entry = self.entries[name]
        start = entry.start + len(entry.local_header())
        size = crc = 0
        try:
            for piece in _unpacked(entry.method, self.data[start : start + entry.packed], entry.size):
                size += len(piece)
                crc = zlib.crc32(piece, crc)
                yield piece
        except (OSError, zlib.error) as error:
            raise BundleDamaged(name) from error
        if (size, crc) != (entry.size, entry.crc):
            raise BundleDamaged(name)


def open_container(data: bytes) -> Container:
    """Checks the whole structure: the archive must be, byte for byte, what `pack` would make of its members."""
    entries = _directory(data)
    _bound(entries)
    at = 0
    for entry in entries:
        header = entry.local_header()
        if entry.start != at or data[at : at + len(header)] != header:
            raise BundleDamaged(entry.name)
        at += len(header) + entry.packed
    names = {entry.name: entry for entry in entries}
    if data[at:] != _tail(entries, at) or len(names) != len(entries):
        raise BundleDamaged
    return Container(data, names)


def pack(members: Iterable[tuple[str, bytes, Method]]) -> bytes:
    """The archive of these members, in this order; equal input gives equal bytes."""
    pieces: list[bytes] = []
    entries: list[Entry] = []
    at = 0
    for name, content, wanted in members:
        method, packed = _packed(content, wanted)
        entry = Entry(name, method, zlib.crc32(content), len(packed), len(content), at)
        entries.append(entry)
        pieces += (entry.local_header(), packed)
        at += len(pieces[-2]) + len(packed)
    _bound(entries)
    return b"".join((*pieces, _tail(entries, at)))


def _directory(data: bytes) -> list[Entry]:
    if data[-_END.size : 4 - _END.size] != b"PK\5\6":
        raise BundleDamaged
    count, _, at = struct.unpack_from("<H2I", data, len(data) - _END.size + 10)
    if count > limits.MEMBERS:
        raise BundleTooLarge("bestanden erin", count, limits.MEMBERS)
    entries = []
    for _ in range(count):
        entry, at = _entry(data, at)
        entries.append(entry)
    return entries


def _entry(data: bytes, at: int) -> tuple[Entry, int]:
    try:
        fields = _CENTRAL.unpack_from(data, at)
        name = data[at + _CENTRAL.size : at + _CENTRAL.size + fields[10]].decode("ascii")
        crc, packed, size = fields[7:10]
        entry = Entry(name, Method(fields[4]), crc, packed, size, fields[16])
    except (struct.error, ValueError) as error:
        raise BundleDamaged from error
    header = entry.central_header()
    if data[at : at + len(header)] != header:
        raise BundleDamaged
    return entry, at + len(header)


def _tail(entries: Iterable[Entry], at: int) -> bytes:
    headers = [entry.central_header() for entry in entries]
    directory = b"".join(headers)
    return directory + _END.pack(b"PK\5\6", 0, 0, len(headers), len(headers), len(directory), at, 0)


def _bound(entries: Iterable[Entry]) -> None:
    if found := archives.excess((entry.name, entry.size, entry.packed) for entry in entries):
        raise BundleTooLarge(*found)


def _packed(content: bytes, wanted: Method) -> tuple[Method, bytes]:
    packed = _PACK[wanted](content)
    if len(packed) >= len(content) or archives.too_dense(len(content), len(packed)):
        return Method.STORED, content
    return wanted, packed


def _deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def _unpacked(method: Method, packed: bytes, size: int) -> Iterator[bytes]:
    """What is packed, at most a byte more than it should be; raises OSError, zlib.error."""
    if method is Method.STORED:
        yield packed
        return
    unpacker = zlib.decompressobj(-15) if method is Method.DEFLATE else bz2.BZ2Decompressor()
    rest, lacking = packed, size + 1
    while not unpacker.eof and lacking and (piece := unpacker.decompress(rest, min(_PIECE, lacking))):
        rest = b"" if isinstance(unpacker, bz2.BZ2Decompressor) else unpacker.unconsumed_tail
        lacking -= len(piece)
        yield piece
    if not unpacker.eof or unpacker.unused_data:
        raise OSError(size)


_PACK: dict[Method, Callable[[bytes], bytes]] = {
    Method.STORED: lambda content: content,
    Method.DEFLATE: _deflate,
    Method.BZIP2: bz2.compress,
}
