"""A document → the text of each field: by its control, else its bookmark, else the heading above it.

What stands behind a field and is nothing of ours belongs to that field: who presses Enter at its end writes on in it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.shown_prose import Line
from werkboek_desktop.domain.text import clean_line, fold
from werkboek_desktop.interchange.document import Document, Paragraph
from werkboek_desktop.interchange.origin import OWN, bookmark_of, has_own_mark, own_mark, own_name, retagged

HELP = 20
"""Letters from which words of the program's own are told from anybody's, whatever they look like."""
OWN_STYLE = "werkboek"
"""How the names of our own styles begin."""
_TITLES = {"title", "subtitle", "titel", "ondertitel"}


class Stray(NamedTuple):
    """What stands outside all fields, and those that it stands between in its section."""

    text: str
    near: tuple[str, ...] = ()

    def renamed(self, names: Mapping[RecordId, RecordId]) -> "Stray":
        """The same beside records that are called otherwise."""
        return self._replace(near=tuple(retagged(tag, names) for tag in self.near))


class Noted(NamedTuple):
    """A comment: its id, the field it stands in (empty: none), and after how many characters of which line.

    `near`: that field, or those that it stands between in its section.
    """

    id: str
    tag: str
    line: int
    at: int
    near: tuple[str, ...] = ()

    def renamed(self, names: Mapping[RecordId, RecordId]) -> "Noted":
        """The same beside records that are called otherwise."""
        return self._replace(tag=retagged(self.tag, names), near=tuple(retagged(tag, names) for tag in self.near))


class Filled(NamedTuple):
    """The lines of each field that was found, what stands outside all of them, and where comments stand."""

    fields: Mapping[str, tuple[Line, ...]]
    strays: tuple[Stray, ...]
    notes: tuple[Noted, ...]

    def renamed(self, names: Mapping[RecordId, RecordId]) -> "Filled":
        """The same of records that are called otherwise."""
        fields = {retagged(tag, names): lines for tag, lines in self.fields.items()}
        strays = tuple(each.renamed(names) for each in self.strays)
        return Filled(fields, strays, tuple(each.renamed(names) for each in self.notes))


class Announced(NamedTuple):
    """Headings that are not ours and yet say what stands below them: which do, and the field that it belongs to."""

    is_so: Callable[[str], bool]
    tag: str


@dataclass
class _Filling:
    by_mark: Mapping[str, str]
    by_heading: Mapping[str, str]
    """By the words of a heading, and by our mark in it: it may have been written in."""
    ours: frozenset[str]
    announced: Announced | None = None
    fields: dict[str, list[Line]] = field(default_factory=dict)
    strays: list[tuple[str, int]] = field(default_factory=list)
    notes: list[tuple[Noted, int]] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    """The fields as they begin, with an empty one where a section of ours does. Strays and notes say how far it was."""
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
        if self._is_help(paragraph, words):
            self._note(paragraph)
            return
        marked = next((self.by_mark[mark] for mark in reversed(paragraph.marks) if mark in self.by_mark), "")
        tag = marked or (paragraph.tag if paragraph.tag in self.tags else "")
        cut = marked if has_own_mark(paragraph.marks, paragraph.text) else ""
        if cut:  # its beginning was taken away up to these words of ours, which are no text of it
            self._begin(cut, paragraph.cell)
            marked = ""
        if paragraph.cell and not self.cell:
            self.around = self.current
        is_ours = self._is_ours(paragraph, words)
        theirs = "" if tag or is_ours or _was_ours(paragraph) else self._announced(paragraph)
        if paragraph.level and (is_ours or _was_ours(paragraph) or theirs):
            self.order.append("")
        if theirs:
            self._begin(theirs, paragraph.cell)
        elif not marked and is_ours:
            self._begin(self._headed(paragraph, words) or cut, paragraph.cell)
        elif tag:
            self._begin("" if self._is_copy(tag, paragraph.cell) else tag, paragraph.cell)
        elif _was_ours(paragraph):
            self._begin(self._headed(paragraph, words), paragraph.cell)
        elif paragraph.cell != self.cell:
            self.current = "" if paragraph.cell else self.around
        self.cell = paragraph.cell
        self._note(paragraph)
        if is_ours and not marked:
            return
        if self.current:
            self.fields[self.current].append(paragraph.line)
        elif words:
            self.strays.append((paragraph.text.strip(), len(self.order)))

    def found(self) -> Filled:
        """All of it, once every paragraph was taken."""
        fields = {tag: tuple(lines) for tag, lines in self.fields.items()}
        strays = tuple(Stray(text, self._near(at)) for text, at in self.strays)
        notes = (each._replace(near=(each.tag,) if each.tag else self._near(at)) for each, at in self.notes)
        return Filled(fields, strays, tuple(notes))

    def _near(self, at: int) -> tuple[str, ...]:
        return tuple(filter(None, self.order[max(0, at - 1) : at + 1]))

    def _begin(self, tag: str, cell: int) -> None:
        self.current, self.around = tag, ""
        if tag:
            self.order += [] if self.order[-1:] == [tag] else [tag]
            self.last = tag
            self.began.setdefault(tag, cell)
            self.fields.setdefault(tag, [])

    def _headed(self, paragraph: Paragraph, words: str) -> str:
        """The field that a heading of ours is above."""
        names = (words, *(own_name(mark) for mark in paragraph.marks if paragraph.level))
        return next((self.by_heading[name] for name in names if name in self.by_heading), "")

    def _announced(self, paragraph: Paragraph) -> str:
        """The field that a heading of somebody else is above. No text of ours has one of the first level in it."""
        is_first = paragraph.level == 1 and self.announced is not None and self.announced.is_so(paragraph.text)
        return self.announced.tag if self.announced and is_first else ""

    def _is_copy(self, tag: str, cell: int) -> bool:
        """Whether this field stood elsewhere before: who copies a row of a table copies the controls in it."""
        began = self.began.get(tag)
        return began is not None and (tag != self.last or began not in {0, cell})

    def _is_help(self, paragraph: Paragraph, words: str) -> bool:
        """Whether this only helps to write below a heading, which goes on behind it; its look may be lost."""
        is_plain = not (paragraph.level or paragraph.cell)
        return not self.by_mark and is_plain and len(words) > HELP and words in self.ours

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
        self.notes += ((Noted(id_, self.current, line, at), len(self.order)) for id_, at in paragraph.remarks)


def _was_ours(paragraph: Paragraph) -> bool:
    """Whether somebody wrote in a paragraph of the program's own: that belongs to no field."""
    return any(mark.startswith(OWN) for mark in paragraph.marks)


def by_ids(
    document: Document,
    tags: Iterable[str],
    ours: Iterable[str],
    headings: Mapping[str, str] = MappingProxyType({}),
    announced: Announced | None = None,
) -> Filled:
    """By controls and bookmarks. `ours`: the headings, labels and questions that the program wrote itself.

    `headings`: those above what has no control of its own.
    """
    marks = {bookmark_of(tag): tag for tag in tags}
    return _fill(document, _Filling(marks, _by_name(headings), _folded(ours), announced))


def by_headings(
    document: Document, headings: Mapping[str, str], ours: Iterable[str], announced: Announced | None = None
) -> Filled:
    """By the headings above the text: tags by heading."""
    return _fill(document, _Filling({}, _by_name(headings), _folded(ours) | _folded(headings), announced))


def _by_name(headings: Mapping[str, str]) -> Mapping[str, str]:
    words = {fold(clean_line(heading)): tag for heading, tag in headings.items()}
    return words | {own_name(own_mark(heading, 0)): tag for heading, tag in headings.items()}


def _folded(texts: Iterable[str]) -> frozenset[str]:
    """A kind without questions has none, and nothing written is nobody's words."""
    return frozenset(fold(clean_line(text)) for text in texts if text)


def _fill(document: Document, filling: _Filling) -> Filled:
    for paragraph in document.paragraphs:
        filling.take(paragraph)
    return filling.found()
