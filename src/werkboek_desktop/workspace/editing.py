"""Edits: what a person meant, as changes on exactly what they saw."""

from collections.abc import Iterable, Mapping, Sequence

from werkboek_desktop.domain import deletion, schema
from werkboek_desktop.domain.change import DELETED, Change, RecordKey
from werkboek_desktop.domain.history import elements_of
from werkboek_desktop.domain.ids import ChangeId, RecordId, attendance_id, new_record_id, workbook_id
from werkboek_desktop.domain.joining import SAME_AS
from werkboek_desktop.domain.places import Hung, Tree
from werkboek_desktop.domain.records import Record
from werkboek_desktop.domain.values import Place, Value, ValueType, canonical_set
from werkboek_desktop.domain.view import FieldView, Status
from werkboek_desktop.errors import (
    BadEdit,
    PlaceInItself,
    RecordDeleted,
    RecordErased,
    UnknownRecord,
    WorkbookStays,
    WrongOwner,
)
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import reading, steps
from werkboek_desktop.workspace.given import elements, place_of, value_of
from werkboek_desktop.workspace.lookup import field_key, joined_keys, key_of, known_field, known_kind
from werkboek_desktop.workspace.model import Changed, Given, NewRecord, PlaceAfter
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session
from werkboek_desktop.workspace.steps import WORKBOOK

type Target = RecordId | NewRecord


def new_record(session: Session, kind_name: str, owner: RecordId | None) -> NewRecord:
    """A record to be made by its first edit."""
    kind = known_kind(kind_name)
    owner_kind = _kind_of(session, _target(session, owner)) if owner else None
    if owner:
        with session.store.read() as reader:
            refuse_deleted(reader, owner)
    if (owner_kind is None and kind.owners) or (owner_kind and owner_kind not in kind.owners):
        raise WrongOwner(kind_name, kind.owners)
    return NewRecord(RecordKey(kind_name, owner, new_record_id(session.app.entropy)))


def workbook(session: Session) -> Target:
    """The workbook, which its first edit makes."""
    return _target(session, workbook_id(session.project))


def _target(session: Session, record: RecordId) -> Target:
    """The workbook of a new project is there before anything was said of it."""
    with session.store.read() as reader:
        if record == workbook_id(session.project) and reader.record_key(record) is None:
            return NewRecord(RecordKey(WORKBOOK, None, record))
    return record


def sign(session: Session) -> Changed:
    """Makes the author a person of the project."""
    return session.edit(session.project, lambda _: None)


def attendance(session: Session, masterclass: RecordId, attendee: RecordId) -> Target:
    """The attendance of an attendee, which the first edit makes."""
    record = attendance_id(masterclass, attendee)
    with session.store.read() as reader:
        if reader.record_key(record):
            return record
        for owner, kind in ((masterclass, "masterclass"), (attendee, "attendee")):
            if key_of(reader, owner).kind != kind:
                raise UnknownRecord(owner)
            refuse_deleted(reader, owner)
    return NewRecord(RecordKey("attendance", masterclass, record), (("attendee", attendee),))


def edit(
    session: Session,
    target: Target,
    name: str,
    value: Value,
    seen: tuple[ChangeId, ...],
    *,
    initiator: object = None,
) -> Changed:
    """Writes a value on exactly the heads that its author saw; nothing if they saw just this value."""
    called = _edit_name(session, target, name)
    return session.edit(
        record_id(target), lambda scribe: write(scribe, target, name, value, seen), initiator, name=called
    )


def set_field(session: Session, target: Target, name: str, given: Given) -> Changed:
    """Writes a value on all that is there now, so on a merged or conflicting field it resolves."""
    if name == DELETED:
        return _set_deleted(session, record_id(target), given)
    declared = known_field(_kind_of(session, target), name)
    if declared.type is ValueType.PLACE:
        return move(session, target, place_of(declared, given))
    value = value_of(session, declared, given)

    called = _edit_name(session, target, name)
    return session.edit(record_id(target), lambda scribe: write_on_all(scribe, target, name, value), name=called)


def change_set(session: Session, target: Target, name: str, add: Iterable[str], remove: Iterable[str]) -> Changed:
    """Adds and removes elements of a set, on all that is there now."""

    kind = _kind_of(session, target)
    declared = known_field(kind, name)
    added, removed = elements(declared, add), elements(declared, remove)
    is_joining = name == SAME_AS and added
    return session.edit(
        record_id(target),
        lambda scribe: write_set(scribe, target, name, added, removed),
        name=steps.joined(kind) if is_joining else _edit_name(session, target, name),
    )


def write_set(
    scribe: Scribe, target: Target, name: str, add: Iterable[str] = (), remove: Iterable[str] = ()
) -> Change | None:
    """Adds and removes elements of a set inside a transaction, on all that is there now."""
    view = _view(scribe, target, name)
    now = set(elements_of(view.value)) if view else set()
    return write(scribe, target, name, canonical_set(now.union(add).difference(remove)), view.heads if view else ())


def create(session: Session, new: NewRecord, values: Mapping[str, Value], *, initiator: object = None) -> Changed:
    """Makes a record at once, with these values; without any it is there with an empty title."""

    return session.edit(
        new.key.id, lambda scribe: write_new(scribe, new, values), initiator, name=steps.added(new.key.kind)
    )


def write_new(scribe: Scribe, new: NewRecord, values: Mapping[str, Value]) -> Change | None:
    """A new record with these values, inside a transaction."""
    last = begin(scribe, new)
    for name, value in (values or {known_kind(new.key.kind).title[0]: None}).items():
        last = scribe.edit(new.key, name, value, ())
    return last


def delete(session: Session, record: RecordId, *, initiator: object = None) -> Changed:
    """Deletes a record with all it owns in its scope, and the others that are the same person."""

    def act(scribe: Scribe) -> Change | None:
        return write_deleted(scribe, joined_keys(scribe.transaction, record))

    return session.edit(record, act, initiator, name=steps.deleted)


def abandon(session: Session, record: RecordId, *, initiator: object = None) -> bool:
    """Lets a record go that was begun and in which nothing stands: no step to take back. False: something does."""
    with session.store.read() as reader:
        view = reading.record(reader, record)
    asked = {field.key for field in known_kind(view.key.kind).form_fields}
    if view.deleted or view.filled() & asked:
        return False
    session.edit(record, lambda scribe: write_deleted(scribe, [view.key]), initiator)
    session.steps.forget(record)
    return True


def write_deleted(scribe: Scribe, keys: Iterable[RecordKey]) -> Change | None:
    """The deletes of these records, inside a transaction; the last change."""
    roots = {key: Record(known_kind(key.kind).scope, *key) for key in keys}
    records, last = scribe.transaction.deletion_of(roots.values()), None
    for key, root in roots.items():
        if key.kind == WORKBOOK:
            raise WorkbookStays
        seen, says = tuple(deletion.heads_of_deleted(records, root)), [one.listed for one in records.deletes(root)]
        for listed in deletion.lists_for_delete(deletion.to_list(records, root)):
            if says != [listed]:
                last = scribe.edit(key, DELETED, listed, seen)
    return last


def undelete(session: Session, record: RecordId, *, initiator: object = None) -> Changed:
    """Brings a record back; nothing where it was never deleted."""
    return session.edit(record, lambda scribe: write_undeleted(scribe, record), initiator, name=steps.put_back)


def write_undeleted(scribe: Scribe, record: RecordId) -> Change | None:
    """The same inside a transaction."""
    last = None
    keys = joined_keys(scribe.transaction, record)
    refuse_erased(scribe.transaction, record)
    for key in keys:
        if seen := scribe.transaction.heads(field_key(key, DELETED)):
            last = scribe.edit(key, DELETED, deletion.UNDELETE, seen)
    return last


def move(session: Session, target: Target, to: PlaceAfter, *, initiator: object = None) -> Changed:
    """Puts a record somewhere else among its siblings, or below another."""

    def act(scribe: Scribe) -> Change | None:
        _view(scribe, target, "place")
        key = target.key if isinstance(target, NewRecord) else key_of(scribe.transaction, target)
        siblings = _siblings(scribe, target, key)
        known = {sibling.id for sibling in siblings}
        for other in (to.parent, to.after):
            if other is not None and other not in known:
                raise UnknownRecord(other)
        tree = Tree(siblings)
        if to.after == key.id or (to.parent is not None and tree.is_below(to.parent, key.id)):
            raise PlaceInItself
        return _write_places(scribe, key, tree.move(key.id, to.parent, to.after, scribe.app.entropy))

    return session.edit(record_id(target), act, initiator, name=steps.moved)


def _siblings(scribe: Scribe, target: Target, key: RecordKey) -> list[Hung]:
    """All that hangs in the same list or tree, what was just written and a new record among them."""
    there = {each.id: each for each in scribe.transaction.hung(key.owner, key.kind)}
    for change in scribe.changes:
        header, value = change.header, change.value
        if (header.owner, header.kind, header.field) == (key.owner, key.kind, "place") and isinstance(value, Place):
            there[header.record] = Hung(header.record, value)
    return [*there.values(), Hung(key.id, None)] if isinstance(target, NewRecord) else list(there.values())


def _write_places(scribe: Scribe, key: RecordKey, places: Mapping[RecordId, Value]) -> Change | None:
    moved = None
    for id_, place in places.items():
        sibling = key._replace(id=id_)
        change = scribe.edit(sibling, "place", place, scribe.transaction.heads(field_key(sibling, "place")))
        moved = change if id_ == key.id else moved
    return moved


def write_on_all(scribe: Scribe, target: Target, name: str, value: Value) -> Change | None:
    """One edit inside a transaction, on all that is there now."""
    view = _view(scribe, target, name)
    return write(scribe, target, name, value, view.heads if view else ())


def write(scribe: Scribe, target: Target, name: str, value: Value, seen: tuple[ChangeId, ...]) -> Change | None:
    """One edit inside a transaction; of persons that are joined, in each record that has the field."""
    if isinstance(target, NewRecord):
        known_field(target.key.kind, name)
        begin(scribe, target)
        return scribe.edit(target.key, name, value, seen)
    last = None
    for key, own in _seen_by_record(scribe.transaction, joined_keys(scribe.transaction, target), name, seen).items():
        last = _write_one(scribe, key, name, value, own) or last
    return last


def _seen_by_record(
    reader: Reader, joined: Sequence[RecordKey], name: str, seen: tuple[ChangeId, ...]
) -> Mapping[RecordKey, tuple[ChangeId, ...]]:
    """Of which records that are one person the field was seen, and what of each; the first where it was of none.

    What was seen of a record that is no longer the same person is nothing that a change of this one can build on.
    """
    if joined[0].kind != "attendance" and not schema.field(joined[0].kind, SAME_AS):
        return {joined[0]: seen}
    own = {key: tuple(id_ for id_ in seen if reader.is_of(id_, field_key(key, name))) for key in joined}
    return {key: ids for key, ids in own.items() if ids} or {joined[0]: ()}


def _write_one(scribe: Scribe, key: RecordKey, name: str, value: Value, seen: tuple[ChangeId, ...]) -> Change | None:
    view = scribe.transaction.field_view(key, name)
    if view and _says_so(view, value, seen):
        return None
    return scribe.edit(key, name, value, seen)


def _says_so(view: FieldView, value: Value, seen: tuple[ChangeId, ...]) -> bool:
    alone = view.status is Status.SETTLED and len(view.heads) == 1
    return alone and view.value == value and set(view.heads) == set(seen)


def begin(scribe: Scribe, new: NewRecord) -> Change | None:
    """What comes with the first edit of a new record: its place, last among its siblings, and what it is about."""
    last = None
    if schema.field(new.key.kind, "place"):
        tree = Tree(_siblings(scribe, new, new.key))
        last = _write_places(scribe, new.key, tree.last(new.key.id, scribe.app.entropy))
    for name, value in new.first:
        last = scribe.edit(new.key, name, value, ())
    return last


def _set_deleted(session: Session, record: RecordId, given: Given) -> Changed:
    if not isinstance(given, bool):
        raise BadEdit("deleted is true of false")
    return delete(session, record) if given else undelete(session, record)


def _edit_name(session: Session, target: Target, name: str) -> str:
    """An edit is called by its field; one that makes a record by that. The workbook was there before its first edit."""
    kind = _kind_of(session, target)
    return steps.added(kind) if isinstance(target, NewRecord) and kind != WORKBOOK else steps.changed(kind, name)


def _kind_of(session: Session, target: Target) -> str:
    if isinstance(target, NewRecord):
        return target.key.kind
    with session.store.read() as reader:
        return key_of(reader, target).kind


def refuse_erased(reader: Reader, record: RecordId) -> None:
    """What was erased stays so."""
    key = reader.record_key(record)
    if key and reader.erases.buries(Record(known_kind(key.kind).scope, *key)):
        raise RecordErased


def refuse_deleted(reader: Reader, record: RecordId) -> None:
    """A deleted record is put back before anything is added to it; one that was erased never is."""
    refuse_erased(reader, record)
    row = reader.row(record)
    if row and row.deleted:
        raise RecordDeleted(row.title or reading.UNTITLED)


def _view(scribe: Scribe, target: Target, name: str) -> FieldView | None:
    """What a person sees of the field now, of all records that are the same person together."""
    if isinstance(target, NewRecord):
        return None
    record = reading.record(scribe.transaction, target)
    refuse_deleted(scribe.transaction, target)
    return record.fields.get(name)


def record_id(target: Target) -> RecordId:
    """The id of a record that is there or will be."""
    return target.key.id if isinstance(target, NewRecord) else target
