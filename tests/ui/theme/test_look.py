"""What a window wears, and what stands in it."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from tests.ui.room import Room
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.sheet import style_sheet
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
