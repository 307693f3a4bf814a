"""What a chapter gathers from the book."""

from dataclasses import replace

from werkboek_desktop.publish.blocks import Heading, ListBlock, Table, text_of, texts
from werkboek_desktop.publish.gathered import gathered
from werkboek_desktop.publish.material import Book, Chapter
from werkboek_desktop.publish.sheet import Desk

from .samples import TODAY, book, case, chapter, record

TERMS = (
    record("term", "t1", term="Damocles", meaning="Artikel 13b."),
    record("term", "t2", term="Boa", meaning="Iemand die toezicht houdt."),
    record("term", "t3", term="Geldezel", meaning="Leent zijn pas uit."),
    record("term", "t4", term="RIEC", meaning="Komt nergens voor."),
    record("term", "t5", term="Hand"),
)


def made(whole: Book, type_: str) -> tuple[Desk, list[object]]:
    desk = Desk(whole.lookups, TODAY)
    return desk, list(gathered(desk, whole, chapter(), type_))


def test_a_list_of_terms_has_those_that_the_book_uses_sorted() -> None:
    material = case(record("partner", name="de BOA’s"), context="De geldezels.")
    whole = replace(
        book(chapter(body="Met damocles in de hand."), Chapter(record("chapter", "k"), material)), terms=TERMS
    )
    _, found = made(whole, "begrippenlijst")
    (table,) = found
    assert isinstance(table, Table)
    assert [next(texts(row[0])) for row in table.rows] == ["Boa", "Damocles", "Geldezel"]
    assert next(texts(table.rows[0][1])) == "Iemand die toezicht houdt."


def test_a_term_inside_another_word_is_not_used() -> None:
    whole = replace(book(chapter(body="De zeboafwas.")), terms=TERMS)
    assert made(whole, "begrippenlijst")[1] == []


def test_looking_for_terms_leaves_the_check_list_alone() -> None:
    material = case(record("quote", quote="Boa."), sharing="intern")
    whole = replace(book(Chapter(record("chapter", "k"), material)), terms=TERMS)
    assert made(whole, "begrippenlijst")[0].checks == []


def test_a_chapter_of_sources_has_those_of_every_case_once() -> None:
    material = case(record("source", title="Monitor"), record("source", title="Kluis", background_only=True))
    chapters = [Chapter(record("chapter", name), material) for name in ("a", "b")]
    _, found = made(book(*chapters, chapter()), "bronnen")
    heading, sources = found
    assert isinstance(heading, Heading)
    assert isinstance(sources, ListBlock)
    assert (heading.level, text_of(heading.runs), list(texts([sources]))) == (2, "Een aanpak", ["Monitor"])


def test_other_chapters_gather_nothing() -> None:
    assert made(replace(book(chapter(body="Damocles")), terms=TERMS), "thema")[1] == []
