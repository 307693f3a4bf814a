"""A stranger's document as a new case: its headings matched to sections by words, the rest in the editor's note."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from hashlib import sha256
from itertools import groupby, repeat
from operator import itemgetter
from typing import NamedTuple

from werkboek_desktop.domain.change import Change, FieldKey, RecordKey
from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.domain.ids import RecordId, new_record_id
from werkboek_desktop.domain.kinds.sections import SECTIONS
from werkboek_desktop.domain.moments import listed
from werkboek_desktop.domain.parse import as_shown
from werkboek_desktop.domain.prose import canonical_prose
from werkboek_desktop.domain.text import clean_line, fold
from werkboek_desktop.domain.values import LINE_CHARACTERS, PROSE_CHARACTERS, Value
from werkboek_desktop.errors import BadFieldValue
from werkboek_desktop.interchange.document import Document, Paragraph
from werkboek_desktop.interchange.origin import written
from werkboek_desktop.interchange.slots import HELP
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace.editing import write_new
from werkboek_desktop.workspace.lookup import known_field, known_kind
from werkboek_desktop.workspace.model import NewRecord
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.word import contacts, intake, notes, outgoing
from werkboek_desktop.workspace.word.contacts import PEOPLE
from werkboek_desktop.workspace.word.plan import NOTE

_NOTE = "editor_note"
_STATUS = "concept"
_TITLES = {"title", "titel"}
_SPLIT = (
    f"Een tekst heeft er hooguit {number(PROSE_CHARACTERS)}. Maak er meer documenten van of zet koppen boven de delen; "
    "in je werkboek is niets gewijzigd."
)
_TELLING = 4
"""Letters from which a word says something about a section."""


class Case(NamedTuple):
    """The case to be made: what goes in which field, and the sections that were found.

    `people`: what is about whom to call, and `theirs` the comments on that.
    """

    values: dict[str, Value]
    found: tuple[str, ...]
    people: Value
    theirs: frozenset[str]


def case_of(document: Document, called: str) -> Case:
    """What a document says, by field; raises BadFieldValue where it is too long. `called`: the file, without ending."""
    title, paragraphs = _title(document, called)
    texts: dict[str, list[str]] = {}
    theirs: set[str] = set()
    for place, paragraph in _apart(list(_places(paragraphs))):
        section = _headed(paragraph)
        if not section or _says_more(paragraph, section):
            texts.setdefault(place, []).extend(written([paragraph.line]))
        if place == PEOPLE:
            theirs.update(id_ for id_, _at in paragraph.remarks)
    values: dict[str, Value] = {"title": title, "status": _STATUS}
    people = [*texts.pop(PEOPLE, ()), *notes.said(document, theirs)]
    values |= {key: _value(known_field("case", key), lines) for key, lines in texts.items() if lines}
    note = _value(known_field(PEOPLE, NOTE), people)
    return Case(values, tuple(key for key in texts if key != _NOTE), note, frozenset(theirs))


def _value(field: Field, lines: Sequence[str]) -> Value:
    text = canonical_prose("\n".join(lines))
    if len(text) > PROSE_CHARACTERS:
        raise BadFieldValue(field.label, f"hier zouden {number(len(text))} tekens komen.", _SPLIT)
    return as_shown(field, text)


def _places(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, Paragraph]]:
    """The field that each paragraph goes in, by the headings above it, and by lines that say whom to call."""
    current, lines = _NOTE, contacts.Lines()
    for paragraph in paragraphs:
        if section := _headed(paragraph):
            current = section
        elif paragraph.level and current != _NOTE and _closes(paragraph):
            current = _NOTE
        yield PEOPLE if lines.take(paragraph) else current, paragraph


def _apart(placed: Sequence[tuple[str, Paragraph]]) -> Iterator[tuple[str, Paragraph]]:
    """The same, with what leads to somebody and belongs nowhere with people."""
    for place, group in groupby(placed, itemgetter(0)):
        paragraphs = [paragraph for _place, paragraph in group]
        of_people = contacts.in_addresses(paragraphs) if place == _NOTE else repeat(False)
        for paragraph, is_theirs in zip(paragraphs, of_people, strict=False):
            yield PEOPLE if is_theirs else place, paragraph


def _title(document: Document, called: str) -> tuple[str, Sequence[Paragraph]]:
    """The title, and what is left."""
    ours = _own_words()
    paragraphs = [each for each in document.paragraphs if each.text.strip() and not _is_ours(each, ours)]
    first = next((p for p in paragraphs if p.style in _TITLES), paragraphs[0] if paragraphs else None)
    if first and (first.style in _TITLES or (first.level == 1 and not _headed(first))):
        title = clean_line(first.text)
        fits = len(title) <= LINE_CHARACTERS
        return title[:LINE_CHARACTERS], [each for each in paragraphs if not fits or each is not first]
    return clean_line(document.title or called)[:LINE_CHARACTERS], paragraphs


@cache
def _own_words() -> frozenset[str]:
    """What helps to write in a document of ours; nobody else says it in just these words."""
    return frozenset(
        fold(clean_line(text)) for text in (*outgoing.own_words(), *intake.own_words()) if len(text) > HELP
    )


def _is_ours(paragraph: Paragraph, ours: Set[str]) -> bool:
    return not paragraph.level and not paragraph.cell and fold(clean_line(paragraph.text)) in ours


def _headed(paragraph: Paragraph) -> str | None:
    """What a heading begins: a section, or people's data."""
    if not paragraph.level:
        return None
    return PEOPLE if contacts.is_announced(paragraph.text) else _section(paragraph)


def _section(paragraph: Paragraph) -> str | None:
    """The section whose name has most of the heading's telling words; None: none that is sure."""
    said = fold(clean_line(paragraph.text))
    exact = next((field.key for field in SECTIONS if fold(field.label) == re.sub(r"^\d+[.)]? +", "", said)), None)
    if exact:
        return exact
    words = _words(said)
    scores = {field.key: len(words & _words(fold(field.label))) / max(1, len(words)) for field in SECTIONS}
    best = max(scores, key=lambda key: scores[key])
    alone = [key for key, score in scores.items() if score == scores[best]] == [best]
    return best if alone and scores[best] >= 0.5 else None


def _says_more(paragraph: Paragraph, section: str) -> bool:
    """Whether a heading has words that the section's own name has not: they are not lost."""
    name = known_kind(PEOPLE).plural if section == PEOPLE else known_field("case", section).label
    return bool(_words(fold(clean_line(paragraph.text))) - _words(fold(name)))


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= _TELLING}


def _closes(paragraph: Paragraph) -> bool:
    """A heading of the first two levels that is no section's ends the section before it."""
    return paragraph.level <= 2


def told(case: Case, document: Document) -> Iterator[str]:
    """Sentences for the report."""
    labels = [field.label for field in SECTIONS if field.key in case.found]
    if labels:
        yield f"Herkend aan de koppen: {', '.join(f'‘{label}’' for label in labels)}."
    if case.people:
        yield "Wat over een contact gaat, staat in de notitie van een contact: kijk of het daar hoort."
    if _NOTE in case.values:
        yield "Wat nergens bij hoort, staat in de redactienotitie."
    for key, value in case.values.items():
        yield from contacts.said_of(known_field("case", key).label, value)
    yield from (*notes.left_out(document), *notes.tracked(document.tracked))


def offered(reader: Reader, filled: Mapping[FieldKey, Value]) -> Iterator[str]:
    """Sentences about the case that a filled form makes; `filled`: what stands in it, by field."""
    title = next((str(value) for key, value in filled.items() if (key.kind, key.field) == ("case", "title")), "")
    yield f"Een nieuw praktijkvoorbeeld{f' ‘{title}’' if title else ''}, met status ‘aangemeld’."
    own = [known_field(key.kind, str(key.field)).label for key in filled if key.kind == "case"]
    items = Counter(kind for kind, _id in dict.fromkeys((key.kind, key.record) for key in filled) if kind != "case")
    counted = [_counted(known_kind(kind), number) for kind, number in items.items()]
    if said := [*(f"‘{label}’" for label in own), *counted]:
        yield f"Ingevuld: {listed(said, most=len(said))}."
    called = fold(title)
    if called and any(fold(row.title) == called for row in reader.rows("case")):
        yield f"Er is hier al een praktijkvoorbeeld ‘{title}’. Dit komt ernaast te staan."


def again(reader: Reader, case: RecordId) -> Iterator[str]:
    """What is said of a form that came in before."""
    rows = reader.rows_of([case])
    yield f"Dit formulier kwam eerder binnen, voor ‘{rows[case].title}’. Wat nu anders is, komt daar bij."


def _counted(kind: Kind, number: int) -> str:
    return kind.label.lower() if number == 1 else f"{kind.label.lower()} ({number} keer)"


def remembered(reader: Reader, data: bytes) -> RecordId | None:
    """The case that was made of exactly this file here, and is still there."""
    case = reader.setting(_setting(data))
    row = reader.row(case) if case else None
    return row.id if row and not row.deleted else None


def write(scribe: Scribe, case: Case, document: Document, data: bytes) -> Change | None:
    """Makes the case, with the comments that stand beside its text, inside a transaction."""
    new = NewRecord(RecordKey("case", None, new_record_id(scribe.app.entropy)))
    last = write_new(scribe, new, case.values)
    if case.people:
        contact = RecordKey(PEOPLE, new.key.id, new_record_id(scribe.app.entropy))
        write_new(scribe, NewRecord(contact), {NOTE: case.people})
    notes.write(scribe, new.key.id, list(notes.all_notes(document, case.theirs)), lambda _: "")
    remember(scribe, new.key.id, data)
    return last


def remember(scribe: Scribe, case: RecordId, data: bytes) -> None:
    """This case is made of exactly this file."""
    scribe.transaction.set(_setting(data), case)


def _setting(data: bytes) -> str:
    return f"document {sha256(data).hexdigest()}"
