"""The list of a day: who is put on it, and who is new at the door."""

from werkboek_desktop.domain import attendance
from werkboek_desktop.domain.change import Change, RecordKey
from werkboek_desktop.domain.ids import RecordId, attendance_id
from werkboek_desktop.errors import BadEdit
from werkboek_desktop.workspace import editing, steps
from werkboek_desktop.workspace.lookup import joined_keys, key_of, known_kind
from werkboek_desktop.workspace.model import Changed, NewRecord
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session

ATTENDANCE = "attendance"
ATTENDEE = "attendee"


def put_on_list(session: Session, day: RecordId, person: RecordId, *, initiator: object = None) -> Changed:
    """Puts a person on the list of a day; who stands on it stays as they are, who was taken off comes back."""
    there = _standing(session, day, person)
    target = editing.attendance(session, day, person)
    if there:
        return Changed(frozenset(), initiator, there)
    if isinstance(target, NewRecord):
        return editing.edit(session, target, "status", attendance.ON_THE_LIST, (), initiator=initiator)
    return editing.undelete(session, target, initiator=initiator)


def _standing(session: Session, day: RecordId, person: RecordId) -> RecordId | None:
    """The attendance of a person, or of another record that is the same person, unless it was taken off the list."""
    with session.store.read() as reader:
        ids = [attendance_id(day, key.id) for key in joined_keys(reader, person)]
        rows = reader.rows_of(ids)
    return next((id_ for id_ in ids if id_ in rows and not rows[id_].deleted), None)


def come_new(session: Session, day: RecordId, name: str, *, initiator: object = None) -> Changed:
    """Somebody nobody knew stands at the door: one step makes them and puts them on the list."""
    kind = known_kind(ATTENDEE)
    person = editing.new_record(session, ATTENDEE, None)
    if kind.by_name is None or not (values := kind.by_name(name)):
        raise BadEdit("een deelnemer heeft een naam")
    there = RecordKey(ATTENDANCE, day, attendance_id(day, person.key.id))
    with session.store.read() as reader:
        editing.refuse_deleted(reader, day)
        if key_of(reader, day).kind not in known_kind(ATTENDANCE).owners:
            raise BadEdit("een lijst hoort bij een masterclass")

    def act(scribe: Scribe) -> Change | None:
        editing.write_new(scribe, person, values)
        new = NewRecord(there, ((ATTENDEE, person.key.id),))
        return editing.write_new(scribe, new, {"status": attendance.AT_THE_DOOR})

    return session.edit(there.id, act, initiator, name=steps.added(ATTENDEE))
