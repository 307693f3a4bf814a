"""The project leader chooses twelve of forty cases, by keyboard alone."""

from itertools import cycle

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.journeys.keyboard import Keyboard
from tests.ui.room import PATIENCE, Room
from werkboek_desktop.domain.overview.views import View
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.pages.overviews.page import OverviewsPage
from werkboek_desktop.ui.shell.rail import OVERVIEWS

CODES = ("GM0014", "GM0344", "GM0654", "GM0363", "GM0518")
FORMS = ("drugslab", "straathandel", "witwassen")


def press(room: Room, key: Qt.Key, times: int = 1) -> None:
    for _time in range(times):
        widget = QApplication.focusWidget()
        assert widget
        room.qtbot.keyClick(widget, key)


def test_twelve_of_forty_are_chosen_with_a_reason_and_taken_back(room: Room) -> None:
    offered = [
        str(
            room.workspace.create_record(
                "case",
                None,
                {"title": f"Geval {number:02}", "municipalities": (code,), "forms": (form,), "status": "registered"},
            ).record
        )
        for number, code, form in zip(range(40), cycle(CODES), cycle(FORMS), strict=False)
    ]
    room.office.navigation.go(OVERVIEWS)
    room.settle()
    page = room.window.pages.currentWidget()
    assert isinstance(page, OverviewsPage)
    page.tabs.setFocus()
    press(room, Qt.Key.Key_Right)
    room.settle()
    assert page.board.view is View.CHOICE
    table = page.choice.table
    assert QApplication.focusWidget() is table
    press(room, Qt.Key.Key_Home)
    for _case in range(12):
        press(room, Qt.Key.Key_Space)
        press(room, Qt.Key.Key_Down, 3)
    chosen = offered[::3][:12]
    assert page.choice.wanted() == set(chosen)
    assert page.choice.summary() == "13 gekozen van 41"
    assert "Nog geen geval over ‘straathandel’ en ‘witwassen’." in page.choice.remarks()
    room.qtbot.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.qtbot.keyClicks(page.choice.reason, "Spreiding over het land.")
    press(room, Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: not page.choice.plan(), timeout=PATIENCE)
    assert [row.id for row in room.workspace.rows("case") if row.status == "selected"] == chosen
    assert {room.workspace.record(case).value("selection_reason") for case in chosen} == {"Spreiding over het land."}
    assert room.workspace.steps.done[-1].name == "12 praktijkvoorbeelden gekozen"
    room.workspace.undo()
    assert not [row for row in room.workspace.rows("case") if row.status == "selected"]
    room.qtbot.waitUntil(lambda: page.choice.wanted() == frozenset(), timeout=PATIENCE)


def test_from_the_list_twelve_are_chosen_too_and_one_undo_takes_them_back(room: Room) -> None:
    for number, form in zip(range(40), cycle(FORMS), strict=False):
        fields: dict[str, Value] = {"title": f"Geval {number:02}", "forms": (form,), "status": "editing"}
        room.workspace.create_record("case", None, fields)
    room.office.navigation.go("case")
    hands = Keyboard(room)
    narrow_down(hands)
    assert len(room.window.records.list.ids()) == 14
    hands.press("Home")
    hands.press("Down")
    hands.press("Shift+Down", 11)
    chosen = room.window.records.list.chosen_records()
    assert len(chosen) == 12
    hands.press("Return")
    hands.type("status")
    hands.to("Waarde")
    hands.type("gese")
    hands.settle()
    assert "Geval 03: Redactie → Geselecteerd" in words_beside(room)
    hands.to("Reden van een stap terug")
    hands.type("Spreiding over het land.")
    hands.to("Verander 12")
    hands.press("Return")
    assert {row.id for row in room.workspace.rows("case") if row.status == "selected"} == set(chosen)
    assert {room.workspace.record(case).value("status_reason") for case in chosen} == {"Spreiding over het land."}
    hands.press("Ctrl+Z")
    assert not [row for row in room.workspace.rows("case") if row.status == "selected"]
    assert hands.presses <= 68, hands.presses


def narrow_down(hands: Keyboard) -> None:
    """One form only, in groups: a chip of the panel is pressed with the space bar."""
    hands.press("Ctrl+Shift+F")
    hands.to("Groepeer op")
    hands.type("vo")
    hands.to("Vormen van ondermijning")
    hands.press("Space")
    hands.press("Esc")
    hands.press("Ctrl+Shift+L")


def words_beside(room: Room) -> str:
    """What stands in the panel beside the list: what would change, from what to what."""
    labels = room.window.records.together.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())
