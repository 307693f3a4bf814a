"""What somebody was led to stays in sight."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QSlider, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets import sight
from werkboek_desktop.ui.widgets.basic import column, scrolled
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.widgets.sight import Sight


class Form:
    """Something that gets its height later, the field that one was led to, and the rest."""

    def __init__(self, qtbot: QtBot, above: int = 300) -> None:
        dress(Theme(Look.LIGHT))
        self.late, self.field, rest, content = QWidget(), QWidget(), QWidget(), QWidget()
        for part, height in ((self.late, above), (self.field, 80), (rest, 2000)):
            part.setFixedHeight(height)
        content.setLayout(column(self.late, self.field, rest, gap=0))
        self.area: QScrollArea = scrolled(content)
        self.sight = Sight(self.area)
        qtbot.addWidget(self.area)
        self.area.resize(300, 400)
        self.area.show()

    def top(self) -> int:
        return self.field.mapTo(self.area.viewport(), QPoint(0, 0)).y()


def test_a_field_stays_at_the_top_while_what_is_above_it_gets_its_height(qtbot: QtBot) -> None:
    form = Form(qtbot)
    form.sight.hold(form.field)
    for height in (500, 900):
        form.late.setFixedHeight(height)
        qtbot.waitUntil(lambda: form.top() == theme().space(16))


def test_a_form_that_gets_its_height_slowly_keeps_the_field_there(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sight, "SETTLED", 200)
    form = Form(qtbot)
    form.sight.hold(form.field)
    for height in (500, 600, 700, 800):
        qtbot.wait(100)
        form.late.setFixedHeight(height)
        qtbot.waitUntil(lambda: form.top() == theme().space(16))
    qtbot.waitUntil(lambda: not form.sight.holds())


def test_a_field_that_one_sees_from_the_start_keeps_its_heading(qtbot: QtBot) -> None:
    form = Form(qtbot, above=100)
    form.sight.hold(form.field)
    qtbot.waitUntil(lambda: not form.sight.holds())
    assert form.area.verticalScrollBar().value() == 0


@pytest.mark.parametrize("by_hand", [True, False])
def test_who_scrolls_and_who_reads_on_is_left_alone(qtbot: QtBot, by_hand: bool) -> None:
    form = Form(qtbot)
    form.sight.hold(form.field)
    qtbot.waitUntil(lambda: form.top() == theme().space(16))
    bar = form.area.verticalScrollBar()
    if by_hand:
        bar.triggerAction(QSlider.SliderAction.SliderPageStepAdd)
    else:
        qtbot.waitUntil(lambda: not form.sight.holds())
    stands = bar.value()
    form.late.setFixedHeight(500)
    qtbot.waitUntil(lambda: bar.maximum() > 2000)
    assert bar.value() == stands


@pytest.mark.parametrize(("heading", "is_seen"), [(200, True), (500, False)])
def test_what_one_writes_in_is_in_sight_with_its_heading_where_both_have_room(
    qtbot: QtBot, heading: int, is_seen: bool
) -> None:
    form = Form(qtbot)
    words, line, other = QWidget(), LineInput(), LineInput()
    words.setFixedHeight(heading)
    form.field.setLayout(column(words, line, gap=0))
    form.field.setFixedHeight(heading + 40)
    form.late.setLayout(column(other))
    line.setFocus()
    form.sight.hold(form.field)
    other.setFocus()  # as where a card beside the form takes the keyboard
    qtbot.waitUntil(lambda: form.area.verticalScrollBar().value() > 0)
    assert (form.top() >= 0) == is_seen
    at = line.mapTo(form.area.viewport(), QPoint(0, 0)).y()
    assert 0 <= at <= form.area.viewport().height() - line.height()
