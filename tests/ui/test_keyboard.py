"""Where the keyboard is after something went, came back, moved or was answered: in sight, and where one goes on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.forms.tables.writing import Table, focus
from tests.ui.room import Room
from tests.ui.walk import called, hidden_stop
from werkboek_desktop.ui.theme.tokens import Look
from werkboek_desktop.ui.widgets.chips import Chips
from werkboek_desktop.ui.widgets.menu import Entry

CONTROL, ALT, SHIFT = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Control", "Alt", "Shift"))
ELSEWHERE = frozenset({"print", "intake", "intake-pdf", "tour", "associate"})
"""Commands that go on outside the window: a dialog of the system, another program."""
NONE = Qt.KeyboardModifier.NoModifier


def press(room: Room, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    room.qtbot.keyClick(focus(), key, modifier)
    room.settle()
    if page := room.window.records.current_page():
        page.form._current().finish()


def here(room: Room) -> QWidget:
    """What has the keyboard; that has to be something, and in sight."""
    room.settle()
    room.in_front()
    found = focus()
    assert found is not room.window
    assert hidden_stop(found) == ""
    return found


def is_in(part: QWidget, room: Room) -> bool:
    found = here(room)
    assert part is found or part.isAncestorOf(found), called(found)
    return True


def button(part: QWidget, text: str) -> QPushButton:
    return next(each for each in part.findChildren(QPushButton) if text in each.accessibleName() + each.text())


def use(room: Room, part: QWidget, text: str) -> None:
    """Presses a button by the keyboard, which is then at it."""
    found = button(part, text)
    found.setFocus()
    press(room, Qt.Key.Key_Space)


def entry(entries: object, text: str) -> Entry:
    assert isinstance(entries, list | tuple)
    return next(each for each in entries if isinstance(each, Entry) and text in each.text)


def test_after_every_command_in_the_window_in_front(room: Room) -> None:
    keys = [command.key for command in room.office.commands if command.key not in ELSEWHERE]
    assert len(keys) > 20
    for key in keys:
        office = room.desk.front()  # another, once the text has another size
        next(command for command in office.commands if command.key == key).act()
        room.settle()
        if room.desk.front() is not office and len(room.desk.offices) > 1:
            room.desk.front().window.close()
        assert not isinstance(here(room), QStackedWidget), key


def test_after_deleting_a_record_in_the_list_at_its_neighbour_and_after_undo_at_what_came_back(room: Room) -> None:
    room.workspace.create_record("case", None, {"title": "De Kade"})
    room.settle()
    room.row("summary")
    entry(room.page().head._rest, "verwijderen").act()
    assert here(room) is room.window.records.list.rows
    assert room.page().record != room.case
    press(room, Qt.Key.Key_Z, CONTROL)
    assert is_in(room.page(), room)
    assert room.page().record == room.case
    press(room, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert here(room) is room.window.records.list.rows


def test_after_deleting_the_last_record_still_in_the_list(room: Room) -> None:
    room.row("summary")
    entry(room.page().head._rest, "verwijderen").act()
    assert is_in(room.window.records.list, room)


def test_after_deleting_several_in_the_list(room: Room) -> None:
    for title in ("De Kade", "De Werf"):
        room.workspace.create_record("case", None, {"title": title})
    room.settle()
    room.leave()
    for _row in range(2):
        press(room, Qt.Key.Key_Down, SHIFT)
    use(room, room.window.records.together, "Verwijder")
    use(room, room.window.records.together, room.window.records.together.really.text())
    assert is_in(room.window.records.list, room)


def test_after_deleting_and_moving_an_item_in_its_table(room: Room) -> None:
    table = Table(room, "measure")
    table.at(0)
    press(room, Qt.Key.Key_Down, ALT)
    assert here(room) is table.items.table
    press(room, Qt.Key.Key_Delete)
    assert here(room) is table.items.table
    press(room, Qt.Key.Key_Z, CONTROL)
    assert is_in(table.items, room)
    press(room, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert is_in(room.page().form, room)


@pytest.mark.parametrize("what", ["omlaag", "verwijder"])
def test_after_a_button_below_a_row_in_the_table(room: Room, what: str) -> None:
    table = Table(room, "measure")
    table.items.open(0)
    use(room, table.items.more, what)
    assert is_in(table.items, room)


def test_after_moving_a_chapter_where_one_was(room: Room) -> None:
    owner = room.workspace.project.workbook
    for title in ("Een", "Twee"):
        room.workspace.create_record("chapter", owner, {"title": title})
    room.office.navigation.to_record(room.workspace.rows("chapter")[0].id)
    room.settle()
    page = room.page()
    more = button(page.head, "Meer met")
    more.setFocus()
    entry(page.head._rest, "omlaag").act()
    assert here(room) is more


def test_undo_by_the_button_of_a_notice_leads_to_what_was_taken_back(room: Room) -> None:
    room.type("title", " Noord")
    room.leave()
    press(room, Qt.Key.Key_Z, CONTROL)
    use(room, room.office.notices, "Opnieuw")
    assert is_in(room.page(), room)


def test_a_notice_that_is_closed_gives_the_keyboard_back_to_the_page(room: Room) -> None:
    room.type("title", " Noord")
    room.leave()
    press(room, Qt.Key.Key_Z, CONTROL)
    button(room.office.notices, "Opnieuw").setFocus()
    press(room, Qt.Key.Key_Escape)
    assert is_in(room.window.records, room)


def panels(room: Room) -> dict[str, Callable[[], object]]:
    navigation = room.office.navigation
    return {"filters": navigation.filters, "palette": room.office.palette.ask, "where": room.office.where.ask}


@pytest.mark.parametrize("panel", ["filters", "palette", "where"])
def test_a_panel_gives_the_keyboard_back_to_where_it_was(room: Room, panel: str) -> None:
    row = room.window.records.list.rows if panel == "filters" else room.row("summary").editor
    room.leave() if panel == "filters" else row.setFocus()
    before = focus()
    panels(room)[panel]()
    assert here(room) is not before
    press(room, Qt.Key.Key_Escape)
    assert here(room) is before


def test_the_card_of_the_status_gives_it_back_to_the_status(room: Room) -> None:
    page = room.page()
    page.head.status_button.setFocus()
    press(room, Qt.Key.Key_Space)
    assert page.steps
    assert is_in(page.steps, room)
    use(room, page.steps, "Sluiten")
    assert here(room) is page.head.status_button


def test_after_the_last_answer_in_the_list_and_before_it_at_the_next(room: Room) -> None:
    bundle = room.from_yusuf(summary="Wij belden aan. Niemand deed open.", target_group="Jongeren in de wijk.")
    room.type("summary", " Tot mei.")
    room.type("target_group", "Jongvolwassenen.")
    room.leave()
    room.workspace.import_([bundle])
    room.settle()
    conflict = room.office.settling.page
    while room.workspace.summary().conflicts:
        room.office.settling.next_conflict()
        press(room, Qt.Key.Key_1, ALT)
        press(room, Qt.Key.Key_Return, CONTROL)
        here(room)
    assert not conflict.isVisible()
    assert here(room) is room.window.records.list.rows


def test_after_taking_a_version_in_the_form_in_that_field(room: Room) -> None:
    bundle = room.from_yusuf(title="De Kolenbuurt Zuid")
    room.type("title", " Noord")
    room.leave()
    room.workspace.import_([bundle])
    room.settle()
    row = room.row("title")
    use(room, row, "Neem")
    assert is_in(room.row("title"), room)


def test_after_taking_off_a_chip_in_what_is_left(room: Room) -> None:
    row = room.row("municipalities")
    chips = row.findChild(Chips)
    assert chips
    chips.setFocus()
    press(room, Qt.Key.Key_Delete)
    assert is_in(row, room)


def test_after_taking_off_a_filter_in_the_list(room: Room) -> None:
    room.leave()
    room.office.navigation.filters()
    room.settle()
    panel = room.window.records.arranging.panel
    next(each for each in panel.findChildren(QPushButton) if each.isCheckable() and each.isVisible()).click()
    press(room, Qt.Key.Key_Escape)
    use(room, room.window.records.list.chips, "filter weghalen")
    assert is_in(room.window.records.list, room)


def test_filters_that_were_asked_for_stay_where_a_list_fills_the_page(tmp_path: Path, qtbot: QtBot) -> None:
    room = Room(tmp_path, qtbot, look=Look.LIGHT, scale=2.0)
    try:
        room.window.resize(1280, 720)
        room.leave()
        press(room, Qt.Key.Key_F, CONTROL | SHIFT)
        assert room.window.records.arranging.slide.isVisible()
        assert is_in(room.window.records.arranging.slide, room)
    finally:
        room.close()
