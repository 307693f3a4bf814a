"""A table of items, and what a person at the keyboard does with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.room import Room
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.forms.items import ItemList


class Table:
    """A table, and what a person at the keyboard does with it."""

    def __init__(self, room: Room, kind: str) -> None:
        self.room = room
        room.page().reveal(room.page().record, kind)
        self.items = next(found for found in room.page().form.findChildren(ItemList) if found.kind.key == kind)
        self.settle()

    def settle(self) -> None:
        self.room.settle()
        self.room.window.activateWindow()  # a screen forgets it when a list of suggestions closes
        self.room.page().form._current().finish()

    def at(self, row: int, column: int = 0) -> None:
        self.items.table.setFocus()
        self.items.table.setCurrentIndex(self.items.model.index(row, column))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.room.qtbot.keyClick(focus(), key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        self.room.qtbot.keyClicks(focus(), text[0])  # the first may open an editor
        self.room.qtbot.keyClicks(focus(), text[1:])

    def values(self, field: str) -> list[Value]:
        workspace = self.room.workspace
        return [view.value(field) for view in workspace.owned(self.room.page().record, self.items.kind.key)]

    def spoken(self, row: int, column: int) -> object:
        return self.items.model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found
    return found
