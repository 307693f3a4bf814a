"""Which changes are dead: an erase kills what does not name it, and all of a record for ever.

The exact rules stand in docs/format.md. Dead follows from headers alone, so every computer with the same changes agrees
on it, whatever a person there said of destroying.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from werkboek_desktop.domain.change import Change, FieldKey, Header, Op
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.records import Record, record_of

DEEP: Final = 16
"""Ours own each other 4 deep."""


class Name(NamedTuple):
    """What an owner is called by: ids alone, for a header names its owner by no more."""

    scope: str
    id: RecordId


type Owned = Callable[[Collection[Name]], Iterable[Record]]
"""The records whose owner goes by one of these names."""

type Passes = Callable[[Collection[Name]], Collection[Name]]
"""Those of these names of owned records through which an erase goes on to what they own."""


@dataclass(frozen=True, slots=True)
class Erases:
    """The erases of a set of changes: of fields, of records as such, and the names of all that went with those."""

    fields: Mapping[FieldKey, frozenset[ChangeId]] = field(default_factory=dict)
    records: frozenset[Record] = frozenset()
    buried: frozenset[Name] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.fields or self.records)

    def buries(self, record: Record) -> bool:
        """Whether all of a record is dead: it was erased, or what owns it was."""
        return record in self.records or (record.owner is not None and Name(record.scope, record.owner) in self.buried)

    def kills(self, header: Header) -> bool:
        """Whether a change is dead. An erase never is."""
        return header.op != Op.ERASE and self.is_dead(header.key, header.parents)

    def is_dead(self, key: FieldKey, parents: Collection[ChangeId]) -> bool:
        """Whether an edit of this field with these parents is dead."""
        return self.buries(record_of(key)) or not self.fields.get(key, frozenset()).issubset(parents)


NONE = Erases()


def erases_of(
    erases: Iterable[tuple[FieldKey, ChangeId]], owned: Owned, passes: Passes = lambda names: names
) -> Erases:
    """What these erases reach, each given by what it is of and its id."""
    fields: dict[FieldKey, set[ChangeId]] = defaultdict(set)
    records: set[Record] = set()
    for key, id_ in erases:
        if key.field is None:
            records.add(record_of(key))
        else:
            fields[key].add(id_)
    frozen = {key: frozenset(ids) for key, ids in fields.items()}
    return Erases(frozen, frozenset(records), _buried(records, owned, passes))


def _buried(records: Iterable[Record], owned: Owned, passes: Passes) -> frozenset[Name]:
    found: set[Name] = set()
    layer = {Name(one.scope, one.id) for one in records}
    while layer:
        found |= layer
        layer = set(passes({Name(one.scope, one.id) for one in owned(layer)})) - found
    return frozenset(found)


def erases_among(changes: Collection[Change]) -> Erases:
    """The erases of changes that are all in memory."""
    said = [(one.key, one.id) for one in changes if one.header.op == Op.ERASE]
    return erases_of(said, owned_among({record_of(one.key) for one in changes})) if said else NONE


def provable(changes: Collection[Change]) -> list[Change]:
    """Without those that lack their value and of which these changes alone do not show that they are dead.

    Their receiver could not tell them from changes whose value somebody held back.
    """
    if not any(lacks_value(one) for one in changes):
        return list(changes)
    erases = erases_among(changes)
    return [one for one in changes if not lacks_value(one) or erases.kills(one.header)]


def proofs(changes: Collection[Change], everything: Iterable[Change]) -> list[Change]:
    """What shows of these changes why they lack their value: one change of each record that leads to the erased one.

    At most DEEP of them above each other: whoever makes more wants bundles that cannot be sent.
    """
    todo = [one for one in changes if lacks_value(one) and one.header.owner]
    above = _ways_down(everything) if todo else {}
    found: dict[ChangeId, Change] = {}
    while todo:
        header = todo.pop().header
        way = above.get(Name(header.scope, header.owner or ""))
        if way and way.id not in found:
            found[way.id] = way
            todo.append(way)
    return list(found.values())


def _ways_down(everything: Iterable[Change]) -> dict[Name, Change]:
    """By what erases reach through their owner: a change that says so."""
    owned: dict[Name, dict[Name, Change]] = defaultdict(dict)
    erased: set[Name] = set()
    for one in everything:
        header = one.header
        name = Name(header.scope, header.record)
        if header.op == Op.ERASE and header.field is None:
            erased.add(name)
        elif header.owner:
            owned[Name(header.scope, header.owner)].setdefault(name, one)
    found: dict[Name, Change] = {}
    layer: Collection[Name] = erased
    for _ in range(DEEP):
        below = {name: one for owner in layer for name, one in owned[owner].items()}
        layer = below.keys() - found.keys() - erased
        found |= {name: below[name] for name in layer}
    return found


def lacks_value(change: Change) -> bool:
    """Whether an edit came as its header alone."""
    return change.body is None and change.header.op == Op.EDIT


def owned_among(records: Iterable[Record]) -> Owned:
    """`Owned` of records that are all in memory."""
    by_owner: dict[Name, list[Record]] = defaultdict(list)
    for one in records:
        if one.owner is not None:
            by_owner[Name(one.scope, one.owner)].append(one)
    return lambda names: (one for name in names for one in by_owner.get(name, ()))
