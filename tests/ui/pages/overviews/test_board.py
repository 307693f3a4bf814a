"""What every overview has: a search field, a choice of status and a table."""

from tests.ui.pages.overviews.conftest import Desk
from tests.ui.room import PATIENCE

MANY = 30


def test_the_case_with_the_keyboard_stays_in_sight_when_there_is_more_to_see(desk: Desk) -> None:
    last = [desk.room.workspace.create_record("case", None, {"title": f"Wijk {n}"}).record for n in range(MANY)][-1]
    board = desk.page.board
    board.show_everything()
    desk.room.qtbot.waitUntil(lambda: len(desk.titles()) > MANY, timeout=PATIENCE)
    board.table.go_to(str(last))
    board.field.setText("wijk 29")
    board.draw()
    assert desk.titles() == ["Wijk 29"]
    board.show_everything()
    assert len(desk.titles()) > MANY
    assert board.table.current() in board.table.in_sight()
