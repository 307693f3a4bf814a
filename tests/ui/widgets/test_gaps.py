"""Sentences that lead to where something is filled in."""

from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.room import PATIENCE
from werkboek_desktop.ui.widgets.basic import column
from werkboek_desktop.ui.widgets.gaps import Sentence


def test_one_that_has_the_keyboard_comes_in_sight_and_one_that_had_it_moves_nothing(qtbot: QtBot) -> None:
    elsewhere, area, content = QPushButton("elders"), QScrollArea(), QWidget()
    sentences = [Sentence(f"‘Vraag {number}’ is nog leeg.") for number in range(30)]
    content.setLayout(column(*sentences))
    area.setWidgetResizable(True)
    area.setWidget(content)
    paper = QWidget()
    qtbot.addWidget(paper)
    paper.setLayout(column(elsewhere, area))
    paper.resize(400, 200)
    paper.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0 and _is_in_front(paper), timeout=PATIENCE)
    sentences[-1].setFocus()
    elsewhere.setFocus()
    area.verticalScrollBar().setValue(0)
    qtbot.wait(1)
    assert area.verticalScrollBar().value() == 0
    sentences[-1].setFocus()
    qtbot.waitUntil(lambda: not sentences[-1].visibleRegion().isEmpty(), timeout=PATIENCE)


def _is_in_front(window: QWidget) -> bool:
    window.activateWindow()
    return window.isActiveWindow()
