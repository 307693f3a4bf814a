"""There is one window: no part of it ever stands on the screen by itself."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.room import Room
from werkboek_desktop.ui.forms.items import ItemList
from werkboek_desktop.ui.shell.rail import destinations


class Watch(QObject):
    """Notes which widgets were shown as windows."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only looks."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_opening_forms_and_items_shows_no_second_window(room: Room) -> None:
    watch, application = Watch(), QApplication.instance()
    assert application
    application.installEventFilter(watch)
    try:
        for at in range(room.page().form.tab_bar.count()):
            room.page().form.tab_bar.setCurrentIndex(at)
            for items in room.page().findChildren(ItemList):
                if items.isVisible() and items.kind.key != "attendance":
                    items.add()
            room.settle()
    finally:
        application.removeEventFilter(watch)
    assert watch.shown == []


def test_going_through_everything_shows_no_second_window(room: Room) -> None:
    """A part that is a window for a moment takes the keyboard away."""
    watch, application = Watch(), QApplication.instance()
    assert application
    application.installEventFilter(watch)
    try:
        for _round in range(2):
            for entry in destinations():
                room.office.navigation.go(entry.key)
                room.settle()
        room.office.navigation.go("keys")
        room.office.navigation.to_record(room.case, "summary")
        room.office.palette.ask()
        room.settle()
    finally:
        application.removeEventFilter(watch)
    assert watch.shown == []
