"""From lines to changes: what a line is built on (prev, parents) comes first, for ids and deltas follow from it."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from werkboek_desktop.bundle import delta, limits
from werkboek_desktop.bundle.lines import DERIVED, Line
from werkboek_desktop.bundle.manifest import Tables
from werkboek_desktop.bundle.progress import Progress, watched
from werkboek_desktop.domain.change import SALT_BYTES, Body, Change, Header, Op
from werkboek_desktop.domain.ids import ChangeId, WriterId
from werkboek_desktop.domain.values import PROSE_CHARACTERS, BadValue, Value, ValueType, check, from_json
from werkboek_desktop.errors import BundleDamaged, BundleTooLarge

SIGNATURE_BYTES: Final = 64
SEAL_BYTES: Final = SIGNATURE_BYTES + SALT_BYTES
NO_SALT: Final = bytes(SALT_BYTES)
_HEX: Final = frozenset("0123456789abcdef")

type _Hashed = tuple[Body | None, str | None]
"""A body with its hash, as the header has it; without a body that of what was destroyed."""


class Assembly:
    """The changes of one bundle while they are built. Raises BundleDamaged, BundleTooLarge.

    Values are made and hashed as the lines come in, for a delta is of a line above it; a header names lines below too.
    """

    def __init__(self, lines: Iterable[Line], tables: Tables, writers: Sequence[WriterId], seals: bytes) -> None:
        self._tables = tables
        self._writers = writers
        self._seals = seals
        self._expanded = 0
        self._lines: list[Line] = []
        self._bodies: list[_Hashed] = []
        for at, line in enumerate(lines):
            self._lines.append(line)
            self._bodies.append(self._body(at, line))
        if len(seals) != len(self._lines) * SEAL_BYTES:
            raise BundleDamaged("seals")
        self._streams = streams((line.writer, line.seq) for line in self._lines)
        self._changes: list[Change | None] = [None] * len(self._lines)

    def changes(self, progress: Progress | None) -> tuple[Change, ...]:
        """All of them, in the order of the lines."""
        order = _order([self._built_on(at, line) for at, line in enumerate(self._lines)])
        for at in watched(order, len(order), "Samenstellen", progress):
            self._changes[at] = self._build(at, self._lines[at])
        built = tuple(self._change(at) for at in range(len(self._lines)))
        self._check_spelling(built)
        return built

    def _change(self, at: int) -> Change:
        change = self._changes[at]
        assert change is not None
        return change

    def _built_on(self, at: int, line: Line) -> list[int]:
        parents = [at - parent for parent in line.parents if isinstance(parent, int)]
        if line.writer >= len(self._writers) or min(parents, default=0) < 0:
            raise _damaged(at)
        prev = self._derived_prev(at, line)
        return parents if prev is None else [*parents, prev]

    def _derived_prev(self, at: int, line: Line) -> int | None:
        if line.prev != DERIVED or line.seq == 1:
            return None
        prev = self._streams.get((line.writer, line.seq - 1))
        if prev is None:
            raise _damaged(at)
        return prev

    def _build(self, at: int, line: Line) -> Change:
        body, value_hash = self._bodies[at]
        header = Header(
            op=line.op,
            scope=self._tables.writers[line.writer].scope,
            kind=line.key.kind,
            record=line.key.record,
            owner=line.key.owner,
            field=line.key.field,
            type=line.key.type,
            writer=self._writers[line.writer],
            seq=line.seq,
            prev=self._prev(at, line),
            parents=self._parents(at, line),
            depth=line.depth,
            time=line.time,
            author=self._author(at, line),
            format=line.format,
            rule=line.rule,
            value_hash=value_hash,
        )
        if not _well_formed(header):
            raise _damaged(at)
        return Change(header, body, self._seal(at)[:SIGNATURE_BYTES])

    def _seal(self, at: int) -> bytes:
        return self._seals[at * SEAL_BYTES : (at + 1) * SEAL_BYTES]

    def _prev(self, at: int, line: Line) -> ChangeId | None:
        if line.prev != DERIVED:
            return line.prev if isinstance(line.prev, str) else None
        prev = self._derived_prev(at, line)
        return None if prev is None else self._change(prev).id

    def _parents(self, at: int, line: Line) -> tuple[ChangeId, ...]:
        parents = tuple(p if isinstance(p, str) else self._change(at - p).id for p in line.parents)
        if any(a >= b for a, b in pairwise(parents)):
            raise _damaged(at)
        return parents

    def _author(self, at: int, line: Line) -> str | None:
        if line.author is None:
            return None
        if line.author >= len(self._tables.authors):
            raise _damaged(at)
        return self._tables.authors[line.author]

    def _body(self, at: int, line: Line) -> _Hashed:
        salt = self._seal(at)[SIGNATURE_BYTES:]
        if isinstance(line.value, dict) and line.value.keys() == {"hash"}:
            if salt != NO_SALT or not _is_hash(line.value["hash"]):
                raise _damaged(at)
            return None, line.value["hash"]
        if line.key.type is None:
            raise _damaged(at)
        try:
            body = Body(salt, self._value(at, line, line.key.type))
        except ValueError as error:
            raise _damaged(at) from error
        return body, body.hash()

    def _value(self, at: int, line: Line, type_: ValueType) -> Value:
        if type_ is not ValueType.PROSE:
            return from_json(type_, line.value)
        text = self._text(at, line) if isinstance(line.value, list) else from_json(type_, line.value)
        self._expanded = expanded(self._expanded, text)
        return text

    def _text(self, at: int, line: Line) -> str:
        parents = (at - p for p in line.parents if isinstance(p, int) and p <= at)
        base = next((text for parent in parents if (text := self._base(parent)) is not None), None)
        if base is None:
            raise BadValue("a delta against nothing")
        size = delta.size(base, line.value)
        if size > PROSE_CHARACTERS:
            raise BundleTooLarge("tekens in een tekst", size, PROSE_CHARACTERS)
        _check_expanded(self._expanded + size)
        return str(check(ValueType.PROSE, delta.apply(base, line.value)))

    def _base(self, at: int) -> str | None:
        body, _hash = self._bodies[at]
        return base_text(self._lines[at].key.type, body.value if body else None)

    def _check_spelling(self, changes: Sequence[Change]) -> None:
        """Sorted, each once, and no id written out where the line could point."""
        places = {change.id: at for at, change in enumerate(changes)}
        before = None
        for at, (line, change) in enumerate(zip(self._lines, changes, strict=True)):
            key = sort_key(change)
            pointable = any(isinstance(p, str) and places.get(p, at) < at for p in line.parents)
            if pointable or (before is not None and before >= key) or self._prev_could_be_derived(line, places):
                raise _damaged(at)
            before = key

    def _prev_could_be_derived(self, line: Line, places: dict[ChangeId, int]) -> bool:
        if line.prev == DERIVED:
            return False
        if line.prev is None or line.seq == 1:
            return line.prev is None and line.seq == 1
        place = places.get(str(line.prev))
        return place is not None and place == self._streams.get((line.writer, line.seq - 1))


def _order(built_on: Sequence[Sequence[int]]) -> list[int]:
    """All places, each behind those it is built on; raises BundleDamaged where that goes round.

    graphlib does it too, in five times the time.
    """
    order: list[int] = []
    done = bytearray(len(built_on))
    begun = bytearray(len(built_on))
    for start in range(len(built_on)):
        path = [start]
        while path:
            at = path[-1]
            lacking = [below for below in built_on[at] if not done[below]]
            if lacking and begun[at]:
                raise BundleDamaged("wijzigingen in een kring")
            if lacking:
                begun[at] = 1
                path += lacking
                continue
            if not done[at]:
                done[at] = 1
                order.append(at)
            path.pop()
    return order


def sort_key(change: Change) -> tuple[str, str, int, ChangeId]:
    """The order of lines."""
    header = change.header
    return header.record, header.field or "", header.depth, change.id


def base_text(type_: ValueType | None, value: Value) -> str | None:
    """The text that a delta may be made from, if a change with this value has one."""
    return value if type_ is ValueType.PROSE and isinstance(value, str) else None


def expanded(before: int, text: Value) -> int:
    """The bytes of all texts up to this one; raises BundleTooLarge."""
    found = before + (len(text.encode()) if isinstance(text, str) else 0)
    _check_expanded(found)
    return found


def _check_expanded(found: int) -> None:
    if found > limits.EXPANDED:
        raise BundleTooLarge("bytes in alle teksten", found, limits.EXPANDED)


def streams(seqs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], int | None]:
    """(writer, seq) → its one line; None where a fork has several."""
    places: dict[tuple[int, int], int | None] = {}
    for at, key in enumerate(seqs):
        places[key] = None if key in places else at
    return places


def _well_formed(header: Header) -> bool:
    """Whether the parts go together. An edit may be a header alone: whether an erase covers it, the store knows."""
    if (header.field is None) is not (header.type is None):
        return False
    if header.op == Op.EDIT:
        return header.field is not None and header.value_hash is not None
    if header.op == Op.ERASE:
        return header.value_hash is None and not header.parents and header.depth == 1
    return True


def _is_hash(value: object) -> bool:
    return value is None or (isinstance(value, str) and len(value) == 64 and set(value) <= _HEX)


def _damaged(at: int) -> BundleDamaged:
    return BundleDamaged(f"regel {at + 1}")
