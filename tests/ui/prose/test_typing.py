"""Typographic signs by real keys."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from werkboek_desktop.settings import Settings
from werkboek_desktop.ui.prose.input import ProseInput

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def text(qtbot: QtBot) -> ProseInput:
    made = ProseInput()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


@pytest.mark.parametrize(
    ("keys", "value", "back"),
    [
        ('Zij zei: "', "Zij zei: “", 'Zij zei: "'),
        ("de foto'", "de foto’", "de foto'"),
        ("in 't ", "in ’t ", "in ‘t "),
        ("ja --", "ja –", "ja --"),
        ("ja...", "ja…", "ja..."),
    ],
)
def test_the_first_undo_gives_back_what_was_typed(
    text: ProseInput, qtbot: QtBot, keys: str, value: str, back: str
) -> None:
    qtbot.keyClicks(text, keys)
    assert text.toPlainText() == value
    qtbot.keyClick(text, Qt.Key.Key_Z, CTRL)
    assert text.toPlainText() == back
    qtbot.keyClicks(text, "x")
    assert text.toPlainText() == f"{back}x"


@pytest.mark.parametrize(
    ("settings", "keys"),
    [
        (Settings(typed_quotes=False), '\'t "a"'),
        (Settings(typed_dashes=False), "--"),
        (Settings(typed_dots=False), "..."),
    ],
)
def test_each_of_them_can_be_switched_off(text: ProseInput, qtbot: QtBot, settings: Settings, keys: str) -> None:
    text.settings = lambda: settings
    qtbot.keyClicks(text, keys)
    assert text.toPlainText() == keys


def test_an_emoji_before_it_counts_double_and_nothing_goes_askew(text: ProseInput, qtbot: QtBot) -> None:
    text.insertPlainText("🏘️🏘️ ")
    qtbot.keyClicks(text, 'zei: "ja"')
    assert text.toPlainText() == "🏘️🏘️ zei: “ja”"
