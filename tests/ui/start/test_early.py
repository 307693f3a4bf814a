"""Keys that come while the program loads."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from werkboek_desktop.ui.start.early import Early
from werkboek_desktop.ui.widgets.keys import hears


def test_a_key_goes_to_the_part_that_would_hear_it(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    early, handle = Early(window), window.windowHandle()
    qtbot.keyClick(handle, Qt.Key.Key_Escape)
    qtbot.keyClick(handle, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(handle, Qt.Key.Key_A)
    heard: list[str] = []
    content = QWidget()
    layout = QVBoxLayout(content)
    parts = {name: QWidget() for name in ("elsewhere", "out of sight", "off", "here")}
    lines = {name: QLineEdit(part) for name, part in parts.items()}
    for name, part in parts.items():
        layout.addWidget(part)
        hears(part, partial(heard.append, f"{name}: Esc"), "Esc")
        if name != "elsewhere":
            QShortcut(QKeySequence("Alt+1"), part).activated.connect(partial(heard.append, f"{name}: Alt+1"))
    parts["out of sight"].hide()
    parts["off"].setEnabled(False)
    window.setCentralWidget(content)
    content.show()
    lines["here"].setFocus()
    early.give()
    assert heard == ["here: Esc", "here: Alt+1"]
    assert [line.text() for line in lines.values()] == ["", "", "", "a"]
