"""A document → the text of each field: by its control, else its bookmark, else the heading above it.

What stands behind a field and is nothing of ours belongs to that field: who presses Enter at its end writes on in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.shown_prose import Line
from werkboek_desktop.domain.text import clean_line, fold
from werkboek_desktop.interchange.document import Document, Paragraph
from werkboek_desktop.interchange.origin import OWN, bookmark_of, has_own_mark, retagged

OWN_STYLE = "werkboek"
"""How the names of our own styles begin."""
_TITLES = {"title", "subtitle", "titel", "ondertitel"}


class Noted(NamedTuple):
    """A comment: its id, the field it stands in (empty: none), and after how many characters of which line."""

    id: str
    tag: str
    line: int
    at: int


class Filled(NamedTuple):
    """The lines of each field that was found, what stands outside all of them, and where comments stand."""

    fields: Mapping[str, tuple[Line, ...]]
    strays: tuple[str, ...]
    notes: tuple[Noted, ...]

    def renamed(self, names: Mapping[RecordId, RecordId]) -> "Filled":
        """The same of records that are called otherwise."""
        fields = {retagged(tag, names): lines for tag, lines in self.fields.items()}
        return Filled(fields, self.strays, tuple(each._replace(tag=retagged(each.tag, names)) for each in self.notes))


@dataclass
class _Filling:
    by_mark: Mapping[str, str]
    by_heading: Mapping[str, str]
    ours: frozenset[str]
    fields: dict[str, list[Line]] = field(default_factory=dict)
    strays: list[str] = field(default_factory=list)
    notes: list[Noted] = field(default_factory=list)
    current: str = ""
    cell: int = 0
    began: dict[str, int] = field(default_factory=dict)
    """The cell that each field begins in."""
    last: str = ""
    """The field that began last, though something may stand in between."""
    around: str = ""
    """The field that goes on behind a table that somebody put in it."""

    @cached_property
    def tags(self) -> frozenset[str]:
        """All fields that there may be."""
        return frozenset(self.by_mark.values())

    def take(self, paragraph: Paragraph) -> None:
        """The next paragraph of the document."""
        words = fold(clean_line(paragraph.text))
        marked = next((self.by_mark[mark] for mark in reversed(paragraph.marks) if mark in self.by_mark), "")
        tag = marked or (paragraph.tag if paragraph.tag in self.tags else "")
        if paragraph.cell and not self.cell:
            self.around = self.current
        if not marked and self._is_ours(paragraph, words):
            self._begin(self.by_heading.get(words, ""), paragraph.cell)
        elif tag:
            self._begin("" if self._is_copy(tag, paragraph.cell) else tag, paragraph.cell)
        elif _was_ours(paragraph):
            self._begin("", paragraph.cell)
        elif paragraph.cell != self.cell:
            self.current = "" if paragraph.cell else self.around
        self.cell = paragraph.cell
        self._note(paragraph)
        if self._is_ours(paragraph, words) and not marked:
            return
        if self.current:
            self.fields[self.current].append(paragraph.line)
        elif words:
            self.strays.append(paragraph.text.strip())

    def _begin(self, tag: str, cell: int) -> None:
        self.current, self.around = tag, ""
        if tag:
            self.last = tag
            self.began.setdefault(tag, cell)
            self.fields.setdefault(tag, [])

    def _is_copy(self, tag: str, cell: int) -> bool:
        """Whether this field stood elsewhere before: who copies a row of a table copies the controls in it."""
        began = self.began.get(tag)
        return began is not None and (tag != self.last or began not in {0, cell})

    def _is_ours(self, paragraph: Paragraph, words: str) -> bool:
        """Whether the program wrote this itself: by its bookmark, or by its look and its words."""
        if has_own_mark(paragraph.marks, paragraph.text):
            return True
        if paragraph.tag in self.tags:
            return False
        looks = bool(paragraph.level or paragraph.cell) or paragraph.style.startswith((OWN_STYLE, *_TITLES))
        return looks and words.rstrip("0123456789 ") in self.ours

    def _note(self, paragraph: Paragraph) -> None:
        line = len(self.fields[self.current]) if self.current else 0
        self.notes += (Noted(id_, self.current, line, at) for id_, at in paragraph.remarks)


def _was_ours(paragraph: Paragraph) -> bool:
    """Whether somebody wrote in a paragraph of the program's own: that belongs to no field."""
    return any(mark.startswith(OWN) for mark in paragraph.marks)


def by_ids(document: Document, tags: Iterable[str], ours: Iterable[str]) -> Filled:
    """By controls and bookmarks. `ours`: the headings, labels and questions that the program wrote itself."""
    return _fill(document, _Filling({bookmark_of(tag): tag for tag in tags}, {}, _folded(ours)))


def by_headings(document: Document, headings: Mapping[str, str], ours: Iterable[str]) -> Filled:
    """By the headings above the text: tags by heading."""
    folded = {fold(clean_line(heading)): tag for heading, tag in headings.items()}
    return _fill(document, _Filling({}, folded, _folded(ours) | folded.keys()))


def _folded(texts: Iterable[str]) -> frozenset[str]:
    """A kind without questions has none, and nothing written is nobody's words."""
    return frozenset(fold(clean_line(text)) for text in texts if text)


def _fill(document: Document, filling: _Filling) -> Filled:
    for paragraph in document.paragraphs:
        filling.take(paragraph)
    fields = {tag: tuple(lines) for tag, lines in filling.fields.items()}
    return Filled(fields, tuple(filling.strays), tuple(filling.notes))
