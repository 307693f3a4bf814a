"""The filter panel, by keyboard, on a real project."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.ui.lists.test_together import choose, fill, press
from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.lists.filters import FilterPanel

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def opened(room: Room) -> FilterPanel:
    room.window.records.to_list()
    room.qtbot.keyClick(room.window, Qt.Key.Key_F, CONTROL_SHIFT)
    panel = room.window.findChild(FilterPanel)
    assert panel
    room.qtbot.waitUntil(panel.isVisible, timeout=PATIENCE)
    return panel


def chip(room: Room, panel: FilterPanel, name: str) -> QPushButton:
    def found() -> list[QPushButton]:
        chips = panel.findChildren(QPushButton)
        return [each for each in chips if each.accessibleName() == name and not each.isHidden()]

    room.qtbot.waitUntil(lambda: bool(found()), timeout=PATIENCE)
    return found()[0]


def shown(room: Room) -> list[str]:
    return [row.title for row in room.window.records.list.model.seen]


def test_chips_count_filter_and_can_be_taken_off_again(room: Room) -> None:
    fill(room, 3, phase="borging")
    panel = opened(room)
    press(room, chip(room, panel, "Fase: Borging 3"))
    assert shown(room) == ["Voorbeeld 00", "Voorbeeld 01", "Voorbeeld 02"]
    assert [each.text() for each in room.window.records.list.chips.buttons()] == ["Borging", "Wis filters"]
    press(room, chip(room, panel, "Fase: Borging 3"))
    assert len(shown(room)) == 4


def test_one_sorts_and_groups_by_what_the_schema_lists(room: Room) -> None:
    fill(room, 3, phase="borging")
    panel = opened(room)
    choose(panel.sort, "Laatst gewijzigd", room)
    choose(panel.group, "Fase", room)
    model = room.window.records.list.model
    assert (model.query.sort, model.query.group) == ("changed", "phase")
    assert model.entry(0).heading


def test_a_view_is_kept_for_the_next_start_renamed_and_dropped(room: Room) -> None:
    fill(room, 3, phase="borging")
    panel = opened(room)
    press(room, chip(room, panel, "Fase: Borging 3"))
    panel.name.setFocus()
    room.qtbot.keyClicks(panel.name, "Geborgd")
    room.qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    assert [each.text() for each in room.window.records.list.pills.buttons()][-1] == "Geborgd"
    room.restart()
    room.settle()
    kept = room.window.records.list.pills.buttons()[-1]
    assert kept.text() == "Geborgd"
    press(room, kept)
    assert len(shown(room)) == 3
    panel = opened(room)
    panel.name.setFocus()
    panel.name.selectAll()
    room.qtbot.keyClicks(panel.name, "Klaar")
    room.qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    assert room.window.records.list.pills.buttons()[-1].text() == "Klaar"
    panel.dropped.emit("Klaar")
    assert room.window.records.list.pills.buttons()[-1].text() != "Klaar"
    assert len(shown(room)) == 3


def test_another_list_has_filters_of_its_own_and_the_first_keeps_what_was_asked(room: Room) -> None:
    fill(room, 3, phase="borging")
    press(room, chip(room, opened(room), "Fase: Borging 3"))
    room.office.navigation.go("attendee")
    room.settle()
    panel = room.window.findChild(FilterPanel)
    assert panel
    assert not panel.isVisible()
    assert len(shown(room)) == 1
    room.office.navigation.go("case")
    room.settle()
    assert len(shown(room)) == 3


def test_what_is_found_in_a_text_comes_a_moment_later(room: Room) -> None:
    fill(room, 3)
    field = room.window.records.list.field
    field.setFocus()
    room.qtbot.keyClicks(field, "belden")
    room.qtbot.waitUntil(lambda: shown(room) == ["De Kolenbuurt"], timeout=PATIENCE)


def test_a_change_elsewhere_is_in_the_list_and_in_its_counts(room: Room) -> None:
    records = fill(room, 2)
    room.workspace.edit(records[0], "title", "Aan de haven", room.workspace.record(records[0]).fields["title"].heads)
    room.settle()
    assert "Aan de haven" in shown(room)
    room.workspace.delete(records[1])
    room.settle()
    assert len(shown(room)) == 2
    assert room.window.records.list.pills.buttons()[0].text() == "Alle 2"
