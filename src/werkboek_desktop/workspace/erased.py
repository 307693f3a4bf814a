"""Erases that colleagues made: they hide already, and a person here says what else becomes of it."""

from collections.abc import Sequence
from typing import NamedTuple

from werkboek_desktop.domain.change import Change, FieldKey, Op
from werkboek_desktop.domain.history import Entry
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.errors import NothingToErase
from werkboek_desktop.store import burials
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import contacts
from werkboek_desktop.workspace.lookup import known_field
from werkboek_desktop.workspace.model import Changed
from werkboek_desktop.workspace.reading import author_name
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session


class Incoming(NamedTuple):
    """An erase that came from elsewhere: it hides already, and destroys after a yes.

    `by`: the person it says to be of. `signer`: the name by which the key that sealed it is known here, empty where it
    has none; `phrase`: six words to compare that key by.
    """

    erase: ChangeId
    record: RecordId
    kind: str
    field: str | None
    by: RecordId | None
    time: int
    trusted: bool
    signer: str = ""
    phrase: str = ""


def incoming(session: Session, reader: Reader) -> list[Incoming]:
    """The erases to which nobody here said yes or no, the oldest first."""
    answers = burials.answers(reader.connection)
    ids = [id_ for ids in reader.erase_ids().values() for id_ in ids if id_ not in answers]
    found = sorted(reader.get(ids).values(), key=lambda one: (one.header.time, one.id))
    return [_incoming(session, reader, one) for one in found]


def _incoming(session: Session, reader: Reader, one: Change) -> Incoming:
    header, key = one.header, _key_of(reader, one)
    return Incoming(
        one.id,
        header.record,
        header.kind,
        header.field,
        header.author,
        header.time,
        is_trusted_to(session, reader, one),
        contacts.name_of(reader, key),
        contacts.phrase_of(key),
    )


def is_trusted_to(session: Session, reader: Reader, change: Change) -> bool:
    """Whether whoever sealed an erase is somebody whose word is taken here, and nobody else than they say."""
    key = _key_of(reader, change)
    around, author = contacts.circle(reader, session), author_name(reader, change.header.author) or ""
    return around.is_trusted(key) and not around.is_somebody_elses(key, author)


def _key_of(reader: Reader, change: Change) -> bytes:
    return reader.writers({change.header.writer})[change.header.writer].key


def say_no(session: Session, erases: Sequence[ChangeId]) -> None:
    """Nothing is destroyed here for these; what they hide stays hidden."""
    with session.store.write() as transaction:
        burials.say(transaction.connection, erases, destroys=False)


def take_over(session: Session, erase_: ChangeId, *, initiator: object = None) -> Changed:
    """Writes what an erase of a field hides once more, as an edit of who sits here; raises NothingToErase.

    It names the erases only: what somebody wrote there since stays beside it.
    """
    with session.store.read() as reader:
        key = reader.get([erase_])[erase_].header.key
        dead = _hidden(reader, key)
    if key.field is None or dead is None:
        raise NothingToErase(known_field(key.kind, key.field).label if key.field else "")

    def act(scribe: Scribe) -> Change:
        seen = tuple(sorted(scribe.transaction.erases.fields[key]))
        return scribe.edit(key.record_key, str(key.field), dead.value, seen)

    return session.edit(key.record, act, initiator)


def _hidden(reader: Reader, key: FieldKey) -> Entry | None:
    """The last change of a field that is dead and has its value still."""
    dead = [one for one in reader.history(key).everything if one.op == Op.EDIT and not one.erased]
    living = {one.id for one in reader.history(key).entries}
    return next((one for one in reversed(dead) if one.id not in living and one.value is not None), None)
