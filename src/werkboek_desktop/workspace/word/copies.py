"""Documents of ours that make a case of their own: a form that was empty, or any that is read as a new case.

An empty form is copied, and one copy may come twice: corrected, it belongs to the case that the first one made.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import starmap

from werkboek_desktop.domain import intake, schema
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.history import Entry
from werkboek_desktop.domain.ids import RecordId, derived_id
from werkboek_desktop.domain.shown_prose import Line
from werkboek_desktop.domain.tokens import is_telling, tokenize
from werkboek_desktop.domain.values import Value
from werkboek_desktop.errors import BadFieldValue
from werkboek_desktop.interchange.document import Document
from werkboek_desktop.interchange.origin import Made, Origin, checksum, field_of, retagged
from werkboek_desktop.interchange.slots import Filled
from werkboek_desktop.resources import municipalities
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.seen import views_of
from werkboek_desktop.workspace.lookup import field_key
from werkboek_desktop.workspace.session import Session
from werkboek_desktop.workspace.word import outgoing
from werkboek_desktop.workspace.word.text import value_of

FORM = "form"
"""The field of a case with the id of the form that it came in with."""
_TAG = re.compile(r"[0-9a-f]{32}\.[a-z_]+")
_EMPTY = Made((), checksum(()))
_ANY = ""
"""What no text has as its checksum: it is always compared."""


def kinds() -> frozenset[str]:
    """The kinds of records that a document can make."""
    return intake.kinds() | outgoing.kinds()


def by_controls(document: Document, project: str) -> Origin | None:
    """What a document still says that lost its properties on the way: its fields, and nothing of what they showed."""
    tags = dict.fromkeys(each.tag for each in document.paragraphs if _TAG.fullmatch(each.tag))
    cases = (record for record, name in map(field_of, tags) if name == "title")
    case = next(cases, None)
    return Origin(project, case, 0, dict.fromkeys(tags, _EMPTY)) if case else None


def as_new(origin: Origin, project: str) -> Origin:
    """The same as an empty form of which all is to be made."""
    names: dict[RecordId, list[str]] = {}
    for record, name in map(field_of, origin.fields):
        names.setdefault(record, []).append(name)
    known = ((record, _kind_with(fields)) for record, fields in names.items())
    new = {record: kind for record, kind in known if kind} | dict(origin.new) | {origin.record: intake.CASE}
    fields = {tag: _EMPTY for tag in origin.fields if field_of(tag)[0] in new}
    return Origin(project, origin.record, origin.at, fields, new)


def _kind_with(names: Iterable[str]) -> str:
    """The smallest kind that has all these fields."""
    found = [each for each in schema.kinds() if each.key in kinds() and all(schema.field(each.key, n) for n in names)]
    return min(found, key=lambda kind: len(kind.fields)).key if found else ""


def names_for(origin: Origin, case: RecordId) -> Mapping[RecordId, RecordId]:
    """What the records of a form are called in the case that it makes: the same in each version of it."""
    return {record: derived_id("item of form", case, record) for record in origin.new} | {origin.record: case}


def earlier(session: Session, reader: Reader, origin: Origin, filled: Filled, by: str) -> RecordId | None:
    """The case of this very form, filled in before: more of its answers are the same than are not."""
    forms = views_of(reader, intake.CASE, FORM)
    cases = sorted(case for case, view in forms.items() if view.value == origin.record)
    rows = reader.rows_of(cases)
    for case in (each for each in cases if not rows[each].deleted):
        former = _Former(session, reader, names_for(origin, case), reader.person(by))
        answers = list(former.answers(filled))
        if 2 * sum(starmap(_is_same, answers)) > len(answers):
            return case
    return None


def since(session: Session, reader: Reader, origin: Origin, by: str) -> Origin:
    """The same form, made from what came in with it before."""
    former = _Former(session, reader, {}, reader.person(by))
    last = {tag: former.last(tag) for tag in origin.fields}
    return origin._replace(
        fields={tag: Made((entry.id,), _ANY) if entry else origin.fields[tag] for tag, entry in last.items()}
    )


@dataclass
class _Former:
    """A form that came in before. `names`: what its records are called in the case of then; `by`: who wrote it."""

    session: Session
    reader: Reader
    names: Mapping[RecordId, RecordId]
    by: RecordId | None

    def answers(self, filled: Filled) -> Iterator[tuple[Value, Value]]:
        """What was answered then and now, where both are something; whose form it is tells nothing of the case."""
        for tag, lines in filled.fields.items():
            then = retagged(tag, self.names)
            key = self.reader.record_key(field_of(then)[0])
            field = schema.field(key.kind, field_of(tag)[1]) if key else None
            if key is None or field is None or field_key(key, field.key).scope is Scope.PEOPLE:
                continue
            entry, now = self.last(then), self._value(field, lines)
            if entry and entry.value is not None and now is not None:
                yield entry.value, now

    def last(self, tag: str) -> Entry | None:
        """What came in last in a field."""
        record, name = field_of(tag)
        key = self.reader.record_key(record)
        if key is None or schema.field(key.kind, name) is None:
            return None
        entries = self.reader.history(field_key(key, name)).entries
        return max((each for each in entries if each.author == self.by), key=lambda each: each.rank, default=None)

    def _value(self, field: Field, lines: Sequence[Line]) -> Value:
        try:
            return value_of(field, lines, None, municipalities(), self.session.app.today())
        except BadFieldValue:
            return None


def _is_same(then: Value, now: Value) -> bool:
    """Whether two answers are one: two texts that share a sentence that says something are."""
    if then == now or not isinstance(then, str) or not isinstance(now, str):
        return then == now
    return not set(filter(is_telling, tokenize(then))).isdisjoint(tokenize(now))
