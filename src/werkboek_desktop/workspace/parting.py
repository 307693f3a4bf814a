"""A bundle that is too large becomes several, each valid on its own and in whatever order they come."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from werkboek_desktop.domain.change import Change
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.values import ValueType

_SEALED = 125
"""What a change weighs packed besides its value: signature and salt, which do not pack, and the line."""
_PACKED = 5
"""Dutch prose packs so many bytes in one."""


class Weights(NamedTuple):
    """What each change adds to a bundle, about, in bytes; `files`: the file that it is the first to name."""

    of: Mapping[ChangeId, int]
    files: Mapping[ChangeId, str]

    def together(self, changes: Iterable[Change]) -> int:
        """What these add."""
        return sum(self.of[change.id] for change in changes)


def weigh(changes: Sequence[Change], files: Mapping[str, int]) -> Weights:
    """Of a text what it adds to the one it was made from. `files`: the bytes of each that goes along, by its hash."""
    texts = {change.id: change.value for change in changes if isinstance(change.value, str)}
    named = _first_to_name(changes, files)
    found = {}
    for change in changes:
        before = next((texts[parent] for parent in change.header.parents if parent in texts), "")
        words = _added(before, texts.get(change.id, ""))
        found[change.id] = _SEALED + words // _PACKED + files.get(named.get(change.id, ""), 0)
    return Weights(found, named)


def _added(before: str, text: str) -> int:
    """How much of a text is new, were it changed in one place."""
    most = min(len(before), len(text))
    start = bisect_left(range(1, most + 1), True, key=lambda size: before[:size] != text[:size])
    end = bisect_left(range(1, most - start + 1), True, key=lambda size: before[-size:] != text[-size:])
    return len(text) - start - end


def _first_to_name(changes: Iterable[Change], files: Mapping[str, int]) -> dict[ChangeId, str]:
    naming = (change for change in changes if change.header.type is ValueType.ATTACHMENT and change.value in files)
    first = {str(change.value): change.id for change in reversed(list(naming))}
    return {id_: name for name, id_ in first.items()}


def pieces(
    changes: Sequence[Change], weights: Weights, room: int, owners: Mapping[RecordId, RecordId]
) -> list[list[Change]]:
    """The changes in portions of `room` at most: a family stays together, else a record, else a field, where it fits.

    A change that is larger by itself has a portion of its own.
    """
    bins: list[tuple[int, list[Change]]] = []
    for unit in _units(changes, weights, room, _levels(owners)):
        weight = weights.together(unit)
        at = next((at for at, (taken, _changes) in enumerate(bins) if taken + weight <= room), None)
        if at is None:
            bins.append((weight, unit))
        else:
            bins[at] = (bins[at][0] + weight, bins[at][1] + unit)
    return [portion for _weight, portion in bins]


type _Level = Callable[[Change], str]


def _levels(owners: Mapping[RecordId, RecordId]) -> tuple[_Level, ...]:
    return (
        lambda change: _root(change.header.record, owners),
        attrgetter("header.record"),
        lambda change: change.header.field or "",
        attrgetter("id"),
    )


def _root(record: RecordId, owners: Mapping[RecordId, RecordId]) -> RecordId:
    """What owns a record in the end; who owns each other in a circle has the smallest of them."""
    above = [record]
    while (owner := owners.get(above[-1])) and owner not in above:
        above.append(owner)
    return min(above) if owner else above[-1]


def _units(
    changes: Iterable[Change], weights: Weights, room: int, levels: tuple[_Level, ...]
) -> Iterator[list[Change]]:
    for _key, group in groupby(sorted(changes, key=levels[0]), levels[0]):
        unit = list(group)
        if len(levels) > 1 and weights.together(unit) > room:
            yield from _units(unit, weights, room, levels[1:])
        else:
            yield unit
