"""The whole book as one text: its parts in the order in which one reads them, and the texts of each."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Field, Kind, Surface
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.shown_prose import read_line
from werkboek_desktop.domain.values import Place, ValueType
from werkboek_desktop.domain.view import RecordView, Status

LOOSE = "-"
"""Stands for the cases that are in no chapter."""
_LAST = "~"
"""Behind the keys of all places, which are digits."""


class Passage(NamedTuple):
    """One field that one reads; of a field with two versions `value` is one of them."""

    record: RecordId
    field: str
    label: str
    value: str
    status: Status = Status.SETTLED


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter, a case, or a heading alone. `told_in`: the chapter in which the texts of this case stand already."""

    record: RecordId
    kind: str
    title: str
    level: int
    status: str = ""
    told_in: str = ""
    passages: tuple[Passage, ...] = ()


class Book(NamedTuple):
    """All parts, and in which of them each record stands; of a case that stands in more, the first."""

    parts: list[Part]
    places: dict[RecordId, int]

    @classmethod
    def of(cls, parts: list[Part]) -> "Book":
        """With everything in its place."""
        places: dict[RecordId, int] = {}
        for at, part in enumerate(parts):
            for record in (part.record, *(passage.record for passage in part.passages)):
                places.setdefault(record, at)
        return cls(parts, places)


class Hit(NamedTuple):
    """Where words are found: in which part and which of its texts, in which paragraph, from `start` to `end`."""

    part: int
    passage: int
    line: int
    start: int
    end: int


def read_fields(kind: str) -> tuple[Field, ...]:
    """The texts of a kind that one reads in the book."""
    known = schema.kind(kind)
    return tuple(field for field in known.fields if _is_read(field)) if known else ()


def _is_read(field: Field) -> bool:
    return field.type is ValueType.PROSE and Surface.PRINT in field.appears


def passages_of(view: RecordView, owned: Iterable[RecordView]) -> tuple[Passage, ...]:
    """All texts of a record and what it owns, the empty ones too: a numbered list stands where its number says."""
    items = sorted(owned, key=_in_list)
    lists = [kind for key in schema.owned_kinds(view.key.kind) if (kind := schema.kind(key)) and _stands_in(kind)]
    found: list[Passage] = []
    for field in read_fields(view.key.kind):
        while field.number is not None and lists and lists[0].number is not None and lists[0].number < field.number:
            found += _of_items(lists.pop(0), items)
        found.append(_passage(view, field, field.label))
    for kind in lists:
        found += _of_items(kind, items)
    return tuple(found)


def _stands_in(kind: Kind) -> bool:
    """Whether its texts are read with what owns them; a chapter is a part by itself."""
    return bool(read_fields(kind.key)) and not kind.printed


def _of_items(kind: Kind, items: Sequence[RecordView]) -> Iterator[Passage]:
    for number, item in enumerate((item for item in items if item.key.kind == kind.key), 1):
        for field in read_fields(kind.key):
            yield _passage(item, field, f"{field.label} {number}")


def _in_list(item: RecordView) -> tuple[str, RecordId]:
    place = item.value("place")
    return place.key if isinstance(place, Place) else _LAST, item.id


def _passage(view: RecordView, field: Field, label: str) -> Passage:
    shown = view.fields.get(field.key)
    if shown is None:
        return Passage(view.id, field.key, label, "")
    values = [shown.value, *(variant.value for variant in shown.variants)]
    return Passage(
        view.id, field.key, label, next((each for each in values if isinstance(each, str)), ""), shown.status
    )


def chosen(parts: Iterable[Part], chapter: RecordId = "", status: str = "") -> list[Part]:
    """A chapter with all below it, or all; and of what has a status, that with this one. Headings stay above theirs."""
    within = list(_below(parts, chapter)) if chapter else list(parts)
    if not status:
        return within
    found: list[Part] = []
    above: list[Part] = []
    for part in within:
        above = [each for each in above if each.level < part.level]
        if part.status == status:
            found += [_heading(each) for each in above]
            found.append(part)
            above = []
        elif part.kind != "case":
            above.append(part)
    return found


def _heading(part: Part) -> Part:
    return Part(part.record, part.kind, part.title, part.level, part.status)


def _below(parts: Iterable[Part], chapter: RecordId) -> Iterator[Part]:
    level: int | None = None
    for part in parts:
        if level is not None and part.level <= level:
            level = None
        if part.record == chapter:
            level = part.level
        if level is not None:
            yield part


def look_for(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where words stand in one paragraph, as it is shown, in capitals or not."""
    if words.strip():
        for found in re.finditer(re.escape(words.strip()), text, re.IGNORECASE):
            yield found.span()


def find(parts: Sequence[Part], words: str) -> list[Hit]:
    """Every place where words stand, in reading order."""
    return [
        Hit(at, number, line, start, end)
        for at, part in enumerate(parts)
        for number, passage in enumerate(part.passages)
        if passage.status is not Status.CONFLICT
        for line, start, end in _in_value(words, passage.value)
    ]


def _in_value(words: str, value: str) -> Iterator[tuple[int, int, int]]:
    for line, source in enumerate(value.split("\n")):
        shown = "".join(run.text for run in read_line(source).runs)
        for start, end in look_for(words, shown):
            yield line, start, end


def with_texts(parts: Iterable[Part], fresh: Collection[Part]) -> list[Part]:
    """The same parts, those that were read again with what they show now; headings alone stay so."""
    by_id = {part.record: part for part in fresh}
    return [_fresh(part, by_id.get(part.record)) for part in parts]


def _fresh(part: Part, now: Part | None) -> Part:
    if now is None:
        return part
    passages = now.passages if part.passages else ()
    return Part(part.record, part.kind, now.title, part.level, now.status, part.told_in, passages)
