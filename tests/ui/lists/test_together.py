"""Many records at once, by keyboard, on a real project."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QScrollArea

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.lists.together import TogetherPanel
from werkboek_desktop.ui.widgets.inputs import Choice

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = "Een voorbeeld met een lange naam " * 4


def fill(room: Room, count: int, **fields: Value) -> list[RecordId]:
    made = [
        room.workspace.create_record("case", None, {"title": f"Voorbeeld {number:02}", "status": "concept"} | fields)
        for number in range(count)
    ]
    room.settle()
    return [str(one.record) for one in made]


def choose(choice: Choice, text: str, room: Room) -> None:
    """Chooses from a drop-down list with the keyboard alone."""
    choice.setFocus()
    for _step in range(choice.count()):
        if choice.currentText() == text:
            break
        room.qtbot.keyClick(choice, Qt.Key.Key_Down)
    if choice.currentText() != text:
        room.qtbot.keyClick(choice, Qt.Key.Key_Home)
        while choice.currentText() != text:
            room.qtbot.keyClick(choice, Qt.Key.Key_Down)
    room.settle()


def choose_rows(room: Room, count: int) -> TogetherPanel:
    """Chooses the first rows with Shift and the arrow keys."""
    rows = room.window.records.list.rows
    rows.setFocus()
    room.qtbot.keyClick(rows, Qt.Key.Key_Home)
    for _step in range(count - 1):
        room.qtbot.keyClick(rows, Qt.Key.Key_Down, SHIFT)
    room.settle()
    panel = room.window.records.together
    assert panel.isVisible()
    return panel


def press(room: Room, button: QPushButton) -> None:
    room.qtbot.keyClick(button, Qt.Key.Key_Space)
    room.settle()


def values(room: Room, records: list[RecordId], field: str) -> list[Value]:
    return [room.workspace.record(record).value(field) for record in records]


def test_twelve_of_forty_get_another_phase_in_one_step_that_can_be_undone(room: Room) -> None:
    records = fill(room, 40)
    room.window.records.list.field.setText("voorbeeld")
    room.qtbot.waitUntil(lambda: room.window.records.list.model.rowCount() == 40, timeout=PATIENCE)
    panel = choose_rows(room, 12)
    choose(panel.field, "Fase", room)
    choose(panel.value, "Borging", room)
    assert panel.do.text() == "Verander 12"
    assert values(room, records, "phase") == [None] * 40
    press(room, panel.do)
    assert values(room, records, "phase") == ["borging"] * 12 + [None] * 28
    room.workspace.undo()
    room.settle()
    assert values(room, records, "phase") == [None] * 40
    room.qtbot.waitUntil(lambda: panel.do.text() == "Verander 12", timeout=PATIENCE)


def test_a_step_back_is_not_done_without_a_reason(room: Room) -> None:
    records = fill(room, 3, status="approved")
    room.window.records.list.field.setText("voorbeeld")
    room.qtbot.waitUntil(lambda: room.window.records.list.model.rowCount() == 3, timeout=PATIENCE)
    panel = choose_rows(room, 3)
    choose(panel.field, "Status", room)
    choose(panel.value, "Verdieping", room)
    assert not panel.do.isEnabled()
    panel.reason.setFocus()
    room.qtbot.keyClicks(panel.reason, "nieuwe cijfers")
    press(room, panel.do)
    assert values(room, records, "status") == ["deepening"] * 3
    assert values(room, records, "status_reason") == ["nieuwe cijfers"] * 3


def test_an_element_comes_into_a_set_and_the_others_stay(room: Room) -> None:
    records = fill(room, 2, forms=("drugslab",))
    room.window.records.list.field.setText("voorbeeld")
    room.qtbot.waitUntil(lambda: room.window.records.list.model.rowCount() == 2, timeout=PATIENCE)
    panel = choose_rows(room, 2)
    choose(panel.field, "Vormen van ondermijning", room)
    choose(panel.value, "Straathandel", room)
    press(room, panel.do)
    assert values(room, records, "forms") == [("drugslab", "straathandel")] * 2


def test_many_are_deleted_after_a_second_look_and_come_back(room: Room) -> None:
    fill(room, 5, title=LONG)
    room.window.resize(1280, 720)
    rows = room.window.records.list.rows
    before = room.window.records.list.model.rowCount()
    panel = choose_rows(room, 3)
    choose(panel.field, "Status", room)
    choose(panel.value, "Verdieping", room)
    press(room, panel.delete)
    assert room.window.records.list.model.rowCount() == before
    assert room.window.focusWidget() is panel.really
    (area,) = panel.findChildren(QScrollArea)
    assert panel.really.mapTo(area, panel.really.rect().bottomLeft()).y() < area.height()
    assert not area.verticalScrollBar().isVisible()  # all of it is in sight, so there is nowhere to scroll to
    press(room, panel.really)
    room.qtbot.waitUntil(lambda: room.window.records.list.model.rowCount() == before - 3, timeout=PATIENCE)
    room.workspace.undo()
    room.settle()
    room.qtbot.waitUntil(lambda: room.window.records.list.model.rowCount() == before, timeout=PATIENCE)
    assert rows.isVisible()


def test_esc_goes_back_to_one(room: Room) -> None:
    fill(room, 5)
    rows = room.window.records.list.rows
    choose_rows(room, 3)
    room.qtbot.keyClick(rows, Qt.Key.Key_Escape)
    assert len(rows.chosen()) == 1
    assert room.page().record == rows.chosen()[0]


def test_while_many_are_chosen_what_was_typed_is_sealed(room: Room) -> None:
    fill(room, 3)
    room.type("title", "Weer ")
    choose_rows(room, 2)
    assert room.value("title") == "Weer De Kolenbuurt"


def test_what_is_seen_goes_to_a_spreadsheet_in_its_order(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(room, 3)
    out = tmp_path / "lijst.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    told: list[str] = []
    room.office.session.told.connect(lambda notice: told.append(notice.text))
    room.window.records.list.field.setText("voorbeeld")
    room.qtbot.waitUntil(lambda: room.window.records.list.model.rowCount() == 3, timeout=PATIENCE)
    panel = choose_rows(room, 2)
    panel.table.emit()
    room.settle()
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(";")[0] for line in lines] == ["Titel", "Voorbeeld 00", "Voorbeeld 01"]
    assert told == ["Gemaakt: lijst.csv."]
