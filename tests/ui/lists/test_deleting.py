"""After what was chosen is deleted, the next one in the list is."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.room import Room
from werkboek_desktop.ui.lists import keeper

TITLES = ("Wijk A", "Wijk B", "Wijk C", "Wijk D", "Wijk E")


@pytest.fixture
def made(room: Room) -> dict[str, str]:
    made = {title: str(room.workspace.create_record("case", None, {"title": title}).record) for title in TITLES}
    room.settle()
    return made


def delete(room: Room, record: str) -> str:
    """Deletes it from its form; the title of what is chosen and shown then."""
    room.window.records.show_kind("case", record)
    room.settle()
    room.page().delete.emit(record)
    room.settle()
    assert room.window.records.list.chosen_records() == [room.page().record]
    return room.workspace.title(room.page().record)


@pytest.mark.parametrize("much", [keeper.MUCH, 2])
def test_the_next_one_is_chosen_and_at_the_end_the_one_before(
    room: Room, made: dict[str, str], much: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "MUCH", much)  # a list that is read beside the window
    assert delete(room, made["Wijk B"]) == "Wijk C"
    assert delete(room, made["Wijk E"]) == "Wijk D"


def test_after_several_the_next_one_that_stays(room: Room, made: dict[str, str]) -> None:
    shown = room.window.records
    shown.show_kind("case", made["Wijk B"])
    shown.to_list()
    room.qtbot.keyClick(shown.list.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    shown.together._delete()
    room.settle()
    assert shown.list.chosen_records() == [room.page().record] == [made["Wijk D"]]
