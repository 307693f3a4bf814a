"""A chapter as blocks."""

from dataclasses import replace

import pytest

from werkboek_desktop.domain.values import Value
from werkboek_desktop.publish.blocks import (
    Block,
    Heading,
    KeyFacts,
    ListBlock,
    ListStyle,
    Opening,
    Paragraph,
    Role,
    Table,
    plain,
    text_of,
    texts,
)
from werkboek_desktop.publish.chapters import ChapterText, steps
from werkboek_desktop.publish.material import Chapter
from werkboek_desktop.publish.sheet import Desk

from .samples import TODAY, book, case, chapter, id_of, record


def text_of_chapter(found: Chapter, number: int | None = None) -> ChapterText:
    return ChapterText(Desk(book().lookups, TODAY), found, number)


def blocks(**fields: Value) -> list[Block]:
    return list(text_of_chapter(chapter(**fields)).blocks())


def of_case(**fields: Value) -> Chapter:
    material = case(
        record("contact", mailbox="a@a.example", printable=True), subtitle="Wat dan?", context="Tekst.", ideas="Idee."
    )
    about: dict[str, Value] = {"type": "praktijkvoorbeeld", "case": material.case.id, **fields}
    return replace(chapter(**about), case=material)


def test_a_chapter_opens_with_its_number_type_and_title() -> None:
    opening = text_of_chapter(chapter(title="Met wie?", type="rode_draad"), 3).opening()
    assert opening == Opening("Hoofdstuk 3 · Rode draad", Heading(1, plain("Met wie?"), "kop-1"))


def test_a_chapter_with_a_case_opens_with_the_promise_of_the_case() -> None:
    opening = text_of_chapter(of_case(title="In dit boek")).opening()
    assert (opening.kicker, text_of(opening.subtitle), opening.alike) == ("Praktijkvoorbeeld", "Wat dan?", True)


def test_a_chapter_without_title_says_so() -> None:
    assert text_of(text_of_chapter(chapter(title=None)).opening().heading.runs) == "(zonder titel)"


def test_the_introduction_leads_and_the_text_follows_one_level_down() -> None:
    assert blocks(intro="Lees dit.", body="## Waarom?\nDaarom.\n### Verder") == [
        Paragraph(plain("Lees dit."), Role.LEAD),
        Heading(2, plain("Waarom?"), "kop-1"),
        Paragraph(plain("Daarom.")),
        Heading(3, plain("Verder"), "kop-2"),
    ]


def test_a_chapter_below_another_is_one_level_deeper() -> None:
    text = text_of_chapter(replace(chapter(body="## Waarom?"), level=2))
    assert text.opening().heading.level == 2
    assert [block.level for block in text.blocks() if isinstance(block, Heading)] == [3]


def test_a_case_is_told_with_the_sections_that_the_chapter_chose() -> None:
    everything = list(texts(text_of_chapter(of_case()).blocks()))
    chosen = list(texts(text_of_chapter(of_case(sections=("ideas",))).blocks()))
    assert ("Tekst." in everything, "Idee." in everything) == (True, True)
    assert ("Tekst." in chosen, "Idee." in chosen) == (False, True)


@pytest.mark.parametrize(("print_contact", "there"), [(True, True), (False, False), (None, False)])
def test_a_contact_is_printed_only_where_the_chapter_wants_it(print_contact: bool | None, there: bool) -> None:
    printed = " ".join(texts(text_of_chapter(of_case(print_contact=print_contact)).blocks()))
    assert ("a@a.example" in printed) is there


def test_a_case_that_is_not_here_is_named() -> None:
    desk = Desk(book().lookups, TODAY)
    ChapterText(desk, chapter(case=id_of("weg")), 1)
    assert [check.field for check in desk.checks] == ["case"]


def test_a_deleted_case_is_not_told() -> None:
    desk = Desk(book().lookups, TODAY)
    whole = of_case()
    assert whole.case is not None
    gone = replace(whole, case=replace(whole.case, case=replace(whole.case.case, deleted=True)))
    assert list(texts(ChapterText(desk, gone, 1).blocks())) == []
    assert [check.field for check in desk.checks] == ["case"]


def test_a_method_has_facts_goal_material_and_steps_with_minutes() -> None:
    found = blocks(
        type="werkvorm",
        intro="Een spel.",
        goal="Samen kijken.",
        duration="45 minuten",
        group_size="8 tot 20",
        material="- een kaart\n- stiften",
        steps="1. Leg de kaart neer (5 minuten)\n1. 10 min: praat\n1. Ruim op",
    )
    assert [type(block) for block in found] == [
        Paragraph,
        KeyFacts,
        Heading,
        Paragraph,
        Heading,
        ListBlock,
        Heading,
        Table,
    ]
    assert [text_of(block.runs) for block in found if isinstance(block, Heading)] == ["Doel", "Materiaal", "Stappen"]


@pytest.mark.parametrize(
    ("line", "step", "minutes"),
    [
        ("Leg de kaart neer (5 minuten)", "Leg de kaart neer", "5"),
        ("Leg de kaart neer – 5 min.", "Leg de kaart neer", "5"),
        ("10 min: praat", "praat", "10"),
        ("Wacht 3 minuten en praat dan", "Wacht 3 minuten en praat dan", ""),
        ("Ruim op", "Ruim op", ""),
        ("Wacht 3 minuten, praat (12 minuten)", "Wacht 3 minuten, praat", "12"),
    ],
)
def test_the_minutes_of_a_step_stand_at_its_start_or_end(line: str, step: str, minutes: str) -> None:
    (table,) = steps(line)
    assert isinstance(table, Table)
    assert [" ".join(texts(cell)) for cell in table.rows[0]] == ["1", step, minutes]


def test_no_steps_make_no_table() -> None:
    assert steps("") == ()


def test_a_checklist_is_ticked_and_a_question_has_room_for_an_answer() -> None:
    (ticked,) = blocks(type="checklist", body="- eerst\n- dan")
    (asked,) = blocks(type="reflectievragen", body="1. Wie?\n1. Wat?")
    assert isinstance(ticked, ListBlock)
    assert isinstance(asked, ListBlock)
    assert (ticked.style, asked.style) == (ListStyle.CHECK, ListStyle.QUESTION)


@pytest.mark.parametrize(
    "type_", ["voorwerk", "samenvatting", "thema", "rode_draad", "masterclassverslag", "bijlage", None, "iets_nieuws"]
)
def test_every_other_type_is_its_introduction_and_text(type_: str | None) -> None:
    assert list(texts(blocks(type=type_, intro="Inleiding.", body="Tekst."))) == ["Inleiding.", "Tekst."]
