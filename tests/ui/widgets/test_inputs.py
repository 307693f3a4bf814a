"""Inputs by themselves."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from werkboek_desktop.ui.theme.look import apply_first, apply_rest, theme, wear
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.inputs import Choice, LineInput

OPAQUE = 255


@pytest.fixture
def app() -> Iterator[QApplication]:
    """The program as it is before the first paint: not yet in its own style, with text of 200 %."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyle("fusion")
    apply_first(app, Theme(Look.LIGHT, 2.0))
    yield app
    dress(Theme(Look.LIGHT))


def test_a_search_field_that_was_there_before_the_style_has_room_for_its_icons(app: QApplication, qtbot: QtBot) -> None:
    field = LineInput()
    qtbot.addWidget(field)
    field.search()
    field.resize(500, theme().size("control_h"))
    field.show()
    apply_rest(app)
    for each in field.findChildren(QToolButton):
        assert each.width() >= theme().px(16)
        assert each.height() >= theme().px(16)
        assert field.rect().contains(each.geometry())


def test_a_number_goes_before_its_unit_where_there_is_room_for_one(qtbot: QtBot) -> None:
    dress(Theme(Look.LIGHT))
    field = LineInput("minuten")
    qtbot.addWidget(field)
    wear(field)
    field.show()
    for width, has_unit in ((180, True), (86, False), (180, True)):
        field.resize(width, theme().size("control_h"))
        assert (field.textMargins().right() > 0) == has_unit


@pytest.mark.parametrize("look", Look)
def test_the_sign_that_wipes_a_search_has_the_colours_of_the_theme(qtbot: QtBot, look: Look) -> None:
    dress(Theme(look))
    try:
        field = LineInput()
        qtbot.addWidget(field)
        field.search()
        wipe = [each for each in field.findChildren(QToolButton) if each.accessibleName() == "Wissen"]
        drawn = wipe[0].icon().pixmap(QSize(18, 18)).toImage()
        colours = [drawn.pixelColor(x, y) for x in range(drawn.width()) for y in range(drawn.height())]
        assert {colour.name() for colour in colours if colour.alpha() == OPAQUE} == {theme().color("text2").name()}
    finally:
        dress(Theme(Look.LIGHT))


def test_a_choice_that_is_longer_than_its_room_ends_in_dots(qtbot: QtBot) -> None:
    choice = Choice()
    qtbot.addWidget(choice)
    choice.addItem("Sluiting (art. 13b Opiumwet)")
    shown = QStyleOptionComboBox()
    for width, ends in ((600, "Opiumwet)"), (140, "…")):
        choice.resize(width, 34)
        choice.initStyleOption(shown)
        assert str(shown.currentText).endswith(ends)
    wear(choice)
    for width in range(100, 300, 5):
        choice.resize(width, 34)
        choice.initStyleOption(shown)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = choice.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, shown, part, choice)
        assert choice.fontMetrics().horizontalAdvance(str(shown.currentText)) <= room.width()


def test_choices_open_as_a_list_below_their_field(qtbot: QtBot) -> None:
    """As a menu, which is what Fusion makes of it, the last one is cut off."""
    choice = Choice()
    qtbot.addWidget(choice)
    wear(choice)
    choice.show()
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    assert choice.style().styleHint(QStyle.StyleHint.SH_ComboBox_Popup, option, choice) == 0


def test_a_line_that_goes_on_ends_in_dots_until_somebody_is_in_it(qtbot: QtBot) -> None:
    line = LineInput()
    qtbot.addWidget(line)
    wear(line)
    line.resize(200, 34)
    line.show_text("Hoe bewoners en wijkagent samen een portiek heroverden")
    line.show()
    assert line.goes_on()
    assert line.text().startswith(line.goes_on())
    ends = line.grab().toImage()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    assert not line.goes_on()
    line.clearFocus()
    line.show_text("Kort")
    assert not line.goes_on()
    right = range(ends.width() - 10, ends.width() - 3)
    assert all(ends.pixelColor(x, ends.height() // 2).lightness() > 240 for x in right)


def test_the_sign_that_wipes_goes_with_what_there_is_to_wipe(qtbot: QtBot) -> None:
    field = LineInput()
    qtbot.addWidget(field)
    field.search()
    field.show()
    (wipe,) = [each for each in field.findChildren(QToolButton) if each.accessibleName() == "Wissen"]
    for text in ("duin", "", "haven"):
        field.show_text(text)
        assert (wipe.isVisible(), wipe.property("opacity")) == (bool(text), float(bool(text)))


def test_tab_takes_what_is_marked_in_an_open_list_and_goes_on(qtbot: QtBot) -> None:
    window, choice, following = QWidget(), Choice(), QPushButton("verder")
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    for each in (choice, following):
        box.addWidget(each)
    for text in ("niets", "straat", "wijk"):
        choice.addItem(text)
    window.show()
    window.activateWindow()
    choice.setFocus()
    taken: list[int] = []
    choice.activated.connect(taken.append)
    choice.showPopup()
    qtbot.keyClick(choice.view(), Qt.Key.Key_Down)
    qtbot.keyClick(choice.view(), Qt.Key.Key_Tab)
    assert not choice.view().isVisible()
    assert (choice.currentText(), taken) == ("straat", [1])
    assert window.focusWidget() is following
