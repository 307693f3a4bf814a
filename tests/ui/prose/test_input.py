"""Writing a text by keys."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.marks import Layer, Mark, in_sentences

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def text(qtbot: QtBot) -> ProseInput:
    made = ProseInput()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def type_(text: ProseInput, qtbot: QtBot, words: str) -> None:
    for line, part in enumerate(words.split("\n")):
        if line:
            qtbot.keyClick(text, Qt.Key.Key_Return)
        qtbot.keyClicks(text, part)


def choose(text: ProseInput, words: str) -> None:
    text.moveCursor(QTextCursor.MoveOperation.Start)
    assert text.find(words)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("- een\ntwee\n\ndrie", "- een\n- twee\ndrie"),
        ("1. een\ntwee", "1. een\n1. twee"),
        ("## Kop\ntekst", "## Kop\ntekst"),
        ("> zei ze\ntekst", "> zei ze\ntekst"),
        ("een - twee 1. drie", "een - twee 1. drie"),
        ("een\n\n\ntwee", "een\ntwee"),
    ],
)
def test_what_is_typed_at_the_start_of_a_line_gives_it_its_shape(
    text: ProseInput, qtbot: QtBot, typed: str, value: str
) -> None:
    type_(text, qtbot, typed)
    assert text.value() == value


def test_an_item_goes_deeper_and_back_and_backspace_makes_it_text(text: ProseInput, qtbot: QtBot) -> None:
    type_(text, qtbot, "- een\ntwee")
    qtbot.keyClick(text, Qt.Key.Key_BracketRight, CTRL)
    assert text.value() == "- een\n  - twee"
    qtbot.keyClick(text, Qt.Key.Key_BracketRight, CTRL)
    assert text.value() == "- een\n  - twee"
    qtbot.keyClick(text, Qt.Key.Key_BracketLeft, CTRL)
    qtbot.keyClick(text, Qt.Key.Key_Home)
    qtbot.keyClick(text, Qt.Key.Key_Backspace)
    assert text.value() == "- een\ntwee"


def test_emphasis_by_keys_is_of_the_words_chosen_and_goes_again(text: ProseInput, qtbot: QtBot) -> None:
    text.show_value("Samen de wijk in. Nu.")
    choose(text, "de wijk")
    qtbot.keyClick(text, Qt.Key.Key_B, CTRL)
    qtbot.keyClick(text, Qt.Key.Key_I, CTRL)
    assert text.value() == "Samen ***de wijk*** in. Nu."
    qtbot.keyClick(text, Qt.Key.Key_B, CTRL)
    assert text.value() == "Samen *de wijk* in. Nu."


def test_chosen_paragraphs_become_a_list_and_text_again(text: ProseInput, qtbot: QtBot) -> None:
    text.show_value("een\ntwee\ndrie")
    text.selectAll()
    qtbot.keyClick(text, Qt.Key.Key_8, CTRL | SHIFT)
    assert text.value() == "- een\n- twee\n- drie"
    qtbot.keyClick(text, Qt.Key.Key_8, CTRL | SHIFT)
    assert text.value() == "een\ntwee\ndrie"


def test_undo_takes_a_shape_back_and_then_there_is_nothing_more(text: ProseInput, qtbot: QtBot) -> None:
    text.show_value("een")
    qtbot.keyClick(text, Qt.Key.Key_1, CTRL | ALT)
    assert text.value() == "## een"
    qtbot.keyClick(text, Qt.Key.Key_Z, CTRL)
    assert text.value() == "een"
    assert not text.can_undo()


def test_tab_leaves_also_from_an_item(qtbot: QtBot) -> None:
    ground = QWidget()
    text, after = ProseInput(), QLineEdit()
    box = QVBoxLayout(ground)
    box.addWidget(text)
    box.addWidget(after)
    qtbot.addWidget(ground)
    ground.show()
    text.show_value("- een")
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert ground.focusWidget() is after
    assert text.value() == "- een"


def test_what_is_copied_comes_back_with_its_shape(text: ProseInput, qtbot: QtBot) -> None:
    value = "## Kop\n- **een** zin\n  - twee"
    text.show_value(value)
    text.selectAll()
    copied = text.createMimeDataFromSelection()
    assert copied.text() == value
    other = ProseInput()
    qtbot.addWidget(other)
    other.insertFromMimeData(copied)
    assert other.value() == value


def test_what_is_pasted_in_a_paragraph_goes_on_in_it(text: ProseInput) -> None:
    text.show_value("Samen in.")
    choose(text, "Samen ")
    text.moveCursor(QTextCursor.MoveOperation.Right)
    text.setTextCursor(_behind(text, "Samen "))
    data = QMimeData()
    data.setText("de **wijk** ")
    text.insertFromMimeData(data)
    assert text.value() == "Samen de **wijk** in."


def _behind(text: ProseInput, words: str) -> QTextCursor:
    choose(text, words)
    cursor = text.textCursor()
    cursor.setPosition(cursor.selectionEnd())
    return cursor


def test_replacing_all_of_it_can_be_undone(text: ProseInput) -> None:
    text.show_value("- een\n## twee")
    text.replace("Drie.\n- vier")
    assert text.value() == "Drie.\n- vier"
    text.undo()
    assert text.value() == "- een\n## twee"


def test_a_mark_moves_along_with_its_sentence(text: ProseInput, qtbot: QtBot) -> None:
    text.show_value("Een zin. Nog een zin.")
    text.set_layer(Layer.MERGED, in_sentences({"Nog een zin.": "samengevoegd"}))
    assert text.marks(Layer.MERGED) == [(9, 21, "samengevoegd")]
    text.moveCursor(QTextCursor.MoveOperation.Start)
    type_(text, qtbot, "Ja. ")
    assert text.marks(Layer.MERGED) == [(13, 25, "samengevoegd")]
    text.set_layer(Layer.MERGED, None)
    assert text.marks(Layer.MERGED) == []


def test_marks_do_not_change_the_text(text: ProseInput, qtbot: QtBot) -> None:
    text.show_value("Een zin.\nNog een.")
    text.set_layer(Layer.SPELLING, lambda _text: [Mark(0, 3)])
    qtbot.wait(20)
    assert text.value() == "Een zin.\nNog een."
    assert not text.can_undo()


def test_an_emoji_counts_double_and_nothing_goes_askew(text: ProseInput, qtbot: QtBot) -> None:
    text.show_value("🏘️ wijk. Nog een zin.")
    text.set_layer(Layer.MERGED, in_sentences({"Nog een zin.": ""}))
    mark = text.marks(Layer.MERGED)[0]
    cursor = text.textCursor()
    cursor.setPosition(mark.start)
    cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "Nog een zin."
    text.setTextCursor(cursor)
    assert text.createMimeDataFromSelection().text() == "Nog een zin."
