"""What others changed in a record since somebody at this computer last looked at it, until they say they read that."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.blame import blame
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.history import FieldHistory
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.today import TOLD_APART
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.store import seen
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import reading
from werkboek_desktop.workspace.comments import shown
from werkboek_desktop.workspace.lookup import key_of
from werkboek_desktop.workspace.session import Session
from werkboek_desktop.workspace.spots import Spots


class NewSentence(NamedTuple):
    """A sentence that came, as it is read; `time` is its author's claim."""

    words: str
    author: str
    time: int


class NewPlace(NamedTuple):
    """A field that reads otherwise, or an item; of what is gone the record that it was of."""

    record: RecordId
    field: str
    label: str
    authors: tuple[str, ...]
    sentences: tuple[NewSentence, ...] = ()


class News(NamedTuple):
    """What others did with a record, in the order of its form."""

    record: RecordId
    places: tuple[NewPlace, ...] = ()

    @property
    def authors(self) -> tuple[str, ...]:
        """Who did it."""
        return tuple(dict.fromkeys(author for place in self.places for author in place.authors))


def begin(session: Session, reader: Reader, record: RecordId) -> None:
    """Somebody looks at a record: what they did not see before stays news until they say that they read it."""
    row = seen.looked_at(reader, record)
    if row is not None:
        session.unread.setdefault(record, row)


def news(session: Session, record: RecordId) -> News:
    """Nothing of a record that nobody here looked at before: there all is new."""
    with session.store.read() as reader:
        row = session.unread.get(record, seen.looked_at(reader, record))
        if row is None:
            return News(record)
        me = reading.me(reader, session.author_here())
        return News(record, tuple(_places(reader, record, seen.later(reader, record, row, me))))


def read(session: Session, record: RecordId) -> None:
    """Who sits here read all of it."""
    with session.store.write() as transaction:
        key_of(transaction, record)
        session.unread.pop(record, None)
        seen.mark(transaction, record, session.seen_row)


def _places(reader: Reader, record: RecordId, later: Collection[tuple[FieldKey, ChangeId]]) -> Iterator[NewPlace]:
    """A field once, and an item once, whatever was done with it."""
    new = {change for _key, change in later}
    keys = {key for key, _change in later if key.kind not in TOLD_APART and key.type is not ValueType.PLACE}
    told, histories = sorted(keys, key=partial(_order, record)), reader.histories(keys)
    spots, found = Spots(reader), dict[tuple[RecordId, str], dict[FieldKey, FieldHistory]]()
    spots.learn(str(key.record) for key in told)
    for key in told:
        spot = spots.spot(key)
        found.setdefault((spot.record, spot.field if spot.record == record else ""), {})[key] = histories[key]
    for (at, _field), changed in found.items():
        key, history = next(iter(changed.items()))
        entries = [entry for each in changed.values() for entry in each.entries if entry.id in new]
        authors = dict.fromkeys(spots.name(entry.author) for entry in entries)
        sentences = _sentences(spots, history, new) if key.type is ValueType.PROSE and at == record else ()
        spot = spots.spot(key)
        label = spot.label if spots.is_here(str(key.record)) else f"{spot.label} verwijderd"
        yield NewPlace(at, spot.field, label, tuple(authors), tuple(sentences))


def _order(record: RecordId, key: FieldKey) -> tuple[bool, int, str, int]:
    """As a form has them: the fields of the record, then its items."""
    kinds = [kind.key for kind in schema.kinds()]
    kind = schema.kind(str(key.kind))
    fields = [field.key for field in kind.fields] if kind else []
    return key.record != record, _at(kinds, key.kind), str(key.record), _at(fields, key.field)


def _at(names: Sequence[str], name: str | None) -> int:
    """What a newer program added comes last."""
    return names.index(name) if name in names else len(names)


def _sentences(spots: Spots, history: FieldHistory, new: Collection[ChangeId]) -> Iterator[NewSentence]:
    """Those that stand in the text; of two versions none is the text."""
    for each in blame(history):
        if each.by.id in new and not each.version:
            yield NewSentence(shown(str(each.part)), spots.name(each.by.author), each.by.time)
