"""What a window wears, and what stands in it."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from tests.ui.house import plain
from tests.ui.room import Room
from werkboek_desktop.ui.theme.look import apply, theme, wear
from werkboek_desktop.ui.theme.sheet import style_sheet
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.basic import card, column, label, page
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.widgets.menu import Entry, pop_up

SHEET = "QStyleSheetStyle"
"""What Qt calls the style of whatever a style sheet dresses."""


def is_dressed(part: QWidget) -> bool:
    return part.style().metaObject().className() == SHEET


def test_a_part_is_dressed_by_its_window_and_not_before(room: Room, qapp: QApplication) -> None:
    part = QLabel("Zin")
    assert not is_dressed(part)
    part.setParent(room.window)
    assert is_dressed(part)
    assert room.window.styleSheet() == style_sheet(theme())
    assert qapp.styleSheet() == ""


def test_what_pops_up_is_dressed_too(room: Room) -> None:
    line = room.row("municipalities").findChild(LineInput)
    assert line
    room.qtbot.keyClicks(line, "de")
    rows = line.completer().popup()
    assert rows
    assert is_dressed(rows)
    rows.hide()
    pop_up(line, [Entry("trash-2", "Weg", lambda: None)], line.mapToGlobal(QPoint(0, 0)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert is_dressed(menu)
    menu.close()


def test_who_wears_a_look_does_not_put_it_on_again(qapp: QApplication) -> None:
    dress(plain())
    worn = qapp.style()
    apply(qapp, plain())
    assert qapp.style() is worn
    apply(qapp, Theme(Look.LIGHT, 1.5))
    assert qapp.style() is not worn
    dress(plain())


@pytest.mark.parametrize("look", Look)
def test_a_sunken_card_is_seen_on_every_ground(qtbot: QtBot, look: Look) -> None:
    dress(Theme(look))
    try:
        for ground in ("true", "surface"):
            sunken = card("sunken", column(label("Beginpunt")))
            around = page(ground, column(sunken, margins=(12, 12, 12, 12)))
            qtbot.addWidget(around)
            wear(around)
            around.resize(200, 80)
            picture = around.grab().toImage()
            middle = around.height() // 2
            assert picture.pixelColor(sunken.x(), middle) != picture.pixelColor(2, middle), ground
    finally:
        dress(plain())
