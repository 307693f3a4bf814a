"""What the overviews draw."""

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from tests.ui.dressing import dress
from werkboek_desktop.domain.overview.missing import Cell
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.plot import broken, cell_words

TITLE = "De Kolenbuurt pakt de sleutel terug"


def test_a_title_that_is_too_long_for_a_line_goes_on_between_words(qapp: QApplication) -> None:
    width = QFontMetricsF(theme().font("body_strong")).horizontalAdvance(TITLE)
    assert broken(TITLE, "body_strong", width + 1) == (TITLE, "")
    first, rest = broken(TITLE, "body_strong", width / 2)
    assert first + rest == TITLE
    assert first.endswith(" ")
    assert rest


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_counts_in_a_column_are_all_written_out_or_none_is(qapp: QApplication, scale: float) -> None:
    dress(Theme(Look.LIGHT, scale))
    seen = set()
    for width in range(40, 240):
        forms = {" van " in cell_words(cell, width) for cell in (Cell(1, 18), Cell(18, 20), Cell(1, 2), Cell(9, 10))}
        assert len(forms) == 1
        seen |= forms
    dress(Theme(Look.LIGHT))
    assert seen == {True, False}
