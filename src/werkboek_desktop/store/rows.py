"""From rows of the tables to what the domain speaks of, and back."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import batched
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Dialect,
    Result,
    Row,
    Select,
    Table,
    and_,
    bindparam,
    insert,
    select,
)

from werkboek_desktop.checkpoint import checkpoint
from werkboek_desktop.domain.change import Body, Change, FieldKey, Header
from werkboek_desktop.domain.history import Entry, FieldHistory, view_of_head
from werkboek_desktop.domain.values import ValueType, from_json, to_json
from werkboek_desktop.domain.view import FieldView, Notice, Status, Variant
from werkboek_desktop.domain.weave import Part, Text, Variants
from werkboek_desktop.store.columns import Encoded, load_value, store_value
from werkboek_desktop.store.shapes import Received
from werkboek_desktop.store.tables import change, field, received, state, writer

type AnyRow = Row[*tuple[Any, ...]]

BURIED = "buried"
"""The status of a field of which nothing is shown, for its record was erased."""
CHUNK = 500
"""How many ids go into one statement."""
A_TIME = 200
"""How many rows are read between two points at which reading may be given up."""

KEY = (field.c.scope, field.c.kind, field.c.owner, field.c.record, field.c.field, field.c.type)
"""The columns of a FieldKey, in its order."""

ENTRY = (
    change.c.id,
    change.c.parents,
    change.c.depth,
    change.c.value,
    change.c.author,
    change.c.time,
    change.c.op,
    change.c.rule,
    change.c.salt,
)
"""The columns of an entry, beside the type of its field."""

CHANGES = select(
    change.c.op,
    field.c.scope,
    field.c.kind,
    field.c.record,
    field.c.owner,
    field.c.field,
    field.c.type,
    writer.c.id.label("writer_id"),
    change.c.seq,
    change.c.prev,
    change.c.parents,
    change.c.depth,
    change.c.time,
    change.c.author,
    change.c.format,
    change.c.rule,
    change.c.value_hash,
    change.c.salt,
    change.c.value,
    change.c.signature,
).select_from(change.join(field).join(writer))
"""Whole changes: the parts of a header in its order, then body and signature."""

ENTRIES = select(*ENTRY, field.c.type, change.c.field).select_from(change.join(field))
"""Changes of fields as their history takes them."""

READ_BY_FIELD = select(*KEY, *ENTRY, change.c.field.label("place")).select_from(change.join(field))
"""The same with the whole key of the field; `place` is its row."""

VIEWS = select(*KEY, state.c.status, state.c.view, *ENTRY).select_from(
    field.join(state, and_(state.c.field == field.c.row, state.c.status != BURIED)).outerjoin(
        change, change.c.row == state.c.head
    )
)
"""What every field shows; where several heads count, `view` has it."""

RECEIVED = select(*(received.c[name] for name in Received._fields))
"""The bundles that came."""


def chunks[T](items: Collection[T]) -> Iterator[tuple[T, ...]]:
    """Portions that fit into one statement."""
    return batched(items, CHUNK)


def among(query: Select[*tuple[Any, ...]], column: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    """A query for the rows in which a column has one of the values that `fetch` gets.

    Made once, where a module begins: SQLAlchemy takes longer to make a statement than SQLite to answer it.
    """
    return query.where(column.in_(bindparam("among", expanding=True)))


def fetch(connection: Connection, query: Select[*tuple[Any, ...]], values: Collection[Any]) -> Iterator[AnyRow]:
    """The rows of a query that was made with `among`."""
    for portion in chunks(values):
        yield from all_of(connection.execute(query, {"among": portion}))


def all_of[*Columns](result: Result[*Columns]) -> list[Row[*Columns]]:
    """Every row of an answer: what is read next, or written, makes no difference to it any more."""
    found: list[Row[*Columns]] = []
    for some in result.partitions(A_TIME):
        checkpoint()
        found += some
    return found


def insert_all(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Inserts rows that name every column: in half the time that SQLAlchemy takes, for it looks at each part anew."""
    statement = _insert(table, connection.dialect)
    for portion in batched(rows, CHUNK):
        columns = [_encoded(column, [row[column.name] for row in portion]) for column in table.columns]
        connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))


@lru_cache
def _insert(table: Table, dialect: Dialect) -> str:
    return str(insert(table).compile(dialect=dialect))


def _encoded(column: Column[Any], parts: list[Any]) -> Iterable[Any]:
    return map(column.type.encode, parts) if isinstance(column.type, Encoded) else parts


def key_of(row: Sequence[Any]) -> FieldKey:
    """The key at the start of a row that was selected with KEY."""
    return FieldKey(*row[: len(KEY)])


def change_of(row: AnyRow) -> Change:
    """A change from a row of CHANGES."""
    body = None if row.salt is None else Body(row.salt, load_value(row.type, row.value))
    return Change(Header(*row[: len(Header._fields)]), body, row.signature)


def entry_of(row: AnyRow) -> Entry:
    """An entry from a row with its columns and the type of its field."""
    value = load_value(row.type, row.value)
    return Entry(row.id, row.parents, row.depth, value, row.author, row.time, row.op, row.rule, erased=row.salt is None)


class Shown(NamedTuple):
    """What a person sees of a field, and should know besides."""

    view: FieldView
    notices: tuple[Notice, ...]


def shown_of(row: AnyRow) -> Shown:
    """What a field shows, from a row of VIEWS."""
    if row.view is None:
        alone = entry_of(row)
        notices = () if alone.is_known else FieldHistory(row.type, [alone]).notices()
        return Shown(view_of_head(row.type, alone), notices)
    return _read(row.type, Status(row.status), json.loads(row.view))


def view_of(row: AnyRow) -> FieldView:
    """A field's view from a row of VIEWS."""
    return shown_of(row).view


def shown_json(view: FieldView, notices: Sequence[Notice]) -> str:
    """What a field shows as it lies in `state`, beside its status."""
    data = {
        "value": to_json(view.value),
        "heads": view.heads,
        "variants": [[to_json(v.value), v.author, v.time, v.changes] for v in view.variants],
        "notices": notices,
        "parts": [p.text if isinstance(p, Text) else dict(p.by_head) for p in view.parts],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _read(type_: ValueType, status: Status, data: Mapping[str, Any]) -> Shown:
    variants = tuple(
        Variant(from_json(type_, value), author, time, tuple(changes))
        for value, author, time, changes in data["variants"]
    )
    parts: tuple[Part, ...] = tuple(Text(p) if isinstance(p, str) else Variants(p) for p in data["parts"])
    view = FieldView(status, from_json(type_, data["value"]), tuple(data["heads"]), variants, parts)
    return Shown(view, tuple(Notice(*notice) for notice in data["notices"]))


def received_of(row: AnyRow) -> Received:
    """A bundle from a row of RECEIVED."""
    return Received._make(row[: len(Received._fields)])._replace(tips=_by_scope(row.tips), lacks=_by_scope(row.lacks))


def _by_scope(text: str) -> Mapping[str, tuple[str, ...]]:
    return {scope: tuple(ids) for scope, ids in json.loads(text).items()}


def search_text(view: FieldView) -> str:
    """Every word that a field shows, in any of its variants."""
    if view.parts:
        return "\n".join("\n".join(_texts(part)) for part in view.parts)
    values = [value for value in (view.value, *(variant.value for variant in view.variants)) if value is not None]
    values = values[:1] if view.value is not None else values
    return "\n".join(" · ".join(map(str, value)) if isinstance(value, tuple) else str(value) for value in values)


def _texts(part: Part) -> Collection[str]:
    return (part.text,) if isinstance(part, Text) else part.by_head.values()


def change_row(
    row: int, sealed: Change, field_row: int, writer_row: int, standing: str, bundle: int | None
) -> dict[str, object]:
    """A change as a row to insert; `bundle`: the row of the one that brought it, None where it was written here."""
    header, body = sealed.header, sealed.body
    return {
        "row": row,
        "id": sealed.id,
        "field": field_row,
        "writer": writer_row,
        "op": header.op,
        "seq": header.seq,
        "prev": header.prev,
        "parents": header.parents,
        "depth": header.depth,
        "time": header.time,
        "author": header.author,
        "format": header.format,
        "rule": header.rule,
        "value_hash": header.value_hash,
        "signature": sealed.signature,
        "salt": body.salt if body else None,
        "value": store_value(body.value) if body else None,
        "standing": standing,
        "bundle": bundle,
    }
