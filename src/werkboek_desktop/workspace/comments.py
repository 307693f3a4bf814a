"""Comments on cases and chapters: who said what, about which field or sentence, and where that stands now."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from werkboek_desktop.domain import about, schema
from werkboek_desktop.domain.anchors import Anchors, Found, Spot
from werkboek_desktop.domain.change import Change, RecordKey
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.kinds.agreements import COMMENT
from werkboek_desktop.domain.shown_prose import read_line
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.errors import BadFieldValue, UnknownRecord
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.writing import Transaction
from werkboek_desktop.workspace import editing, reading
from werkboek_desktop.workspace.given import value_of
from werkboek_desktop.workspace.lookup import field_key, key_of, known_field
from werkboek_desktop.workspace.model import Changed, NewRecord
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session

ABOUT = COMMENT.owners
_OPEN, _DONE = "open", "done"

type Also = Callable[[Transaction], None]
"""What happens in the same transaction."""


class Said(NamedTuple):
    """One comment or answer. `by`: empty for somebody who is not here."""

    record: RecordId
    text: str
    author: RecordId | None
    by: str
    time: int


class Discussion(NamedTuple):
    """A comment with the answers to it, the oldest first. `field` is empty where it is about the whole record.

    `part` is what has the field: an item of the owner, or the owner itself. `found` says where its sentence stands
    now, and `now` what stands there, as it is shown; None and nothing where it is about no sentence.
    """

    owner: RecordId
    title: str
    part: RecordId
    field: str
    label: str
    found: Found | None
    now: tuple[str, ...]
    done: bool
    said: tuple[Said, ...]

    @property
    def record(self) -> RecordId:
        """The comment itself."""
        return self.said[0].record


def threads(reader: Reader) -> Iterator[tuple[RecordView, ...]]:
    """The comments of the project, each with its answers, the oldest first; deleted ones left out."""
    there = {view.id: view for view in reader.records(COMMENT.key) if not view.deleted}
    by_root: dict[RecordId, list[RecordView]] = {}
    for view in there.values():
        by_root.setdefault(str(view.value("answers") or view.id), []).append(view)
    for root, found in by_root.items():
        answers = sorted((view for view in found if view.id != root), key=written)
        yield (there[root], *answers) if root in there else tuple(answers)


def written(view: RecordView) -> tuple[int, RecordId]:
    """When somebody last wrote in a comment."""
    return max((variant.time for field in view.fields.values() for variant in field.variants), default=0), view.id


def author_of(view: RecordView) -> RecordId | None:
    """Who said it."""
    text = view.fields.get("text")
    return text.variants[0].author if text and text.variants else None


def is_done(thread: Iterable[RecordView]) -> bool:
    """Whether a discussion is over; where two say different things about that, it is not."""
    return next(iter(thread)).value("state") == _DONE


def open_at(comments: Iterable[RecordView]) -> Counter[RecordId]:
    """How many discussions are open at each case or chapter."""
    begun = (view for view in comments if not (view.deleted or view.value("answers") or is_done([view])))
    return Counter(str(view.key.owner) for view in begun)


def discussions(reader: Reader, owner: RecordId | None = None) -> list[Discussion]:
    """All of a case or chapter, or of the whole project, in the order in which one reads; raises UnknownRecord."""
    owners = [key_of(reader, owner).id] if owner else [row.id for kind in ABOUT for row in reading.rows(reader, kind)]
    by_owner: dict[RecordId, list[tuple[RecordView, ...]]] = {one: [] for one in owners}
    for thread in threads(reader):
        by_owner.get(str(thread[0].key.owner), []).append(thread)
    return [each for one, found in by_owner.items() if found for each in _of_one(reader, one, found)]


def _of_one(reader: Reader, owner: RecordId, found: Iterable[tuple[RecordView, ...]]) -> list[Discussion]:
    known = _Texts(reader, owner)
    order = {field.key: number for number, field in enumerate(known_fields(reader, owner))}
    made = [known.discussion(thread) for thread in found]

    def as_read(each: Discussion) -> tuple[str, int, int, int]:
        spots = each.found.spots if each.found else ()
        item, at = ("", order.get(each.field, -1)) if each.part == owner else (each.label, 0)
        return item, at, spots[0].token if spots else -1, each.said[0].time

    return sorted(made, key=as_read)


def known_fields(reader: Reader, owner: RecordId) -> Iterable[Field]:
    """The fields of a record in the order of its form."""
    kind = schema.kind(key_of(reader, owner).kind)
    return kind.form_fields if kind else ()


class _Texts:
    """The texts of one record and its items, each looked up when the first comment on it comes by."""

    def __init__(self, reader: Reader, owner: RecordId) -> None:
        self._reader = reader
        self._key = key_of(reader, owner)
        self._title = reading.title(reader, owner)
        self._anchors: dict[tuple[RecordId, str], Anchors] = {}

    def discussion(self, thread: tuple[RecordView, ...]) -> Discussion:
        """A thread as people read it."""
        first = thread[0]
        text, anchor = (str(first.value(each) or "") for each in ("field", "anchor"))
        part, name = self._part(text)
        field = schema.field(part.kind, name)
        about_text = field is not None and field.type is ValueType.PROSE and anchor
        found = self._of((part.id, name)).locate(anchor) if about_text else None
        now = tuple(self._words((part.id, name), spot) for spot in found.spots) if found else ()
        said = tuple(self._said(view) for view in thread)
        label = label_of(self._reader, part.id, name)
        where = self._key.id, self._title, part.id, name if field else ""
        return Discussion(*where, label, found, now, is_done(thread), said)

    def _part(self, text: str) -> tuple[RecordKey, str]:
        """The record that has the field; an item that is not here is taken for the whole."""
        item, name = about.read(text)
        key = self._reader.record_key(item) if item else self._key
        return (key, name) if key and self._key.id in {key.id, key.owner} else (self._key, "")

    def _of(self, place: tuple[RecordId, str]) -> Anchors:
        if place not in self._anchors:
            self._anchors[place] = anchors(self._reader, *place)
        return self._anchors[place]

    def _words(self, place: tuple[RecordId, str], spot: Spot) -> str:
        return shown(dict(self._of(place).sentences())[spot])

    def _said(self, view: RecordView) -> Said:
        text = view.fields.get("text")
        author = author_of(view)
        words = str(text.variants[0].value or "") if text and text.variants else ""
        return Said(view.id, words, author, reading.author_name(self._reader, author) or "", written(view)[0])


def label_of(reader: Reader, record: RecordId, name: str) -> str:
    """How people call a field that something is said about; of an item with which one it is."""
    key = key_of(reader, record)
    kind, field = schema.kind(key.kind), schema.field(key.kind, name)
    item = f"{kind.label} ‘{reading.title(reader, record)}’" if kind and key.kind not in ABOUT else ""
    said = field.label if field and not (item and kind and field.label == kind.label) else ""
    return ", ".join(filter(None, (item, said)))


def shown(sentence: str) -> str:
    """A sentence as it is read: without the signs that make its words bold."""
    return "".join(run.text for run in read_line(sentence).runs)


def anchors(reader: Reader, owner: RecordId, name: str) -> Anchors:
    """A text of a record, to anchor comments in; raises UnknownRecord, UnknownField, BadFieldValue."""
    key = key_of(reader, owner)
    field = known_field(key.kind, name)
    if field.type is not ValueType.PROSE:
        raise BadFieldValue(field.label, "dit veld heeft geen zinnen.")
    return Anchors(reader.history(field_key(key, name)))


def anchor_of(reader: Reader, owner: RecordId, name: str, words: str) -> str:
    """The anchor of the one sentence in which these words stand; raises BadFieldValue."""
    known = anchors(reader, owner, name)
    found = {known.anchor(spot) for spot, text in known.sentences() if words in text or words in shown(text)}
    if len(found) != 1 or not words.strip():
        why = "deze woorden staan in meer dan één zin." if len(found) > 1 else "deze zin staat er niet."
        raise BadFieldValue(known_field(COMMENT.key, "anchor").label, why)
    return found.pop()


def anchor_at(reader: Reader, owner: RecordId, name: str, words: str, nth: int) -> str:
    """The anchor of the nth sentence that is shown with exactly these words; empty where there is none."""
    known = anchors(reader, owner, name)
    found = [spot for spot, text in known.sentences() if shown(text) == words]
    return known.anchor(found[nth]) if words and nth < len(found) else ""


def sentence_of(reader: Reader, owner: RecordId, name: str, anchor: str) -> str:
    """The sentence that an anchor is about, as it was; empty where nothing is known of it."""
    return shown(anchors(reader, owner, name).locate(anchor).words)


def comment(
    session: Session,
    owner: RecordId,
    field: str,
    text: str,
    anchor: str = "",
    *,
    initiator: object = None,
    also: Also | None = None,
) -> Changed:
    """Says something about a field, a sentence of it, or the whole record (without a field); raises BadFieldValue.

    What is said about an item stands at its owner.
    """
    with session.store.read() as reader:
        key = key_of(reader, owner)
        if field:
            known_field(key.kind, field)
        above = reader.record_key(key.owner) if key.owner and key.kind not in ABOUT else None
    item = key.id if above and above.kind in ABOUT else ""
    new = editing.new_record(session, COMMENT.key, above.id if above and item else owner)
    said = ("field", about.write(item, field)), ("anchor", anchor)
    made = _Comment(new, {**{name: value for name, value in said if value}, "state": _OPEN}, text, also)
    return _make(session, made, "Opmerking geplaatst", initiator)


def answer(session: Session, to: RecordId, text: str, *, initiator: object = None, also: Also | None = None) -> Changed:
    """Answers a comment; an answer to an answer goes to the comment. Raises UnknownRecord, BadFieldValue."""
    with session.store.read() as reader:
        root = _root(reader, to)
    new = editing.new_record(session, COMMENT.key, root.key.owner)
    return _make(session, _Comment(new, {"answers": root.id}, text, also), "Opmerking beantwoord", initiator)


class _Comment(NamedTuple):
    new: NewRecord
    about: Mapping[str, Value]
    text: str
    also: Also | None


def _make(session: Session, made: _Comment, name: str, initiator: object) -> Changed:
    declared = known_field(COMMENT.key, "text")
    value = value_of(session, declared, made.text)
    if not str(value or "").strip():
        raise BadFieldValue(declared.label, "er staat nog niets.")

    def act(scribe: Scribe) -> Change | None:
        if made.also:
            made.also(scribe.transaction)
        return editing.write_new(scribe, made.new, {**made.about, "text": value})

    return session.edit(made.new.key.id, act, initiator, name=name)


def close(session: Session, comment_: RecordId, *, is_open: bool = False, initiator: object = None) -> Changed:
    """Says that a discussion is over, or that it is not; raises UnknownRecord."""
    with session.store.read() as reader:
        root = _root(reader, comment_).id
    name = "Opmerking weer open" if is_open else "Opmerking afgehandeld"

    def act(scribe: Scribe) -> Change | None:
        return editing.write_on_all(scribe, root, "state", _OPEN if is_open else _DONE)

    return session.edit(root, act, initiator, name=name)


def _root(reader: Reader, record: RecordId) -> RecordView:
    """The comment that a thread began with."""
    view = reading.record(reader, record)
    if view.key.kind != COMMENT.key:
        raise UnknownRecord(record)
    to = str(view.value("answers") or "")
    first = reader.record(to) if to else None
    return first if first and first.key.kind == COMMENT.key and not first.deleted else view
