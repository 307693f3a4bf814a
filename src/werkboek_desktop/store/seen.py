"""What happened beside somebody at this computer: since they last looked, wrote or sent something.

Changes only ever come in, so one row number says what was there: whatever has a higher one came later.
"""

import json
from collections.abc import Collection, Iterator
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, and_, func, insert, or_, select, union_all, update

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.readiness import Standing
from werkboek_desktop.domain.view import FieldView
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.rows import KEY, VIEWS, among, fetch, key_of, view_of
from werkboek_desktop.store.tables import change, field, received, seen, writer
from werkboek_desktop.store.writing import Transaction

_MARKED = among(select(seen.c.record), seen.c.record)
_RECENT = 400
"""Of so many own changes the latest records are found: one visit of a form makes dozens."""


class News(NamedTuple):
    """A change; `top` is the record that somebody looks at to see it: its own, or what owns it."""

    key: FieldKey
    top: RecordId
    author: RecordId | None
    time: int


class Arrival(NamedTuple):
    """A bundle that was imported. `created` (seconds since 1970) and `number` are as its sender's computer has them."""

    id: str
    sender: str
    created: int
    number: int
    changes: int
    aside: bool = False
    """It was taken back."""


def mark(transaction: Transaction, record: RecordId, row: int) -> None:
    """This record was looked at, as it was after the change in this row."""
    now = {"row": row}
    if not transaction.connection.execute(update(seen).where(seen.c.record == record).values(now)).rowcount:
        transaction.connection.execute(insert(seen), now | {"record": record})


def looked_at(reader: Reader, record: RecordId) -> int | None:
    """After which change this record was last looked at; None: it never was."""
    return reader.connection.scalar(select(seen.c.row).where(seen.c.record == record))


def later(reader: Reader, record: RecordId, row: int, mine: Collection[RecordId]) -> list[tuple[FieldKey, ChangeId]]:
    """What others changed in a record, or in what it owns, after the change in this row."""
    tables = field.join(change, and_(change.c.field == field.c.row, change.c.row > row))
    query = select(*KEY, change.c.id).select_from(tables).order_by(change.c.row)
    query = query.where(or_(field.c.record == record, field.c.owner == record))
    query = query.where(change.c.standing == Standing.READY, change.c.author.not_in(mine))
    return [(key_of(row_), row_.id) for row_ in reader.connection.execute(query)]


def marked(reader: Reader, records: Collection[RecordId]) -> set[RecordId]:
    """Which of these were ever looked at."""
    return {row.record for row in fetch(reader.connection, _MARKED, records)}


def news(reader: Reader, mine: Collection[RecordId]) -> Iterator[News]:
    """What others changed in each record, or in what it owns, since it was last looked at."""
    query = union_all(*(_since(column, mine) for column in (field.c.record, field.c.owner)))
    for row in reader.connection.execute(query):
        yield News(key_of(row), row.top, row.author, row.time)


def _since(column: ColumnElement[RecordId], mine: Collection[RecordId]) -> Select[tuple[object, ...]]:
    later = and_(change.c.field == field.c.row, change.c.row > seen.c.row)
    tables = seen.join(field, column == seen.c.record).join(change, later)
    query = select(*KEY, seen.c.record.label("top"), change.c.author, change.c.time).select_from(tables)
    return query.where(change.c.standing == Standing.READY, change.c.author.not_in(mine))


def written(reader: Reader, mine: Collection[RecordId]) -> Iterator[News]:
    """The last changes that somebody made, the latest first."""
    query = select(*KEY, change.c.author, change.c.time).join(change)
    query = query.where(change.c.author.in_(mine), change.c.standing == Standing.READY)
    for row in reader.connection.execute(query.order_by(change.c.row.desc()).limit(_RECENT)):
        key = key_of(row)
        yield News(key, key.owner or key.record or "", row.author, row.time)


def unsent(reader: Reader, key: bytes, scope: str, since: int) -> int:
    """How many changes of a scope the computer with this key made after a row."""
    query = select(func.count()).select_from(change.join(writer))
    here = (writer.c.key == key, writer.c.scope == scope, change.c.row > since)
    return reader.connection.scalar(query.where(*here)) or 0


def arrivals(reader: Reader, most: int | None = None) -> list[Arrival]:
    """The bundles that were imported last, or all of them, the latest first."""
    names = ("id", "sender", "created", "number", "content", "aside")
    query = select(*(received.c[name] for name in names))
    rows = reader.connection.execute(query.order_by(received.c.row.desc()).limit(most))
    return [
        Arrival(
            row.id,
            row.sender,
            row.created,
            row.number,
            sum(1 + last - first for first, last in _ranges(row)),
            row.aside,
        )
        for row in rows
    ]


def views_of(reader: Reader, kind: str, name: str) -> dict[RecordId, FieldView]:
    """What one field shows of every record of a kind that has it.

    Somebody's second record with the same id, of which the schema knows nothing, speaks for none.
    """
    known, declared = schema.kind(kind), schema.field(kind, name)
    if known is None or declared is None:
        return {}
    of_kind = (field.c.kind == kind, field.c.scope == known.scope)
    rows = reader.connection.execute(VIEWS.where(*of_kind, field.c.field == name, field.c.type == declared.type))
    return {row.record: view_of(row) for row in rows if bool(row.owner) == bool(known.owners)}


def _ranges(row: object) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = json.loads(row.content)  # type: ignore[attr-defined]
    return ranges
