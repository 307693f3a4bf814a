"""Deleting never beats what it has not seen: a record is deleted while the delete lists all of its heads."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import batched, chain
from typing import NamedTuple, Protocol

from werkboek_desktop.domain.change import DELETED, FieldKey
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.records import Record
from werkboek_desktop.domain.values import SET_ELEMENTS, ValueType
from werkboek_desktop.domain.view import Notice


class Delete(NamedTuple):
    """A head of a record's `deleted`. `listed` has the changes its author saw; empty: an undelete."""

    change: ChangeId
    listed: tuple[ChangeId, ...]
    author: RecordId | None


class Records(Protocol):
    """What has to be known of a project: a full replay has it in memory, the store in tables."""

    def named(self, scope: str, id_: RecordId) -> Iterable[Record]:
        """The records with this id; more than one only where somebody disagrees on kind or owner."""

    def owned(self, id_: RecordId) -> Iterable[Record]:
        """The records whose owner has this id, in every scope."""

    def heads(self, record: Record) -> Iterable[tuple[FieldKey, Sequence[ChangeId]]]:
        """The ready heads of all fields of the record, without erases."""

    def erases(self, record: Record) -> Iterable[ChangeId]:
        """The erases of the record and of its fields."""

    def deletes(self, record: Record) -> Sequence[Delete]:
        """The heads of `deleted` that can be read, the highest (depth, id) first."""

    def is_ready(self, change: ChangeId) -> bool:
        """Whether the change is here with all its ancestors."""


class Judgement(NamedTuple):
    """Whether a record's own `deleted` deletes it, and if not although somebody did delete it, why."""

    deleted: bool
    notice: Notice | None = None


def judge(records: Records, record: Record) -> Judgement:
    """The judgement of a record by its own `deleted`, apart from its owner."""
    deletes = records.deletes(record)
    if not any(delete.listed for delete in deletes):
        return Judgement(deleted=False)
    listed = {change for delete in deletes for change in delete.listed}
    undeleted = not all(delete.listed for delete in deletes)
    if not undeleted and listed.issuperset(heads_to_list(records, record)):
        return Judgement(deleted=True)
    if not all(map(records.is_ready, listed)):
        return Judgement(deleted=False)
    kind = "deleted_and_undeleted" if undeleted else "deleted_and_edited"
    last = next(delete for delete in deletes if delete.listed)
    return Judgement(deleted=False, notice=Notice(kind, last.author, last.change))


def deleted(records: Records, wanted: Collection[Record]) -> frozenset[Record]:
    """Which of these are deleted, by themselves or with what owns them in their scope."""
    owners = _owners(records, wanted)
    everyone = {*wanted, *chain.from_iterable(owners.values())}
    owned: dict[_Name, list[Record]] = defaultdict(list)
    for one in everyone:
        owned[one.scope, one.owner].append(one)
    # Somebody's second record with the owner's id cannot take along what is not its own: all must be deleted.
    alive = {name: len(named) for name, named in owners.items()}
    found = {one for one in everyone if judge(records, one).deleted}
    todo = [*found]
    while todo:
        last = todo.pop()
        name = (last.scope, last.id)
        alive[name] = alive.get(name, 0) - 1
        if alive[name] == 0:
            taken = [one for one in owned[name] if one not in found]
            found.update(taken)
            todo += taken
    return frozenset(found.intersection(wanted))


type _Name = tuple[str, RecordId | None]


def _owners(records: Records, wanted: Iterable[Record]) -> dict[_Name, list[Record]]:
    """The records that may own these, and those that may own them, by scope and id."""
    found: dict[_Name, list[Record]] = {}
    todo = [*wanted]
    while todo:
        one = todo.pop()
        if one.owner is not None and (one.scope, one.owner) not in found:
            found[one.scope, one.owner] = list(records.named(one.scope, one.owner))
            todo += found[one.scope, one.owner]
    return found


def family(records: Records, *roots: Record) -> Iterator[Record]:
    """These records and all they own in their scope, at any depth."""
    seen = set(roots)
    todo = [*seen]
    while todo:
        yield (last := todo.pop())
        owned = {child for child in records.owned(last.id) if child.scope == last.scope} - seen
        seen |= owned
        todo += sorted(owned)


def stays(records: Records, record: Record) -> list[Record]:
    """What the record and all it owns own in another scope: a delete leaves it, and says so."""
    return sorted(
        {
            child
            for member in family(records, record)
            for child in records.owned(member.id)
            if child.scope != record.scope
        }
    )


def to_list(records: Records, record: Record) -> Iterator[ChangeId]:
    """What a delete of the record lists: the heads, and the erases where there may be nothing else left."""
    yield from heads_to_list(records, record)
    for member in family(records, record):
        yield from records.erases(member)


def heads_to_list(records: Records, record: Record) -> Iterator[ChangeId]:
    """The heads that a delete of the record must list: all its own but `deleted`, and all of what it owns."""
    own = _own(record)
    for member in family(records, record):
        for field, heads in records.heads(member):
            if field != own:
                yield from heads


def heads_of_deleted(records: Records, record: Record) -> Sequence[ChangeId]:
    """The ready heads of the record's own `deleted`."""
    own = _own(record)
    return next((heads for field, heads in records.heads(record) if field == own), ())


def _own(record: Record) -> FieldKey:
    return FieldKey(*record, DELETED, ValueType.SET)


def lists_for_delete(heads: Iterable[ChangeId], most: int = SET_ELEMENTS) -> list[tuple[ChangeId, ...]]:
    """The values of the deletes that together list these heads; each is a change with the same parents."""
    return list(batched(sorted(set(heads)), most))


UNDELETE: tuple[ChangeId, ...] = ()
"""The value of `deleted` that brings a record back."""
