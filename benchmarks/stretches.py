"""The longest stretches of the window's thread on a walk past every screen: `python -m benchmarks.stretches`.

The walk is the one of the tests, with 10,000 cases in the project. A stretch is the work between two turns of the
event loop: whatever is pressed meanwhile waits for it. Of each is told after which place it was, and what it was at.
"""

import gc
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from operator import attrgetter
from pathlib import Path
from threading import Event, Thread, get_ident
from time import monotonic, thread_time
from types import FrameType
from typing import NamedTuple, cast

from PySide6.QtCore import QAbstractEventDispatcher, QObject
from PySide6.QtWidgets import QApplication

from benchmarks.corpus import edits
from benchmarks.measure import report, run
from benchmarks.table import Row
from tests.ui.house import House
from werkboek_desktop.domain.change import RecordKey
from werkboek_desktop.domain.ids import derived_id
from werkboek_desktop.settings import App
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.workspace import Workspace, create_demo
from werkboek_desktop.workspace.scribe import Scribe

CASES = 10_000
BLOCKED = 50
LONGEST = 10
LOOK = 0.004
"""Seconds between two looks at where the window's thread is."""
DEEP = 4
OURS = "werkboek_desktop"
SCHEDULE = Path("/proc/thread-self/schedstat")


class Stretch(NamedTuple):
    """Milliseconds that nobody was heard in: of work, and by the clock, which counts waiting for other work too.

    While other programs have all of the computer the clock stands still.
    """

    took: float
    lasted: float
    place: str
    where: str


class Meter:
    """Looks from beside where the window's thread is, and hears each turn of its event loop."""

    def __init__(self) -> None:
        self.place = ""
        self.found: list[Stretch] = []
        self._thread = get_ident()
        self.begin()
        self._over = Event()
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.awake.connect(self.turn)
        self._looking = Thread(target=self._look, daemon=True)
        self._looking.start()

    def begin(self) -> None:
        """A stretch begins."""
        self._seen: Counter[str] = Counter()
        self._began = thread_time()
        self._came = self._clock()

    def turn(self) -> None:
        """One stretch ended and another begins."""
        took, lasted = (thread_time() - self._began) * 1e3, (self._clock() - self._came) * 1e3
        if lasted > BLOCKED / 2:
            where = " | ".join(where for where, _ in self._seen.most_common(2))
            self.found.append(Stretch(took, lasted, self.place, where))
        self.begin()

    def _clock(self) -> float:
        """Seconds, without those in which this thread could have gone on and no core was free for it."""
        _ran, waited, *_turns = SCHEDULE.read_text("ascii").split()
        return monotonic() - int(waited) / 1e9

    def stop(self) -> None:
        """No more looking."""
        self._over.set()
        self._looking.join()

    def _look(self) -> None:
        while not self._over.wait(LOOK):
            self._seen[_ours(sys._current_frames().get(self._thread))] += 1


class Asked:
    """The project as the walk itself asks it, which is no work of the window: what it does next is another stretch."""

    def __init__(self, workspace: Workspace, meter: Meter) -> None:
        self._workspace = workspace
        self._meter = meter

    def __getattr__(self, name: str) -> object:
        found = getattr(self._workspace, name)
        return partial(self._ask, found) if callable(found) else found

    def _ask(self, act: Callable[..., object], *arguments: object, **named: object) -> object:
        self._meter.turn()
        try:
            return act(*arguments, **named)
        finally:
            self._meter.begin()


class Walk(House):
    """What the walk itself looks up in a window is no work of the window either."""

    meter: Meter | None = None

    def in_window[Part: QObject](self, kind: type[Part]) -> list[Part]:
        """All of a kind, with a stretch before it and one after it."""
        if self.meter is None:
            return super().in_window(kind)
        self.meter.turn()
        try:
            return super().in_window(kind)
        finally:
            self.meter.begin()


def _ours(frame: FrameType | None) -> str:
    """The deepest calls that are in our code."""
    found: list[FrameType] = []
    while frame:
        if OURS in frame.f_code.co_filename:
            found.append(frame)
        frame = frame.f_back
    return " < ".join(
        f"{Path(each.f_code.co_filename).stem}.{each.f_code.co_name}:{each.f_lineno}" for each in found[:DEEP]
    )


def rows() -> Iterator[Row]:
    """The longest by both clocks; where the others were is told on stderr."""
    longest = run("benchmarks.stretches")
    past = "past every screen with 10,000 cases, the longest that the window"
    for what, took in ((f"{past} is at work", longest["work"]), (f"{past} waits, by the clock", longest["clock"])):
        yield Row(what, f"{took:.0f} ms", "", "", f"≤ {BLOCKED} ms", took <= BLOCKED)


def _many(file: Path, app: App) -> None:
    """The demo, with cases of short names: the walk goes to those with the longest."""
    create_demo(file, app)
    with Workspace.open(file, app) as workspace:
        workspace._session.edit(workspace.project.id, _write)


def _write(scribe: Scribe) -> None:
    for number, text in zip(range(CASES), (edit.text for edit in edits()), strict=False):
        key = RecordKey("case", None, derived_id("stretches", f"{number}"))
        scribe.edit(key, "title", f"N{number}", ())
        scribe.edit(key, "summary", text, ())
        scribe.edit(key, "status", "concept", ())


def walk(folder: Path) -> list[Stretch]:
    """All that lasted more than half of what it may."""
    QApplication([])
    house = Walk(folder, Theme(Look.LIGHT), furnish=_many)
    gc.freeze()  # as the program does by now
    house.meter = meter = Meter()
    house.workspace = cast("Workspace", Asked(house.workspace, meter))
    for place in house.places(cells=False):
        house.settle()
        meter.place = place
    meter.stop()
    return meter.found


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as made:
        found = walk(Path(made))
        worked, waited = (sorted(found, key=attrgetter(by), reverse=True) for by in ("took", "lasted"))
        for each in dict.fromkeys((*worked[:LONGEST], *waited[:LONGEST])):
            told = f"{each.took:6.1f} ms, {each.lasted:.1f} by the clock, after {each.place}: {each.where}"
            print(told, file=sys.stderr)  # noqa: T201 - what it is for
        report(work=worked[0].took if found else 0, clock=waited[0].lasted if found else 0)
        sys.stdout.flush()
        os._exit(0)  # the walk ends in the tour, which leaves its windows open
