"""A field of one line marks what is misspelled as a longer text does, and its menu offers other words."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.forms.editor import LineEditor
from werkboek_desktop.ui.forms.line_spelling import LineSpelling
from werkboek_desktop.ui.widgets.inputs import LineInput


def line(room: Room, field: str) -> LineInput:
    editor = room.row(field).editor
    assert isinstance(editor, LineEditor)
    return editor.input


def marked(of: LineInput) -> list[str]:
    found = of.findChild(LineSpelling)
    assert found
    text = of.text().encode("utf-16-le")
    return [text[2 * mark.start : 2 * mark.end].decode("utf-16-le") for mark in found.marks()]


def red(of: LineInput) -> bool:
    """Whether something of it is drawn in another colour than its words and ground."""
    image = of.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    return any(int(name[1:3], 16) > int(name[3:5], 16) + 60 for name in colours)


def comes(room: Room, of: LineInput, *words: str) -> None:
    room.qtbot.waitUntil(lambda: marked(of) == list(words) and red(of) == bool(words), timeout=PATIENCE)


def test_a_mistake_in_a_line_is_marked_and_mended_by_the_menu(room: Room) -> None:
    field = line(room, "subtitle")
    field.insert("De 😀 ")
    room.qtbot.keyClicks(field, "gemeentee")
    comes(room, field, "gemeentee")
    at = QPoint()
    QApplication.sendEvent(field, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, field.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    room.qtbot.waitUntil(lambda: "gemeente" in [each.text() for each in menu.actions()], timeout=PATIENCE)
    next(each for each in menu.actions() if each.text() == "gemeente").trigger()
    menu.close()
    assert field.text() == "De 😀 gemeente"
    comes(room, field)
    room.leave()
    room.qtbot.waitUntil(lambda: room.value("subtitle") == "De 😀 gemeente", timeout=PATIENCE)


def test_marks_are_of_the_record_that_is_shown_and_leave_what_is_typed_alone(room: Room) -> None:
    other = str(room.workspace.create_record("case", None, {"title": "Anders", "subtitle": "Dit is goed"}).record)
    field = line(room, "subtitle")
    room.qtbot.keyClicks(field, "zwxa")
    comes(room, field, "zwxa")
    room.qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    room.qtbot.keyClicks(field, "zwxa")
    QApplication.sendEvent(field, QInputMethodEvent("´", []))
    room.desk.session.put_setting("spelling", False)  # marks would be drawn again now
    assert field.is_composing
    QApplication.sendEvent(field, QInputMethodEvent("", []))
    comes(room, field)
    room.desk.session.put_setting("spelling", True)
    comes(room, field, "zwxa")
    room.office.navigation.to_record(other, "subtitle")
    comes(room, line(room, "subtitle"))


def test_names_and_places_are_no_texts(room: Room) -> None:
    assert line(room, "neighbourhoods").findChild(LineSpelling) is None or marked(line(room, "neighbourhoods")) == []
