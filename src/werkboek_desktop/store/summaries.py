"""One row a record: what a list shows of it without looking at its fields."""

import json
from collections import Counter
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, insert, or_, select, update

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.erasing import NONE, Erases
from werkboek_desktop.domain.records import Record, names, record_of
from werkboek_desktop.domain.titles import title
from werkboek_desktop.domain.values import Value, to_json
from werkboek_desktop.domain.view import FieldView, Status
from werkboek_desktop.store.deletions import judged_again
from werkboek_desktop.store.rows import VIEWS, among, chunks, fetch, key_of, view_of
from werkboek_desktop.store.tables import field, record, state

STATUS = "status"

_IS = (
    record.c.scope == bindparam("scope_"),
    record.c.kind == bindparam("kind_"),
    record.c.owner == bindparam("owner_"),
    record.c.id == bindparam("id_"),
)
_DELETED = select(record.c.deleted).where(*_IS)
_MARK = update(record).where(*_IS)
_WRITTEN = among(select(record), record.c.id)


class Summary(NamedTuple):
    """What a list shows of a record; `columns` has the values of the fields that lists show."""

    title: str
    status: str | None
    columns: Mapping[str, Value]
    conflicts: int
    merged: int


def summarise(kind: str, views: Mapping[str, FieldView]) -> Summary:
    """The row of a record with these fields. While in conflict, the highest variant is shown."""
    shown = {name: _shown(view) for name, view in views.items()}
    known = schema.kind(kind)
    called = title(known, shown) if known else ""
    columns = {name: shown[name] for name in known.columns if name in shown} if known else {}
    statuses = Counter(view.status for view in views.values())
    status = shown.get(STATUS)
    return Summary(
        called,
        status if isinstance(status, str) else None,
        columns,
        statuses[Status.CONFLICT],
        statuses[Status.MERGED],
    )


def _shown(view: FieldView) -> Value:
    return view.variants[0].value if view.status is Status.CONFLICT else view.value


@cache
def _listed() -> tuple[str, ...]:
    """The fields that any summary is made from."""
    return tuple(sorted({STATUS}.union(*((*kind.title, *kind.columns) for kind in schema.kinds()))))


@cache
def _telling() -> Select[*tuple[Any, ...]]:
    shown = or_(state.c.status != Status.SETTLED, field.c.field.in_(_listed()))
    return among(VIEWS.where(shown), field.c.record)


def refresh(
    connection: Connection, touched: Collection[Record], erases: Erases = NONE, *, anew: bool = False
) -> frozenset[Record]:
    """Writes the rows of these records anew; returns the records that are deleted now and were not before.

    `anew`: what deleted them may be gone.
    """
    for portion in chunks(touched):
        _write(connection, portion)
    judged = judged_again(connection, touched)
    if erases or anew:
        judged = dict.fromkeys(touched, False) | judged
        judged |= {one: True for one in judged if erases.buries(one)}
    return _mark_deleted(connection, judged)


def _write(connection: Connection, records: Collection[Record]) -> None:
    known = {
        Record(row.scope, row.kind, row.owner, row.id): row.row
        for row in fetch(connection, _WRITTEN, {one.id for one in records})
    }
    rows = {one: _row(one, views) for one, views in _views(connection, records).items()}
    new = [row | {"deleted": False} for one, row in rows.items() if one not in known]
    old = [row | {"known": known[one]} for one, row in rows.items() if one in known]
    if new:
        connection.execute(insert(record), new)
    if old:
        connection.execute(update(record).where(record.c.row == bindparam("known")), old)


def _views(connection: Connection, records: Collection[Record]) -> dict[Record, Mapping[str, FieldView]]:
    """Those fields that a summary depends on; settled prose is not among them."""
    found: dict[Record, dict[FieldKey, FieldView]] = {one: {} for one in records}
    for row in fetch(connection, _telling(), {one.id for one in records}):
        key = key_of(row)
        if (views := found.get(record_of(key))) is not None:
            views[key] = view_of(row)
    return {
        one: {name: views[key] for key, name in names(filter(_is_named, views)).items()} for one, views in found.items()
    }


def _row(one: Record, views: Mapping[str, FieldView]) -> dict[str, object]:
    summary = summarise(one.kind, views)
    columns = {name: to_json(value) for name, value in summary.columns.items()}
    return one._asdict() | summary._asdict() | {"columns": json.dumps(columns, ensure_ascii=False)}


def stale(connection: Connection) -> list[Record]:
    """The records whose row is not what their fields make it; none while all is well."""
    found = connection.execute(select(record)).mappings().all()
    rows = {Record(row["scope"], row["kind"], row["owner"], row["id"]): row for row in found}
    made = ((one, _row(one, views)) for portion in chunks(rows) for one, views in _views(connection, portion).items())
    return [one for one, row in made if any(rows[one][name] != part for name, part in row.items())]


def _mark_deleted(connection: Connection, judged: Mapping[Record, bool]) -> frozenset[Record]:
    """Returns those that are deleted from now on."""
    changed = {one for one, deleted in judged.items() if connection.scalar(_DELETED, _named(one)) != deleted}
    if changed:
        connection.execute(_MARK, [_named(one) | {"deleted": judged[one]} for one in changed])
    return frozenset(one for one in changed if judged[one])


def _named(one: Record) -> dict[str, object]:
    return {f"{name}_": part for name, part in one._asdict().items()}


def _is_named(key: FieldKey) -> bool:
    return key.field is not None
