"""Zoeken en vervangen in windows of several widths."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from tests.ui.room import Room
from werkboek_desktop.ui.pages.replacing import ReplacingPage
from werkboek_desktop.ui.shell.places import REPLACING


def found(room: Room, old: str, new: str = "") -> ReplacingPage:
    """What stands there when somebody looked for this."""
    room.office.navigation.go(REPLACING)
    page = room.office.navigation.current()
    assert isinstance(page, ReplacingPage)
    page.old.setText(old)
    page.new.setText(new)
    page.look()
    room.settle()
    room.qtbot.waitUntil(lambda: bool(page.ticks) and not page.is_showing)
    return page


def test_what_only_takes_words_away_looks_like_that(room: Room) -> None:
    page = found(room, "straat")
    assert (page.do.text(), page.do.property("kind")) == ("Weghalen: 1 ×", "danger")
    page = found(room, "straat", "laan")
    assert (page.do.text(), page.do.property("kind")) == ("Vervangen: 1 ×", "primary")


@pytest.mark.parametrize(("width", "is_beside"), [(1280, False), (1920, True)])
def test_what_is_found_stands_where_there_is_room_and_what_one_does_near_it(
    room: Room, width: int, is_beside: bool
) -> None:
    room.window.resize(width, 1000)
    page = found(room, "straat")
    tick = page.ticks[0][1]
    place, asked, do = (each.mapTo(page, QPoint(0, 0)) for each in (tick, page.new, page.do))
    assert (place.x() > asked.x() + page.new.width()) == is_beside
    words = [each for each in page.findChildren(QLabel) if each.property("role") == "prose"]
    end = max(each.mapTo(page, QPoint(each.width(), 0)).x() for each in words)
    assert do.x() + page.do.width() == pytest.approx(end, abs=2)
