"""By real key presses: a word is replaced in fifteen cases, and that is taken back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.pages.replacing import ReplacingPage
from werkboek_desktop.ui.shell.places import REPLACING

CASES = 15


def press(room: Room, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or room.window, key, modifier)


def go_to(room: Room, target: QWidget) -> None:
    """With Tab, as whoever has no mouse."""
    for _step in range(200):
        if QApplication.focusWidget() is target:
            return
        press(room, Qt.Key.Key_Tab)
    raise AssertionError(target)


def shown(room: Room, page: ReplacingPage, number: int) -> None:
    room.qtbot.waitUntil(lambda: len(page.ticks) == number and not page.is_showing, timeout=PATIENCE)


def test_a_word_is_replaced_in_fifteen_cases_and_taken_back(room: Room) -> None:
    fields: dict[str, Value] = {"summary": "Rust. Een e-mail kwam. **E-mail** hielp."}
    cases = [
        str(room.workspace.create_record("case", None, {"title": f"Wijk {number}", **fields}).record)
        for number in range(CASES)
    ]

    def summaries() -> set[object]:
        return {room.workspace.record(case).value("summary") for case in cases}

    press(room, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    page = room.office.navigation.page(REPLACING)
    assert isinstance(page, ReplacingPage)
    room.qtbot.waitUntil(page.old.hasFocus, timeout=PATIENCE)
    QTest.keyClicks(page.old, "e-mail")
    press(room, Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: page.do.text() == f"Weghalen: {2 * CASES} ×", timeout=PATIENCE)
    press(room, Qt.Key.Key_Tab)
    QTest.keyClicks(page.new, "bericht")
    press(room, Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: page.do.text() == f"Vervangen: {2 * CASES} ×", timeout=PATIENCE)
    shown(room, page, 2 * CASES)
    assert page.ticks[0][1].accessibleName() == "In het kort: Een [e-mail → bericht] kwam."
    go_to(room, page.ticks[0][1])
    press(room, Qt.Key.Key_Space)
    go_to(room, page.do)
    assert page.do.text() == f"Vervangen: {2 * CASES - 1} ×"
    press(room, Qt.Key.Key_Space)
    shown(room, page, 1)
    kept = "Rust. Een e-mail kwam. **Bericht** hielp."
    assert summaries() == {kept, "Rust. Een bericht kwam. **Bericht** hielp."}
    assert page.said.text() == "1 × gevonden, in 1 praktijkvoorbeeld of hoofdstuk."
    press(room, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    room.qtbot.waitUntil(lambda: summaries() == {fields["summary"]}, timeout=PATIENCE)
