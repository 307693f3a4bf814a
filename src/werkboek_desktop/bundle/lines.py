"""One change as a line of changes.jsonl: a canonical JSON array that leaves out what the line before says already."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, NamedTuple

from pydantic import ConfigDict, Field, TypeAdapter

from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.canonical import check_line, encode, is_spelling
from werkboek_desktop.bundle.manifest import Count, Hex16, Hex32, Moment
from werkboek_desktop.domain.change import MAX_PARENTS
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.errors import BundleDamaged, BundleTooLarge

DERIVED = 0
"""`prev` of a line: the change in this bundle of the same writer with seq − 1, or none for seq 1."""

type Word = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
type Index = Annotated[int, Field(ge=0, lt=limits.CHANGES)]
type Offset = Annotated[int, Field(ge=1, lt=limits.CHANGES)]
type _SameField = tuple[()]
type _SameRecord = tuple[Word | None, ValueType | None]
type _NewRecord = tuple[Word, Hex16, Hex16 | None, Word | None, ValueType | None]
type _Key = _SameField | _SameRecord | _NewRecord
type _Prev = Annotated[int, Field(ge=DERIVED, le=DERIVED)] | Hex32 | None
type _Parents = Annotated[list[Offset | Hex32], Field(max_length=MAX_PARENTS)]
type _Edit = tuple[_Key, Index, Count, _Prev, _Parents, Count, Moment, Index | None, Any]
type _Other = tuple[_Key, Index, Count, _Prev, _Parents, Count, Moment, Index | None, Any, Word, Count, Count]

_ADAPTER: TypeAdapter[tuple[Any, ...]] = TypeAdapter(
    Annotated[_Edit | _Other, Field(union_mode="left_to_right")], config=ConfigDict(strict=True)
)
_USUAL = ("edit", 1, 1)


class Key(NamedTuple):
    """What a line is about."""

    kind: str
    record: RecordId
    owner: RecordId | None
    field: str | None
    type: ValueType | None


class Line(NamedTuple):
    """A line with its key in full: `writer` and `author` are indexes, a parent is a number of lines back or an id."""

    key: Key
    writer: int
    seq: int
    prev: ChangeId | int | None
    parents: list[int | ChangeId]
    depth: int
    time: int
    author: int | None
    value: Any
    op: str
    format: int
    rule: int


def encode_lines(lines: Iterable[Line]) -> bytes:
    """changes.jsonl; raises BundleTooLarge."""
    encoded: list[bytes] = []
    before: Key | None = None
    pieces = 0
    for line in lines:
        pieces = _counted(pieces, line)
        usual = line[9:] == _USUAL
        text = encode((_short(line.key, before), *(line[1:9] if usual else line[1:]))).encode()
        _check_size(text, line.value, "een regel")
        encoded.append(text + b"\n")
        before = line.key
    if len(encoded) > limits.CHANGES:
        raise BundleTooLarge("wijzigingen", len(encoded), limits.CHANGES)
    return b"".join(encoded)


def decode_lines(pieces: Iterable[bytes]) -> Iterator[Line]:
    """The lines, each its own canonical form, from what follows one another; raises BundleDamaged, BundleTooLarge."""
    before: Key | None = None
    counted = 0
    for number, data in enumerate(_split(pieces), 1):
        line = _decode(data, before, f"regel {number}")
        counted = _counted(counted, line)
        yield line
        before = line.key


def _split(pieces: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    count = 0
    for piece in pieces:
        count += piece.count(b"\n")
        if count > limits.CHANGES:
            raise BundleTooLarge("wijzigingen", count, limits.CHANGES)
        *lines, rest = (rest + piece).split(b"\n")
        yield from lines
        if len(rest) >= limits.LINE:
            raise BundleTooLarge("bytes in een regel", len(rest), limits.LINE)
    if rest:
        raise BundleDamaged("changes.jsonl")


def _decode(data: bytes, before: Key | None, where: str) -> Line:
    if len(data) >= limits.LINE:
        raise BundleTooLarge(f"bytes in {where}", len(data) + 1, limits.LINE)
    check_line(data, where)
    try:
        parsed = _ADAPTER.validate_json(data)
        exact = is_spelling(data, parsed)
    except ValueError as error:
        raise BundleDamaged(where) from error
    _check_size(data, parsed[8], where)
    key = _full(parsed[0], before)
    if not exact or key is None or parsed[0] != _short(key, before) or parsed[9:] == _USUAL:
        raise BundleDamaged(where)
    return Line(key, *parsed[1:9], *(parsed[9:] or _USUAL))


def _check_size(data: bytes, value: Any, where: str) -> None:
    """Its value leaves room for the rest, which another bundle may have to spell at greater length."""
    if len(data) >= limits.LINE:
        raise BundleTooLarge(f"bytes in {where}", len(data) + 1, limits.LINE)
    if len(data) > limits.VALUE and (size := len(encode(value).encode())) > limits.VALUE:
        raise BundleTooLarge("bytes in een waarde", size, limits.VALUE)


def _counted(before: int, line: Line) -> int:
    """The parents, elements and pieces of deltas up to this line; raises BundleTooLarge."""
    pieces = before + len(line.parents) + (len(line.value) if isinstance(line.value, list | tuple) else 0)
    if pieces > limits.PIECES:
        raise BundleTooLarge("onderdelen in alle regels", pieces, limits.PIECES)
    return pieces


def _short(key: Key, before: Key | None) -> tuple[object, ...]:
    if before is None or key[:3] != before[:3]:
        return key
    return () if key[3:] == before[3:] else key[3:]


def _full(short: tuple[Any, ...], before: Key | None) -> Key | None:
    if len(short) == len(Key._fields):
        return Key(*short)
    if before is None or not short:
        return before
    return Key(*before[:3], *short)
