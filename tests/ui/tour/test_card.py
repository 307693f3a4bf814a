"""Where the card of a step stands."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from tests.ui.cutoff import cut_off
from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.tour.tour import Tour


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_lies_over_nothing_and_says_what_one_sees_in_this_window(tmp_path: Path, qtbot: QtBot, scale: float) -> None:
    room = Room(tmp_path, qtbot, scale=scale)
    room.window.resize(1280, 720)
    room.office.session.told.emit(Notice("Maatregel verwijderd", "Ongedaan maken", room.settle))
    tour = Tour(room.office)
    tour.begin()
    qtbot.waitUntil(lambda: tour.card is not None, timeout=PATIENCE)
    assert tour.card
    assert ("Links kies" in tour.card.accessibleDescription()) == (scale < 2)
    pages = room.window.pages
    for _step in tour.steps:
        room.settle()
        assert cut_off(room.window) == []
        shown = QRect(tour.card.mapTo(room.window.content, QPoint(0, 0)), tour.card.size())
        assert shown.top() >= pages.mapTo(room.window.content, pages.rect().bottomLeft()).y()
        assert room.window.content.rect().contains(shown)
        tour._follow()
        assert not tour._outline.geometry().intersects(shown)
        tour.card.show_done()
        tour.next()
    qtbot.waitUntil(lambda: tour.card is None, timeout=PATIENCE)
    assert room.window.notices.isVisible()
    for card in room.office.notices.cards:
        room.office.notices._drop(card)
    assert not room.window.notices.isVisible()
