"""What `domain.deletion` has to know, from the tables; and which records are deleted after an append."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, select

from werkboek_desktop.domain import deletion
from werkboek_desktop.domain.change import DELETED, FieldKey
from werkboek_desktop.domain.deletion import Delete
from werkboek_desktop.domain.history import elements_of
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.readiness import Standing
from werkboek_desktop.domain.records import Record, record_of
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.store.columns import equals
from werkboek_desktop.store.rows import ENTRIES, KEY, chunks, entry_of, key_of
from werkboek_desktop.store.tables import change, field, record, state

RECORD = (record.c.scope, record.c.kind, record.c.owner, record.c.id)


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

    def deletes(self, of: Record) -> Sequence[Delete]:
        """The heads of `deleted` that can be read, the highest (depth, id) first."""
        mine = (*_belongs(of), field.c.field == DELETED, field.c.type == ValueType.SET)
        heads = self._connection.scalar(select(state.c.heads).select_from(field.join(state)).where(*mine)) or ()
        entries = [
            entry_of(row)
            for portion in chunks(heads)
            for row in self._connection.execute(ENTRIES.where(change.c.id.in_(portion)))
        ]
        return [
            Delete(entry.id, elements_of(entry.value), entry.author)
            for entry in sorted(entries, key=lambda entry: entry.rank, reverse=True)
            if entry.has_value
        ]

    def is_ready(self, change_: ChangeId) -> bool:
        """Whether the change is here with all its ancestors."""
        standing = self._connection.scalar(select(change.c.standing).where(change.c.id == change_))
        return standing == Standing.READY

    def _records(self, *conditions: ColumnElement[bool]) -> Iterator[Record]:
        for row in self._connection.execute(select(*RECORD).where(*conditions)):
            yield Record(*row)


def is_record(one: Record) -> tuple[ColumnElement[bool], ...]:
    """The conditions that pick the row of a record."""
    return (
        record.c.id == one.id,
        record.c.kind == one.kind,
        equals(record.c.owner, one.owner),
        record.c.scope == one.scope,
    )


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
    records = TableRecords(connection)
    roots = _with_deletes(connection, _upwards(connection, touched))
    families = {member for root in roots for member in deletion.family(records, root)}
    return {member: deletion.is_deleted(records, member) for member in families}


def _upwards(connection: Connection, touched: Collection[Record]) -> set[Record]:
    """These records and all that own them in their scope."""
    found = set(touched)
    layer = found
    while owners := {member.owner for member in layer if member.owner}:
        layer = {
            Record(*row)
            for portion in chunks(owners)
            for row in connection.execute(select(*RECORD).where(record.c.id.in_(portion)))
        } - found
        found |= layer
    return found


def _with_deletes(connection: Connection, records: Collection[Record]) -> set[Record]:
    query = select(*KEY).join(state).where(field.c.field == DELETED)
    rows = (
        row
        for portion in chunks({member.id for member in records})
        for row in connection.execute(query.where(field.c.record.in_(portion)))
    )
    return {record_of(key_of(row)) for row in rows} & set(records)
