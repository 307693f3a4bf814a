"""What the overviews draw."""

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.plot import broken

TITLE = "De Kolenbuurt pakt de sleutel terug"


def test_a_title_that_is_too_long_for_a_line_goes_on_between_words(qapp: QApplication) -> None:
    width = QFontMetricsF(theme().font("body_strong")).horizontalAdvance(TITLE)
    assert broken(TITLE, "body_strong", width + 1) == (TITLE, "")
    first, rest = broken(TITLE, "body_strong", width / 2)
    assert first + rest == TITLE
    assert first.endswith(" ")
    assert rest
