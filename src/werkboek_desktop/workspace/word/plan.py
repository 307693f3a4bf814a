"""What a document that came back would change: each field against exactly what the document was made from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from werkboek_desktop.domain import intake, schema, version
from werkboek_desktop.domain.anchors import Anchors, Spot
from werkboek_desktop.domain.change import Change, FieldKey, RecordKey, Scope
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.history import FieldHistory
from werkboek_desktop.domain.ids import ChangeId, RecordId, derived_id
from werkboek_desktop.domain.prose import canonical_prose
from werkboek_desktop.domain.shown_prose import Line, ShownProse
from werkboek_desktop.domain.values import PROSE_CHARACTERS, Value, ValueType
from werkboek_desktop.domain.version import BadVersion
from werkboek_desktop.domain.view import Status
from werkboek_desktop.errors import BadFieldValue, NoProof, VersionNotHere
from werkboek_desktop.interchange.document import Document
from werkboek_desktop.interchange.origin import Made, Origin, checksum, field_of, tag_of, written
from werkboek_desktop.interchange.slots import Filled
from werkboek_desktop.resources import municipalities
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace.lookup import field_key, key_of
from werkboek_desktop.workspace.session import Session
from werkboek_desktop.workspace.word import contacts, copies, notes, outgoing
from werkboek_desktop.workspace.word.contacts import PEOPLE
from werkboek_desktop.workspace.word.notes import Note, Words
from werkboek_desktop.workspace.word.slots import as_seen
from werkboek_desktop.workspace.word.text import value_of

NOTE = "note"
"""The field of people's data for what is said of them beside its fields."""


class Edit(NamedTuple):
    """A value to write on exactly these heads."""

    key: RecordKey
    field: str
    value: Value
    heads: tuple[ChangeId, ...]

    @property
    def field_key(self) -> FieldKey:
        """The field it is in."""
        return field_key(self.key, self.field)


@dataclass
class Plan:
    """What is to be written, and what a person should hear of. `known`: what was written from this file before."""

    edits: list[Edit] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    done: list[tuple[FieldKey, FieldHistory]] = field(default_factory=list)
    before: Mapping[Words, RecordKey] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    known: int = 0


def plan(session: Session, reader: Reader, document: Document, origin: Origin, filled: Filled, by: str) -> Plan:
    """Compares a document with what it was made from; raises VersionNotHere."""
    planner = _Planner(session, reader, origin, reader.person(by))
    missing = []
    for tag, made in origin.fields.items():
        if (lines := filled.fields.get(tag)) is None:
            missing += [] if field_of(tag)[0] in origin.new else [tag]
        elif sum(len(run.text) for line in lines for run in line.runs) > PROSE_CHARACTERS:
            planner.too_long(tag)
        elif checksum(lines) != made.checksum:
            planner.compare(tag, made, lines)
    found = planner.plan
    if missing:
        names = ", ".join(dict.fromkeys(planner.label(tag) for tag in missing))
        found.told.append(f"Niet gevonden in het document: {names}. Daar is niets veranderd.")
    people = frozenset(filter(planner.is_of_people, {**origin.fields, **filled.fields}))
    under = [(tag, text) for tag in people - origin.fields.keys() for text in written(filled.fields[tag])]
    beside_none = tag_of(origin.record, PEOPLE)
    filled, people = contacts.with_people(filled, people, beside_none), people | {beside_none}
    planner.note_of_people([*planner.unread_of_people, *under, *notes.of_people(document, filled, people)])
    beside = [*notes.notes(document, filled, origin.record, people), *planner.unread]
    found.before = notes.made_before(reader, origin.record, planner.by)
    found.notes = notes.new(found.before, beside)
    found.done = notes.newly_done(reader, found.before, beside, planner.by)
    found.known += len(dict.fromkeys(beside)) - len(found.notes)
    found.told += [f"Een opmerking erbij: ‘{note.text[:80]}’." for note in found.notes]
    found.told += [f"Een opmerking is in het document afgehandeld: {len(found.done)}."] if found.done else []
    found.told += [*notes.left_out(document), *notes.tracked(document.tracked)]
    return found


@dataclass
class _Planner:
    session: Session
    reader: Reader
    origin: Origin
    by: RecordId | None
    plan: Plan = field(default_factory=Plan)
    unread: list[Note] = field(default_factory=list)
    unread_of_people: list[tuple[str, str]] = field(default_factory=list)

    def compare(self, tag: str, made: Made, lines: Sequence[Line]) -> None:
        """One field in which something else stands than what the program wrote."""
        key, name = self._key(tag), field_of(tag)[1]
        declared = schema.field(key.kind, name) if key else None
        if key is None or declared is None or not self._was_in_it(key, declared):
            raise VersionNotHere
        history = self.reader.history(field_key(key, name))
        if not {entry.id for entry in history.entries}.issuperset(made.heads):
            raise VersionNotHere
        before = history.at(made.heads)
        came = [entry for entry in history.entries if entry.author == self.by]
        ours = [entry for entry in came if self.origin.is_blank or entry.parents == made.heads]
        if any(entry.erased for entry in (*before.head_entries, *ours)):
            self.plan.told.append(f"‘{declared.label}’ is hier voorgoed gewist en blijft dat.")
            return
        base = before.view().value if before.entries else None
        try:
            value = value_of(declared, lines, base, municipalities(), self.session.app.today())
        except BadFieldValue as error:
            self._unread(tag, declared, lines, error)
            return
        if value in {entry.value for entry in ours} or (self.origin.is_blank and value is None):
            self.plan.known += 1
            if self.origin.is_blank and value != base:
                how = "is leeg gelaten" if value is None else "zegt wat er eerder in stond"
                self.plan.told.append(f"{self.label(tag)} {how}. Daar is niets veranderd.")
        elif value != base:
            self.plan.edits.append(Edit(key, name, value, made.heads))
            self.plan.told += () if self.is_of_people(tag) else contacts.said_of(declared.label, value, base)

    def is_of_people(self, tag: str) -> bool:
        """Whether a field holds people's data; one of a record that is not here may do."""
        key = self._key(tag)
        kind = schema.kind(key.kind) if key else None
        return kind is None or kind.scope is Scope.PEOPLE

    def note_of_people(self, said: Sequence[tuple[str, str]]) -> None:
        """What is said of people outside their fields, and by which field: kept with them, in their scope."""
        by_record: dict[RecordKey, list[str]] = {}
        for tag, text in said:
            key = self._key(tag)
            if key is None:
                raise VersionNotHere
            by_record.setdefault(key, []).extend(filter(None, canonical_prose(text).split("\n")))
        for key, lines in by_record.items():
            self._note_of_person(key, lines)

    def _note_of_person(self, key: RecordKey, lines: Sequence[str]) -> None:
        """Behind what stands in the note, but for what this author wrote there before."""
        if key.owner != self.origin.record or schema.field(key.kind, NOTE) is None:
            raise VersionNotHere
        history = self.reader.history(field_key(key, NOTE))
        ours = [entry for entry in history.entries if entry.author == self.by]
        if any(entry.erased for entry in ours):
            self.plan.told.append(f"{self.label(tag_of(key.id, NOTE))} is hier voorgoed gewist en blijft dat.")
            return
        before = {line for entry in ours for line in str(entry.value or "").split("\n")}
        said = dict.fromkeys(lines)
        new = [line for line in said if line not in before]
        self.plan.known += len(said) - len(new)
        value, heads = as_seen(history.view() if history.entries else None)
        text = "\n".join(filter(None, (str(value or ""), *new)))
        if len(text) > PROSE_CHARACTERS:
            self.too_long(tag_of(key.id, NOTE))
        elif new:
            self.plan.edits.append(Edit(key, NOTE, text, heads))
            self.plan.told += [f"Bij het contact genoteerd, want het stond daar: ‘{line[:80]}’." for line in new]

    def _key(self, tag: str) -> RecordKey | None:
        """The record that a field is of, here or to be made; under a heading of people's data the first there is."""
        record, name = field_of(tag)
        if (record, name) == (self.origin.record, PEOPLE):
            asked = [each for each, kind in self.origin.new.items() if kind == PEOPLE]
            there = sorted(view.key.id for view in self.reader.owned(record, name) if not view.deleted)
            return RecordKey(name, record, (*asked, *there, derived_id("contact of document", record))[0])
        return self.reader.record_key(record) or self._to_be_made(record)

    def _to_be_made(self, record: RecordId) -> RecordKey | None:
        """What a filled form makes that is not here yet."""
        kind, case = self.origin.new.get(record), self.origin.record
        if kind not in copies.kinds() or (kind == intake.CASE) != (record == case):
            return None
        return RecordKey(kind, None if record == case else case, record)

    def _was_in_it(self, key: RecordKey, declared: Field) -> bool:
        """Whether a document of this case can have such a field: a yes to a quote, or another case, it has not."""
        if self.origin.record not in {key.id, key.owner}:
            return False
        return outgoing.holds(declared) or (intake.is_asked(declared) and self._is_of_form(key))

    def _is_of_form(self, key: RecordKey) -> bool:
        """Whether a record is one that this form makes, or made before: whom we know already it has not."""
        written = self.reader.histories(self.reader.fields_of({key.id})).values()
        authors = {entry.author for history in written for entry in history.entries}
        return self.origin.new.get(key.id) == key.kind and (not authors or self.by in authors)

    def label(self, tag: str) -> str:
        """What a person calls the field of a tag."""
        key, name = self._key(tag), field_of(tag)[1]
        field = schema.field(key.kind, name) if key else None
        return f"‘{field.label if field else name}’"

    def too_long(self, tag: str) -> None:
        """No field takes so much."""
        label = self.label(tag)
        self.plan.told.append(f"{label} is langer dan {PROSE_CHARACTERS} tekens en is niet overgenomen.")

    def _unread(self, tag: str, declared: Field, lines: Sequence[Line], error: BadFieldValue) -> None:
        """Words that no value can be made of are kept as a comment, and those of a person in their note."""
        text = f"Bij ‘{declared.label}’ stond in het document: {' '.join(written(lines))}"
        if self.is_of_people(tag):
            self.plan.told.append(error.message)
            self.unread_of_people.append((tag, text))
            return
        self.plan.told.append(f"{error.message} Het staat als opmerking bij het praktijkvoorbeeld.")
        self.unread.append(notes.note(text))


@dataclass
class Sentences:
    """The sentences that comments stand at: as the document left them, or as it was made from them."""

    reader: Reader
    origin: Origin
    changes: Iterable[Change]

    def anchor(self, note: Note) -> str:
        """What to remember of the sentence of a comment; empty where it stands at none."""
        tag = tag_of(self.origin.record, note.field)
        made = self.origin.fields.get(tag)
        if not note.shown or made is None:
            return ""
        for change in self.changes:
            if (change.header.record, change.header.field) == (self.origin.record, note.field):
                token = notes.token_of(str(change.value or ""), note)
                return "" if token is None else f"{change.id}:{token}"
        if not made.heads:
            return ""
        key = field_key(key_of(self.reader, self.origin.record), note.field)
        anchors = Anchors(self.reader.history(key).at(made.heads))
        token = notes.token_of(anchors.texts.get("", ""), note)
        return "" if token is None else anchors.anchor(Spot(token))


def of_proof(session: Session, reader: Reader, proof: RecordId) -> Origin:
    """What the document was made from that belongs to a proof; raises UnknownRecord, NoProof, VersionNotHere."""
    key = key_of(reader, proof)
    view = reader.record(proof)
    sha = str(view.value("version") or "") if view else ""
    data = reader.attachments([sha]).get(sha)
    if key.kind != "proof" or key.owner is None or data is None:
        raise NoProof
    try:
        listed = {id_ for heads in version.from_bytes(data).heads.values() for id_ in heads}
    except BadVersion as error:
        raise NoProof from error
    case = key_of(reader, key.owner)
    tags = outgoing.headings(case.id).values()
    fields = {tag: _made(reader, field_key(case, field_of(tag)[1]), listed) for tag in tags}
    if not listed.intersection(head for made in fields.values() for head in made.heads):
        raise VersionNotHere
    return Origin(session.project, case.id, 0, fields)


def _made(reader: Reader, key: FieldKey, listed: Iterable[ChangeId]) -> Made:
    history = reader.history(key)
    wanted = set(listed)
    then = history.at(entry.id for entry in history.entries if entry.id in wanted)
    view = then.view() if then.entries else None
    value = view.value if view and view.status is not Status.CONFLICT else None
    return Made(then.heads, checksum(ShownProse(str(value or "")).lines if key.type is ValueType.PROSE else ()))
