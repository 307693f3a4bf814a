"""A document as Word and LibreOffice both have it: paragraphs in reading order, and where ids stand."""

from collections.abc import Mapping
from typing import NamedTuple

from werkboek_desktop.domain.shown_prose import Line

_SHOWN = 80


class Paragraph(NamedTuple):
    """A paragraph. `tag` is of the innermost control it stands in or holds; `marks` are bookmarks that begin in it.

    `cell` counts the cells of tables, 0: in none. `is_own`: a heading or a style of ours. `level` is a heading's.
    `remarks`: the ids of comments that begin in it and after how many characters.
    """

    line: Line
    style: str = ""
    level: int = 0
    tag: str = ""
    marks: tuple[str, ...] = ()
    cell: int = 0
    remarks: tuple[tuple[str, int], ...] = ()

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.line.runs)


class Remark(NamedTuple):
    """A comment in the margin: by whom, and what. `answers` is the id of the one that it answers."""

    author: str
    text: str
    answers: str = ""
    is_done: bool = False


class Tracked(NamedTuple):
    """A tracked change, which counts as accepted."""

    author: str
    text: str
    is_deleted: bool


def margin(text: str) -> str:
    """What stands above or below each page, as something that is left out."""
    return f"kop- of voettekst ‘{text[:_SHOWN]}’"


class Document(NamedTuple):
    """All that is read of a file. `properties` are the custom ones; `title` is what the file says it is called.

    `left_out`: what stands in it and is not read, as people call it.
    """

    paragraphs: tuple[Paragraph, ...]
    properties: Mapping[str, str]
    remarks: Mapping[str, Remark]
    tracked: tuple[Tracked, ...]
    title: str = ""
    left_out: tuple[str, ...] = ()
