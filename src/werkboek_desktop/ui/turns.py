"""Work that has to be done in the window's thread, a piece a turn: in between a key press is heard."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

type Act = Callable[[], object]


def in_turns(holder: QObject, acts: Sequence[Act]) -> None:
    """The first now and each other one a turn later; none any more once the holder is gone."""
    if acts:
        first, *rest = acts
        first()
        if rest:
            QTimer.singleShot(0, holder, partial(in_turns, holder, rest))
