"""A list and the chosen record beside it."""

from tests.ui.room import Room
from tests.ui.statements import asked

FEW = 22


def test_going_to_a_list_asks_for_its_first_record_once(room: Room) -> None:
    with asked() as statements:
        room.office.navigation.go("attendee")
    assert room.page().kind.key == "attendee"
    assert 0 < len(statements) <= FEW
