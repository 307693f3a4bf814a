"""What is misspelled or reads hard is marked in the text of a form, and the menu offers other words."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.marks import Layer


def summary(room: Room) -> ProseInput:
    editor = room.row("summary").editor
    assert isinstance(editor, ProseEditor)
    return editor.input


def marked(room: Room, layer: Layer = Layer.SPELLING) -> list[str]:
    text = summary(room).toPlainText()
    return [text[mark.start : mark.end] for mark in summary(room).marks(layer)]


def comes(room: Room, *words: str) -> None:
    room.qtbot.waitUntil(lambda: marked(room) == list(words), timeout=PATIENCE)


def menu(room: Room, words: int) -> QMenu:
    """The menu of the word that the cursor stands in, with so many suggestions at least."""
    text = summary(room)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), text.mapToGlobal(QPoint()))
    QApplication.sendEvent(text, event)
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    room.qtbot.waitUntil(lambda: len(_before_lists(opened)) >= words, timeout=PATIENCE)
    return opened


def _before_lists(opened: QMenu) -> list[QAction]:
    texts = [action.text() for action in opened.actions()]
    end = texts.index("Aan mijn woordenlijst")
    return [action for action in opened.actions()[:end] if action.isVisible() and action.isEnabled()]


def choose(opened: QMenu, text: str) -> None:
    next(action for action in opened.actions() if action.text() == text).trigger()
    opened.close()


def test_a_mistake_is_marked_and_mended_by_the_menu(room: Room) -> None:
    room.type("summary", " De gemeentee kwam")
    comes(room, "gemeentee")
    for _letter in "kwam ":
        room.qtbot.keyClick(summary(room), Qt.Key.Key_Left)
    choose(menu(room, 1), "gemeente")
    assert summary(room).toPlainText().endswith("De gemeente kwam")
    comes(room)
    summary(room).undo()
    comes(room, "gemeentee")


@pytest.mark.parametrize("which", ["Aan mijn woordenlijst", "Aan de woordenlijst van dit werkboek"])
def test_a_word_goes_on_a_list(room: Room, which: str) -> None:
    room.type("summary", " De zwxa en de zwxb")
    comes(room, "zwxa", "zwxb")
    choose(menu(room, 0), which)
    comes(room, "zwxa")
    mine = which == "Aan mijn woordenlijst"
    assert room.workspace.settings().words == (("zwxb",) if mine else ())
    book = room.workspace.project.workbook
    assert room.workspace.record(book).value("words") == (None if mine else ("zwxb",))


def test_names_are_known_and_it_can_be_switched_off(room: Room) -> None:
    room.type("summary", " De zwxa en Zwxhek")
    comes(room, "zwxa", "Zwxhek")
    room.workspace.create_record("attendee", None, {"first_name": "Jelle", "last_name": "Zwxhek"})
    comes(room, "zwxa")
    room.desk.session.put_setting("spelling", False)
    comes(room)


def test_a_sentence_that_reads_hard_is_marked_with_why(room: Room) -> None:
    long = f"De {'wijk ' * 26}is stil."
    room.type("summary", f" {long} Het RIEC hielp.")
    assert marked(room, Layer.LONG) == [long, "Het RIEC hielp."]
    tips = [mark.tip for mark in summary(room).marks(Layer.LONG)]
    assert tips == ["29 woorden in één zin", "niet uitgelegd: RIEC"]
