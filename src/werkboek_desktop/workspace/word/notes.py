"""What stands beside the text of a document: comments, words outside all fields, tracked changes."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from types import MappingProxyType
from typing import NamedTuple

from werkboek_desktop.domain.change import FieldKey, RecordKey
from werkboek_desktop.domain.history import FieldHistory
from werkboek_desktop.domain.ids import RecordId, new_record_id
from werkboek_desktop.domain.moments import listed
from werkboek_desktop.domain.prose import canonical_prose
from werkboek_desktop.domain.shown_prose import Line, places, read_line, write_line
from werkboek_desktop.domain.values import PROSE_CHARACTERS
from werkboek_desktop.interchange.document import Document, Remark, Tracked
from werkboek_desktop.interchange.origin import field_of
from werkboek_desktop.interchange.slots import Filled
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace.lookup import field_key
from werkboek_desktop.workspace.scribe import Scribe

_KIND = "comment"
_OPEN, DONE = "open", "done"
_OUTSIDE = "Stond in het document buiten de velden:"
_SHOWN = 10
_LENGTH = 80


class Note(NamedTuple):
    """A comment to be made: its text, and the field of the case that it is about; empty: the whole case.

    `shown` is the line of that field that it stands at, after `at` characters. `answers` are the words
    of the one that it answers.
    """

    text: str
    field: str = ""
    shown: str = ""
    at: int = 0
    answers: str = ""
    is_done: bool = False


class Words(NamedTuple):
    """What tells a comment of one author from another: what it says, and to which comment."""

    text: str
    to: RecordId = ""


def notes(document: Document, filled: Filled, case: RecordId, people: Set[str]) -> Iterator[Note]:
    """The comments of a document with their answers, and as one more all that somebody wrote outside the fields.

    `people`: the fields of people's data. What stands by those is no comment, for that leaves with the work.
    """
    threads = _threads(document)
    for noted in filled.notes:
        if not people.isdisjoint(noted.near):
            continue
        record, name = field_of(noted.tag)
        lines = filled.fields.get(noted.tag, ())
        for said in threads.get(noted.id, ()):
            if record != case or said.answers:
                yield said
            else:
                shown = _shown(lines[noted.line]) if noted.line < len(lines) else ""
                yield said._replace(field=name, at=noted.at, shown=shown)
    placed = {noted.id for noted in filled.notes}
    for first, thread in threads.items():
        yield from () if first in placed else thread
    strays = [stray.text for stray in filled.strays if people.isdisjoint(stray.near)]
    if strays:
        yield note("\n".join((_OUTSIDE, *strays)))


def of_people(document: Document, filled: Filled, people: Set[str]) -> Iterator[tuple[str, str]]:
    """What stands by the fields of people's data: by which one, and what it says."""
    threads = _threads(document)
    said = [(noted.near, each.text) for noted in filled.notes for each in threads.get(noted.id, ())]
    for near, text in (*said, *((stray.near, stray.text) for stray in filled.strays)):
        if tag := next((tag for tag in near if tag in people), ""):
            yield tag, text


def all_notes(document: Document, but: Set[str]) -> Iterator[Note]:
    """The comments of a document that was not made from a case, but for these and what answers them."""
    for first, thread in _threads(document).items():
        yield from () if first in but else thread


def said(document: Document, ids: Set[str]) -> list[str]:
    """What these comments say, and what answers them."""
    return [each.text for first, thread in _threads(document).items() if first in ids for each in thread]


def _threads(document: Document) -> Mapping[str, Sequence[Note]]:
    """By the id of a first comment that one, and what answers it."""
    said = {id_: remark for id_, remark in document.remarks.items() if remark.text.strip()}
    firsts = _firsts(said)
    threads = {first: [_said(said[first])._replace(is_done=said[first].is_done)] for first in firsts.values()}
    for id_, first in firsts.items():
        if id_ != first:
            threads[first].append(_said(said[id_])._replace(answers=threads[first][0].text))
    return threads


def _firsts(said: Mapping[str, Remark]) -> Mapping[str, str]:
    """By the id of each comment the one that its discussion begins with; a circle begins where it is met."""
    firsts: dict[str, str] = {}
    for start in said:
        at, path = start, dict[str, None]()
        while at not in firsts and at not in path and said[at].answers in said:
            path[at] = None
            at = said[at].answers
        firsts |= dict.fromkeys((*path, at), firsts.get(at, at))
    return firsts


def _said(remark: Remark) -> Note:
    who = f"{remark.author.strip()}: " if remark.author.strip() else ""
    return note(f"{who}{remark.text}")


def note(text: str) -> Note:
    """A comment with clean text, as long as one may be."""
    return Note(canonical_prose(text[:PROSE_CHARACTERS])[:PROSE_CHARACTERS])


def _shown(line: Line) -> str:
    """What a line says, as a value that was saved says it."""
    return "".join(run.text for run in read_line(write_line(line)).runs)


def token_of(value: str, note: Note) -> int | None:
    """The number of the sentence that a comment stands at; None where it is not in the value."""
    lines = [_shown(read_line(line)) for line in value.split("\n")]
    found = [place for place in places(value) if lines[place.line] == note.shown and place.start <= note.at]
    return found[-1].token if note.shown and found else None


def made_before(reader: Reader, case: RecordId, by: RecordId | None) -> Mapping[Words, RecordKey]:
    """What this author ever said here, also where that was changed or deleted meanwhile."""
    if not by:
        return {}
    owned = {field_key(one.key, "text"): one for one in reader.records(_KIND) if one.key.owner == case}
    return {
        Words(str(entry.value), str(owned[key].value("answers") or "")): owned[key].key
        for key, history in reader.histories(list(owned)).items()
        for entry in history.entries
        if entry.author == by
    }


def new(before: Mapping[Words, RecordKey], found: Iterable[Note]) -> list[Note]:
    """Those that their author never made here; what was answered, changed or deleted meanwhile was made once."""
    return [each for each in dict.fromkeys(found) if _words(before, each) not in before]


def _words(before: Mapping[Words, RecordKey], note: Note) -> Words:
    if not note.answers:
        return Words(note.text)
    first = before.get(Words(note.answers))
    return Words(note.text, first.id if first else note.answers)


def newly_done(
    reader: Reader, before: Mapping[Words, RecordKey], found: Iterable[Note], by: RecordId | None
) -> list[tuple[FieldKey, FieldHistory]]:
    """Those that were made before, are done in the document, and of which nobody else here said how they stand."""
    states = [
        field_key(before[Words(each.text)], "state") for each in found if each.is_done and Words(each.text) in before
    ]
    histories = reader.histories(list(dict.fromkeys(states)))
    return [
        (key, history)
        for key, history in histories.items()
        if history.view().value == _OPEN and {entry.author for entry in history.entries} == {by}
    ]


def write(
    scribe: Scribe,
    case: RecordId,
    found: Sequence[Note],
    anchor: Callable[[Note], str],
    before: Mapping[Words, RecordKey] = MappingProxyType({}),
) -> None:
    """Makes the comments, inside a transaction. `anchor` says at which sentence; empty: at none."""
    firsts = {words.text: key for words, key in before.items() if not words.to}
    for each in sorted(found, key=lambda note: bool(note.answers)):
        key = RecordKey(_KIND, case, new_record_id(scribe.app.entropy))
        first = firsts.get(each.answers) if each.answers else None
        if not each.answers:
            firsts.setdefault(each.text, key)
        values = (
            ("field", each.field or None),
            ("anchor", anchor(each) or None),
            ("answers", first.id if first else None),
            ("text", each.text),
            ("state", None if first else DONE if each.is_done else _OPEN),
        )
        for name, value in values:
            if value is not None:
                scribe.edit(key, name, value, ())


def left_out(document: Document) -> Iterator[str]:
    """A sentence for the report: what is in a document and has no place here."""
    if counted := Counter(document.left_out):
        said = [what if number == 1 else f"{what} ({number} keer)" for what, number in counted.items()]
        yield f"Niet overgenomen uit het document: {listed(said, most=_SHOWN)}."


def tracked(changes: Sequence[Tracked]) -> Iterator[str]:
    """Sentences for the report: what was tracked counts as accepted."""
    for change in changes[:_SHOWN]:
        text = " ".join(change.text.split())
        short = text if len(text) <= _LENGTH else f"{text[:_LENGTH]}…"
        who = f" ({change.author})" if change.author else ""
        yield f"Wijziging in het document overgenomen{who}: {'weg' if change.is_deleted else 'erbij'} ‘{short}’."
    if len(changes) > _SHOWN:
        yield f"En nog {len(changes) - _SHOWN} bijgehouden wijzigingen."
