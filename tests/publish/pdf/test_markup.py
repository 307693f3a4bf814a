"""Runs → the markup of ReportLab."""

from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Paragraph as SetText

from tests.publish.samples import FONTS
from werkboek_desktop.domain.inline import Run
from werkboek_desktop.publish.blocks import text_of
from werkboek_desktop.publish.pdf.fonts import Fonts
from werkboek_desktop.publish.pdf.look import Styles
from werkboek_desktop.publish.pdf.markup import PARAGRAPH_CHARACTERS, in_pieces, markup

FACES = Fonts(FONTS)
STYLES = Styles(FACES)


def test_text_is_escaped() -> None:
    assert (
        markup((Run("<b>&amp;"),), STYLES.body, FACES) == '<font name="SourceSerif4-Regular">&lt;b&gt;&amp;amp;</font>'
    )


def test_a_link_of_several_runs_is_one_link() -> None:
    url = 'https://a.example/?a=1&b="2"'
    found = markup((Run("een ", link=url), Run("twee", bold=True, link=url), Run(" drie")), STYLES.body, FACES)
    assert found.count("<a ") == 1
    assert found.startswith("<a href='https://a.example/?a=1&amp;b=\"2\"'")


def test_emphasis_in_italic_text_stands_upright() -> None:
    assert "SourceSerif4-Regular" in markup((Run("nadruk", italic=True),), STYLES.quote, FACES)


@given(st.text("ab<>&\"'=/ a#;", max_size=40), st.booleans(), st.booleans())
def test_any_text_is_set_as_it_is(text: str, bold: bool, italic: bool) -> None:
    paragraph = SetText(markup((Run(text, bold, italic),), STYLES.body, FACES), STYLES.body.paragraph)
    assert paragraph.getPlainText().split() == text.split()


@given(
    st.lists(st.integers(0, 2 * PARAGRAPH_CHARACTERS), max_size=4),
    st.sampled_from(["woord ", "x", "een twee drie vier "]),
)
def test_a_giant_paragraph_is_cut_without_losing_a_letter(lengths: list[int], word: str) -> None:
    runs = tuple(Run((word * length)[:length], bold=bool(place % 2)) for place, length in enumerate(lengths))
    pieces = list(in_pieces(runs))
    assert "".join(map(text_of, pieces)) == text_of(runs)
    assert all(len(text_of(piece)) <= PARAGRAPH_CHARACTERS for piece in pieces)


def test_a_giant_paragraph_is_cut_between_words() -> None:
    pieces = list(in_pieces((Run("woord " * 2_000),)))
    assert len(pieces) > 1
    assert all(text_of(piece).startswith("woord") for piece in pieces if text_of(piece))
