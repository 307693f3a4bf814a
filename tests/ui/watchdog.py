"""How long the window's thread is busy at a stretch: the one thing in the suite that is timed.

Processor time of that one thread is what counts, so that others at work on the machine don't. Work that a page
puts off to a later turn of the event loop, or to a worker, is another stretch: in between a key press is heard.
"""

from collections.abc import Callable
from time import thread_time

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from werkboek_desktop.ui.turns import SLICE

MOST = 0.050
"""Seconds after which a person feels that the program does not answer."""
TRIES = 3
"""A stretch that is too long only once was Python sweeping up, or a machine waking."""
ROUNDS = 40


def longest(act: Callable[[], object], busy: Callable[[], bool] = lambda: False) -> float:
    """The longest stretch, in seconds, from doing something until all that follows from it has settled.

    `busy`: whether something beside the window goes on, of which it will hear.
    """
    found, left = _seconds(act), ROUNDS
    while left:
        left = ROUNDS if busy() else left - 1
        found = max(found, _seconds(_turn))
    return found


def quickest(
    act: Callable[[], object], before: Callable[[], object] = lambda: None, busy: Callable[[], bool] = lambda: False
) -> float:
    """The longest stretch of the first try that is short enough, else of the best of a few.

    `before` brings things back to where the act begins.
    """

    def once() -> float:
        before()
        return longest(act, busy)

    tries = [once()]
    while tries[-1] > MOST and len(tries) < TRIES:
        tries.append(once())
    return min(tries)


def spend_turn() -> None:
    """Others did in this turn what may be done in one."""
    began = thread_time()
    while thread_time() < began + SLICE:
        pass


def _turn() -> None:
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)


def _seconds(act: Callable[[], object]) -> float:
    start = thread_time()
    act()
    return thread_time() - start
