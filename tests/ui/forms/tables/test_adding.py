"""The row that adds an item: it is there when something is typed, and not before."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.forms.tables.writing import Table, focus
from tests.ui.room import Room
from werkboek_desktop.ui.prose.input import ProseInput


@pytest.mark.parametrize("kind", ["bottleneck", "quote", "image"])
def test_opening_what_adds_a_text_makes_nothing_until_something_is_typed(room: Room, kind: str) -> None:
    table = Table(room, kind)
    table.at(0)
    table.press(Qt.Key.Key_Return)
    assert table.items.more.isVisible()
    table.press(Qt.Key.Key_Escape)
    assert (focus(), table.values("place")) == (table.items.table, [])
    table.press(Qt.Key.Key_Return)
    room.leave()
    assert table.values("place") == []


@pytest.mark.parametrize("kind", ["bottleneck", "measure"])
def test_a_letter_that_was_wiped_leaves_no_empty_item_behind(room: Room, kind: str) -> None:
    table = Table(room, kind)
    there = len(table.values("place"))
    table.at(there)
    table.press(Qt.Key.Key_Return)
    room.qtbot.keyClicks(focus(), "x")
    assert len(table.values("place")) == there + 1
    table.press(Qt.Key.Key_Backspace)
    steps = len(room.workspace.steps.done)
    table.press(Qt.Key.Key_Escape)
    assert len(table.values("place")) == there
    assert len(room.workspace.steps.done) == steps - 1


def test_what_was_begun_and_is_not_understood_is_not_let_go(room: Room) -> None:
    table = Table(room, "timeline")
    table.at(0)
    table.type("ooit")
    table.press(Qt.Key.Key_Escape)
    room.leave()
    assert table.values("date") == [None]


def test_a_text_that_makes_its_item_is_there_with_the_next_one_empty(room: Room) -> None:
    table = Table(room, "bottleneck")
    for text in ("Niemand deelt informatie.", "Te weinig tijd."):
        table.at(table.items.model.rowCount() - 1)
        table.press(Qt.Key.Key_Return)
        assert isinstance(focus(), ProseInput)
        assert focus().property("plainText") == ""
        room.qtbot.keyClicks(focus(), text)
        table.press(Qt.Key.Key_Escape)
    assert table.values("bottleneck") == ["Niemand deelt informatie.", "Te weinig tijd."]
