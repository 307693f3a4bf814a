"""What each field shows: moved on with every change that becomes ready."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.util import LRUCache

from werkboek_desktop.checkpoint import checked
from werkboek_desktop.domain.change import MERGE_RULE, Change
from werkboek_desktop.domain.erasing import NONE, Erases
from werkboek_desktop.domain.history import Entry, FieldHistory, view_of_head
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.project import entry_of
from werkboek_desktop.domain.readiness import Standing
from werkboek_desktop.domain.records import record_of
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.view import FieldView, Status
from werkboek_desktop.store import search
from werkboek_desktop.store.rows import BURIED, READ_BY_FIELD, among, fetch, insert_all, key_of, search_text, shown_json
from werkboek_desktop.store.rows import entry_of as stored_entry
from werkboek_desktop.store.tables import change, state

NOTHING = FieldView(Status.SETTLED, None, (), ())

_HEADS = among(select(state.c.field, state.c.heads), state.c.field)
_READY = among(READ_BY_FIELD.where(change.c.standing == Standing.READY).order_by(change.c.field), change.c.field)


_WOVEN: LRUCache[object, FieldView] = LRUCache(5_000)
"""Texts by what they are woven from: ids say all of a change but whether its value was destroyed."""


class Placed(NamedTuple):
    """A change with the rows of itself and its field."""

    row: int
    field: int
    change: Change


type _Shown = tuple[FieldView, Mapping[str, object]]
"""What a field shows, and how that lies in `state`."""


def advance(connection: Connection, ready: Iterable[Placed]) -> dict[int, FieldView]:
    """Moves the heads of each field on by what became ready; writes what it shows now, and returns it by row."""
    by_field: dict[int, list[Placed]] = defaultdict(list)
    for one in ready:
        by_field[one.field].append(one)
    if not by_field:
        return {}
    fields = sorted(by_field)
    before = _heads(connection, fields)
    heads = {field: _moved(before.get(field, ()), by_field[field]) for field in fields}
    parted = dict.fromkeys(row for row in fields if len(heads[row]) > 1)
    views = _replace(connection, {row: _of_one(row, heads[row], by_field[row]) for row in heads if row not in parted})
    if not parted:
        search.learn(connection, list(views))
        return views
    fresh = ((row, _history(by_field[row])) for row in parted if row not in before)
    grown = list(histories(connection, [row for row in parted if row in before]))
    with search.indexing(connection, list(views)):
        merged = {row: _restated(row, history) for row, history in checked(chain(fresh, grown))}
    return views | _write(connection, merged)


def restate(connection: Connection, fields: Collection[int], erases: Erases) -> dict[int, FieldView]:
    """Works out anew what these fields show, from all of their ready changes; one without any shows nothing."""
    shown = {field: _restated(field, history) for field, history in histories(connection, fields, erases)}
    nothing: dict[int, _Shown | None] = dict.fromkeys(fields)
    return _write(connection, nothing | shown)


def _write(connection: Connection, shown: Mapping[int, _Shown | None]) -> dict[int, FieldView]:
    views = _replace(connection, shown)
    search.learn(connection, list(views))
    return views


def _replace(connection: Connection, shown: Mapping[int, _Shown | None]) -> dict[int, FieldView]:
    """Writes what these fields show in the place of what they showed; they are to be learned then."""
    if before := list(_heads(connection, shown.keys())):
        search.forget(connection, before)
        connection.execute(delete(state).where(state.c.field == bindparam("row")), [{"row": row} for row in before])
    insert_all(connection, state, (one[1] for one in shown.values() if one))
    return {field: one[0] if one else NOTHING for field, one in shown.items()}


def _heads(connection: Connection, fields: Collection[int]) -> dict[int, tuple[ChangeId, ...]]:
    rows = fetch(connection, _HEADS, fields)
    return {row.field: row.heads for row in rows}


def _moved(heads: Iterable[ChangeId], added: Iterable[Placed]) -> tuple[ChangeId, ...]:
    """Nothing that was ready before builds on what became ready now."""
    built_on = {parent for one in added for parent in one.change.header.parents}
    return tuple(sorted({*heads, *(one.change.id for one in added)} - built_on))


def _history(placed: Sequence[Placed]) -> FieldHistory:
    """Of a field in which nothing was ready before these."""
    return FieldHistory(placed[0].change.header.type, [entry_of(one.change) for one in placed])


def _of_one(field: int, heads: tuple[ChangeId, ...], added: Iterable[Placed]) -> _Shown:
    """One head shows itself, so nothing of it is written twice, but for the words of a set."""
    head = next(one for one in added if one.change.id == heads[0])
    type_ = head.change.header.type
    view = view_of_head(type_, entry_of(head.change))
    return view, {
        "field": field,
        "heads": heads,
        "erases": (),
        "hashed": (),
        "status": view.status,
        "head": head.row,
        "view": None,
        "text": search_text(view) if type_ is ValueType.SET else None,
    }


def _restated(field: int, history: FieldHistory) -> _Shown:
    if history.buried and history.type:
        return NOTHING, _row(field, BURIED, hashed=history.hashed_heads)
    recent = since_parting(history)
    view = _view(recent)
    row = _row(
        field,
        view.status,
        heads=history.living_heads,
        erases=tuple(erase.id for erase in history.erases),
        hashed=history.hashed_heads if history.erases else (),
        view=shown_json(view, recent.notices()),
        text=search_text(view),
    )
    return view, row


def _view(recent: FieldHistory) -> FieldView:
    """What is shown of it; a text that was woven for a preview is not woven again for the import."""
    if recent.type is not ValueType.PROSE:
        return recent.view()
    entries = (*recent.entries, *recent.erases)
    key = tuple((entry.id, entry.parents, entry.erased) for entry in entries)
    found: FieldView | None = _WOVEN.get(key)
    if found is None:
        _WOVEN[key] = found = recent.view()
    return found


def _row(field: int, status: str, **parts: object) -> dict[str, object]:
    empty = {"heads": (), "erases": (), "hashed": (), "head": None, "view": None, "text": None}
    return {"field": field, "status": status} | empty | parts


def histories(
    connection: Connection, fields: Collection[int], erases: Erases = NONE
) -> Iterator[tuple[int, FieldHistory]]:
    """The ready changes of these fields, a portion at a time; of a record that was erased none counts."""
    rows = fetch(connection, _READY, fields)
    for place, group in groupby(rows, lambda row: int(row.place)):
        entries = list(group)
        buried = bool(erases) and erases.buries(record_of(key_of(entries[0])))
        yield place, FieldHistory(entries[0].type, map(stored_entry, entries), buried=buried)


def since_parting(history: FieldHistory) -> FieldHistory:
    """The part of a history that decides what is shown: from the last change on that all later ones build on.

    A field of ten thousand changes then merges as fast as one of ten (docs/weave.md says why that is the same).
    """
    if any(entry.rule > MERGE_RULE for entry in history.entries):
        return history
    front = set(history.living_heads)
    later: list[Entry] = []
    for entry in reversed(history.entries):
        if front == {entry.id} and entry.has_value:
            return history.since([entry._replace(parents=()), *later])
        if not entry.parents:
            return history
        front.remove(entry.id)
        front.update(entry.parents)
        later.append(entry)
    return history
