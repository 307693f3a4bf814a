"""Python's garbage is swept in the window's thread alone.

A collection begins in whatever thread happens to make an object. Where that is a worker, it takes widgets apart
beside the window: Qt holds a lock and waits for Python, the window holds Python and waits for that lock, and nothing
ever moves again.
"""

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

EVERY = 500
"""Milliseconds between two looks at how much there may be."""


class Sweeper(QObject):
    """Collects as often as Python would, by its own thresholds, when the window has a moment."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        timer = QTimer(self, interval=EVERY)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Sweeps the youngest that are enough; older ones when the younger were swept often."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return


def sweep_here() -> None:
    """From now on nothing is collected elsewhere; called before anything runs beside the window."""
    gc.disable()
    app = QCoreApplication.instance()
    if app and not app.findChild(Sweeper):
        Sweeper(app)
