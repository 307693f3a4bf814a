"""Labels."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from tests.ui.house import plain
from werkboek_desktop.ui.theme.look import wear
from werkboek_desktop.ui.widgets.basic import label

SENTENCE = "Wie vouwt, vraagt hoe hoog dat wordt. " * 5


def test_words_that_fold_are_measured_once_for_each_width(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    words = label(SENTENCE, wrap=True)
    qtbot.addWidget(words)
    measured: list[int] = []
    by_qt = QLabel.heightForWidth

    def measure(words: QLabel, width: int) -> int:
        measured.append(width)
        return by_qt(words, width)

    monkeypatch.setattr(QLabel, "heightForWidth", measure)
    heights = [words.heightForWidth(width) for width in (200, 400, 200, 400)]
    assert measured == [200, 400]
    assert heights[:2] == heights[2:]
    assert heights[0] > heights[1]


def test_other_words_and_another_letter_have_another_height(qtbot: QtBot) -> None:
    dress(plain())
    words = label(SENTENCE, "title", wrap=True)
    qtbot.addWidget(words)
    bare = words.heightForWidth(200)
    wear(words)
    words.ensurePolished()
    dressed = words.heightForWidth(200)
    assert dressed > bare
    words.setText("Kort.")
    assert words.heightForWidth(200) < bare
    words.setText(SENTENCE)
    assert words.heightForWidth(200) == dressed


def test_a_day_and_its_month_stay_in_one_line(qtbot: QtBot) -> None:
    made = label("21 november", wrap=True)
    qtbot.addWidget(made)
    narrow = made.fontMetrics().horizontalAdvance("november ")
    assert made.heightForWidth(narrow) == made.heightForWidth(1000)
    assert made.text() == "21 november"
