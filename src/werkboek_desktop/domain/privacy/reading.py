"""Reads a case or a chapter sentence by sentence: what the check points at, and what a person decided about it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.careful import most_careful
from werkboek_desktop.domain.fields import Field, Privacy, Surface
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.inline import runs_of
from werkboek_desktop.domain.kinds.clearances import CHECKED, HEARD
from werkboek_desktop.domain.privacy.check import Check
from werkboek_desktop.domain.privacy.clearing import is_of
from werkboek_desktop.domain.privacy.finding import Finding, Sort
from werkboek_desktop.domain.text import fold
from werkboek_desktop.domain.tokens import is_sentence, tokenize
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.view import FieldView, RecordView

_WRITTEN = frozenset({ValueType.PROSE, ValueType.LINE})
_ADDRESSED = ("mailto:", "tel:")


class Stay(NamedTuple):
    """A decision that something may stay: by whom and when, as the change that wrote it claims."""

    record: RecordId
    ground: str
    note: str
    by: RecordId | None
    on: int


class Pointed(NamedTuple):
    """What is pointed at in a sentence, and the decision about it, if there is one."""

    finding: Finding
    words: str
    stay: Stay | None


class Passage(NamedTuple):
    """What is read at once: a sentence, or one with the next of its paragraph for what they tell together."""

    first: str
    second: str = ""

    @property
    def text(self) -> str:
        """The words, one space between the sentences."""
        return f"{self.first} {self.second}" if self.second else self.first

    def findings(self, check: Check) -> tuple[Finding, ...]:
        """What a check points at, and not already in one of the two."""
        return check.across(self.first, self.second) if self.second else check.findings(self.first)


class Sentence(NamedTuple):
    """A sentence, or two, in which something is pointed at, as one reads it."""

    owner: RecordId
    record: RecordId
    field: str
    text: str
    pointed: tuple[Pointed, ...]

    @property
    def is_open(self) -> bool:
        """Whether it still asks for a person."""
        return any(each.stay is None for each in self.pointed)


class Dossier:
    """A case or a chapter with all it owns, as the check reads it."""

    def __init__(self, check: Check, record: RecordView, owned: Iterable[RecordView]) -> None:
        self._check = check
        self._record = record
        self._owned = [view for view in owned if not view.deleted]
        self._speakers = tuple(_speakers(self._owned))
        self._stays = _stays(self._owned)

    def sentences(self) -> list[Sentence]:
        """All in which something is pointed at, in the order of the form."""
        return [found for view in (self._record, *self._owned) for found in self._of_record(view)]

    def _of_record(self, view: RecordView) -> Iterator[Sentence]:
        for field in checked_fields(view.key.kind):
            told = dict.fromkeys(each for text in _texts(view.fields.get(field.key)) for each in passages_of(text))
            for passage in told:
                if pointed := self.pointed(view.id, field.key, passage):
                    yield Sentence(self._record.id, view.id, field.key, passage.text, pointed)

    def pointed(self, record: RecordId, field: str, passage: Passage) -> tuple[Pointed, ...]:
        """What is pointed at in a passage of a field."""
        stays, sentence = self._stays.get((record, field), ()), passage.text
        pointed = (self._judged(finding, sentence, stays) for finding in passage.findings(self._check))
        return tuple(
            each for each in pointed if not (each.finding.sort is Sort.NAME and self._may_be_named(each.words))
        )

    def _judged(self, finding: Finding, sentence: str, stays: Iterable[RecordView]) -> Pointed:
        words = sentence[finding.start : finding.end]
        about = (_stay(each) for each in stays if _is_about(each, finding, words, sentence))
        return Pointed(finding, words, next(about, None))

    def open_in(self, record: RecordId, field: str, shown: str) -> Iterator[tuple[int, Pointed]]:
        """What is undecided in a paragraph as it is shown, each with where its sentence begins."""
        before = start = end = 0
        for passage in _passages(tokenize(shown)):
            if not passage.second:
                before, start = start, max(end, shown.find(passage.first, end))
                end = start + len(passage.first)
            for each in self.pointed(record, field, passage):
                if each.stay is None:
                    yield before if passage.second else start, each

    def _may_be_named(self, words: str) -> bool:
        """Somebody who said yes to being quoted by name."""
        return any(set(fold(words).split()) <= speaker for speaker in self._speakers)


def checked_fields(kind: str) -> Sequence[Field]:
    """The texts of a kind that anybody may write what they like in, and all that is printed."""
    return _free_texts(kind) if kind in CHECKED else ()


def pointed_fields(kind: str) -> Sequence[Field]:
    """The texts that are pointed at while somebody writes in them."""
    return _free_texts(kind) if kind in {*CHECKED, *HEARD} else ()


@lru_cache(64)
def _free_texts(kind: str) -> Sequence[Field]:
    known = schema.kind(kind)
    return tuple(field for field in known.fields if is_checked(field)) if known else ()


def is_checked(field: Field) -> bool:
    """Whether it is such a text."""
    if field.type not in _WRITTEN or field.municipal or field.privacy is Privacy.PERSON:
        return False
    return field.privacy is Privacy.FREE_TEXT or Surface.PRINT in field.appears


@lru_cache(2048)
def passages_of(text: str) -> tuple[Passage, ...]:
    """The sentences as they are read, without the marks of emphasis; what a link mails or calls is read too."""
    return tuple(_passages(_shown(token) if is_sentence(token) else token for token in tokenize(text)))


def _passages(tokens: Iterable[str]) -> Iterator[Passage]:
    before = ""
    for token in tokens:
        if not is_sentence(token):
            before = ""
            continue
        yield Passage(token)
        if before:
            yield Passage(before, token)
        before = token


def _shown(sentence: str) -> str:
    runs = runs_of(sentence)
    shown = "".join(run.text for run in runs)
    hidden = (run.link.partition(":")[2] for run in runs if run.link.startswith(_ADDRESSED))
    return " ".join((shown, *(address for address in hidden if address not in shown)))


def _texts(view: FieldView | None) -> Iterator[str]:
    """Of a field with two versions both are read."""
    if view:
        values = [view.value] if view.value is not None else [variant.value for variant in view.variants]
        yield from (value for value in values if isinstance(value, str))


def _speakers(owned: Iterable[RecordView]) -> Iterator[frozenset[str]]:
    for view in owned:
        speaker = view.value("speaker") if view.key.kind == "quote" else None
        if speaker and most_careful("quote", "name_authorised_on", view.fields.get("name_authorised_on")):
            yield frozenset(fold(str(speaker)).split())


def _stays(owned: Iterable[RecordView]) -> Mapping[tuple[str, str], list[RecordView]]:
    found: defaultdict[tuple[str, str], list[RecordView]] = defaultdict(list)
    for view in owned:
        if view.key.kind == "clearance":
            found[str(view.value("about")), str(view.value("field"))].append(view)
    return found


def _is_about(clearance: RecordView, finding: Finding, words: str, sentence: str) -> bool:
    return (
        clearance.value("finding") == finding.sort
        and is_of(clearance.value("words"), words)
        and is_of(clearance.value("sentence"), sentence)
    )


def _stay(clearance: RecordView) -> Stay:
    last = max((each for field in clearance.fields.values() for each in field.variants), key=lambda one: one.time)
    ground, note = clearance.value("ground"), clearance.value("note")
    return Stay(clearance.id, str(ground or ""), str(note or ""), last.author, last.time)


def composites(record: RecordView, owned: Iterable[RecordView]) -> frozenset[tuple[RecordId, str]]:
    """The fields, with their records, in which somebody is told of who was put together from several people."""
    views = {view.id: view for view in (record, *owned) if not view.deleted}
    marked = [view for view in views.values() if view.key.kind == "clearance" and view.value("composite") is True]
    places = ((str(view.value("about")), str(view.value("field")), view) for view in marked)
    return frozenset(
        (about, field)
        for about, field, view in places
        if about in views and _stands(view, views[about].fields.get(field))
    )


def _stands(clearance: RecordView, field: FieldView | None) -> bool:
    told = (passage.text for text in _texts(field) for passage in passages_of(text))
    return any(is_of(clearance.value("sentence"), text) for text in told)
