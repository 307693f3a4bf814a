"""The rail at every size of text: everything in it can be reached and seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from tests.ui.house import plain
from tests.ui.room import Room
from werkboek_desktop.ui.shell.rail import LOWEST, OVERVIEWS, Rail, RailButton, destinations
from werkboek_desktop.ui.theme.look import theme


@pytest.fixture(autouse=True)
def plain_again(qapp: QApplication) -> Iterator[None]:
    yield
    dress(plain())


@pytest.fixture
def large(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    """A window as low as it gets, with text of 200 %."""
    room = Room(tmp_path, qtbot, scale=2.0)
    room.window.resize(1280, 600)
    room.settle()
    yield room
    room.close()


def is_seen(rail: Rail, entry: RailButton) -> bool:
    return entry.visibleRegion().boundingRect() == QRect(0, 0, entry.width(), entry.height())


@pytest.mark.parametrize("scale", [1.0, 1.5, 1.75, 2.0])
def test_in_a_window_of_720_pixels_all_entries_are_in_sight(tmp_path: Path, qtbot: QtBot, scale: float) -> None:
    room = Room(tmp_path, qtbot, scale=scale)
    room.window.resize(1280, 720)
    room.settle()
    rail = room.window.rail
    assert all(is_seen(rail, entry) for entry in rail.buttons.values())
    assert all(entry.height() >= theme().px(LOWEST) for entry in rail.buttons.values())
    room.close()


def test_in_a_low_window_with_large_text_the_rail_scrolls_to_what_has_the_keyboard(large: Room) -> None:
    rail = large.window.rail
    assert not all(is_seen(rail, entry) for entry in rail.buttons.values())
    for entry in rail.buttons.values():
        entry.setFocus()
        assert is_seen(rail, entry)


def test_with_large_text_the_rail_shows_where_a_key_led(large: Room) -> None:
    last = destinations()[-1]
    large.office.navigation.go(last.key)
    large.settle()
    assert is_seen(large.window.rail, large.window.rail.buttons[last.key])


def test_tab_goes_from_the_search_field_through_all_entries_in_reading_order(room: Room) -> None:
    rail = room.window.rail
    rail.search.setFocus()
    for entry in rail.buttons.values():
        room.qtbot.keySequence(QApplication.focusWidget() or rail, QKeySequence("Tab"))
        assert QApplication.focusWidget() is entry


def test_what_waits_is_said_too(room: Room) -> None:
    entry = room.window.rail.buttons["case"]
    entry.set_count(3)
    assert entry.accessibleName() == "Praktijkvoorbeelden, 3 wacht op iemand"


def test_a_page_without_an_entry_is_at_none_and_back_one_is_where_one_was(room: Room) -> None:
    def at() -> list[str]:
        return [key for key, entry in room.window.rail.buttons.items() if entry.isChecked()]

    room.office.navigation.go(OVERVIEWS)
    room.office.navigation.check_privacy()
    assert at() == []
    room.office.navigation.back()
    assert at() == [OVERVIEWS]
    room.window.show_records("case")
    room.office.navigation.check_privacy(room.case)
    room.office.navigation.back()
    assert at() == ["case"]
