"""What is here and counts on what is not: the changes that wait, and the bundles that came."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import func, select

from werkboek_desktop.domain import tips
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.rows import KEY, RECEIVED, AnyRow, all_of, key_of, received_of
from werkboek_desktop.store.shapes import Received
from werkboek_desktop.store.tables import change, field, received, waiting, writer

_WAITING = select(waiting.c.child)
_WAITERS = (
    select(*KEY, change.c.row, change.c.author, writer.c.key.label("writer_key"))
    .select_from(change.join(field).join(writer))
    .where(change.c.row.in_(_WAITING))
    .order_by(change.c.row)
)
_RECORDS = (
    select(field.c.record, field.c.owner, func.count().label("changes"))
    .select_from(change.join(field))
    .where(change.c.row.in_(_WAITING))
    .group_by(field.c.record, field.c.owner)
)
_LACKING = select(received.c.row).where(received.c.lacks != "{}", ~received.c.aside).limit(1)


class Waiter(NamedTuple):
    """A change that waits, and the key of the computer that wrote it."""

    row: int
    key: FieldKey
    author: RecordId | None
    writer_key: bytes


class Parcel(NamedTuple):
    """A bundle that came, and which of the waiting changes were in it."""

    bundle: Received
    waiters: frozenset[int]


def waiters(reader: Reader) -> list[Waiter]:
    """Every change that waits for one that is not here."""
    rows = all_of(reader.connection.execute(_WAITERS))
    return [Waiter(row.row, key_of(row), row.author, row.writer_key) for row in rows]


def anything_lacks(reader: Reader) -> bool:
    """Whether some bundle went on from what was not here when it came."""
    return reader.connection.scalar(_LACKING) is not None


def parcels(reader: Reader, waiting_rows: Sequence[int]) -> list[Parcel]:
    """Every bundle that came, in that order; `waiting_rows` rise."""
    query = RECEIVED.add_columns(received.c.content, received.c.aside).order_by(received.c.row)
    return [
        Parcel(_as_it_counts(row), frozenset(_within(json.loads(row.content), waiting_rows)))
        for row in all_of(reader.connection.execute(query))
    ]


def _as_it_counts(row: AnyRow) -> Received:
    """A bundle that was taken back lacks nothing."""
    return received_of(row)._replace(lacks={}) if row.aside else received_of(row)


def _within(ranges: Sequence[tuple[int, int]], rows: Sequence[int]) -> Iterator[int]:
    for first, last in ranges:
        yield from rows[bisect_left(rows, first) : bisect_right(rows, last)]


def still_lacks(reader: Reader, lacks: Sequence[tuple[str, tuple[ChangeId, ...]]]) -> list[bool]:
    """Of ids of each scope whether one of them still has a gap below it here, or is not here at all."""
    here = {scope: tips.gap_free(reader.links(scope)) for scope in {scope for scope, _ids in lacks}}
    return [not here[scope].issuperset(ids) for scope, ids in lacks]


def waiting_records(reader: Reader) -> dict[RecordId, int]:
    """How many changes wait, of each record and of each that owns one."""
    found: dict[RecordId, int] = {}
    for row in reader.connection.execute(_RECORDS):
        for id_ in {row.record, row.owner} - {None}:
            found[id_] = found.get(id_, 0) + row.changes
    return found
