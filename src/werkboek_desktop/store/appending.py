"""Adding changes to the set, and bringing all that is derived from it up to date, in one transaction."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from werkboek_desktop.domain.change import Change, FieldKey, Op
from werkboek_desktop.domain.erasing import Erases
from werkboek_desktop.domain.ids import ChangeId, RecordId, WriterId
from werkboek_desktop.domain.project import candidate_of
from werkboek_desktop.domain.readiness import Judged, Standing, judge
from werkboek_desktop.domain.records import record_of
from werkboek_desktop.domain.view import FieldView
from werkboek_desktop.store import burials, states, summaries
from werkboek_desktop.store.rows import CHANGES, KEY, among, change_of, change_row, fetch, insert_all, key_of
from werkboek_desktop.store.states import Placed
from werkboek_desktop.store.tables import change, field, waiting, writer

_KNOWN = among(select(change.c.id), change.c.id)
_FIELD_ROWS = among(select(*KEY, field.c.row), field.c.record)
_CHILDREN = among(select(waiting.c.child), waiting.c.parent)
_WAITERS = among(CHANGES.add_columns(change.c.row.label("row"), change.c.field.label("field_row")), change.c.row)
_HERE = among(
    select(*KEY, change.c.id, change.c.depth, change.c.standing)
    .select_from(change.join(field))
    .where(change.c.standing != Standing.ASIDE),
    change.c.id,
)
_WRITERS = among(select(writer.c.id, writer.c.row), writer.c.id)
_ANY_WAITING = select(waiting.c.child).limit(1)
_LAST_FIELD = select(func.max(field.c.row))
_LAST = select(func.max(change.c.row))


class Appended(NamedTuple):
    """What an append did. `rows`: those of the new ones, in their order.

    `ready`: how many changes count from now on; `waiting`: how many of the new ones don't yet.

    `views`: what each field shows now that may have shown something else before; without heads it shows nothing any
    more. `deleted`: what is deleted from now on, with what it owns.
    """

    new: tuple[ChangeId, ...]
    rows: range
    known: int
    ready: int
    waiting: int
    views: Mapping[FieldKey, FieldView]
    deleted: frozenset[RecordId]

    def showing(self, views: Mapping[FieldKey, FieldView]) -> "Appended":
        """The same, and what else these fields show."""
        return self._replace(views={**self.views, **views})

    @property
    def records(self) -> frozenset[RecordId]:
        """What may show otherwise now."""
        return frozenset(key.record for key in self.views)


def append(connection: Connection, changes: Iterable[Change], bundle: int | None = None) -> Appended:
    """Adds what is new, and makes every derived table what a full replay would make it.

    `bundle`: the row of the one that brings it; None: it was written here.
    """
    new, known = _new(connection, changes)
    if not new:
        return Appended((), range(0), known, 0, 0, {}, frozenset())
    waiters = _waiting_for(connection, new)
    standings = _judged(connection, [*new, *(placed.change for placed in waiters)])
    fields = intern_fields(connection, (one.key for one in new))
    erases = burials.erases(connection)
    kept = _without_destroyed(connection, new) if erases else new
    placed = _insert(connection, kept, fields, standings, bundle)
    _update_waiting(connection, placed, waiters, standings)
    ready = [one for one in (*placed, *waiters) if standings[one.change.id] is Standing.READY]
    if erases or any(one.header.op == Op.ERASE for one in new):
        erases = burials.erases(connection)  # who owns what, which decides how far they reach, is among what is new
    views = _show(connection, ready, erases)
    deleted = summaries.refresh(connection, {record_of(key) for key in views}, erases)
    return Appended(
        tuple(one.id for one in new),
        range(placed[0].row, placed[-1].row + 1),
        known,
        len(ready),
        sum(standings[one.id] is Standing.WAITING for one in new),
        views,
        frozenset(one.id for one in deleted),
    )


def _new(connection: Connection, changes: Iterable[Change]) -> tuple[list[Change], int]:
    """What is not here yet, each once; and how many are."""
    given = {one.id: one for one in changes}
    known = known_ids(connection, given)
    return [one for id_, one in given.items() if id_ not in known], len(known)


def _show(connection: Connection, ready: Sequence[Placed], erases: Erases) -> dict[FieldKey, FieldView]:
    """What the fields show now in which something became ready, or that an erase reaches since."""
    keys = {one.change.key: one.field for one in ready}
    if not erases:
        shown = states.advance(connection, ready)
        return {key: shown[row] for key, row in keys.items()}
    reached = burials.fields_reached(connection, erases)
    again = {row for key, row in keys.items() if key in reached}
    again.update(burials.not_yet_buried(connection, erases))
    shown = states.advance(connection, [one for one in ready if one.field not in again])
    shown |= states.restate(connection, again, erases)
    keys |= {key: row for key, row in reached.items() if row in again}
    return {key: shown[row] for key, row in keys.items()}


def known_ids(connection: Connection, ids: Collection[ChangeId]) -> set[ChangeId]:
    """Which of these changes are here."""
    return {row.id for row in fetch(connection, _KNOWN, ids)}


def intern_fields(connection: Connection, keys: Iterable[FieldKey]) -> dict[FieldKey, int]:
    """The rows of these fields, which may be named twice; what is new gets one, in this order."""
    keys = dict.fromkeys(keys)
    found = _field_rows(connection, keys)
    first = 1 + (connection.scalar(_LAST_FIELD) or 0)
    new = {key: row for row, key in enumerate((key for key in keys if key not in found), first)}
    insert_all(connection, field, ({"row": row} | key._asdict() for key, row in new.items()))
    return found | new


def _field_rows(connection: Connection, keys: Collection[FieldKey]) -> dict[FieldKey, int]:
    wanted = set(keys)
    rows = fetch(connection, _FIELD_ROWS, {key.record for key in keys})
    return {key: row.row for row in rows if (key := key_of(row)) in wanted}


def _waiting_for(connection: Connection, new: Iterable[Change]) -> list[Placed]:
    """All that waits for one of these changes, directly or through others."""
    if connection.scalar(_ANY_WAITING) is None:
        return []
    found: dict[int, Placed] = {}
    parents = {one.id for one in new}
    while parents:
        children = {row.child for row in fetch(connection, _CHILDREN, parents)}
        rows = fetch(connection, _WAITERS, children - found.keys())
        fresh = [Placed(row.row, row.field_row, change_of(row)) for row in rows]
        found |= {one.row: one for one in fresh}
        parents = {one.change.id for one in fresh}
    return list(found.values())


def _judged(connection: Connection, changes: Sequence[Change]) -> dict[ChangeId, Standing]:
    candidates = list(map(candidate_of, changes))
    among = {one.id for one in candidates}
    parents = {parent for one in candidates for parent in one.parents} - among
    return judge(candidates, judged_here(connection, parents))


def judged_here(connection: Connection, ids: Collection[ChangeId]) -> dict[ChangeId, Judged]:
    """The standing of those of these changes that are here and not set aside."""
    return {row.id: Judged(row.depth, key_of(row), Standing(row.standing)) for row in fetch(connection, _HERE, ids)}


def _insert(
    connection: Connection,
    new: Sequence[Change],
    fields: Mapping[FieldKey, int],
    standings: Mapping[ChangeId, Standing],
    bundle: int | None,
) -> list[Placed]:
    writers = _writer_rows(connection, {one.header.writer for one in new})
    first = 1 + last_row(connection)
    placed = [Placed(row, fields[one.key], one) for row, one in enumerate(new, first)]
    rows = (
        change_row(row, one, field_row, writers[one.header.writer], standings[one.id], bundle)
        for row, field_row, one in placed
    )
    insert_all(connection, change, rows)
    return placed


def _without_destroyed(connection: Connection, new: Sequence[Change]) -> list[Change]:
    """The same; of what is dead under an erase to which a person here said yes only the header is kept."""
    destroyed = burials.destroying(connection)
    return [replace(one, body=None) if destroyed.kills(one.header) else one for one in new]


def last_row(connection: Connection) -> int:
    """The row of the change that was added last; 0 if there is none."""
    return connection.scalar(_LAST) or 0


def _writer_rows(connection: Connection, ids: Collection[WriterId]) -> dict[WriterId, int]:
    rows = fetch(connection, _WRITERS, ids)
    return {row.id: row.row for row in rows}


def _update_waiting(
    connection: Connection,
    placed: Iterable[Placed],
    waiters: Iterable[Placed],
    standings: Mapping[ChangeId, Standing],
) -> None:
    waits = [
        {"parent": parent, "child": one.row}
        for one in placed
        if standings[one.change.id] is Standing.WAITING
        for parent in one.change.header.parents
    ]
    if waits:
        connection.execute(insert(waiting), waits)
    freed = [one for one in waiters if standings[one.change.id] is not Standing.WAITING]
    if freed:
        connection.execute(
            delete(waiting).where(waiting.c.child == bindparam("row_")), [{"row_": one.row} for one in freed]
        )
        connection.execute(
            update(change).where(change.c.row == bindparam("row_")),
            [{"row_": one.row, "standing": standings[one.change.id]} for one in freed],
        )
