"""Work that has to be done in the window's thread, a piece a turn: in between a key press is heard."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from time import thread_time

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from werkboek_desktop.ui.widgets.basic import clear

SLICE = 0.016
"""Seconds of work in a turn. Work counts, not waiting: on a busy computer there would be more and smaller turns."""

type Act = Callable[[], object]


class _Turn(QObject):
    """What the window's thread does between two looks at what is pressed."""

    def __init__(self) -> None:
        dispatcher = QAbstractEventDispatcher.instance()
        super().__init__(dispatcher)
        self._began = 0.0
        dispatcher.awake.connect(self._begin)

    def _begin(self) -> None:
        self._began = thread_time()

    def took(self) -> float:
        """Seconds of work until now."""
        return thread_time() - self._began


_turn = cache(_Turn)


def is_full() -> bool:
    """Whether there was enough work in this turn, whoever did it: what may wait goes on in the next one."""
    return _turn().took() >= SLICE


def in_turns(holder: QObject, acts: Sequence[Act]) -> None:
    """The first now and each other one a turn later; none any more once the holder is gone."""
    if acts:
        first, *rest = acts
        first()
        if rest:
            QTimer.singleShot(0, holder, partial(in_turns, holder, rest))


def after_layout(holder: QObject, act: Act) -> None:
    """When what was made in this turn has been laid out, in the one between; not once the holder is gone."""
    QTimer.singleShot(0, holder, partial(QTimer.singleShot, 0, holder, act))


class Laying(QObject):
    """Parts of a page that stand under each other: as many in a turn as there is time for."""

    def __init__(self, box: QBoxLayout, holder: QWidget) -> None:
        super().__init__(holder)
        self._box = box
        self._parts: Iterator[QWidget] = iter(())
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._go_on)

    def begin(self, parts: Iterable[QWidget]) -> None:
        """These stand there from now on, and nothing else; each is made when its turn comes."""
        self._more.stop()
        clear(self._box)
        self._parts = iter(parts)
        self._go_on()

    def _go_on(self) -> None:
        for part in self._parts:
            self._box.addWidget(part)
            if is_full():
                self._more.start()
                return
