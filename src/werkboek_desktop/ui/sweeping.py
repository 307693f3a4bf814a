"""Python's garbage is swept in the window's thread alone.

A collection begins in whatever thread happens to make an object. Where that is a worker, it takes widgets apart
beside the window: Qt holds a lock and waits for Python, the window holds Python and waits for that lock, and nothing
ever moves again.
"""

import gc
from time import thread_time

from PySide6.QtCore import QCoreApplication, QObject, QTimer

EVERY = 500
"""Milliseconds between two looks at how much there may be."""
BULK = 30_000
"""So many objects that came since the last look were read, as the rows of a long list: they are no garbage."""
MANY = 100_000
"""So many objects that came bit by bit and were looked through while they were young have shown to stay."""
LONG = 0.015
"""Seconds of a sweep after which what it went through has shown to stay."""


class Sweeper(QObject):
    """Collects as often as Python would, by its own thresholds, when the window has a moment.

    What is there to stay is set apart, so that going through it keeps nobody waiting (decision 0062).
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._came = 0
        timer = QTimer(self, interval=EVERY)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Sweeps the youngest that are enough; older ones when the younger were swept often."""
        counts = gc.get_count()
        if counts[0] > BULK:
            self._set_apart()
            return
        for generation in (2, 1, 0):
            if counts[generation] > gc.get_threshold()[generation]:
                self._came += counts[0]
                self._sweep(generation)
                return

    def _sweep(self, generation: int) -> None:
        are_many, began = self._came > MANY, thread_time()
        gc.collect(1 if are_many else generation)
        if are_many or thread_time() - began > LONG:
            self._set_apart()

    def _set_apart(self) -> None:
        gc.freeze()
        self._came = 0


def sweep_here() -> None:
    """From now on nothing is collected elsewhere; called before anything runs beside the window."""
    gc.disable()
    app = QCoreApplication.instance()
    if app and not app.findChild(Sweeper):
        Sweeper(app)
