"""Work that takes longer than a blink runs beside the window, tells how far it is, and can be stopped."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.sweeping import sweep_here
from werkboek_desktop.ui.widgets.panels import ProgressCard

TURN = 0.001
"""Seconds that work beside the window keeps Python while the window wants it; Python's own are five times that."""

type Progress = Callable[[int, int, str], bool]
type Task = Callable[[Progress], object]
type Done = Callable[[Any], None]
type Refused = Callable[[Refusal], None]


class Job(QObject):
    """One piece of work. All its signals arrive in the thread of the window."""

    progress = Signal(int, int, str)
    ended = Signal(object, object)

    def __init__(self, task: Task, parent: QObject) -> None:
        super().__init__(parent)
        self._task = task
        self._stopped = False

    def stop(self) -> None:
        """Asks the work to end at its next step; nothing of it is kept."""
        self._stopped = True

    def run(self) -> None:
        """Does the work, in the thread that calls it, and tells how it ended."""
        try:
            result = self._task(self._step)
        except Exception as error:  # told to the window, which raises what is a defect
            self.ended.emit(None, error)
        else:
            self.ended.emit(result, None)

    def _step(self, done: int, of: int, word: str) -> bool:
        self.progress.emit(done, of, word)
        return not self._stopped


class _Run(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class Jobs(QObject):
    """Runs one piece of work after another, for the project knows one thread at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        sweep_here()
        sys.setswitchinterval(TURN)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: dict[Job, tuple[ProgressCard | None, Done, Refused]] = {}
        # A pool that goes while it works waits for Python, which waits for the window: that would be for ever.
        # A method of what goes with it is no longer found by then, so a function is called.
        parent.destroyed.connect(partial(_finish, self._pool, self._running))

    def run(self, what: str, task: Task, card: ProgressCard, done: Done, refused: Refused) -> None:
        """Starts it; the card shows how far it is, and its Stop stops it."""
        job = self._start(task, card, done, refused)
        job.progress.connect(card.step)
        card.stop.connect(job.stop)
        card.stop.connect(card.stopping)
        card.begin(what)
        self._pool.start(_Run(job))

    def look_up(self, task: Callable[[], object], done: Done, refused: Refused = lambda _error: None) -> None:
        """Does something short without a card; what is refused stays unanswered, if nobody asks why."""
        self._pool.start(_Run(self._start(lambda _progress: task(), None, done, refused)))

    def _start(self, task: Task, card: ProgressCard | None, done: Done, refused: Refused) -> Job:
        job = Job(task, self)
        self._running[job] = (card, done, refused)
        job.ended.connect(self._ended)
        return job

    def busy(self) -> bool:
        """Whether something is running."""
        return bool(self._running)

    def finish(self) -> None:
        """Stops what runs and waits for it, before the project is closed; nobody hears how it ended."""
        _finish(self._pool, self._running)

    def _ended(self, result: object, error: Exception | None) -> None:
        job = self.sender()
        if not isinstance(job, Job) or job not in self._running:
            return  # told after all was finished
        card, done, refused = self._running.pop(job)
        if card and not any(other is card for other, _done, _refused in self._running.values()):
            card.hide()
        job.deleteLater()
        if error is None:
            done(result)
        elif isinstance(error, Refusal):
            refused(error)
        else:
            raise error


def _finish(pool: QThreadPool, running: dict[Job, Any], _gone: object = None) -> None:
    for job in running:
        job.stop()
    if isValid(pool):
        pool.waitForDone()
    running.clear()
