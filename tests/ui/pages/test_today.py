"""Vandaag on a real window: what it says, and where its keys and buttons lead."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.pages.conflict.page import ConflictPage
from werkboek_desktop.ui.pages.today import TodayPage
from werkboek_desktop.ui.shell.rail import TODAY
from werkboek_desktop.ui.widgets.tiles import Item, Tile


def go(room: Room) -> TodayPage:
    """To Vandaag, as the project is now."""
    room.settle()
    room.office.navigation.go(TODAY)
    room.qtbot.waitUntil(lambda: not room.desk.session.agenda.busy(), timeout=PATIENCE)
    page = room.office.navigation.current()
    assert isinstance(page, TodayPage)
    room.settle()
    return page


def texts(page: TodayPage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def items(page: TodayPage) -> list[Item]:
    return [item for item in page.findChildren(Item) if item.isVisible()]


def titles(page: TodayPage) -> list[str]:
    return [item.button.accessibleName() for item in items(page)]


def signups(room: Room, number: int) -> None:
    for at in range(number):
        fields: dict[str, Value] = {"municipality": f"Gemeente {at:02}", "status": "new"}
        room.workspace.create_record("signup", None, fields)


def test_when_all_is_done_it_says_so_calmly(room: Room) -> None:
    page = go(room)
    assert "Niets wacht op je." in texts(page)
    assert titles(page) == []
    assert next(text for text in texts(page) if text.endswith(", Marit")).startswith("Goede")


def test_when_what_waits_comes_later_than_its_page_enter_opens_the_first_of_it(room: Room) -> None:
    room.workspace.set_field(room.case, "costs", "1")
    room.workspace.import_([room.from_yusuf(costs="2")])
    room.desk.session.agenda.today = None
    room.qtbot.keyClick(room.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    page = room.office.navigation.current()
    assert isinstance(page, TodayPage)
    room.qtbot.waitUntil(lambda: bool(items(page)) and items(page)[0].button.hasFocus(), timeout=PATIENCE)


def test_what_waits_stands_there_with_a_button_that_goes_there(room: Room) -> None:
    room.workspace.set_field(room.case, "costs", "1")
    room.workspace.import_([room.from_yusuf(costs="2")])
    page = go(room)
    (title,) = titles(page)
    assert title.startswith("Kies of schrijf: Twee versies van ‘Kosten")
    (item,) = items(page)
    item.button.setFocus()
    room.qtbot.keyClick(item.button, Qt.Key.Key_Return)
    assert isinstance(room.office.navigation.current(), ConflictPage)


def test_the_rail_counts_what_waits(room: Room) -> None:
    signups(room, 2)
    go(room)
    assert room.window.rail.buttons[TODAY].accessibleName() == "Vandaag, 2 wacht op iemand"


def test_what_is_done_goes_by_itself_and_the_keyboard_stays_where_it_was(room: Room) -> None:
    signups(room, 2)
    page = go(room)
    _first, second = items(page)
    second.button.setFocus()
    record = next(row.id for row in room.workspace.rows("signup") if row.title == "Gemeente 00")
    room.workspace.set_field(record, "status", "called")
    room.qtbot.waitUntil(lambda: len(items(page)) == 1 and items(page)[0].button.hasFocus(), timeout=PATIENCE)
    assert titles(page) == ["Open: Aanmelding van Gemeente 01: nog bellen"]


def test_up_and_down_go_from_one_thing_to_the_next(room: Room) -> None:
    signups(room, 3)
    page = go(room)
    buttons = [item.button for item in items(page)]
    buttons[0].setFocus()
    for key, expected in ((Qt.Key.Key_Up, 0), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1)):
        focused = QApplication.focusWidget()
        assert focused
        room.qtbot.keyClick(focused, key)
        assert buttons[expected].hasFocus()


def test_what_the_keyboard_comes_to_is_in_sight(room: Room) -> None:
    signups(room, 9)
    page = go(room)
    room.window.resize(1024, 600)
    page.steps.buttons[0].setFocus()
    for each in page.steps.buttons[:-1]:
        room.qtbot.keyClick(each, Qt.Key.Key_Down)
    last = page.steps.buttons[-1]
    assert last.hasFocus()
    assert not last.visibleRegion().isEmpty()


def test_what_is_many_is_folded_until_somebody_asks(room: Room) -> None:
    signups(room, 9)
    page = go(room)
    assert len(titles(page)) == 3
    (rest,) = [each for each in page.findChildren(QPushButton) if each.text().startswith("en nog")]
    assert rest.text() == "en nog zes aanmeldingen"
    rest.click()
    room.settle()
    assert len(titles(page)) == 9
    focused = QApplication.focusWidget()
    assert focused
    assert focused.accessibleName() == "Open: Aanmelding van Gemeente 03: nog bellen"


def test_where_one_was_is_one_key_away(room: Room) -> None:
    page = go(room)
    (tile,) = [each for each in page.findChildren(Tile) if each.accessibleName() == "De Kolenbuurt"]
    tile.setFocus()
    room.qtbot.keyClick(tile, Qt.Key.Key_Return)
    assert room.office.navigation.current() is room.window.records
    assert room.page().record == room.case


def test_a_backup_is_made_from_here(room: Room) -> None:
    page = go(room)
    assert "Nog geen back-up" in texts(page)
    (make,) = [each for each in page.findChildren(QPushButton) if each.text() == "Maak back-up"]
    make.click()
    room.qtbot.waitUntil(lambda: any(text.startswith("Back-up van vandaag") for text in texts(page)), timeout=PATIENCE)


def test_a_bundle_is_made_one_key_away(room: Room) -> None:
    page = go(room)
    (make,) = [each for each in page.findChildren(QPushButton) if each.text() == "Maak pakket"]
    make.click()
    assert room.office.navigation.packages.export.isVisible()


@pytest.mark.parametrize("number", [0, 5])
def test_everything_that_can_be_pressed_has_a_name(room: Room, number: int) -> None:
    signups(room, number)
    page = go(room)
    assert all(each.accessibleName() or each.text() for each in page.findChildren(QPushButton))


def test_a_file_in_a_shared_folder_is_warned_about_with_what_is_better(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not any("OneDrive" in text for text in texts(go(room)))
    monkeypatch.setenv("OneDrive", str(room.folder.resolve()))
    said = texts(go(room))
    assert "Dit werkboek staat in een map van OneDrive" in said
    assert any(text.startswith("Zet het bestand op deze computer zelf") for text in said)
