"""What the cells of a table paint by themselves."""

from PySide6.QtWidgets import QApplication

from werkboek_desktop.ui.forms.tables.delegate import LINES, laid_out
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
