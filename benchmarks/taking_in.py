"""A bundle of 5,000 cases looked at and read in through the window: `python -m benchmarks.taking_in`.

Told are the longest stretches in which the window could not answer, as `benchmarks.stretches` measures them, and how
long each of the two took.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from benchmarks.measure import report, run, seconds
from benchmarks.projects import app_of, fill
from benchmarks.stretches import BLOCKED, LONGEST, Meter, Walk
from benchmarks.table import Row
from werkboek_desktop.settings import App
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.workspace import Workspace, import_into

CASES = 5_000


def rows() -> Iterator[Row]:
    """The longest by both clocks; where the others were is told on stderr."""
    found = run("benchmarks.taking_in")
    took = f"looked at in {found['looked']:.1f} s, read in in {found['read']:.1f} s"
    what = f"a bundle of {CASES:,} cases, {took}: the longest that the window"
    for which, longest in (("is at work", found["work"]), ("waits, by the clock", found["clock"])):
        yield Row(f"{what} {which}", f"{longest:.0f} ms", "", "", f"≤ {BLOCKED} ms", longest <= BLOCKED)


def bundles(folder: Path) -> tuple[Path, Path]:
    """The first one of a project, and a later one with all its cases."""
    first, later = folder / "first.wbx", folder / "later.wbx"
    with Workspace.create(folder / "start.werkboek", app_of(folder, "start"), author="Anna") as workspace:
        workspace.export(first)
        fill(workspace, CASES)
        workspace.export(later)
    return first, later


def take_in(folder: Path) -> tuple[Meter, float, float]:
    """Somebody drops the bundle on the window, and reads it in."""
    first, later = bundles(folder)

    def join(file: Path, app: App) -> None:
        import_into(file, app, [first], author="Marit")

    QApplication([])
    house = Walk(folder, Theme(Look.LIGHT), furnish=join)
    house.settle()
    gc.freeze()  # as the program does by now
    packages = house.office.navigation.packages
    house.meter = meter = Meter()
    meter.place = "looking at it"
    looked = seconds(_then(lambda: house.office.navigation.look_at([later]), house.settle))
    meter.place = "reading it in"
    read = seconds(_then(packages.read_button.click, house.settle))
    meter.stop()
    assert house.workspace.rows("case")[CASES - 1]
    return meter, looked, read


def _then(*acts: Callable[[], object]) -> Callable[[], None]:
    def do() -> None:
        for act in acts:
            act()

    return do


def main() -> None:
    """The ten longest are told with what the window was at."""
    with TemporaryDirectory() as made:
        meter, looked, read = take_in(Path(made))
        by_work, by_clock = (sorted(meter.found, key=attrgetter(by), reverse=True) for by in ("took", "lasted"))
        for each in dict.fromkeys((*by_work[:LONGEST], *by_clock[:LONGEST])):
            told = f"{each.took:6.1f} ms, {each.lasted:.1f} by the clock, {each.place}: {each.where}"
            print(told, file=sys.stderr)  # noqa: T201 - what it is for
        work, clock = (by_work[0].took, by_clock[0].lasted) if meter.found else (0.0, 0.0)
        report(work=work, clock=clock, looked=looked, read=read)
        sys.stdout.flush()
        os._exit(0)  # the windows are left open


if __name__ == "__main__":
    main()
