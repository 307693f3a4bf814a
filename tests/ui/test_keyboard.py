"""Where the keyboard is after something went, came or was answered: somewhere in sight, where one goes on."""

from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.room import Room
from werkboek_desktop.ui.theme.tokens import Look


def press(room: Room, keys: str) -> None:
    room.qtbot.keySequence(QApplication.focusWidget() or room.window, QKeySequence(keys))
    room.settle()


def test_filters_that_were_asked_for_stay_where_a_list_fills_the_page(tmp_path: Path, qtbot: QtBot) -> None:
    room = Room(tmp_path, qtbot, look=Look.LIGHT, scale=2.0)
    try:
        room.window.resize(1280, 720)
        room.leave()
        press(room, "Ctrl+Shift+F")
        panel = room.window.records._arranging.slide
        assert panel.isVisible()
    finally:
        room.close()
