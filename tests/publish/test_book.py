"""The whole workbook, a chapter and a case as lists of blocks."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from werkboek_desktop.domain.inline import Run
from werkboek_desktop.publish.blocks import (
    Block,
    Contents,
    Figure,
    Heading,
    Item,
    KeyFacts,
    ListBlock,
    Opening,
    Printed,
    Quote,
    Table,
    TitlePage,
    heading_of,
    text_of,
    texts,
)
from werkboek_desktop.publish.book import case_blocks, chapter_blocks, workbook_blocks
from werkboek_desktop.publish.material import Book, Chapter

from .samples import book, case, chapter, conflict, demo, record

GOLDEN = Path(__file__).parent / "golden" / "hoofdstuk.txt"
DEMO = demo()


def openings(printed: Printed) -> list[str]:
    return [f"{block.kicker} | {text_of(block.heading.runs)}" for block in printed.blocks if isinstance(block, Opening)]


def headings(printed: Printed) -> list[Heading]:
    return [found for block in printed.blocks if (found := heading_of(block))]


def entries(printed: Printed) -> list[tuple[int, str]]:
    (contents,) = (block for block in printed.blocks if isinstance(block, Contents))
    return [(entry.level, text_of(entry.runs)) for entry in contents.entries]


def test_a_book_is_title_page_contents_chapters_and_colophon() -> None:
    front = chapter(title="Voorwoord", type="voorwerk")
    told = Chapter(record("chapter", "k", title="Een plein", type="praktijkvoorbeeld"), case(context="Tekst."))
    printed = workbook_blocks(book(front, chapter(title="Waarom"), told, subtitle="Zes gemeenten"))
    assert printed.blocks[0] == TitlePage("Ons werkboek", "Zes gemeenten", "Versie van 23 november 2026")
    assert openings(printed) == [
        "Voorwerk | Voorwoord",
        "Hoofdstuk 1 · Thema | Waarom",
        "Hoofdstuk 2 · Praktijkvoorbeeld | Een plein",
        " | Colofon",
    ]


def test_the_contents_name_chapters_and_the_sections_that_have_names_of_their_own() -> None:
    told = Chapter(record("chapter", "k", title="Een plein", type="praktijkvoorbeeld"), case(context="Tekst."))
    below = replace(chapter(title="Onder", body="## Klein"), level=2)
    printed = workbook_blocks(book(chapter(title="Waarom", body="## Hierom\n### Diep"), below, told))
    assert entries(printed) == [
        (1, "Waarom"),
        (2, "Hierom"),
        (2, "Onder"),
        (3, "Klein"),
        (1, "Een plein"),
        (1, "Colofon"),
    ]


def test_an_empty_project_still_makes_a_book() -> None:
    printed = workbook_blocks(replace(book(), workbook=record("workbook")))
    assert (printed.title, entries(printed)) == ("Werkboek", [(1, "Colofon")])


def test_a_chapter_alone_keeps_its_number_and_starts_at_the_first_level() -> None:
    second = replace(chapter(title="Twee", body="## a\n## b\n## c"), level=2)
    top = Chapter(record("chapter", "derde", title="Drie", type="thema"))
    whole = book(Chapter(record("chapter", "eerste", title="Een", type="thema")), second, top)
    assert openings(chapter_blocks(whole, top)) == ["Hoofdstuk 2 · Thema | Drie"]
    alone = chapter_blocks(whole, second)
    assert [heading.level for heading in headings(alone)] == [1, 2, 2, 2, 2, 2]
    assert entries(alone) == [(2, "a"), (2, "b"), (2, "c")]


def test_a_short_piece_has_no_contents() -> None:
    printed = chapter_blocks(book(), chapter(body="## a\n## b"))
    assert not any(isinstance(block, Contents) for block in printed.blocks)


def test_a_case_alone_says_where_it_is_and_closes_with_the_colophon() -> None:
    printed = case_blocks(book(), case(title="Een plein", municipalities=("GM0344",), context="Tekst."))
    assert openings(printed) == ["Praktijkvoorbeeld · Utrecht | Een plein"]
    assert printed.title == "Een plein"
    assert "mede gefinancierd" in " ".join(texts(printed.blocks))


def test_a_file_says_what_it_is_called_who_made_it_and_what_it_is_about() -> None:
    printed = workbook_blocks(DEMO)
    assert printed.title == "Ondermijning in de wijk"
    assert printed.author == "Anna van ’t Hoff, Fatıma El Idrissi, Marit de Wit, Yusuf Şahin"
    assert printed.subject == "Zes gemeenten over het verbinden van repressie en preventie"


def test_a_disputed_title_is_on_the_check_list() -> None:
    whole = replace(book(), workbook=record("workbook", title=conflict("Nieuw", "Oud")))
    assert [check.field for check in workbook_blocks(whole).checks] == ["title"]


EVERY_PRINT = [workbook_blocks(DEMO), *(chapter_blocks(DEMO, each) for each in DEMO.chapters)]


@pytest.mark.parametrize("printed", EVERY_PRINT, ids=range(len(EVERY_PRINT)))
def test_headings_skip_no_level_and_anchors_are_unique(printed: Printed) -> None:
    levels = [heading.level for heading in headings(printed)]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    anchors = [heading.anchor for heading in headings(printed)]
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("printed", EVERY_PRINT, ids=range(len(EVERY_PRINT)))
def test_contents_point_to_headings_that_are_there(printed: Printed) -> None:
    anchors = {heading.anchor for heading in headings(printed)}
    for block in printed.blocks:
        if isinstance(block, Contents):
            assert {entry.anchor for entry in block.entries} <= anchors


SECRETS = re.compile(
    r"Niet meer aan zitten zonder Anna|Samira El Amrani|s\.elamrani@|intern\.lindevaart|rondgang op drie avonden|"
    r"Oudste aanpak van de zes|Geen tijden van controles"
)


@pytest.mark.parametrize("printed", EVERY_PRINT, ids=range(len(EVERY_PRINT)))
def test_nothing_of_the_demo_that_must_stay_inside_is_printed(printed: Printed) -> None:
    assert not SECRETS.search(re.sub(r"b'.*?'", "", repr(printed.blocks)) + repr(printed.author))


def test_the_check_list_of_the_demo_names_what_it_lacks() -> None:
    fields = {check.field for check in workbook_blocks(DEMO).checks}
    assert {"sharing", "embargo_until", "text_authorised_on", "alt", "rights", "consulted_on", "inhabitants"} <= fields
    assert all(check.sentence.endswith(".") for check in workbook_blocks(DEMO).checks)


def told(whole: Book) -> str:
    """A chapter as a person can read it in a difference."""
    printed = chapter_blocks(whole, whole.chapters[1])
    return "\n".join(line for block in printed.blocks for line in shown(block)) + "\n"


def shown(block: Block) -> list[str]:
    match block:
        case Opening():
            return [block.kicker, f"# {said(block.heading.runs)}", said(block.subtitle)]
        case Heading():
            return [f"{'#' * block.level} {said(block.runs)}"]
        case ListBlock():
            return items(block, "")
        case Quote():
            return [*(f"> {said(runs)}" for runs in block.paragraphs), f"> — {block.attribution}"]
        case Figure():
            return [f"[beeld: {block.alt}] {said(block.caption)} ({block.credit})"]
        case Table():
            rows = [[" / ".join(texts(cell)) for cell in row] for row in block.rows]
            return [" | ".join(row) for row in [[head.text for head in block.headers], *rows]]
        case KeyFacts():
            return [*(f"{fact.label}: {said(fact.runs)}" for fact in block.facts), repr(block.balance)]
        case Contents():
            return [f"{said(entry.runs)} …" for entry in block.entries]
        case _:
            return [f"{type(block).__name__}: {text}" for text in texts([block])]


def items(block: ListBlock, indent: str) -> list[str]:
    return [line for item in block.items for line in an_item(item, block, indent)]


def an_item(item: Item, block: ListBlock, indent: str) -> list[str]:
    return [f"{indent}{block.style}: {said(item.runs)}", *(items(item.below, indent + "  ") if item.below else [])]


def said(runs: tuple[Run, ...]) -> str:
    return "".join(f"[{run.text}]({run.link})" if run.link else run.text for run in runs)


def test_a_chapter_of_the_demo_reads_as_it_did() -> None:
    assert told(DEMO) == GOLDEN.read_text(encoding="utf-8")
