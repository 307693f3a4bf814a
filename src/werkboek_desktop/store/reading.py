"""One snapshot of a project file: what people see of it, and what they are typing."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import Select, and_, bindparam, func, select

from werkboek_desktop.checkpoint import checked
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import FieldKey, RecordKey
from werkboek_desktop.domain.history import FieldHistory
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.joining import canonical_id
from werkboek_desktop.domain.places import Hung, Tree
from werkboek_desktop.domain.records import Record
from werkboek_desktop.domain.view import FieldView, RecordView, Status
from werkboek_desktop.store import assembly, search, states
from werkboek_desktop.store.changeset import IS_FIELD, ChangeSet, of_field
from werkboek_desktop.store.columns import load_value
from werkboek_desktop.store.deletions import RECORD, Snapshot, TableRecords
from werkboek_desktop.store.rows import KEY, VIEWS, AnyRow, all_of, among, fetch, key_of, view_of
from werkboek_desktop.store.shapes import Draft, Hit, Row, Unsettled, read_columns
from werkboek_desktop.store.tables import draft, field, record, state

_ROW = tuple(record.c[name] for name in Row._fields)
_ONE_ROW = select(*_ROW).where(*(column == bindparam(column.name, type_=column.type) for column in RECORD))
_ROWS = among(select(*_ROW), record.c.id)
_DELETED = among(select(*RECORD, record.c.deleted), record.c.id)
_VIEWS = among(VIEWS, field.c.record)
_KEYS = among(select(*KEY), field.c.record)
_FIELD_ROWS = among(select(*KEY, field.c.row), field.c.record)
_FIELD_ROW = select(field.c.row).where(IS_FIELD)
_HEADS = select(state.c.heads, state.c.erases).select_from(field.join(state)).where(IS_FIELD)
_DRAFTS = select(*KEY, draft.c.value, draft.c.seen, draft.c.time).join(draft).order_by(draft.c.time, draft.c.field)
_DRAFT = _DRAFTS.where(IS_FIELD)
_SAME_RECORD = and_(
    record.c.id == field.c.record,
    record.c.kind == field.c.kind,
    record.c.owner == field.c.owner,
    record.c.scope == field.c.scope,
)


class Reader(ChangeSet):
    """Answers from one consistent snapshot."""

    @cached_property
    def deletion(self) -> TableRecords:
        """What `domain.deletion` asks."""
        return TableRecords(self.connection)

    def deletion_of(self, roots: Collection[Record]) -> TableRecords:
        """The same of these records and all they own, read together; it holds until something is written."""
        return Snapshot(self.connection, roots)

    def record_key(self, id_: RecordId) -> RecordKey | None:
        """The record with this id; of several that disagree on kind or owner the one that the schema allows."""
        found = assembly.find(self.connection, id_)
        return found.key if found else None

    def deleted(self, ids: Collection[RecordId]) -> dict[Record, bool]:
        """The records with these ids, and whether they are deleted."""
        return {Record(*row[:4]): row.deleted for row in fetch(self.connection, _DELETED, ids)}

    def row(self, id_: RecordId) -> Row | None:
        """What a list shows of a record, deleted or not; None: not here."""
        found = assembly.find(self.connection, id_)
        return _row(self.connection.execute(_ONE_ROW, found._asdict()).one()) if found else None

    def rows(self, kind: str | None = None) -> list[Row]:
        """What lists show, in no order; of joined persons the canonical one only."""
        query = select(*_ROW, record.c.scope).where(~record.c.deleted)
        if kind is not None:
            query = query.where(record.c.kind == kind)
        rows = all_of(self.connection.execute(query))
        others = self._not_canonical({(row.scope, row.kind) for row in rows}, {row.id for row in rows})
        return [_row(row) for row in checked(rows) if row.id not in others]

    def size(self, kind: str) -> int:
        """How many records of a kind are not deleted."""
        return self.connection.scalar(select(func.count()).where(record.c.kind == kind, ~record.c.deleted)) or 0

    def rows_of(self, ids: Collection[RecordId]) -> dict[RecordId, Row]:
        """What a list shows of these records, deleted or not; of one id the record that the schema allows."""
        found = fetch(self.connection, _ROWS, ids)
        rows = sorted(map(_row, found), key=lambda row: (bool(schema.kind(row.kind)), row.kind))
        return {row.id: row for row in rows}

    def joined_groups(self, kind: str) -> assembly.Groups:
        """Of each record of a kind all that are the same person; empty where nobody ever joined any."""
        known = schema.kind(kind)
        return self._groups(known.scope, kind) if known else {}

    def _groups(self, scope: str, kind: str) -> assembly.Groups:
        return assembly.same_as(self.connection, [(scope, kind)])[scope, kind]

    def record(self, id_: RecordId) -> RecordView | None:
        """A record as a person sees it, together with those that are the same person; None: not here."""
        found = assembly.find(self.connection, id_)
        return next(assembly.record_views(self.connection, [found])) if found else None

    def records(self, kind: str | None = None) -> list[RecordView]:
        """All records, or those of a kind, deleted ones too, sorted by kind and id."""
        return list(assembly.record_views(self.connection, assembly.all_records(self.connection, kind)))

    def owned(self, owner: RecordId, kind: str) -> list[RecordView]:
        """The list items of a record in the order of their places, without the deleted ones."""
        by_id = {one.id: one for one in self.deletion.owned(owner) if one.kind == kind}
        order = Tree(self.hung(owner, kind)).children()
        return list(assembly.record_views(self.connection, [by_id[id_] for id_ in order]))

    def families(self, ids: Collection[RecordId]) -> Iterator[tuple[RecordView, list[RecordView]]]:
        """Records with what they own, in no order and without the deleted ones; a portion at a time."""
        return assembly.families(self.connection, ids)

    def changed_at(self, kind: str, ids: Collection[RecordId] | None = None) -> dict[RecordId, int]:
        """When the records of a kind, or these of them, or what they own, last changed."""
        return assembly.changed_at(self.connection, kind, ids)

    def hung(self, owner: RecordId | None, kind: str) -> list[Hung]:
        """The records of one list or tree with their winning places."""
        return assembly.hung(self.connection, owner, kind)

    def joined(self, key: RecordKey) -> tuple[RecordId, ...]:
        """The record and all that are the same person, the canonical one first."""
        found = assembly.find(self.connection, key.id)
        return self._groups(found.scope, key.kind).get(key.id, (key.id,)) if found else (key.id,)

    def person(self, name: str) -> RecordId | None:
        """The person of exactly this name; of several the smallest id."""
        query = select(record.c.id).where(record.c.kind == "person", record.c.title == name, ~record.c.deleted)
        return min(filter(None, self.connection.scalars(query)), default=None)

    def _not_canonical(self, kinds: Iterable[tuple[str, str]], alive: set[RecordId]) -> set[RecordId]:
        """Of joined persons those that do not stand for the others, which one that is deleted or erased cannot."""
        groups = {group for each in assembly.same_as(self.connection, set(kinds)).values() for group in each.values()}
        return {id_ for group in groups for id_ in group if id_ != canonical_id(group, set(group) - alive)}

    def view(self, key: FieldKey) -> FieldView | None:
        """What a field shows; None if it was never set."""
        return self.views([key]).get(key)

    def views(self, keys: Collection[FieldKey]) -> dict[FieldKey, FieldView]:
        """What these fields show, without those that were never set."""
        wanted = set(keys)
        rows = fetch(self.connection, _VIEWS, {key.record for key in keys})
        return {key: view_of(row) for row in rows if (key := key_of(row)) in wanted}

    def field_view(self, key: RecordKey, name: str) -> FieldView | None:
        """What a field that this program knows shows; None if it was never set."""
        kind, declared = schema.kind(key.kind), schema.field(key.kind, name)
        return self.view(FieldKey(kind.scope, *key, name, declared.type)) if kind and declared else None

    def field_row(self, key: FieldKey) -> int | None:
        """The row of a field; None if nothing was ever written in it."""
        return self.connection.scalar(_FIELD_ROW, of_field(key))

    def heads(self, key: FieldKey) -> tuple[ChangeId, ...]:
        """The ready changes of a field that nothing builds on: what an edit of all that is here has seen."""
        found = self.connection.execute(_HEADS, of_field(key)).first()
        return tuple(sorted((*found.heads, *found.erases))) if found else ()

    def history(self, key: FieldKey) -> FieldHistory:
        """The ready changes of a field; without entries if it was never set."""
        return self.histories([key])[key]

    def histories(self, keys: Collection[FieldKey]) -> dict[FieldKey, FieldHistory]:
        """The ready changes of each of these fields."""
        found = {key: FieldHistory(key.type, ()) for key in keys}
        rows = fetch(self.connection, _FIELD_ROWS, {key.record for key in keys})
        wanted = {row.row: key for row in rows if (key := key_of(row)) in found}
        histories = states.histories(self.connection, wanted, self.erases)
        return found | {wanted[row]: history for row, history in histories}

    def fields_of(self, ids: Collection[RecordId] | None = None) -> list[FieldKey]:
        """Every field in which anything was ever written, of these records or of all."""
        rows = self.connection.execute(select(*KEY)) if ids is None else fetch(self.connection, _KEYS, ids)
        return [key_of(row) for row in rows]

    def unsettled(self) -> list[Unsettled]:
        """The fields in conflict and the merged ones, of records that are not deleted."""
        query = (
            select(*KEY, state.c.status)
            .join(state)
            .join(record, _SAME_RECORD)
            .where(state.c.status.in_((Status.CONFLICT, Status.MERGED)), ~record.c.deleted)
            .order_by(field.c.kind, field.c.record, field.c.field)
        )
        return [Unsettled(key_of(row), Status(row.status)) for row in self.connection.execute(query)]

    def drafts(self) -> list[Draft]:
        """All that was typed and is not a change yet, the oldest first."""
        return self._drafts(_DRAFTS, {})

    def draft(self, key: FieldKey) -> Draft | None:
        """What was typed in a field and is not a change yet."""
        return next(iter(self._drafts(_DRAFT, of_field(key))), None)

    def _drafts(self, query: Select[*tuple[Any, ...]], given: Mapping[str, object]) -> list[Draft]:
        return [
            Draft(key := key_of(row), load_value(key.type, row.value), row.seen, row.time)
            for row in self.connection.execute(query, given)
        ]

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The fields that hold every word of what a person typed, the best first."""
        return search.find(self.connection, query, limit)


def _row(row: AnyRow) -> Row:
    return Row._make(row[: len(Row._fields)])._replace(columns=read_columns(row.columns))
