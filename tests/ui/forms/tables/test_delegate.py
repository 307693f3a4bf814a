"""What the cells of a table paint by themselves."""

from PySide6.QtWidgets import QApplication

from werkboek_desktop.ui.forms.tables.delegate import LINES, laid_out
from werkboek_desktop.ui.prose.marks import Layer, Mark
from werkboek_desktop.ui.theme.look import theme

ADDRESS = "https://monitor.meerdrecht.example/kolenbuurt"


def lines(text: str, width: float) -> list[str]:
    layout = laid_out(text, theme().font("body"), width)
    found = [layout.lineAt(at) for at in range(layout.lineCount())]
    return [layout.text()[line.textStart() :][: line.textLength()].replace("\u200b", "") for line in found]


def test_an_address_goes_on_in_the_next_line_after_a_sign(qapp: QApplication) -> None:
    for width in (100, 118, 130, 150):
        folded = lines(ADDRESS, width)
        assert len(folded) > 1
        assert "".join(folded) == ADDRESS
        assert all(line.endswith(("/", ".")) for line in folded[:-1])


def test_no_more_lines_are_laid_out_than_a_row_shows(qapp: QApplication) -> None:
    assert len(lines("woord " * 1000, 100)) == LINES


def test_a_mark_stands_at_its_words_whatever_signs_a_value_brings(qapp: QApplication) -> None:
    for text in ("foout", "\u200b\u200bfoout", f"{ADDRESS} foout", "\U0001f3e0 foout", "een\nfoout"):
        start = text.index("foout")
        layout = laid_out(text, theme().font("body"), 300, [(Layer.SPELLING, Mark(start, start + 5))])
        (worn,) = layout.formats()
        signs = layout.text().encode("utf-16-le")[2 * worn.start : 2 * (worn.start + worn.length)].decode("utf-16-le")
        assert signs.replace("\u200b", "") == "foout"
