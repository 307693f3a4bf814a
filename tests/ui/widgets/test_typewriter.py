"""Where the line that is written stands."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.typewriter import HEIGHT, Typewriter

LONG = 3000
HIGH = 600
LINE = 28


def test_a_text_begins_at_the_top_and_from_some_lines_on_the_one_that_is_written_stays_at_one_height(
    qtbot: QtBot,
) -> None:
    dress(Theme(Look.LIGHT))
    text = QWidget()
    text.setFixedHeight(LONG)
    area = Typewriter(text)
    qtbot.addWidget(area)
    area.resize(800, HIGH)
    area.show()

    def stands(line: int) -> int:
        """Where it is in the window, while somebody writes there."""
        content = area.widget()
        assert content
        at = text.mapTo(content, QPoint(0, line))
        area.ensureVisible(at.x(), at.y())
        return text.mapTo(area.viewport(), QPoint(0, line)).y()

    assert LINE <= stands(0) <= 2 * LINE
    assert area.verticalScrollBar().value() == 0
    assert stands(LINE) == stands(0) + LINE
    assert {stands(line) for line in (500, 1500, LONG)} == {round(HIGH * HEIGHT)}
