"""Where records hang: an order among siblings and a tree, from the winning places alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile, zip_longest
from typing import NamedTuple

from werkboek_desktop.domain.ids import ChangeId, Entropy, RecordId
from werkboek_desktop.domain.values import PLACE_KEY_CHARACTERS, Place

_RANDOM_DIGITS = 4
_LEAST_DIGITS = 4


class Hung(NamedTuple):
    """A record and its winning place; `rank` is the (depth, id) of the change that put it there."""

    id: RecordId
    place: Place | None
    rank: tuple[int, ChangeId] = (0, "")
    deleted: bool = False


class Tree:
    """The records of one list or one tree, as a person sees them."""

    def __init__(self, hung: Iterable[Hung]) -> None:
        self._hung = {record.id: record for record in hung}
        self.cut = tuple(sorted(self._cut()))
        """In each cycle of places the one that hangs at top level instead: worth a notice."""
        self._nodes: dict[RecordId | None, list[RecordId]] = defaultdict(list)
        for record in sorted(self._hung.values(), key=self._order):
            self._nodes[self._parent(record.id)].append(record.id)

    def children(self, parent: RecordId | None = None) -> tuple[RecordId, ...]:
        """What a person sees below `parent`; None: at top level."""
        return tuple(self._visible(parent))

    def parent(self, record: RecordId) -> RecordId | None:
        """What a person sees the record below."""
        above = self._parent(record)
        while above is not None and self._hung[above].deleted:
            above = self._parent(above)
        return above

    def is_below(self, record: RecordId, ancestor: RecordId) -> bool:
        """Whether `record` hangs somewhere below `ancestor`, or is it."""
        above: RecordId | None = record
        while above is not None and above != ancestor:
            above = self._parent(above) if above in self._hung else None
        return above == ancestor

    def last(self, record: RecordId, entropy: Entropy, parent: RecordId | None = None) -> dict[RecordId, Place]:
        """The places to write so that a record comes last below `parent`."""
        others = [child for child in self.children(parent) if child != record]
        return self.move(record, parent, others[-1] if others else None, entropy)

    def move(
        self, record: RecordId, parent: RecordId | None, after: RecordId | None, entropy: Entropy
    ) -> dict[RecordId, Place]:
        """The places to write so that `record` stands below `parent`, behind `after`; None: first.

        Besides the record's own these are the places of what a cycle put at top level, and of neighbours that
        had no usable one. Moving a record below itself is the caller's to refuse.
        """
        holder = parent if after is None else self._parent(after)
        siblings = [child for child in self._nodes[holder] if child != record]
        at = siblings.index(after) + 1 if after is not None else 0
        writes = {loose: Place(None, self._key(loose)) for loose in self.cut}
        return writes | self._squeezed(record, holder, siblings[:at], siblings[at:], entropy)

    def _squeezed(
        self,
        record: RecordId,
        holder: RecordId | None,
        before: Sequence[RecordId],
        behind: Sequence[RecordId],
        entropy: Entropy,
    ) -> dict[RecordId, Place]:
        placed = [sibling for sibling in before if not self._is_loose(sibling)]
        new = [sibling for sibling in before if self._hung[sibling].place is None] + [record]
        low = self._key(placed[-1]) if placed else None
        high = self._key(behind[0]) if behind and not self._is_loose(behind[0]) else None
        keys = keys_between(low, high, len(new), entropy)
        if keys is None:
            placed += [*new, *(sibling for sibling in behind if not self._is_loose(sibling))]
            new, keys = placed, keys_between(None, None, len(placed), entropy) or []
        return {id_: Place(holder, key) for id_, key in zip(new, keys, strict=True)}

    def _visible(self, parent: RecordId | None) -> Iterator[RecordId]:
        todo = [*reversed(self._nodes.get(parent, ()))]
        while todo:
            child = todo.pop()
            if self._hung[child].deleted:
                todo += reversed(self._nodes.get(child, ()))
            else:
                yield child

    def _parent(self, record: RecordId) -> RecordId | None:
        place = self._hung[record].place
        if place is None or record in self.cut or place.parent not in self._hung:
            return None
        return place.parent

    def _is_loose(self, record: RecordId) -> bool:
        """Whether the record stands at the end of the top level for want of a place that can be shown."""
        place = self._hung[record].place
        return place is None or not (place.parent is None or place.parent in self._hung)

    def _key(self, record: RecordId) -> str:
        place = self._hung[record].place
        return place.key if place else ""

    def _order(self, record: Hung) -> tuple[bool, str, RecordId]:
        return self._is_loose(record.id), self._key(record.id), record.id

    def _cut(self) -> Iterator[RecordId]:
        above = {
            id_: record.place.parent
            for id_, record in self._hung.items()
            if record.place and record.place.parent in self._hung
        }
        done: set[RecordId | None] = {None}
        for start in self._hung:
            path: dict[RecordId | None, None] = {}
            record: RecordId | None = start
            while record not in done and record not in path:
                path[record] = None
                record = above.get(record) if record else None
            if record in path:
                yield max(_cycle(list(path), record), key=lambda id_: self._hung[id_].rank)
            done |= path.keys()


def _cycle(path: Sequence[RecordId | None], start: RecordId | None) -> list[RecordId]:
    return [record for record in path[path.index(start) :] if record]


def keys_between(low: str | None, high: str | None, count: int, entropy: Entropy) -> list[str] | None:
    """`count` keys in ascending order, all between two; None where no room is left within the longest key."""
    keys: list[str] = []
    for _ in range(count):
        key = key_between(keys[-1] if keys else low, high, entropy)
        if key is None:
            return None
        keys.append(key)
    return keys


def key_between(low: str | None, high: str | None, entropy: Entropy) -> str | None:
    """A fraction between two others, as short as it can be, ending in random digits so that no two are alike."""
    for digits in range(max(_LEAST_DIGITS, _shared(low, high)), PLACE_KEY_CHARACTERS - len("0.") - _RANDOM_DIGITS + 1):
        least = _scaled(low, digits) + 1 if low else 1
        most = (_scaled(high, digits) if high else 10**digits) - 1
        if least <= most:
            random = int.from_bytes(entropy(8)) % 10**_RANDOM_DIGITS
            return f"0.{_pick(least, most, low, high):0{digits}}{random:0{_RANDOM_DIGITS}}"
    return None


def _shared(low: str | None, high: str | None) -> int:
    """How many digits of both are the same: no key lies between two before they differ."""
    if low is None or high is None:
        return 0
    digits = zip_longest(low[2:], high[2:], fillvalue="0")
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], digits))


def _pick(least: int, most: int, low: str | None, high: str | None) -> int:
    """Beside an open end as close as possible, so that a thousand added one by one keep short keys."""
    if (low is None) == (high is None):
        return (least + most) // 2
    return least if high is None else most


def _scaled(key: str, digits: int) -> int:
    return int(key[2 : 2 + digits].ljust(digits, "0"))
