"""What a chapter gathers from the whole book: the terms that are used in it, and the sources of its cases."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from werkboek_desktop.domain.text import fold, sort_key_name
from werkboek_desktop.publish.blocks import Block, Header, Table, texts
from werkboek_desktop.publish.cases import CaseText
from werkboek_desktop.publish.chapters import ChapterText
from werkboek_desktop.publish.material import Book, Chapter
from werkboek_desktop.publish.sheet import Desk


def gathered(desk: Desk, book: Book, chapter: Chapter, type_: str) -> Iterator[Block]:
    """The blocks that a chapter of this type adds to its own text."""
    if type_ == "begrippenlijst":
        yield from _terms(desk, book)
    elif type_ == "bronnen":
        yield from _sources(desk, book.chapters, chapter.level + 1)


def _terms(desk: Desk, book: Book) -> Iterator[Block]:
    said = _said(book)
    explained = (sheet for sheet in desk.sheets(book.terms) if sheet.text("meaning"))  # of others only the spelling
    used = [sheet for sheet in explained if _occurs(sheet.words("term"), said)]
    used.sort(key=lambda sheet: sort_key_name(sheet.words("term")))
    if used:
        rows = tuple(tuple(sheet.cell(field) for field in sheet.fields) for sheet in used)
        yield Table(tuple(Header(field.label) for field in used[0].fields), rows, row_headers=True)


def _occurs(term: str, said: str) -> bool:
    return bool(term) and re.search(rf"\b{re.escape(fold(term))}", said) is not None


def _said(book: Book) -> str:
    """All text of the book, folded; made on a desk of its own, for what is looked up here is not printed here."""
    desk = Desk(replace(book.lookups, attachment=lambda _sha: None), book.today)
    chapters = (ChapterText(desk, chapter, None) for chapter in book.chapters)
    return fold("\n".join(text for chapter in chapters for text in texts(chapter.blocks())))


def _sources(desk: Desk, chapters: Iterable[Chapter], level: int) -> Iterator[Block]:
    cases = {told.case.id: told for chapter in chapters if (told := chapter.told)}
    for material in cases.values():
        text = CaseText(desk, material, level)
        if sources := text.sources():
            yield desk.heading(level, text.title)
            yield sources
