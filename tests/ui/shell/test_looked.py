"""A case that stays on screen was seen; going through a list is no look."""

from pathlib import Path

from PySide6.QtCore import QTimer

from tests.ui.room import Room
from werkboek_desktop.domain.today_facts import Sort
from werkboek_desktop.ui.shell.looked import LOOKED


def news(room: Room) -> list[Sort]:
    return [item.sort for item in room.workspace.agenda().waiting]


def stay(room: Room, ticks: int) -> None:
    clock = room.office.looked.findChild(QTimer)
    assert clock
    clock.stop()  # here time goes by these ticks alone
    for _ in range(ticks):
        room.office.looked.tick()
    room.settle()


def test_what_a_colleague_changes_after_one_looked_at_a_case_is_news(room: Room) -> None:
    stay(room, LOOKED + 1)
    room.window.records.show_kind("term")
    room.workspace.import_([room.from_yusuf(lessons="Begin klein.")])
    room.settle()
    assert news(room) == [Sort.CHANGED]
    room.window.records.show_kind("case", room.case)
    stay(room, LOOKED + 1)
    assert news(room) == []


def test_going_past_a_case_is_no_look(room: Room, tmp_path: Path) -> None:
    stay(room, LOOKED - 1)
    room.window.records.show_kind("term")
    stay(room, LOOKED)
    room.workspace.import_([room.from_yusuf(lessons="Begin klein.")])
    assert news(room) == []


def test_what_came_while_one_was_looking_was_seen_too(room: Room) -> None:
    stay(room, LOOKED + 1)
    room.workspace.import_([room.from_yusuf(lessons="Begin klein.")])
    room.settle()
    stay(room, 1)
    assert news(room) == []
