"""Work beside the window, when the window goes on without it."""

import subprocess
import sys
from functools import partial
from itertools import repeat
from threading import Event
from time import monotonic

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, QThread, QTimer
from pytestqt.qtbot import QtBot

from tests.bundle.test_envelope import header, scrypt
from tests.ui.room import PATIENCE
from tests.ui.watchdog import spend_turn
from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.apart import read_apart
from werkboek_desktop.bundle.process import READER
from werkboek_desktop.checkpoint import A_FEW, checked
from werkboek_desktop.ui import work
from werkboek_desktop.ui.widgets.panels import ProgressCard
from werkboek_desktop.ui.work import OFTEN, Jobs, Progress

STEPS = 10_000

GOES_WHILE_IT_WORKS = """
import time
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from werkboek_desktop.ui.work import Jobs

class Owner(QObject):
    def event(self, event: QEvent) -> bool:
        return super().event(event)

app = QCoreApplication([])
owner = Owner()
Jobs(owner).look_up(lambda: time.sleep(0.2), print)
owner.deleteLater()
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
print("goes on")
"""


def look_on(done: list[int], seen: list[int]) -> None:
    """The window is at work, and Python is free for whoever wants it."""
    for _look in range(3):
        seen.append(done[0])
        QThread.msleep(20)


def test_a_window_that_goes_while_something_works_for_it_does_not_hang() -> None:
    done = subprocess.run(  # what hangs holds on to Python, so only another process can end it
        [sys.executable, "-c", GOES_WHILE_IT_WORKS], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "goes on\n"


def test_what_ended_meanwhile_is_told_a_turn_at_a_time_where_that_is_much_work(qtbot: QtBot) -> None:
    owner, passed, told = QObject(), [0], dict[str, int]()
    dispatcher = QAbstractEventDispatcher.instance()
    assert dispatcher is not None

    def count() -> None:
        passed.append(passed[-1] + 1)

    def hear(found: object) -> None:
        told[str(found)] = passed[-1]
        spend_turn()

    dispatcher.awake.connect(count)
    jobs = Jobs(owner)
    for each in ("een", "twee", "drie"):
        jobs.look_up(partial(str, each), hear)
    QThread.msleep(100)  # all have ended when the window looks
    qtbot.waitUntil(lambda: len(told) == 3, timeout=PATIENCE)
    dispatcher.awake.disconnect(count)
    assert list(told) == ["een", "twee", "drie"]
    assert len(set(told.values())) > 1  # Qt may let two timers go off before it tells of a turn
    assert not jobs.busy()


def test_of_ten_thousand_quick_steps_the_window_hears_some_and_the_last(qtbot: QtBot) -> None:
    owner, heard, ended = QObject(), list[int](), list[object]()
    card = ProgressCard()
    qtbot.addWidget(card)
    jobs = Jobs(owner)
    jobs.stepped.connect(lambda _job, done, *_of: heard.append(done))

    def task(progress: Progress) -> bool:
        return all(progress(at + 1, STEPS, "gelezen") for at in range(STEPS))

    began = monotonic()
    jobs.run("Lezen", task, card, ended.append, lambda _error: None)
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE)
    most = (monotonic() - began) / OFTEN + 2
    assert ended == [True]
    assert len(heard) <= most < STEPS
    assert (heard[0], heard[-1]) == (1, STEPS)


def test_work_beside_the_window_stands_still_while_the_window_is_at_work(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "AWHILE", PATIENCE)
    monkeypatch.setattr(work, "AT_A_TIME", 0)
    owner, steps, ended, seen = QObject(), [0], list[object](), list[int]()
    card = ProgressCard()
    qtbot.addWidget(card)
    jobs = Jobs(owner)

    def task(progress: Progress) -> bool:
        while progress(steps[0], 0, "gelezen"):
            steps[0] += 1
        return True

    jobs.run("Lezen", task, card, ended.append, lambda _error: None)
    qtbot.waitUntil(lambda: steps[0] > 0, timeout=PATIENCE)
    QTimer.singleShot(0, owner, partial(look_on, steps, seen))
    qtbot.waitUntil(lambda: len(seen) == 3, timeout=PATIENCE)
    assert seen[2] - seen[0] <= 1
    qtbot.waitUntil(lambda: steps[0] > seen[2] + 1, timeout=PATIENCE)
    card.stop.emit()
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE)


def test_work_that_the_window_waits_for_asks_once_and_goes_on(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "AWHILE", 0.001)
    monkeypatch.setattr(work, "STRAIGHT_ON", PATIENCE)
    monkeypatch.setattr(work, "AT_A_TIME", 0)
    owner, steps, asked, ended = QObject(), [0], [0], list[object]()
    card = ProgressCard()
    qtbot.addWidget(card)
    jobs = Jobs(owner)

    def ask(_job: object) -> None:
        asked[0] += 1

    def task(progress: Progress) -> bool:
        while progress(steps[0], 0, "gelezen"):
            steps[0] += 1
        return True

    jobs.asked.connect(ask, Qt.ConnectionType.DirectConnection)
    jobs.run("Lezen", task, card, ended.append, lambda _error: None)
    for _wait in range(PATIENCE):  # as who writes what this work holds: nothing is heard so long
        if steps[0] > STEPS:
            break
        QThread.msleep(1)
    assert steps[0] > STEPS
    assert asked[0] == 1
    card.stop.emit()
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE)


def test_what_is_only_read_stands_still_while_the_window_is_at_work(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "LONG", PATIENCE)
    monkeypatch.setattr(work, "AT_A_TIME", 0)
    owner, read, ended, seen = QObject(), [0], list[object](), list[int]()
    jobs = Jobs(owner)

    def count() -> bool:
        for each in checked(repeat(0)):
            read[0] += 1 + each
            if len(seen) == 3:
                break
        return True

    jobs.look_up(count, ended.append)
    qtbot.waitUntil(lambda: read[0] > 0, timeout=PATIENCE)
    QTimer.singleShot(0, owner, partial(look_on, read, seen))
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE)
    assert seen[2] - seen[0] <= A_FEW


def test_what_is_only_read_is_given_up_when_the_window_goes(qtbot: QtBot) -> None:
    owner, ended, given_up = QObject(), list[object](), Event()
    jobs = Jobs(owner)

    def for_ever() -> None:
        try:
            for _each in checked(repeat(0)):
                pass
        finally:
            given_up.set()

    jobs.look_up(for_ever, ended.append)
    qtbot.wait(20)
    jobs.finish()
    assert given_up.is_set()
    qtbot.wait(20)
    assert ended == []


def test_what_is_written_goes_on_to_its_end_when_the_window_goes() -> None:
    owner, written = QObject(), list[int]()
    jobs = Jobs(owner)
    jobs.do(lambda: written.extend(checked(range(STEPS))), lambda _done: None)
    jobs.finish()
    assert len(written) == STEPS


def test_a_bundle_that_is_read_when_the_window_goes_is_given_up_with_the_process_that_reads_it(qtbot: QtBot) -> None:
    """A lock of 2^20 keeps that process in a library for seconds."""
    owner, began = QObject(), Event()
    data = header(scrypt(limits.SCRYPT_LOG2)) + bytes(100)

    def read(progress: Progress) -> object:
        def hear(done: int, of: int, word: str) -> bool:
            if READER._process is not None:
                began.set()
            return progress(done, of, word)

        return read_apart(data, passphrase="drie woorden", project=None, progress=hear)

    jobs, card = Jobs(owner), ProgressCard()
    qtbot.addWidget(card)
    jobs.read("Bekijken", read, card, lambda _found: None, lambda _refused: None)
    qtbot.waitUntil(began.is_set, timeout=PATIENCE)
    process = READER._process
    assert process is not None
    jobs.finish()
    assert process.poll() is not None
    assert READER._process is None
