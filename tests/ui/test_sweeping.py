"""Garbage with widgets in it goes in the thread of the window, whoever made the last straw."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.room import PATIENCE
from werkboek_desktop.ui import sweeping
from werkboek_desktop.ui.sweeping import BULK, Sweeper
from werkboek_desktop.ui.work import Jobs

MANY = 20_000


class Ring:
    """Holds itself, so that only a sweep lets it go; tells in which thread that was."""

    gone: list[int]

    def __init__(self, gone: list[int]) -> None:
        self.me = self
        self.gone = gone

    def __del__(self) -> None:
        self.gone.append(threading.get_ident())


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    holder = QObject()
    made = Jobs(holder)
    yield made
    made.finish()


def test_a_worker_that_makes_many_things_sweeps_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    gone: list[int] = []
    found: list[object] = []

    def task() -> object:
        Ring(gone)
        return [[] for _ in range(MANY)]

    jobs.look_up(task, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
    assert gone in ([], [threading.get_ident()])


def test_the_window_sweeps_what_became_enough(jobs: Jobs, qtbot: QtBot, qapp: QApplication) -> None:
    gone: list[int] = []
    Ring(gone)
    kept = [[] for _ in range(MANY)]  # type: ignore[var-annotated]
    qtbot.waitUntil(lambda: bool(gone), timeout=PATIENCE)
    assert gone == [threading.get_ident()]
    assert kept
    assert len(qapp.findChildren(Sweeper)) == 1
    assert not gc.isenabled()


def test_what_was_read_at_once_is_not_gone_through_for_garbage(qapp: QApplication) -> None:
    gc.collect()
    gone: list[int] = []
    rows = [[at] for at in range(BULK + 1)]
    before = gc.get_freeze_count()
    holder = QObject()
    try:
        Sweeper(holder).look()
        assert gc.get_freeze_count() - before > BULK
        assert gc.get_count()[0] <= BULK
        rows.clear()
        Ring(gone)
        gc.collect()
    finally:
        gc.unfreeze()
    assert gone == [threading.get_ident()]


def test_what_was_read_bit_by_bit_is_set_apart_before_a_sweep_has_to_go_through_all_of_it(qapp: QApplication) -> None:
    gc.collect()
    gone: list[int] = []
    kept: list[list[int]] = []
    before, holder = gc.get_freeze_count(), QObject()
    sweeper = Sweeper(holder)
    try:
        for _look in range(sweeping.MANY // MANY - 1):
            kept += [[at] for at in range(MANY)]
            sweeper.look()
        assert gc.get_freeze_count() == before
        Ring(gone)
        for _look in range(2):
            kept += [[at] for at in range(MANY)]
            sweeper.look()
        assert gone == [threading.get_ident()]
        assert gc.get_freeze_count() - before > sweeping.MANY
    finally:
        gc.unfreeze()
