"""Prose → blocks."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.inline import Run
from werkboek_desktop.domain.prose import canonical_prose
from werkboek_desktop.publish.blocks import Block, Heading, Item, ListBlock, ListStyle, Paragraph, Quote, plain, texts
from werkboek_desktop.publish.prose import TO_TICK, cell_blocks, prose_blocks, runs_of


def blocks(text: str, level: int = 2) -> tuple[Block, ...]:
    numbers = count(1)
    return prose_blocks(text, level, lambda: f"#{next(numbers)}")


def test_every_marker_becomes_its_block() -> None:
    text = "## Kop\nTekst.\n### Onder\n- een\n  - diep\n- twee\n1. stap\n1. nog een\n> Gezegd.\n> En nog."
    assert blocks(text) == (
        Heading(2, plain("Kop"), "#1"),
        Paragraph(plain("Tekst.")),
        Heading(3, plain("Onder"), "#2"),
        ListBlock((Item(plain("een"), ListBlock((Item(plain("diep")),))), Item(plain("twee")))),
        ListBlock((Item(plain("stap")), Item(plain("nog een"))), ListStyle.NUMBER),
        Quote((plain("Gezegd."), plain("En nog."))),
    )


def test_no_heading_level_is_skipped() -> None:
    found = blocks("### Eerst klein\n## Dan groot\n### Dan klein")
    assert [block.level for block in found if isinstance(block, Heading)] == [2, 2, 3]


def test_a_heading_as_long_as_a_page_is_a_paragraph() -> None:
    (block,) = blocks("## " + "lang " * 100)
    assert isinstance(block, Paragraph)
    assert block.runs[0].bold


def test_numbers_below_a_bullet_stay_below_it() -> None:
    (found,) = blocks("- eerst\n  1. een\n  1. twee\n- dan")
    assert isinstance(found, ListBlock)
    assert found.items[0].below == ListBlock((Item(plain("een")), Item(plain("twee"))), ListStyle.NUMBER)


def test_a_checklist_has_items_to_tick() -> None:
    (found,) = prose_blocks("- eerst\n1. dan", 2, str, styles=TO_TICK)
    assert found == ListBlock((Item(plain("eerst")), Item(plain("dan"))), ListStyle.CHECK)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("gewoon", (Run("gewoon"),)),
        ("**vet** en *schuin*", (Run("vet", bold=True), Run(" en "), Run("schuin", italic=True))),
        ("***beide***", (Run("beide", bold=True, italic=True),)),
        ("3 * 4 = 12 * 1", (Run("3 * 4 = 12 * 1"),)),
        ("[site](https://a.example/x_(y))", (Run("site", link="https://a.example/x_(y)"),)),
        (
            "**zie [de *site*](https://a.example)**",
            (
                Run("**zie "),
                Run("de ", link="https://a.example"),
                Run("site", italic=True, link="https://a.example"),
                Run("**"),
            ),
        ),
        (
            "**zie [site](mailto:a@b.example)**",
            (Run("zie ", bold=True), Run("site", bold=True, link="mailto:a@b.example")),
        ),
        ("bel [ons](tel:+31612345678)", (Run("bel "), Run("ons", link="tel:+31612345678"))),
        ("<b>niet</b> &amp;", (Run("<b>niet</b> &amp;"),)),
        ("", ()),
    ],
)
def test_a_line_is_read_as_runs(text: str, runs: tuple[Run, ...]) -> None:
    assert runs_of(text) == runs


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//a.example", "#top", "https:", "JAVASCRIPT:x"],
)
def test_a_link_to_anything_else_stays_text(url: str) -> None:
    assert runs_of(f"[klik]({url})") == plain(f"[klik]({url})")


def test_control_characters_and_halves_of_characters_never_reach_paper() -> None:
    (block,) = blocks("a\x00b\x1b[31m\udc80c\ufeffd")
    assert block == Paragraph(plain("ab[31mcd"))


def test_a_cell_has_paragraphs_and_lists_only() -> None:
    assert cell_blocks("## Kop\n- een\n> gezegd") == (
        Paragraph((Run("Kop", bold=True),)),
        ListBlock((Item(plain("een")),)),
        Paragraph(plain("gezegd")),
    )


def test_two_hundred_thousand_characters_are_read_at_once() -> None:
    for piece in ("woord ", "*", "[a](", "[", "((", "**a ", "[x](https://a.example/("):
        assert blocks(piece * (200_000 // len(piece)))


@given(st.text("ab *[]()#->.1é\n", max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    shown = "".join(texts(blocks(canonical_prose(text))))
    letters = [letter for letter in text if letter in "abé"]
    assert [letter for letter in shown if letter in "abé"] == letters
