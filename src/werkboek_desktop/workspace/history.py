"""What happened to a record and to all it owns as one line of time, who wrote what stands there, and an earlier version
written again."""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.blame import blame as parts_of
from werkboek_desktop.domain.change import DELETED, FieldKey
from werkboek_desktop.domain.history import Entry, FieldHistory
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.text import count_words
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.errors import NotReverted, UnknownChange
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import editing, reading, steps
from werkboek_desktop.workspace.comments import shown
from werkboek_desktop.workspace.lookup import field_key, joined_keys, key_of, known_field
from werkboek_desktop.workspace.model import Changed
from werkboek_desktop.workspace.session import Session


class Deed(StrEnum):
    """What a change did."""

    MADE = "made"
    WROTE = "wrote"
    MOVED = "moved"
    DELETED = "deleted"
    UNDELETED = "undeleted"


class Moment(NamedTuple):
    """A change of a field: what it made of what before it was. `title`: of the record; `time` is its author's claim.

    `stands`: nothing was written on top of it.
    """

    change: ChangeId
    record: RecordId
    kind: str
    field: str
    title: str
    deed: Deed
    author: str | None
    time: int
    before: Value
    value: Value
    erased: bool
    stands: bool

    @property
    def words(self) -> int:
        """How many words there are more, or fewer, of a text."""
        field = schema.field(self.kind, self.field)
        is_text = field is not None and field.type is ValueType.PROSE
        return _words(self.value) - _words(self.before) if is_text else 0

    @property
    def can_be_reverted_to(self) -> bool:
        """Whether there is an earlier version to write again."""
        return self.deed in {Deed.MADE, Deed.WROTE} and not self.erased and not self.stands


class Written(NamedTuple):
    """A sentence, element or value that stands in a field, and who wrote it; `version`: in which of two."""

    part: Value
    change: ChangeId
    author: str | None
    time: int
    version: ChangeId


def log(reader: Reader, record: RecordId | None) -> list[Moment]:
    """What happened to a record and all it owns, or to everything, oldest first."""
    ids = None if record is None else _family(reader, record)
    histories = reader.histories([key for key in reader.fields_of(ids) if key.field and _is_known(key)])
    rows = reader.rows_of({key.record for key in histories})
    titles = {id_: reading.title_of(row) for id_, row in rows.items()}
    authors = _authors(reader, histories.values())
    told = [each for key, history in histories.items() for each in _of_field(key, history, titles, authors)]
    told.sort(key=lambda each: each[0])
    return list(_with_beginnings([moment for _order, moment in told], record))


def blame(reader: Reader, record: RecordId, name: str) -> list[Written]:
    """Who wrote what stands in a field, in reading order."""
    history = reader.history(field_key(key_of(reader, record), name))
    authors = _authors(reader, [history])
    return [
        Written(each.part, each.by.id, authors.get(each.by.author or ""), each.by.time, each.version)
        for each in parts_of(history)
    ]


def who_wrote(reader: Reader, record: RecordId, name: str, words: str, nth: int) -> Written | None:
    """Who wrote the nth sentence of a text that is read as exactly these words; None where there is none."""
    found = [each for each in blame(reader, record, name) if shown(str(each.part)) == words]
    return found[nth] if words and nth < len(found) else None


def revert(session: Session, record: RecordId, name: str, change: ChangeId, *, initiator: object = None) -> Changed:
    """Writes the value of an earlier change again, on all that is there now."""
    with session.store.read() as reader:
        key = key_of(reader, record)
        entries = reader.history(field_key(key, name)).entries
    found = next((entry for entry in entries if entry.id == change), None)
    if found is None:
        raise UnknownChange(change)
    if name == DELETED or known_field(key.kind, name).type is ValueType.PLACE:
        raise NotReverted("Verwijderen en verplaatsen zet je niet terug als een versie.")
    if not found.has_value:
        raise NotReverted("Wat hier stond is gewist of nog niet te lezen.")
    called = steps.reverted(key.kind, name)
    return session.edit(
        record, lambda scribe: editing.write_on_all(scribe, record, name, found.value), initiator, name=called
    )


def _family(reader: Reader, record: RecordId) -> set[RecordId]:
    """The record, those that are the same person, and what they own, deleted or not."""
    own = {key.id for key in joined_keys(reader, record)}
    return own | {each.id for id_ in own for each in reader.deletion.owned(id_)}


def _is_known(key: FieldKey) -> bool:
    """Whether this program can tell what it is about."""
    if schema.kind(key.kind) is None or schema.field(key.kind, str(key.field)) is None:
        return False
    return key == field_key(key.record_key, str(key.field))


def _authors(reader: Reader, histories: Collection[FieldHistory]) -> Mapping[RecordId, str]:
    ids = {entry.author for history in histories for entry in history.everything if entry.author}
    return {id_: row.title for id_, row in reader.rows_of(ids).items()}


type _Order = tuple[int, int, ChangeId]
"""What comes when: the time that was claimed, but never before what it builds on; then depth and id."""


def _of_field(
    key: FieldKey, history: FieldHistory, titles: Mapping[RecordId, str], authors: Mapping[RecordId, str]
) -> Iterator[tuple[_Order, Moment]]:
    told, heads, latest = history.told, set(history.living_heads), dict[ChangeId, int]()
    entries = {entry.id: entry for entry in told}
    for entry in told:
        latest[entry.id] = max(entry.time, *(latest[parent] for parent in entry.parents), 0)
        moment = Moment(
            entry.id,
            key.record,
            key.kind,
            str(key.field),
            titles.get(key.record, ""),
            _deed(key, entry),
            authors.get(entry.author or ""),
            entry.time,
            _before(history, entry, entries),
            entry.value,
            entry.erased,
            stands=entry.id in heads,
        )
        yield (latest[entry.id], *entry.rank), moment


def _deed(key: FieldKey, entry: Entry) -> Deed:
    if key.field == DELETED:
        return Deed.DELETED if entry.value else Deed.UNDELETED
    return Deed.MOVED if key.type is ValueType.PLACE else Deed.WROTE


def _before(history: FieldHistory, entry: Entry, entries: Mapping[ChangeId, Entry]) -> Value:
    """What its author saw; of two versions nothing."""
    match entry.parents:
        case ():
            return None
        case (only,):
            return entries[only].value
    return history.at(entry.parents).view().value


def _with_beginnings(moments: list[Moment], record: RecordId | None) -> Iterator[Moment]:
    """The first of what was written in an item is that it was made; the place it then had is no move."""
    begun = {record}
    placed = set[RecordId]()
    for moment in moments:
        if moment.deed is Deed.MOVED and moment.record not in placed:
            placed.add(moment.record)
        elif moment.deed is Deed.WROTE and moment.record not in begun:
            begun.add(moment.record)
            yield moment._replace(deed=Deed.MADE)
        else:
            yield moment


def _words(value: Value) -> int:
    return count_words(value) if isinstance(value, str) else 0
