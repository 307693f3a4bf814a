"""Imports that were taken back at this computer: what came with nothing else is set aside, and nothing is written.

Visible is the closure under parents of what was written here, all erases, and what every bundle holds that was not
taken back (docs/format.md). A delete builds on what it lists, and a draft on what its author saw.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import Connection, bindparam, delete, select, update

from werkboek_desktop.domain.change import DELETED, Change, FieldKey, Op
from werkboek_desktop.domain.deletion import family
from werkboek_desktop.domain.erasing import Erases, Name
from werkboek_desktop.domain.history import elements_of
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.project import candidate_of
from werkboek_desktop.domain.readiness import Standing, judge
from werkboek_desktop.domain.records import Record, record_of
from werkboek_desktop.domain.view import FieldView
from werkboek_desktop.store import burials, states, summaries
from werkboek_desktop.store.appending import judged_here
from werkboek_desktop.store.columns import equals, load_value
from werkboek_desktop.store.deletions import Snapshot, upwards
from werkboek_desktop.store.rows import CHANGES, KEY, AnyRow, all_of, among, change_of, fetch, insert_all, key_of
from werkboek_desktop.store.tables import change, draft, field, received, record, state, waiting

_OF_ROWS = among(
    select(change.c.row, change.c.id, change.c.field, change.c.op, change.c.bundle, *KEY[:4]).join(field),
    change.c.row,
)
_PARENTS = select(change.c.row, change.c.parents)
_LISTED = select(change.c.row, field.c.type, change.c.value).join(field).where(field.c.field == DELETED)
_IN_FIELDS = among(CHANGES.add_columns(change.c.row, change.c.standing, change.c.field.label("place")), change.c.field)
_UNDECIDED = CHANGES.add_columns(change.c.row, change.c.standing, change.c.field.label("place")).where(
    change.c.standing.in_((Standing.WAITING, Standing.INVALID))
)
_PLACES = among(select(*KEY, field.c.row), field.c.row)
_WITH_STATE = among(select(*KEY[:4]).join(state).distinct(), field.c.record)
_ALL_ASIDE = select(change.c.row).where(change.c.standing == Standing.ASIDE)
_ASIDE = among(_ALL_ASIDE, change.c.id)
_AS_STANDING = update(change).where(change.c.row == bindparam("row_"))


def any_aside(connection: Connection) -> bool:
    """Whether an import was taken back here."""
    return connection.scalar(select(received.c.row).where(received.c.aside).limit(1)) is not None


def builds_on_hidden(connection: Connection, changes: Iterable[Change]) -> bool:
    """Whether any of these changes stands on one that was set aside."""
    below = {parent for one in changes for parent in one.header.parents}
    below |= {id_ for one in changes if one.header.field == DELETED for id_ in elements_of(one.value)}
    return any(True for _ in fetch(connection, _ASIDE, below))


def count(connection: Connection, bundle: str) -> tuple[int, int]:
    """Of the changes of a bundle, how many are set aside and how many are not."""
    content = connection.scalar(select(received.c.content).where(received.c.id == bundle)) or "[]"
    rows = set(_rows(content))
    aside = rows.intersection(connection.scalars(_ALL_ASIDE))
    return len(aside), len(rows) - len(aside)


def hidden(connection: Connection) -> set[int]:
    """The rows of the changes that are not visible here.

    What leads from an erase to words that were destroyed stays: without it they would be alive, and gone.
    """
    contents = {True: set[int](), False: set[int]()}
    for row in connection.execute(select(received.c.content, received.c.aside)):
        contents[row.aside].update(_rows(row.content))
    rows = fetch(connection, _OF_ROWS, contents[True] - contents[False])
    leads = burials.destroying(connection)
    found = {row.id: row for row in rows if row.bundle is not None and row.op != Op.ERASE and not _leads_on(row, leads)}
    for id_ in _held_up(connection, found):
        found.pop(id_, None)
    return {row.row for row in found.values()}


def _leads_on(row: AnyRow, erases: Erases) -> bool:
    """Whether it is dead itself and bears the id of what died; what only bears that id goes, as all else does."""
    one = Record(row.scope, row.kind, row.owner, row.record)
    return Name(one.scope, one.id) in erases.buried and erases.buries(one)


def _rows(content: str) -> Iterator[int]:
    for first, last in json.loads(content):
        yield from range(first, last + 1)


def _held_up(connection: Connection, candidates: Mapping[ChangeId, AnyRow]) -> set[ChangeId]:
    """Those on which something stands that stays."""
    if not candidates:
        return set()
    rows = {row.row: id_ for id_, row in candidates.items()}
    builds = {row.row: row.parents for row in all_of(connection.execute(_PARENTS))}
    for row in connection.execute(_LISTED):
        builds[row.row] = (*builds.get(row.row, ()), *elements_of(load_value(row.type, row.value)))
    held: set[ChangeId] = {id_ for row, ids in builds.items() if row not in rows for id_ in ids}
    held |= {id_ for seen in connection.scalars(select(draft.c.seen)) for id_ in seen}
    by_id = {id_: row for row, id_ in rows.items()}
    found: set[ChangeId] = set()
    todo = list(held & by_id.keys())
    while todo:
        found.add(last := todo.pop())
        todo += [id_ for id_ in builds.get(by_id[last], ()) if id_ in by_id and id_ not in found]
    return found


def settle(connection: Connection) -> dict[FieldKey, FieldView]:
    """Sets aside what is hidden now, and brings back what no longer is; returns what those fields show."""
    wanted = hidden(connection)
    now = set(connection.scalars(_ALL_ASIDE))
    if wanted == now:
        return {}
    _stand(connection, wanted - now, Standing.ASIDE)
    _stand(connection, now - wanted, Standing.WAITING)
    moved = {row.field for row in fetch(connection, _OF_ROWS, wanted ^ now)}
    return _show(connection, moved | _judge_again(connection, moved))


def is_stale(connection: Connection) -> bool:
    """Whether what is set aside is not what should be."""
    return hidden(connection) != set(connection.scalars(_ALL_ASIDE))


def _stand(connection: Connection, rows: Iterable[int], standing: Standing) -> None:
    values = [{"row_": row, "standing": standing} for row in rows]
    if values:
        connection.execute(_AS_STANDING, values)


def _judge_again(connection: Connection, fields: Collection[int]) -> set[int]:
    """Finds out anew what counts in these fields; returns the fields, these or others, in which that made a change."""
    rows = [row for row in fetch(connection, _IN_FIELDS, fields) if row.standing != Standing.ASIDE]
    rows += connection.execute(_UNDECIDED).all()
    stood = {change_of(row).id: row for row in rows}
    candidates = [candidate_of(change_of(row)) for row in stood.values()]
    outside = {parent for one in candidates for parent in one.parents} - stood.keys()
    standings = judge(candidates, judged_here(connection, outside))
    turned = {id_: standing for id_, standing in standings.items() if stood[id_].standing != standing}
    for standing in Standing:
        _stand(connection, (stood[id_].row for id_, turned_to in turned.items() if turned_to is standing), standing)
    connection.execute(delete(waiting))
    waits = [(one, stood[one.id].row) for one in candidates if standings[one.id] is Standing.WAITING]
    insert_all(connection, waiting, ({"parent": p, "child": row} for one, row in waits for p in one.parents))
    return {stood[id_].place for id_ in turned}


def _show(connection: Connection, fields: Collection[int]) -> dict[FieldKey, FieldView]:
    erases = burials.erases(connection)
    fields = {*fields, *burials.no_longer_buried(connection, erases), *burials.not_yet_buried(connection, erases)}
    shown = states.restate(connection, fields, erases)
    keys = {key_of(row): row.row for row in fetch(connection, _PLACES, fields)}
    records = {record_of(key) for key in keys}
    decided = upwards(connection, records)  # a delete of an owner did not see what goes now
    families = set(family(Snapshot(connection, decided), *decided))
    there = _with_state(connection, families)
    for gone in records - there:
        connection.execute(
            delete(record).where(*(equals(record.c[name], part) for name, part in gone._asdict().items()))
        )
    summaries.refresh(connection, families & there, erases, anew=True)
    return {key: shown[row] for key, row in keys.items()}


def _with_state(connection: Connection, records: Collection[Record]) -> set[Record]:
    return {Record(*row) for row in fetch(connection, _WITH_STATE, {one.id for one in records})}
