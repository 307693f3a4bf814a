"""Chapters stand in the order that somebody gave them, and move by Alt and the arrows."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.room import Room
from werkboek_desktop.domain.listing import Query

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
TITLES = ("Vooraf", "De wijk in", "Nawoord")


@pytest.fixture
def chapters(room: Room) -> Room:
    """Three chapters, with the keyboard at the last one in the list."""
    workbook = room.workspace.project.workbook
    made = [room.workspace.create_record("chapter", workbook, {"title": title}).record for title in TITLES]
    room.window.show_records("chapter", made[-1])
    room.leave()
    room.settle()
    return room


def order(room: Room) -> list[str]:
    return [row.title for row in room.workspace.rows("chapter")]


def shown(room: Room) -> Sequence[str]:
    return [row.title for row in room.window.records.list.model.seen]


def press(room: Room, key: Qt.Key, modifier: Qt.KeyboardModifier = ALT) -> None:
    room.qtbot.keyClick(QApplication.focusWidget() or room.window, key, modifier)
    room.settle()


def test_a_chapter_moves_by_alt_and_the_arrows_and_keeps_the_keyboard(chapters: Room) -> None:
    room = chapters
    press(room, Qt.Key.Key_Up)
    assert order(room) == ["Vooraf", "Nawoord", "De wijk in"]
    assert shown(room) == order(room)
    press(room, Qt.Key.Key_Up)
    press(room, Qt.Key.Key_Down)
    assert order(room) == ["Vooraf", "Nawoord", "De wijk in"]
    assert room.window.records.list.rows.hasFocus()
    press(room, Qt.Key.Key_Z, CONTROL)
    press(room, Qt.Key.Key_Z, CONTROL)
    press(room, Qt.Key.Key_Z, CONTROL)
    assert order(room) == list(TITLES)


def test_where_it_stands_now_is_said_also_at_the_end(chapters: Room) -> None:
    for said in ("Nawoord: nu op plek 2 van 3", "Nawoord: nu op plek 1 van 3", "Dit staat al bovenaan."):
        press(chapters, Qt.Key.Key_Up)
        assert _said(chapters) == said
    press(chapters, Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier)
    press(chapters, Qt.Key.Key_Down)
    assert _said(chapters) == "Dit staat al onderaan."


@pytest.mark.parametrize("query", [Query(sort="type"), Query(group="type")])
def test_in_another_order_nothing_moves_and_that_is_said(chapters: Room, query: Query) -> None:
    chapters.window.records.list.ask(query)
    press(chapters, Qt.Key.Key_Up)
    assert order(chapters) == list(TITLES)
    assert "eigen volgorde" in _said(chapters)


def _said(room: Room) -> str:
    """What the status bar says beside its counts: it is read aloud too."""
    texts = [each.text() for each in room.window.status.findChildren(QLabel)]
    return next(text for text in texts if text not in {"", "F1"})


def test_the_pill_counts_all_that_stands_below_it(chapters: Room) -> None:
    pane = chapters.window.records.list
    assert pane.model.rowCount() == len(TITLES) + 1
    assert pane.pills.buttons()[0].text() == f"Alle {len(TITLES) + 1}"
