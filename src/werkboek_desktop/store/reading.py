"""One snapshot of a project file: everything that can be asked of it."""

import json
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from sqlalchemy import ColumnElement, Connection, and_, func, select

from werkboek_desktop.domain import schema, statehash, tips
from werkboek_desktop.domain.change import FIRST, Change, FieldKey, Op, Predecessor, RecordKey, Scope
from werkboek_desktop.domain.ids import ChangeId, RecordId, WriterId
from werkboek_desktop.domain.joining import canonical_id
from werkboek_desktop.domain.places import Hung, Tree
from werkboek_desktop.domain.readiness import Standing
from werkboek_desktop.domain.records import Record
from werkboek_desktop.domain.tips import Link
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.view import FieldView, RecordView, Status
from werkboek_desktop.store import appending, assembly, search
from werkboek_desktop.store.columns import equals, load_value
from werkboek_desktop.store.deletions import RECORD, TableRecords
from werkboek_desktop.store.rows import CHANGES, KEY, VIEWS, AnyRow, change_of, chunks, key_of, view_of
from werkboek_desktop.store.shapes import Bundle, Draft, Hit, Row, Unsettled, Writer, read_columns
from werkboek_desktop.store.tables import (
    bundle,
    change,
    draft,
    field,
    record,
    setting,
    state,
    waiting,
    writer,
)


class Reader:
    """Answers from one consistent snapshot."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    # The file

    @cached_property
    def project(self) -> str:
        """The project's id."""
        return self.setting("project") or ""

    def setting(self, name: str) -> str | None:
        """A fact about this file at this computer."""
        return self.connection.scalar(select(setting.c.value).where(setting.c.name == name))

    def last_row(self) -> int:
        """The row of the change that was added last; grows with every append."""
        return appending.last_row(self.connection)

    def records_since(self, row: int) -> frozenset[RecordId]:
        """The records that changes after this row are about."""
        query = select(field.c.record).join(change).where(change.c.row > row).distinct()
        return frozenset(id_ for id_ in self.connection.scalars(query) if id_)

    # Records

    @cached_property
    def deletion(self) -> TableRecords:
        """What `domain.deletion` asks."""
        return TableRecords(self.connection)

    def record_key(self, id_: RecordId) -> RecordKey | None:
        """The record with this id; of several that disagree on kind or owner the one that the schema allows."""
        found = assembly.find(self.connection, id_)
        return found.key if found else None

    def rows(self, kind: str | None = None, *, deleted: bool = False) -> list[Row]:
        """What lists show, in no order; of joined persons the canonical one only."""
        query = select(*_ROW).where(record.c.deleted == deleted)
        if kind is not None:
            query = query.where(record.c.kind == kind)
        rows = self.connection.execute(query).all()
        others = self._not_canonical({row.kind for row in rows})
        return [Row._make(row)._replace(columns=read_columns(row.columns)) for row in rows if row.id not in others]

    def record(self, id_: RecordId) -> RecordView | None:
        """A record as a person sees it, together with those that are the same person; None: not here."""
        found = assembly.find(self.connection, id_)
        return next(assembly.record_views(self.connection, [found])) if found else None

    def records(self, kind: str | None = None) -> Iterator[RecordView]:
        """All records, or those of a kind, deleted ones too, sorted by kind and id."""
        query = select(*RECORD).order_by(record.c.kind, record.c.id, record.c.owner, record.c.scope)
        if kind is not None:
            query = query.where(record.c.kind == kind)
        return assembly.record_views(self.connection, [Record(*row) for row in self.connection.execute(query)])

    def owned(self, owner: RecordId, kind: str) -> list[RecordView]:
        """The list items of a record in the order of their places, without the deleted ones."""
        by_id = {one.id: one for one in self.deletion.owned(owner) if one.kind == kind}
        order = Tree(self.hung(owner, kind)).children()
        return list(assembly.record_views(self.connection, [by_id[id_] for id_ in order]))

    def hung(self, owner: RecordId | None, kind: str) -> list[Hung]:
        """The records of one list or tree with their winning places."""
        return assembly.hung(self.connection, owner, kind)

    def joined(self, key: RecordKey) -> tuple[RecordId, ...]:
        """The record and all that are the same person, the canonical one first."""
        return assembly.same_as(self.connection, key.kind).get(key.id, (key.id,))

    def person(self, name: str) -> RecordId | None:
        """The person of exactly this name; of several the smallest id."""
        query = select(record.c.id).where(record.c.kind == "person", record.c.title == name, ~record.c.deleted)
        return min(filter(None, self.connection.scalars(query)), default=None)

    def _not_canonical(self, kinds: Iterable[str]) -> set[RecordId]:
        groups = {group for kind in kinds for group in assembly.same_as(self.connection, kind).values()}
        return {id_ for group in groups for id_ in group if id_ != canonical_id(group)}

    # Fields

    def view(self, key: FieldKey) -> FieldView | None:
        """What a field shows; None if it was never set."""
        return self.views([key]).get(key)

    def views(self, keys: Collection[FieldKey]) -> dict[FieldKey, FieldView]:
        """What these fields show, without those that were never set."""
        wanted = set(keys)
        rows = (
            row
            for portion in chunks({key.record for key in keys})
            for row in self.connection.execute(VIEWS.where(field.c.record.in_(portion)))
        )
        return {key: view_of(row) for row in rows if (key := key_of(row)) in wanted}

    def field_row(self, key: FieldKey) -> int | None:
        """The row of a field; None if nothing was ever written in it."""
        return self.connection.scalar(select(field.c.row).where(*_is(key)))

    def field_view(self, key: RecordKey, name: str) -> FieldView | None:
        """What a field that this program knows shows; None if it was never set."""
        kind, declared = schema.kind(key.kind), schema.field(key.kind, name)
        return self.view(FieldKey(kind.scope, *key, name, declared.type)) if kind and declared else None

    def heads(self, key: FieldKey) -> tuple[ChangeId, ...]:
        """The ready changes of a field that nothing builds on: what an edit of all that is here has seen."""
        query = select(state.c.heads).select_from(field.join(state)).where(*_is(key))
        return self.connection.scalar(query) or ()

    def history(self, key: FieldKey) -> list[Change]:
        """The ready changes of a field, those that others build on first."""
        query = CHANGES.where(*_is(key), change.c.standing == Standing.READY)
        return [change_of(row) for row in self.connection.execute(query.order_by(change.c.depth, change.c.id))]

    def unsettled(self) -> list[Unsettled]:
        """The fields in conflict and the merged ones, of records that are not deleted."""
        query = (
            select(*KEY, state.c.status)
            .join(state)
            .join(record, _same_record)
            .where(state.c.status != Status.SETTLED, ~record.c.deleted)
            .order_by(field.c.kind, field.c.record, field.c.field)
        )
        return [Unsettled(key_of(row), Status(row.status)) for row in self.connection.execute(query)]

    # The set

    def known(self, ids: Collection[ChangeId]) -> set[ChangeId]:
        """Which of these changes are here."""
        return appending.known_ids(self.connection, ids)

    def get(self, ids: Collection[ChangeId]) -> dict[ChangeId, Change]:
        """Those of these changes that are here."""
        found = (
            change_of(row)
            for portion in chunks(ids)
            for row in self.connection.execute(CHANGES.where(change.c.id.in_(portion)))
        )
        return {one.id: one for one in found}

    def depth(self, id_: ChangeId) -> int:
        """How deep a change that is here stands."""
        return int(self.connection.scalars(select(change.c.depth).where(change.c.id == id_)).one())

    def is_of(self, id_: ChangeId, key: FieldKey) -> bool:
        """Whether a change is here and is one of this field."""
        query = select(change.c.row).join(field).where(change.c.id == id_, *_is(key))
        return self.connection.scalar(query) is not None

    def changes(
        self,
        scopes: Collection[str],
        *,
        records: Collection[RecordId] | None = None,
        without: Collection[ChangeId] = frozenset(),
    ) -> Iterator[Change]:
        """The set as a bundle holds it: sorted by (scope, record, field, depth, id), waiting and invalid ones too."""
        chosen = CHANGES.where(field.c.scope.in_(scopes)).order_by(*_EXPORT_ORDER)
        for row in self.connection.execute(chosen):
            if (records is None or row.record in records) and (one := change_of(row)).id not in without:
                yield one

    def writer_tip(self, writer_id: WriterId) -> Predecessor:
        """What a writer wrote last; FIRST if nothing."""
        query = select(change.c.seq, change.c.id).join(writer).where(writer.c.id == writer_id)
        last = self.connection.execute(query.order_by(change.c.seq.desc(), change.c.row.desc()).limit(1)).first()
        return Predecessor(*last) if last else FIRST

    def writers(self) -> list[Writer]:
        """Everyone who wrote here, sorted by id."""
        query = select(writer.c.id, writer.c.scope, writer.c.key, writer.c.nonce).order_by(writer.c.id)
        return [Writer(*row) for row in self.connection.execute(query)]

    def links(self, scope: str) -> dict[ChangeId, Link]:
        """The chains of all writers of a scope, waiting and invalid changes too."""
        query = select(change.c.id, writer.c.id, change.c.seq, change.c.prev).join(writer)
        rows = self.connection.execute(query.where(writer.c.scope == scope))
        return {id_: Link(*link) for id_, *link in rows}

    def tips(self) -> dict[str, tuple[ChangeId, ...]]:
        """By scope: the receipt of what is here."""
        return {scope: tips.tips(self.links(scope)) for scope in Scope}

    def state_hash(self, scope: Scope | None = None) -> str:
        """Equal on every computer with the same ready changes (docs/format.md)."""
        if scope is None:
            return statehash.project_hash({each: self.state_hash(each) for each in Scope})
        heads = self.connection.execute(select(*KEY, state.c.heads).join(state).where(field.c.scope == scope))
        erases = select(change.c.id).join(field).where(field.c.scope == scope, change.c.op == Op.ERASE)
        ids = filter(None, self.connection.scalars(erases))
        return statehash.scope_hash(scope, ((key_of(row), row.heads) for row in heads), ids)

    def waiting(self) -> int:
        """How many changes wait for one that is not here."""
        return self.connection.scalar(select(func.count(waiting.c.child.distinct()))) or 0

    # Beside the set

    def drafts(self) -> list[Draft]:
        """All that was typed and is not a change yet, the oldest first."""
        return self._drafts()

    def draft(self, key: FieldKey) -> Draft | None:
        """What was typed in a field and is not a change yet."""
        return next(iter(self._drafts(*_is(key))), None)

    def _drafts(self, *conditions: ColumnElement[bool]) -> list[Draft]:
        query = select(*KEY, draft.c.value, draft.c.seen, draft.c.time).join(draft).where(*conditions)
        return [
            Draft(key := key_of(row), load_value(key.type, row.value), row.seen, row.time)
            for row in self.connection.execute(query.order_by(draft.c.time, draft.c.field))
        ]

    def bundles(self) -> list[Bundle]:
        """Every bundle that was sent or imported here, the oldest first."""
        return [_bundle(row) for row in self.connection.execute(select(*_BUNDLE).order_by(bundle.c.row))]

    def receipt(self, key: bytes) -> Bundle | None:
        """The latest word of what the computer with this key has: its bundle of the highest number."""
        mine = select(*_BUNDLE).where(bundle.c.key == key, ~bundle.c.sent)
        row = self.connection.execute(mine.order_by(bundle.c.number.desc(), bundle.c.row.desc()).limit(1)).first()
        return _bundle(row) if row else None

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The fields that hold every word of what a person typed, the best first."""
        return search.find(self.connection, query, limit)

    def attachment_names(self) -> set[str]:
        """The SHA-256 of every attachment that a change names."""
        query = select(change.c.value).join(field).where(field.c.type == ValueType.ATTACHMENT).distinct()
        return {str(name) for name in self.connection.scalars(query) if name}


_ROW = tuple(record.c[name] for name in Row._fields)
_BUNDLE = tuple(bundle.c[name] for name in Bundle._fields)
_EXPORT_ORDER = (
    *(field.c[name] for name in ("scope", "record", "kind", "owner", "field", "type")),
    change.c.depth,
    change.c.id,
)
_same_record = and_(
    *(
        record.c[mine] == field.c[its]
        for mine, its in (("id", "record"), ("kind", "kind"), ("owner", "owner"), ("scope", "scope"))
    )
)


def _is(key: FieldKey) -> tuple[ColumnElement[bool], ...]:
    return tuple(equals(field.c[name], part) for name, part in key._asdict().items())


def _bundle(row: AnyRow) -> Bundle:
    received = {scope: tuple(ids) for scope, ids in json.loads(row.tips).items()}
    return Bundle._make(row)._replace(tips=received)
