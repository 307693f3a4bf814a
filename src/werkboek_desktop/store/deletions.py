"""What `domain.deletion` has to know, from the tables; and which records are deleted after an append."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, select

from werkboek_desktop.domain import deletion
from werkboek_desktop.domain.change import DELETED, FieldKey
from werkboek_desktop.domain.deletion import Delete
from werkboek_desktop.domain.history import Entry, elements_of
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.readiness import Standing
from werkboek_desktop.domain.records import Record, record_of
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.store.columns import equals
from werkboek_desktop.store.rows import ENTRIES, KEY, among, entry_of, fetch, key_of
from werkboek_desktop.store.tables import change, field, record, state

RECORD = (record.c.scope, record.c.kind, record.c.owner, record.c.id)
_ENTRIES = among(ENTRIES, change.c.id)
_OWNED = among(select(*RECORD), record.c.owner)
_NAMED = among(select(*RECORD), record.c.id)
_HEADS = among(select(*KEY, state.c.heads, state.c.erases).join(state), field.c.record)
_DELETES = among(select(*KEY).join(state).where(field.c.field == DELETED), field.c.record)


class TableRecords:
    """The records of a project file, as `domain.deletion.Records` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def named(self, scope: str, id_: RecordId) -> Iterable[Record]:
        """The records with this id."""
        return self._records(record.c.id == id_, record.c.scope == scope)

    def owned(self, id_: RecordId) -> Iterable[Record]:
        """The records whose owner has this id."""
        return self._records(record.c.owner == id_)

    def heads(self, of: Record) -> Iterable[tuple[FieldKey, Sequence[ChangeId]]]:
        """The ready heads of all fields of the record."""
        query = select(*KEY, state.c.heads).join(state).where(*_belongs(of))
        for row in self._connection.execute(query):
            yield key_of(row), row.heads

    def erases(self, of: Record) -> Iterable[ChangeId]:
        """The erases of the record and of its fields."""
        for erases in self._connection.scalars(
            select(state.c.erases).select_from(field.join(state)).where(*_belongs(of))
        ):
            yield from erases

    def deletes(self, of: Record) -> Sequence[Delete]:
        """The heads of `deleted` that can be read, the highest (depth, id) first."""
        return [
            Delete(entry.id, elements_of(entry.value), entry.author)
            for entry in sorted(self._entries(of), key=lambda entry: entry.rank, reverse=True)
            if entry.has_value
        ]

    def _entries(self, of: Record) -> Iterable[Entry]:
        """The heads of the record's `deleted`."""
        mine = (*_belongs(of), field.c.field == DELETED, field.c.type == ValueType.SET)
        heads = self._connection.scalar(select(state.c.heads).select_from(field.join(state)).where(*mine)) or ()
        return map(entry_of, fetch(self._connection, _ENTRIES, heads))

    def is_ready(self, change_: ChangeId) -> bool:
        """Whether the change is here with all its ancestors."""
        standing = self._connection.scalar(select(change.c.standing).where(change.c.id == change_))
        return standing == Standing.READY

    def _records(self, *conditions: ColumnElement[bool]) -> Iterator[Record]:
        for row in self._connection.execute(select(*RECORD).where(*conditions)):
            yield Record(*row)


class Snapshot(TableRecords):
    """The same for as long as nothing is written: each is asked for once, and families are read together."""

    def __init__(self, connection: Connection, roots: Collection[Record] = ()) -> None:
        super().__init__(connection)
        self._named: dict[tuple[str, RecordId], list[Record]] = {}
        self._owned: dict[RecordId, list[Record]] = {}
        self._heads: dict[Record, list[tuple[FieldKey, Sequence[ChangeId]]]] = {}
        self._erases: dict[Record, list[ChangeId]] = {}
        self._deletes: dict[ChangeId, Entry] = {}
        layer = set(roots)
        while layer:
            self._read(layer)
            layer = {child for one in layer for child in self._owned[one.id]} - self._heads.keys()

    def _read(self, layer: Collection[Record]) -> None:
        """What is asked of these records, in a few statements for all of them."""
        ids = {one.id for one in layer}
        self._owned |= {id_: [] for id_ in ids}
        self._heads |= {one: [] for one in layer}
        self._erases |= {one: [] for one in layer}
        self._named |= {(one.scope, one.id): [] for one in layer}
        for row in fetch(self._connection, _OWNED, ids):
            self._owned[row.owner].append(Record(*row))
        for row in fetch(self._connection, _NAMED, ids):
            self._named.setdefault((row.scope, row.id), []).append(Record(*row))
        for row in fetch(self._connection, _HEADS, ids):
            if (one := record_of(key := key_of(row))) in layer:
                self._heads[one].append((key, row.heads))
                self._erases[one] += row.erases
        deletes = {head for one in layer for head in deletion.heads_of_deleted(self, one)}
        self._deletes |= {row.id: entry_of(row) for row in fetch(self._connection, _ENTRIES, deletes)}

    def named(self, scope: str, id_: RecordId) -> Iterable[Record]:
        """The records with this id."""
        if (scope, id_) not in self._named:
            self._named[scope, id_] = list(super().named(scope, id_))
        return self._named[scope, id_]

    def owned(self, id_: RecordId) -> Iterable[Record]:
        """The records whose owner has this id."""
        if id_ not in self._owned:
            self._owned[id_] = list(super().owned(id_))
        return self._owned[id_]

    def heads(self, of: Record) -> Iterable[tuple[FieldKey, Sequence[ChangeId]]]:
        """The ready heads of all fields of the record."""
        if of not in self._heads:
            self._read({of})
        return self._heads[of]

    def erases(self, of: Record) -> Iterable[ChangeId]:
        """The erases of the record and of its fields."""
        if of not in self._heads:
            self._read({of})
        return self._erases[of]

    def _entries(self, of: Record) -> Iterable[Entry]:
        return [self._deletes[head] for head in deletion.heads_of_deleted(self, of)]


def _belongs(of: Record) -> tuple[ColumnElement[bool], ...]:
    return (
        field.c.record == of.id,
        field.c.kind == of.kind,
        equals(field.c.owner, of.owner),
        field.c.scope == of.scope,
    )


def judged_again(connection: Connection, touched: Collection[Record]) -> dict[Record, bool]:
    """Whether records are deleted, as far as changes of `touched` can have decided about it.

    Only below a record that somebody deleted once is there anything to decide, and that is rare.
    """
    roots = _with_deletes(connection, upwards(connection, touched))
    records = Snapshot(connection, roots)
    members = set(deletion.family(records, *roots))
    gone = deletion.deleted(records, members)
    return {member: member in gone for member in members}


def upwards(connection: Connection, touched: Collection[Record]) -> set[Record]:
    """These records and all that own them in their scope."""
    found = set(touched)
    layer = found
    while owners := {member.owner for member in layer if member.owner}:
        layer = {Record(*row) for row in fetch(connection, _NAMED, owners)} - found
        found |= layer
    return found


def _with_deletes(connection: Connection, records: Collection[Record]) -> set[Record]:
    rows = fetch(connection, _DELETES, {member.id for member in records})
    return {record_of(key_of(row)) for row in rows} & set(records)
