"""What stands beside each other goes by the room that a window has for text of its size."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cutoff import cut_off
from tests.ui.dressing import dress
from tests.ui.house import plain
from tests.ui.room import Room
from werkboek_desktop.domain.overview.views import View
from werkboek_desktop.ui.pages.overviews.page import OverviewsPage
from werkboek_desktop.ui.shell.rail import OVERVIEWS, PACKAGES
from werkboek_desktop.ui.theme.look import ROOM, is_narrow, theme

SCALE = 1.5
WIDE, NARROW = (1920, 1080), (1280, 720)


@pytest.fixture(autouse=True)
def plain_again(qapp: QApplication) -> Iterator[None]:
    yield
    dress(plain())


@pytest.fixture
def large(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    room = Room(tmp_path, qtbot, scale=SCALE)
    resize(room, WIDE)
    yield room
    room.close()


def resize(room: Room, size: tuple[int, int]) -> None:
    room.window.resize(*size)
    for _layout in range(8):
        room.settle()  # each part tells what it stands in that it has another size


def test_the_smallest_window_has_room_at_100_percent_and_needs_as_many_letters_at_any_size(large: Room) -> None:
    wide = QWidget()
    large.qtbot.addWidget(wide)
    wide.resize(theme().px(ROOM), 600)
    assert not is_narrow(wide)
    wide.resize(theme().px(ROOM) - 1, 600)
    assert is_narrow(wide)


def test_with_large_text_on_a_large_screen_the_list_stands_beside_the_form(large: Room) -> None:
    assert large.window.records.list.isVisible()
    assert large.page().isVisible()
    assert not large.page().head.back_button.isVisible()
    assert large.window.rail.width() == theme().size("rail")


def test_who_writes_while_the_window_becomes_narrow_keeps_that_in_sight(large: Room) -> None:
    row = large.type("summary", " Toen wel.")
    resize(large, NARROW)
    assert not large.window.records.list.isVisible()
    assert row.isVisible()
    assert large.page().head.back_button.isVisible()
    assert large.window.rail.width() == theme().size("rail_collapsed")
    resize(large, WIDE)
    assert large.window.records.list.isVisible()
    assert large.window.records.list.width() == theme().size("list")
    assert row.isVisible()


def test_who_is_in_the_list_stays_there(large: Room) -> None:
    large.leave()
    resize(large, NARROW)
    assert large.window.records.list.isVisible()
    assert not large.page().isVisible()
    large.window.records.enter_form()
    assert large.page().isVisible()


def test_the_head_of_a_record_follows_there_and_back(large: Room) -> None:
    head = large.page().head
    resize(large, NARROW)
    assert head.status_button.mapTo(head, head.status_button.rect().center()).y() < head.title.y()
    resize(large, WIDE)
    assert head.status_button.mapTo(head, head.status_button.rect().center()).y() > head.title.y()
    assert cut_off(large.window) == []


@pytest.mark.parametrize("view", View)
def test_an_overview_follows_there_and_back(large: Room, view: View) -> None:
    large.office.navigation.go(OVERVIEWS)
    page = large.office.navigation.page(OVERVIEWS)
    assert isinstance(page, OverviewsPage)
    page.show_view(view)
    large.settle()
    for size in (NARROW, WIDE):
        resize(large, size)
        assert cut_off(large.window) == []


def test_the_packages_and_what_is_sent_follow_there_and_back(large: Room) -> None:
    navigation = large.office.navigation
    navigation.go(PACKAGES)
    navigation.packages.show_export()
    resize(large, NARROW)
    assert navigation.packages.export.isVisible()
    assert not navigation.packages.rows.isVisible()
    resize(large, WIDE)
    assert navigation.packages.export.isVisible()
    assert navigation.packages.rows.isVisible()


def test_two_versions_stand_beside_each_other_where_there_is_room(large: Room) -> None:
    large.type("costs", "9")
    large.leave()
    navigation = large.office.navigation
    navigation.look_at([large.from_yusuf(costs="12000")])
    large.settle()
    navigation.packages.read_in()
    large.settle()
    large.office.settling.next_conflict()
    resize(large, NARROW)
    own, version = middle(large, "Jouw keuze"), middle(large, "Neem deze versie")
    assert own.y() < version.y()
    resize(large, WIDE)
    own, version = middle(large, "Jouw keuze"), middle(large, "Neem deze versie")
    assert version.x() < own.x()
    assert cut_off(large.window) == []


def middle(room: Room, words: str) -> QPoint:
    """Where the first widget with these words is in the window."""
    found = [each for each in room.window.findChildren(QWidget) if each.property("text") == words and each.isVisible()]
    return found[0].mapTo(room.window, found[0].rect().center())
