"""The whole workbook, a chapter or a case as one list of blocks, and what to look at before it leaves the room."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from werkboek_desktop.domain.dutch import day
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.publish import colophon
from werkboek_desktop.publish.blocks import (
    Block,
    Box,
    Contents,
    Heading,
    Opening,
    Printed,
    TitlePage,
    heading_of,
    plain,
    text_of,
)
from werkboek_desktop.publish.cases import CaseText
from werkboek_desktop.publish.chapters import ChapterText
from werkboek_desktop.publish.gathered import gathered
from werkboek_desktop.publish.material import Book, CaseMaterial, Chapter
from werkboek_desktop.publish.sheet import Desk

_UNNUMBERED = {"voorwerk", "begrippenlijst", "bronnen", "bijlage"}
_LEAST_ENTRIES = 3
"""A piece with fewer sections needs no list of them."""


def workbook_blocks(book: Book) -> Printed:
    """The whole workbook: title page, contents, chapters, colophon."""
    desk = _desk(book)
    workbook = desk.sheet(book.workbook)
    title = TitlePage(_title(desk, book), workbook.words("subtitle"), f"Versie van {day(book.as_of)}")
    contents = desk.heading(1, "Inhoud")
    numbers = _numbers(book)
    inside = [block for chapter in book.chapters for block in _chapter(desk, book, chapter, numbers)]
    back: list[Block] = [Opening("", desk.heading(1, colophon.TITLE)), *colophon.blocks(desk, book)]
    entries = tuple(_book_entries([*inside, *back]))
    return _printed(desk, book, title.title, [title, Contents(contents, entries), *inside, *back])


def chapter_blocks(book: Book, chapter: Chapter) -> Printed:
    """One chapter on its own."""
    desk = _desk(book)
    return _piece(desk, book, _chapter(desk, book, replace(chapter, level=1), _numbers(book)))


def case_blocks(book: Book, material: CaseMaterial, mark: str = "") -> Printed:
    """One case on its own: what a municipality gets to read. `mark`: what it is called on every page."""
    desk = _desk(book)
    text = CaseText(desk, material, 2)
    where = " · ".join(filter(None, (mark, "Praktijkvoorbeeld", text.case.words("municipalities"))))
    opening = Opening(where, desk.heading(1, text.title), plain(text.case.words("subtitle")), alike=True)
    piece = _piece(desk, book, [opening, *text.blocks()])
    return replace(piece, running=f"{mark} · {piece.running}") if mark else piece


def _desk(book: Book) -> Desk:
    return Desk(book.lookups, book.today)


def _title(desk: Desk, book: Book) -> str:
    return desk.sheet(book.workbook).words("title") or "Werkboek"


def _numbers(book: Book) -> Mapping[RecordId, int]:
    numbered = [
        chapter.record.id
        for chapter in book.chapters
        if chapter.level == 1 and chapter.record.value("type") not in _UNNUMBERED
    ]
    return {id_: number for number, id_ in enumerate(numbered, 1)}


def _chapter(desk: Desk, book: Book, chapter: Chapter, numbers: Mapping[RecordId, int]) -> list[Block]:
    text = ChapterText(desk, chapter, numbers.get(chapter.record.id))
    return [text.opening(), *text.blocks(), *gathered(desk, book, chapter, text.type)]


def _piece(desk: Desk, book: Book, blocks: Sequence[Block]) -> Printed:
    """A file of its own: with a list of its sections below the opening, and with the colophon."""
    opening, *rest = blocks
    title = heading_of(opening)
    entries = tuple(heading for block in rest if (heading := heading_of(block)) and heading.level == 2)
    contents: list[Block] = [Contents(desk.heading(2, "Inhoud"), entries)] if len(entries) >= _LEAST_ENTRIES else []
    back: list[Block] = [desk.heading(2, colophon.TITLE), Box(tuple(colophon.blocks(desk, book)))]
    return _printed(desk, book, text_of(title.runs) if title else "", [opening, *contents, *rest, *back])


def _book_entries(blocks: Iterable[Block]) -> Iterator[Heading]:
    """The chapters, and their sections where these have names of their own."""
    chapter: Opening | None = None
    for block in blocks:
        match block:
            case Opening():
                chapter = block
                yield block.heading
            case Heading() if chapter and block.level == chapter.heading.level + 1 and not chapter.alike:
                yield block
            case _:
                pass


def _printed(desk: Desk, book: Book, title: str, blocks: Iterable[Block]) -> Printed:
    running = _title(desk, book)
    subject = desk.sheet(book.workbook).words("subtitle")
    return Printed(title, colophon.authors(desk, book), subject, running, book.as_of, tuple(blocks), tuple(desk.checks))
