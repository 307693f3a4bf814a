"""The text alone (F11), by keys: written in, looked through by its headings, and back at the same place."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.keyboard import Keyboard
from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.pages.focus import FocusPage
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.outline import Outline


@pytest.fixture
def keyboard(room: Room) -> Keyboard:
    made = Keyboard(room)
    room.desk.front().navigation.to_record(room.case, "summary")
    made.settle()
    return made


def text() -> ProseInput:
    found = QApplication.focusWidget()
    assert isinstance(found, ProseInput)
    return found


def text_is_home(written: ProseInput) -> bool:
    return isinstance(written.parentWidget(), ProseEditor)


def test_writing_in_the_text_alone_and_back_to_the_same_place(room: Room, keyboard: Keyboard) -> None:
    written = text()
    keyboard.press("Ctrl+Home")
    keyboard.press("Right", 3)
    before = written.textCursor().position()
    keyboard.press("F11")
    assert isinstance(room.desk.front().navigation.current(), FocusPage)
    assert text() is written
    assert not room.window.rail.isVisible()
    assert written.textCursor().position() == before
    keyboard.type("X")
    keyboard.press("F1")
    assert text_is_home(written)
    keyboard.press("Esc")
    assert text() is written
    keyboard.press("Esc")
    assert room.desk.front().navigation.current() is room.window.records
    assert room.window.rail.isVisible()
    assert text() is written
    assert written.textCursor().position() == before + 1
    assert written.window() is room.window
    assert "WijX" in str(room.workspace.record(room.case).value("summary"))
    keyboard.press("Ctrl+Z")
    assert "WijX" not in written.value()


def test_in_a_long_text_one_sees_where_one_writes(room: Room, keyboard: Keyboard) -> None:
    written = text()
    room.window.resize(1280, 720)
    keyboard.settle()
    written.replace("\n".join(["Wij belden aan en niemand deed open."] * 60))
    for end in ("Ctrl+End", "Ctrl+Home"):
        keyboard.press(end)
        keyboard.press("F11")
        room.qtbot.waitUntil(lambda: written.visibleRegion().contains(written.cursorRect().center()), timeout=PATIENCE)
        keyboard.press("F11")


def test_the_headings_of_a_text_lead_to_them(room: Room, keyboard: Keyboard) -> None:
    written = text()
    keyboard.press("Ctrl+End")
    for heading in ("## Eerst", "### Daarna"):
        keyboard.press("Return")
        keyboard.type(heading)
        keyboard.press("Return")
        keyboard.type("Tekst")
    keyboard.press("Shift+F11")
    outline = QApplication.focusWidget()
    assert isinstance(outline, Outline)
    assert [outline.item(at).text().strip() for at in range(outline.count())] == ["Eerst", "Daarna"]
    assert outline.currentRow() == 1
    keyboard.press("Up")
    keyboard.press("Return")
    assert text() is written
    assert written.textCursor().block().text() == "Eerst"
    keyboard.press("F11")
    keyboard.press("Shift+F11")
    assert isinstance(QApplication.focusWidget(), Outline)
    keyboard.press("F11")
    assert text() is written


def test_another_look_while_one_writes_in_the_text_alone_brings_one_back_to_the_form(
    room: Room, keyboard: Keyboard
) -> None:
    keyboard.press("F11")
    keyboard.press("Ctrl+Home")
    keyboard.type("Nieuw. ")
    keyboard.press("Ctrl++")
    assert room.desk.front().navigation.current() is room.window.records
    assert str(room.workspace.record(room.case).value("summary")).startswith("Nieuw. Wij")
    keyboard.press("Ctrl+0")
