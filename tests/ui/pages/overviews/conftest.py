"""The page of overviews in a window on a project of a few cases."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.room import Room
from werkboek_desktop.domain.overview.views import View
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.pages.overviews.page import OverviewsPage
from werkboek_desktop.ui.shell.rail import OVERVIEWS

OFFERED: tuple[dict[str, Value], ...] = (
    {"title": "Haven op slot", "municipalities": ("GM0654",), "forms": ("drugslab",), "phase": "borging"},
    {"title": "=Loopjongens", "municipalities": ("GM0014",), "forms": ("jonge_aanwas",), "phase": "uitvoering"},
    {"title": "Samen de wijk in", "municipalities": ("GM0344",), "forms": ("drugslab",)},
)


class Desk:
    """Somebody at the overviews, with the keyboard."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.cases = [
            str(room.workspace.create_record("case", None, {"status": "registered", **fields}).record)
            for fields in OFFERED
        ]
        for type_ in ("repressive", "repressive", "preventive"):
            room.workspace.create_record("measure", self.cases[0], {"type": type_})
        room.office.navigation.go(OVERVIEWS)
        room.settle()
        page = room.window.pages.currentWidget()
        assert isinstance(page, OverviewsPage)
        self.page = page

    def look(self, view: View) -> None:
        """Goes to a view."""
        self.page.show_view(view)
        self.room.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, wherever the keyboard is."""
        widget = QApplication.focusWidget()
        assert widget
        self.room.qtbot.keyClick(widget, key, modifiers)
        self.room.settle()

    def titles(self) -> list[str]:
        """What stands in the table."""
        return [entry.title for entry in self.page.board.model.rows]


@pytest.fixture
def desk(room: Room) -> Desk:
    return Desk(room)
