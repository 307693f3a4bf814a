"""Work that takes longer than a blink runs beside the window, tells how far it is, and can be stopped."""

import sys
from collections import deque
from collections.abc import Callable
from functools import partial
from threading import Event
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal
from shiboken6 import isValid

from werkboek_desktop.checkpoint import at_checkpoints
from werkboek_desktop.errors import Cancelled, Refusal
from werkboek_desktop.ui.sweeping import sweep_here
from werkboek_desktop.ui.turns import is_full
from werkboek_desktop.ui.widgets.panels import ProgressCard

TURN = 0.001
"""Seconds that work beside the window keeps Python while the window wants it; Python's own are five times that."""

AT_A_TIME = 0.002
"""Seconds that work beside the window goes on before it asks whether it is in the way."""
AWHILE = 0.02
"""Seconds that work waits for the answer that writes: the window may be waiting for what it holds."""
LONG = 0.2
"""Seconds that it waits when it only reads: for that the window waits nowhere."""
STRAIGHT_ON = 0.06
"""Seconds that it goes on without asking after none came."""
OFTEN = 0.05
"""Seconds between two steps that are told: work that tells each of 10,000 keeps the window busy with hearing it."""

type Progress = Callable[[int, int, str], bool]
type Task = Callable[[Progress], object]
type Done = Callable[[Any], None]
type Refused = Callable[[Refusal], None]


class Job(QObject):
    """One piece of work. What it tells, `Jobs` tells: that is still there when the window has done with this one."""

    def __init__(self, task: Task, jobs: "Jobs", *, only_reads: bool) -> None:
        super().__init__(jobs)
        self._task: Task | None = task
        self._only_reads = only_reads
        self._jobs = jobs
        self._stopped = False
        self._told = self._went = 0.0
        self._heard = Event()

    def stop(self) -> None:
        """Asks the work to end at its next step; nothing of it is kept."""
        self._stopped = True
        self._heard.set()

    def run(self) -> None:
        """Does the work, in the thread that calls it, and tells how it ended."""
        try:
            with at_checkpoints(self._checkpoint):
                result = self._task(self._step) if self._task else None
        except Exception as error:  # told to the window, which raises what is a defect
            self._jobs.ended.emit(self, None, error)
        else:
            self._jobs.ended.emit(self, result, None)

    def let_go(self) -> None:
        """What it was about goes in the thread of the window, for there may be widgets among it."""
        self._task = None
        self.deleteLater()

    def _step(self, done: int, of: int, word: str) -> bool:
        now = monotonic()
        if done == of or now - self._told >= OFTEN:
            self._told = now
            self._jobs.stepped.emit(self, done, of, word)
        self._checkpoint()
        return not self._stopped

    def _checkpoint(self) -> None:
        """What only reads can be given up anywhere; what writes ends at a step of its own choice."""
        if self._stopped and self._only_reads:
            raise Cancelled
        if monotonic() - self._went >= AT_A_TIME:
            self._make_way()

    def _make_way(self) -> None:
        """Python is one thread's at a time, and the window goes first: while that is at work it does not answer."""
        self._heard.clear()
        if self._stopped:
            return
        self._jobs.asked.emit(self)
        is_free = self._heard.wait(LONG if self._only_reads else AWHILE)
        self._went = monotonic() + (0 if is_free else STRAIGHT_ON)

    def go_on(self) -> None:
        """The window has nothing else to do."""
        self._heard.set()


class _Run(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class Jobs(QObject):
    """Runs one piece of work after another, for the project knows one thread at a time.

    A thread that works may still be in the midst of telling when the window has heard it, so what tells outlives the
    work: its signals are of all of it, and arrive in the thread of the window.
    """

    stepped = Signal(object, int, int, str)
    asked = Signal(object)
    ended = Signal(object, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        sweep_here()
        sys.setswitchinterval(TURN)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: dict[Job, tuple[ProgressCard | None, Done, Refused]] = {}
        self._over: deque[tuple[Job, object, Exception | None]] = deque()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._tell)
        self.asked.connect(self._answer)
        self.stepped.connect(self._stepped)
        self.ended.connect(self._ended)
        # A pool that goes while it works waits for Python, which waits for the window: that would be for ever.
        # A method of what goes with it is no longer found by then, so a function is called.
        parent.destroyed.connect(partial(_finish, self._pool, self._running))

    def run(self, what: str, task: Task, card: ProgressCard, done: Done, refused: Refused) -> None:
        """Starts it; the card shows how far it is, and its Stop stops it."""
        self._show(what, self._start(task, card, done, refused), card)

    def read(self, what: str, task: Task, card: ProgressCard, done: Done, refused: Refused) -> None:
        """The same of what only reads: it makes way longer, and is given up when the window goes."""
        self._show(what, self._start(task, card, done, refused, only_reads=True), card)

    def _show(self, what: str, job: Job, card: ProgressCard) -> None:
        card.stop.connect(job.stop)
        card.stop.connect(card.stopping)
        card.begin(what)
        self._pool.start(_Run(job))

    def look_up(self, task: Callable[[], object], done: Done, refused: Refused = lambda _error: None) -> None:
        """Reads something short without a card; what is refused stays unanswered, if nobody asks why."""
        self._pool.start(_Run(self._start(lambda _progress: task(), None, done, refused, only_reads=True)))

    def do(self, task: Callable[[], object], done: Done, refused: Refused = lambda _error: None) -> None:
        """Does something short without a card, to the end, also when the window goes."""
        self._pool.start(_Run(self._start(lambda _progress: task(), None, done, refused)))

    def _start(
        self, task: Task, card: ProgressCard | None, done: Done, refused: Refused, *, only_reads: bool = False
    ) -> Job:
        job = Job(task, self, only_reads=only_reads)
        self._running[job] = (card, done, refused)
        return job

    def busy(self) -> bool:
        """Whether something is running."""
        return bool(self._running)

    def finish(self) -> None:
        """Stops what runs and waits for it, before the project is closed; nobody hears how it ended."""
        _finish(self._pool, self._running)

    def _answer(self, job: Job) -> None:
        job.go_on()

    def _stepped(self, job: Job, done: int, of: int, word: str) -> None:
        card, *_said = self._running.get(job, (None,))
        if card and isValid(card):  # what it stood in may have gone
            card.step(done, of, word)

    def _ended(self, job: Job, result: object, error: Exception | None) -> None:
        """What comes of it may be much work: it waits for the next turn where this one had enough."""
        self._over.append((job, result, error))
        if is_full():
            self._later.start()
        else:
            self._tell()

    def _tell(self) -> None:
        job, result, error = self._over.popleft()
        if self._over:
            self._later.start()
        if job not in self._running:
            return  # told after all was finished
        card, done, refused = self._running.pop(job)
        if card and isValid(card) and not any(other is card for other, _done, _refused in self._running.values()):
            card.hide()
        job.let_go()
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
