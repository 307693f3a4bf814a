"""A panel beside the page: it comes with the keyboard, goes with Esc, and stops nobody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from werkboek_desktop.ui.widgets.slide import SlidePanel


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    QVBoxLayout(made).addWidget(QLineEdit(made))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_keyboard_goes_in_and_with_esc_back_to_where_it_was(over: QWidget, qtbot: QtBot) -> None:
    field, inside = over.findChildren(QLineEdit)[0], QLineEdit()
    pressed: list[str] = []
    QShortcut(QKeySequence("Esc"), over).activated.connect(lambda: pressed.append("Esc of the page"))
    panel = SlidePanel(over, "Waar staat mijn bestand?", inside)
    field.setFocus()
    panel.slide_in(inside)
    assert inside.hasFocus()
    qtbot.keyClick(inside, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert field.hasFocus()
    assert pressed == []


def test_it_lies_at_the_right_and_stays_there(over: QWidget, qtbot: QtBot) -> None:
    panel = SlidePanel(over, "Titel", QWidget(), width=400)
    panel.slide_in()
    over.resize(700, 500)
    qtbot.waitUntil(lambda: panel.geometry().getRect() == (300, 0, 400, 500))


def test_whoever_went_on_elsewhere_stays_there_when_it_goes(over: QWidget) -> None:
    field, inside = over.findChildren(QLineEdit)[0], QLineEdit()
    other = QLineEdit(over)
    other.show()
    panel = SlidePanel(over, "Titel", inside)
    field.setFocus()
    panel.slide_in(inside)
    other.setFocus()
    panel.slide_out()
    assert other.hasFocus()
