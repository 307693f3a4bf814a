"""By real key presses: somebody reads the whole book, mends a sentence in the third case, and takes that back."""

from tests.journeys.keyboard import Keyboard
from tests.ui.room import PATIENCE, START, Room
from werkboek_desktop.ui.pages.readthrough.page import ReadingPage
from werkboek_desktop.ui.pages.readthrough.text_row import TextRow

LAST = "De straat bleef stil."
MENDED = "De straat was leeg."
HIS = f"Wij fietsten langs. {START}"


def page(room: Room) -> ReadingPage:
    found = room.office.navigation.current()
    assert isinstance(found, ReadingPage)
    return found


def text(room: Room, record: str, field: str) -> TextRow:
    rows = [row for row in page(room).column.rows() if (row.passage.record, row.passage.field) == (record, field)]
    assert len(rows) == 1
    return rows[0]


def test_the_third_case_is_mended_taken_back_and_a_colleague_comes_in_between(room: Room) -> None:
    others = [
        str(room.workspace.create_record("case", None, {"title": title, "summary": START}).record)
        for title in ("Aan de haven", "Zuid")
    ]
    room.settle()
    hands = Keyboard(room)
    hands.press("Ctrl+Shift+D")
    room.qtbot.waitUntil(lambda: page(room).column.sheet is not None, timeout=PATIENCE)
    hands.settle()
    hands.press("Alt+PgDown", 3)
    assert page(room).at() == (others[1], "summary")
    assert page(room).where.accessibleName() == "Zuid › In het kort"
    assert hands.is_at("In het kort")
    hands.press("Ctrl+End")
    hands.press("Backspace", len(LAST))
    hands.type(MENDED)
    bundle = room.from_yusuf(summary=HIS)
    room.workspace.import_([bundle])
    hands.settle()
    assert room.workspace.record(others[1]).value("summary") == START
    hands.press("Alt+PgUp", 2)
    mended = START.replace(LAST, MENDED)
    assert room.workspace.record(others[1]).value("summary") == mended
    assert [each.value for each in room.workspace.history(others[1], "summary")] == [START, mended]
    hands.press("Alt+PgDown")
    assert page(room).at() == (room.case, "summary")
    assert text(room, room.case, "summary").value() == HIS
    hands.press("Alt+PgDown")
    hands.press("Ctrl+Return")
    row = room.row("summary")
    assert (room.page().record, row.value()) == (others[1], mended)
    hands.press("Ctrl+Z")
    room.settle()
    assert room.workspace.record(others[1]).value("summary") == START
    hands.press("Ctrl+Shift+D")
    hands.settle()
    assert page(room).at()[0] == others[1]
    assert text(room, others[1], "summary").value() == START
