"""Erases that colleagues made: they hide already, and a person here says what else becomes of it."""

from collections.abc import Collection, Sequence
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
    signers = Signers(session, reader, found)
    return [_incoming(signers, one) for one in found]


def _incoming(signers: "Signers", one: Change) -> Incoming:
    header, key = one.header, signers.key_of(one)
    return Incoming(
        one.id,
        header.record,
        header.kind,
        header.field,
        header.author,
        header.time,
        signers.is_trusted(one),
        signers.around.name_of(key),
        contacts.phrase_of(key),
    )


class Signers:
    """Whose keys sealed some erases; read once, for a stranger may have sent thousands."""

    def __init__(self, session: Session, reader: Reader, erases: Collection[Change]) -> None:
        self.around = contacts.circle(reader, session)
        self._reader = reader
        self._writers = reader.writers({one.header.writer for one in erases}) if erases else {}

    def key_of(self, erase_: Change) -> bytes:
        """The key that sealed it."""
        return self._writers[erase_.header.writer].key

    def is_trusted(self, erase_: Change) -> bool:
        """Whether whoever sealed it is somebody whose word is taken here, and nobody else than they say."""
        key, author = self.key_of(erase_), author_name(self._reader, erase_.header.author) or ""
        return self.around.is_trusted(key) and not self.around.is_somebody_elses(key, author)


def say_no(session: Session, erases: Sequence[ChangeId]) -> None:
    """Nothing is destroyed here for these; what they hide stays hidden."""
    with session.store.write() as transaction:
        burials.say(transaction.connection, erases, destroys=False)


def take_over(session: Session, erase_: ChangeId, *, initiator: object = None) -> Changed:
    """Writes what an erase of a field hides once more, as an edit of who sits here; raises NothingToErase.

    It names the erases only: what somebody wrote there since stays beside it.
    """
    with session.store.read() as reader:
        key = reader.get([erase_])[erase_].key
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
