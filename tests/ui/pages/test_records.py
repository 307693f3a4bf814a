"""A list and the chosen record beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.room import YUSUF, Room
from tests.ui.statements import asked
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.shell.rail import PACKAGES
from werkboek_desktop.workspace import Workspace

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


def deleted_by_yusuf(room: Room) -> None:
    """He deletes the case that is open; the bundle is read in."""
    room.to_yusuf(room.workspace.export(room.folder / "van-marit.wbx").path)
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        his.delete(room.case)
        his.export(room.folder / "weg.wbx")
    room.workspace.import_([room.folder / "weg.wbx"])
    room.settle()


@pytest.mark.parametrize("elsewhere", [False, True])
def test_what_a_colleague_deleted_does_not_stay_in_the_form(room: Room, elsewhere: bool) -> None:
    told: list[Notice] = []
    room.desk.session.told.connect(told.append)
    other = str(room.workspace.create_record("case", None, {"title": "Zuid"}).record)
    room.settle()
    assert room.page().record == room.case
    if elsewhere:
        room.office.navigation.go(PACKAGES)
    deleted_by_yusuf(room)
    if elsewhere:
        room.office.navigation.back()
        room.settle()
    assert room.page().record == other
    assert "Praktijkvoorbeeld ‘De Kolenbuurt’ is verwijderd." in [each.text for each in told]


def test_what_was_being_typed_in_it_brings_it_back(room: Room) -> None:
    room.workspace.create_record("case", None, {"title": "Zuid"})
    room.type("summary", " Tot mei.")
    deleted_by_yusuf(room)
    assert room.page().record == room.case
    assert not room.workspace.record(room.case).deleted
