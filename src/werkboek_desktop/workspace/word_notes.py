"""What stands beside the text of a document: comments, words outside all fields, tracked changes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import RecordKey
from werkboek_desktop.domain.history import FieldHistory
from werkboek_desktop.domain.ids import RecordId, new_record_id
from werkboek_desktop.domain.prose import canonical_prose
from werkboek_desktop.domain.shown_prose import Line, places, read_line, write_line
from werkboek_desktop.domain.values import PROSE_CHARACTERS
from werkboek_desktop.interchange.document import Document, Tracked
from werkboek_desktop.interchange.origin import field_of
from werkboek_desktop.interchange.slots import Filled
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace.lookup import field_key
from werkboek_desktop.workspace.scribe import Scribe

_KIND = "comment"
_OPEN = "open"
_OUTSIDE = "Stond in het document buiten de velden:"
_SHOWN = 10
_LENGTH = 80


class Note(NamedTuple):
    """A comment to be made: its text, and the field of the case that it is about; empty: the whole case.

    `shown` is the line of that field that it stands at, after `at` characters.
    """

    text: str
    field: str = ""
    shown: str = ""
    at: int = 0


def notes(document: Document, filled: Filled, case: RecordId) -> Iterator[Note]:
    """The comments of a document, and as one more all that somebody wrote outside the fields."""
    for noted in filled.notes:
        if (remark := document.remarks.get(noted.id)) and remark.text.strip():
            record, name = field_of(noted.tag)
            who = f"{remark.author.strip()}: " if remark.author.strip() else ""
            said = note(f"{who}{remark.text}")
            lines = filled.fields.get(noted.tag, ())
            if record == case:
                said = said._replace(field=name, at=noted.at)
                said = said._replace(shown=_shown(lines[noted.line])) if noted.line < len(lines) else said
            yield said
    if filled.strays:
        yield note("\n".join((_OUTSIDE, *filled.strays)))


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


def new(reader: Reader, case: RecordId, found: Iterable[Note], by: RecordId | None) -> list[Note]:
    """Those that this author never made here; what was answered, changed or deleted meanwhile was made once."""
    before = set(_before(reader, case, by)) if by else set()
    return [each for each in dict.fromkeys(found) if each.text not in before]


def _before(reader: Reader, case: RecordId, by: RecordId) -> Iterator[str]:
    owned = [one.key for one in reader.records(_KIND) if one.key.owner == case]
    for history in reader.histories([field_key(key, "text") for key in owned]).values():
        yield from _written(history, by)


def _written(history: FieldHistory, by: RecordId) -> Iterator[str]:
    return (str(entry.value) for entry in history.entries if entry.author == by)


def write(scribe: Scribe, case: RecordId, found: Sequence[Note], anchor: Callable[[Note], str]) -> None:
    """Makes the comments, inside a transaction. `anchor` says at which sentence; empty: at none."""
    for each in found:
        key = RecordKey(_KIND, case, new_record_id(scribe.app.entropy))
        values = (
            ("field", each.field or None),
            ("anchor", anchor(each) or None),
            ("text", each.text),
            ("state", _OPEN),
        )
        for name, value in values:
            if value is not None:
                scribe.edit(key, name, value, ())


def tracked(changes: Sequence[Tracked]) -> Iterator[str]:
    """Sentences for the report: what was tracked counts as accepted."""
    for change in changes[:_SHOWN]:
        text = " ".join(change.text.split())
        short = text if len(text) <= _LENGTH else f"{text[:_LENGTH]}…"
        who = f" ({change.author})" if change.author else ""
        yield f"Wijziging in het document overgenomen{who}: {'weg' if change.is_deleted else 'erbij'} ‘{short}’."
    if len(changes) > _SHOWN:
        yield f"En nog {len(changes) - _SHOWN} bijgehouden wijzigingen."


def label(reader: Reader, tag: str) -> str:
    """What a person calls the field of a tag."""
    record, name = field_of(tag)
    key = reader.record_key(record)
    field = schema.field(key.kind, name) if key else None
    return f"‘{field.label}’" if field else f"‘{name}’"
