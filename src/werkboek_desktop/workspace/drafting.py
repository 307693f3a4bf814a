"""Typing that is kept but is not a change yet: one draft a field, sealed into one change a visit."""

from typing import NamedTuple

from werkboek_desktop.domain.change import Change
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.records import Record
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import Status
from werkboek_desktop.store import burials
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.shapes import Draft
from werkboek_desktop.workspace import editing, steps
from werkboek_desktop.workspace.lookup import field_key, key_of, known_kind
from werkboek_desktop.workspace.model import Changed
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session


class Recovered(NamedTuple):
    """What somebody was typing when the program was killed: what stood there before it, and the change it became."""

    record: RecordId
    field: str
    before: Value
    value: Value
    time: int
    change: ChangeId


def draft(session: Session, record: RecordId, name: str, value: Value, seen: tuple[ChangeId, ...]) -> None:
    """Keeps what is being typed. A draft that is there already keeps the `seen` of its first keystroke.

    What was destroyed while somebody still typed in it is not kept once more.
    """
    with session.store.write() as transaction:
        key = field_key(key_of(transaction, record), name)
        if burials.destroying(transaction.connection).is_dead(key, seen):
            return
        transaction.keep_draft(Draft(key, value, seen, session.app.clock()))


def seal(session: Session, record: RecordId, name: str, *, initiator: object = None) -> Changed | None:
    """Makes one change of a draft, on what its author saw when the typing began. None: there was no draft."""
    with session.store.read() as reader:
        key = field_key(key_of(reader, record), name)
        kept = reader.draft(key)
        row = reader.row(record)
        is_outlived = kept is not None and reader.erases.is_dead(key, kept.seen)
    if kept is None or is_outlived:
        return None
    if row and row.deleted:
        _put_back(session, record, initiator)

    def act(scribe: Scribe) -> Change | None:
        scribe.transaction.drop_draft(key)
        return editing.write(scribe, record, name, kept.value, kept.seen)

    return session.edit(record, act, initiator, name=steps.changed(key.kind, name), typed=True)


def _put_back(session: Session, record: RecordId, initiator: object) -> None:
    """What its writer deleted themself is put back before they write in it: a step of its own, so that undo deletes it.

    What somebody else deleted stays a question: the writing keeps it alive, and says so.
    """

    def act(scribe: Scribe) -> Change | None:
        last, above = None, scribe.transaction.record_key(record)
        while above:
            deletes = scribe.transaction.deletion.deletes(Record(known_kind(above.kind).scope, *above))
            if deletes and all(delete.listed and delete.author == scribe.author for delete in deletes):
                last = editing.write_undeleted(scribe, above.id)
            above = scribe.transaction.record_key(above.owner) if above.owner else None
        return last

    session.edit(record, act, initiator, name=steps.put_back)


def seal_all(session: Session) -> Changed:
    """Makes changes of all drafts but those of a choice between versions: a choice is a person's to finish."""
    records: frozenset[RecordId] = frozenset()
    with session.store.read() as reader:
        kept_here = unfinished(reader)
    for kept in kept_here:
        if kept.key.field and (changed := seal(session, kept.key.record, kept.key.field)):
            records |= changed.records
    return Changed(records)


def recover(session: Session, initiator: object = None) -> list[Recovered]:
    """Makes changes of what a program that was killed had kept, and tells what came of it."""
    with session.store.read() as reader:
        kept_here = [(kept, reader.history(kept.key).at(kept.seen).view().value) for kept in unfinished(reader)]
    found = []
    for kept, before in kept_here:
        record, name = kept.key.record, kept.key.field
        changed = seal(session, record, name, initiator=initiator) if name else None
        if changed and changed.change:
            found.append(Recovered(record, str(name), before, kept.value, kept.time, changed.change))
    return found


def unfinished(reader: Reader) -> list[Draft]:
    """What is being typed, without what is being chosen between versions and what stands on a text that was erased."""
    dead = {kept.key for kept in outlived(reader)}
    return [kept for kept in reader.drafts() if kept.key not in dead and not _is_choice(reader, kept)]


def outlived(reader: Reader) -> list[Draft]:
    """What was typed in a text that was erased meanwhile: it is never sealed, and shown for its author to copy."""
    erases = reader.erases
    return [kept for kept in reader.drafts() if erases.is_dead(kept.key, kept.seen)] if erases else []


def _is_choice(reader: Reader, kept: Draft) -> bool:
    """Whether what the author saw when the typing began were two versions."""
    return len(kept.seen) > 1 and reader.history(kept.key).at(kept.seen).view().status is Status.CONFLICT


def drop(session: Session, record: RecordId, name: str) -> None:
    """Lets a draft go."""
    with session.store.write() as transaction:
        transaction.drop_draft(field_key(key_of(transaction, record), name))
