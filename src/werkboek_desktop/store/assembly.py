"""Whole records, from what each of their fields shows."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Column, Connection, bindparam, func, select

from werkboek_desktop.checkpoint import checked
from werkboek_desktop.domain import deletion, joining, schema
from werkboek_desktop.domain.change import DELETED, FieldKey
from werkboek_desktop.domain.erasing import NONE
from werkboek_desktop.domain.history import elements_of
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.places import Hung, Tree
from werkboek_desktop.domain.records import Record, names, record_of
from werkboek_desktop.domain.values import Place, ValueType
from werkboek_desktop.domain.view import FieldView, Notice, RecordView
from werkboek_desktop.store import burials
from werkboek_desktop.store.columns import equals
from werkboek_desktop.store.deletions import RECORD, Snapshot
from werkboek_desktop.store.rows import VIEWS, Shown, all_of, among, chunks, fetch, key_of, shown_of, view_of
from werkboek_desktop.store.tables import IS_SAME_AS, change, field, record

PLACE = "place"

_FOUND = select(*RECORD).where(record.c.id == bindparam("id"))
_SAME = among(VIEWS.where(IS_SAME_AS), field.c.kind)
_FIELDS = among(VIEWS, field.c.record)
_LIVING = {column: among(select(*RECORD).where(~record.c.deleted), column) for column in (record.c.id, record.c.owner)}
_DELETED = among(select(*RECORD).where(record.c.deleted), record.c.id)
_RANKS = among(select(change.c.id, change.c.depth), change.c.id)

type Scoped = tuple[str, str]
"""A scope and a kind."""
type Groups = dict[RecordId, tuple[RecordId, ...]]


def find(connection: Connection, id_: RecordId) -> Record | None:
    """The record with this id; of several that disagree the one that the schema allows."""
    found = [Record(*row) for row in connection.execute(_FOUND, {"id": id_})]
    return min(found, key=lambda one: (not _is_allowed(one), one.kind, one.owner or "", one.scope), default=None)


def _is_allowed(one: Record) -> bool:
    kind = schema.kind(one.kind)
    return kind is not None and kind.scope == one.scope and bool(kind.owners) == bool(one.owner)


def same_as(connection: Connection, kinds: Collection[Scoped]) -> dict[Scoped, Groups]:
    """For each record of these kinds all that are the same person; nothing where nobody ever joined any."""
    said: dict[Scoped, Groups] = {}
    for row in fetch(connection, _SAME, {kind for _scope, kind in kinds}):
        said.setdefault((row.scope, row.kind), {})[row.record] = elements_of(view_of(row).value)
    return {about: _groups(connection, about, said[about]) if about in said else {} for about in kinds}


def _groups(connection: Connection, about: Scoped, said: Groups) -> Groups:
    scope, kind = about
    ids = connection.scalars(select(record.c.id).where(record.c.kind == kind, record.c.scope == scope))
    return joining.groups({id_: said.get(id_, ()) for id_ in ids if id_})


def fields(connection: Connection, records: Collection[Record]) -> dict[Record, dict[FieldKey, Shown]]:
    """What the fields of these records show."""
    found: dict[Record, dict[FieldKey, Shown]] = {one: {} for one in records}
    for row in checked(fetch(connection, _FIELDS, {one.id for one in records})):
        key = key_of(row)
        if (views := found.get(record_of(key))) is not None:
            views[key] = shown_of(row)
    return found


def all_records(connection: Connection, kind: str | None = None) -> list[Record]:
    """Every record, or those of a kind, sorted by kind and id."""
    query = select(*RECORD).order_by(record.c.kind, record.c.id, record.c.owner, record.c.scope)
    if kind is not None:
        query = query.where(record.c.kind == kind)
    return [Record(*row) for row in connection.execute(query)]


def record_views(connection: Connection, records: Sequence[Record]) -> Iterator[RecordView]:
    """These records as a person sees them, in the order given."""
    groups = same_as(connection, {(one.scope, one.kind) for one in records})
    notes = _Notes(connection)
    for portion in chunks(records):
        deleted = _deleted(connection, portion)
        erases = burials.erases(connection) if deleted else NONE  # what was erased is deleted too
        together = {
            one: [one] if erases.buries(one) else _together(one, groups[one.scope, one.kind].get(one.id, ()))
            for one in portion
        }
        shown = fields(connection, {member for members in together.values() for member in members})
        for one, members in checked(together.items()):
            views = {member.id: _own(shown[member]) for member in members}
            yield RecordView(
                one.key,
                one.scope,
                one in deleted,
                _named(joining.joined_fields(one.id, views)),
                notes.of(one, shown[one]),
                tuple(member.id for member in members if member != one),
            )


def families(connection: Connection, ids: Collection[RecordId]) -> Iterator[tuple[RecordView, list[RecordView]]]:
    """These records with what they own, a portion at a time; the deleted ones are left out."""
    for portion in chunks(ids):
        heads = _living(connection, record.c.id, portion)
        owned: dict[RecordId | None, list[RecordView]] = {}
        for view in record_views(connection, _living(connection, record.c.owner, portion)):
            owned.setdefault(view.key.owner, []).append(view)
        for view in record_views(connection, heads):
            yield view, owned.get(view.id, [])


def _living(connection: Connection, column: Column[RecordId | None], ids: Collection[RecordId]) -> list[Record]:
    return [Record(*row) for row in fetch(connection, _LIVING[column], ids)]


def changed_at(connection: Connection, kind: str, ids: Collection[RecordId] | None = None) -> dict[RecordId, int]:
    """The latest time that a change of each record, or of what it owns, claims."""
    found: dict[RecordId, int] = {}
    for column, kinds in ((field.c.record, (kind,)), (field.c.owner, schema.owned_kinds(kind))):
        query = select(column, func.max(change.c.time)).select_from(change.join(field)).where(field.c.kind.in_(kinds))
        grouped = query.group_by(column)
        rows = all_of(connection.execute(grouped)) if ids is None else fetch(connection, among(grouped, column), ids)
        for id_, time in checked(rows):
            found[id_] = max(found.get(id_, 0), time)
    return found


def _together(one: Record, group: Iterable[RecordId]) -> list[Record]:
    """The record and those that are the same person, by id: the canonical one first."""
    return sorted({one, *(one._replace(id=id_) for id_ in group)})


def _deleted(connection: Connection, records: Collection[Record]) -> set[Record]:
    return {Record(*row) for row in fetch(connection, _DELETED, {one.id for one in records})}


def _own(shown: Mapping[FieldKey, Shown]) -> dict[FieldKey, FieldView]:
    return {key: view for key, (view, _) in shown.items() if key.field}


def _named(views: Mapping[FieldKey, FieldView]) -> dict[str, FieldView]:
    return {name: views[key] for key, name in names(views).items()}


class _Notes:
    """What is worth saying of records besides their fields. Each family and each tree is looked at once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._records = Snapshot(connection)
        self._cut: dict[tuple[str, RecordId | None], frozenset[RecordId]] = {}

    def of(self, one: Record, shown: Mapping[FieldKey, Shown]) -> tuple[Notice, ...]:
        """The notices of a record that shows this."""
        found: set[Notice | None] = {notice for _, notices in shown.values() for notice in notices}
        if any(key.field == DELETED for key in shown):
            found.add(deletion.judge(self._records, one).notice)
        place = shown.get(FieldKey(*one, PLACE, ValueType.PLACE))
        if place and isinstance(place.view.value, Place) and place.view.value.parent:
            found.add(self._of_cycle(one, place.view))
        return tuple(sorted(filter(None, found), key=lambda notice: (notice.kind, notice.change)))

    def _of_cycle(self, one: Record, place: FieldView) -> Notice | None:
        """Said of the record that hangs at top level because places make a cycle."""
        tree = one.kind, one.owner
        if tree not in self._cut:
            self._cut[tree] = frozenset(Tree(hung(self._connection, one.owner, one.kind)).cut)
        winner = place.variants[0]
        return Notice("place_cycle", winner.author, winner.changes[0]) if one.id in self._cut[tree] else None


def hung(connection: Connection, owner: RecordId | None, kind: str) -> list[Hung]:
    """The records of one list, or of one tree, with their winning places."""
    is_place = (field.c.field == PLACE, field.c.type == ValueType.PLACE)
    mine = (field.c.kind == kind, equals(field.c.owner, owner), *is_place)
    places = {row.record: view_of(row) for row in connection.execute(VIEWS.where(*mine))}
    ranks = _ranks(connection, [view.variants[0].changes[0] for view in places.values()])
    query = select(record.c.id, record.c.deleted).where(record.c.kind == kind, equals(record.c.owner, owner))
    return [_hung(id_, places.get(id_), ranks, deleted=deleted) for id_, deleted in connection.execute(query)]


def _hung(id_: RecordId, view: FieldView | None, ranks: Mapping[ChangeId, int], *, deleted: bool) -> Hung:
    if view is None or not isinstance(view.value, Place):
        return Hung(id_, None, deleted=deleted)
    winner = view.variants[0].changes[0]
    return Hung(id_, view.value, (ranks[winner], winner), deleted)


def _ranks(connection: Connection, ids: Collection[ChangeId]) -> dict[ChangeId, int]:
    rows = fetch(connection, _RANKS, ids)
    return {row.id: row.depth for row in rows}
