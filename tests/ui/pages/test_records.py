"""A list and the chosen record beside it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.room import Room
from tests.ui.statements import asked

FEW = 22


def test_going_to_a_list_asks_for_its_first_record_once(room: Room) -> None:
    with asked() as statements:
        room.office.navigation.go("attendee")
    assert room.page().kind.key == "attendee"
    assert 0 < len(statements) <= FEW


def test_a_click_on_a_row_shows_its_record_once_and_so_does_a_key(room: Room) -> None:
    other = str(room.workspace.create_record("case", None, {"title": "Zuid"}).record)
    room.settle()
    pane = room.window.records.list
    picked: list[str] = []
    pane.chosen.connect(picked.append)
    place = pane.rows.visualRect(pane.model.index(pane.model.row_of(other))).center()
    QTest.mouseClick(pane.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert room.page().record == other
    QTest.keyClick(pane.rows, Qt.Key.Key_Up)
    assert room.page().record == room.case
    assert picked == [other, room.case]
