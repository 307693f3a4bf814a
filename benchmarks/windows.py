"""Our window, measured in a process of its own: `python -m benchmarks.windows opening|empty|switching|lists WHERE`."""

import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from time import process_time, sleep, thread_time

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.bare_form import ITEMS
from benchmarks.measure import Figures, Stopwatch, percentile, report
from benchmarks.projects import app_of
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Surface
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.ui.forms.plan import tabs
from werkboek_desktop.ui.shell.desk import Desk
from werkboek_desktop.ui.shell.memory import STATE, Memory
from werkboek_desktop.ui.shell.office import Office
from werkboek_desktop.ui.shell.window import MainWindow
from werkboek_desktop.ui.theme.look import apply
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.workspace import Workspace

PATIENCE = 60_000
REST = 0.001
"""Seconds that the window leaves to the workers while it waits: turning round and round is no work."""
TURNS = 10
AFTERWARDS = 1_500
"""Milliseconds in which all that follows an opened case has come."""
TICK = 50
SWITCHED = 500
CASES = 8
WARM = 60
"""Switches after which every form, icon and cache has been made once."""
WORDS = ("duinpark", "haven", "zuid", "jongeren", "ondermijning", "sluiting", "buurt")
SENTENCE = "Wij belden aan en er werd opengedaan. "
VALUES: dict[ValueType, Value] = {
    ValueType.LINE: "een regel",
    ValueType.PROSE: SENTENCE * 20,
    ValueType.INTEGER: 4210,
    ValueType.DECIMAL: "78000",
    ValueType.DATE: "2026-11-26",
    ValueType.MONTH: "2026-11",
    ValueType.BOOLEAN: True,
}


def fill(workspace: Workspace, number: int) -> RecordId:
    """A case with a value in every field that has a simple one, and list items of all kinds, forty together."""
    kind = schema.kind("case")
    assert kind
    values = {field.key: VALUES[field.type] for field in kind.fields if field.type in VALUES}
    case = workspace.create_record("case", None, values | {"title": f"Geval {number}"}).record
    assert case
    kinds = [key for key in schema.owned_kinds("case") if (schema.kind(key) or kind).scope == kind.scope]
    for at in range(ITEMS):
        item = kinds[at % len(kinds)]
        name = (schema.kind(item) or kind).title[0]
        workspace.create_record(item, case, {name: f"{item} {at}"} if _is_line(item, name) else None)
    return case


def _is_line(kind: str, name: str) -> bool:
    field = schema.field(kind, name)
    return field is not None and field.type is ValueType.LINE


def fields_of_form() -> int:
    """How many fields the form of a case has: the large case must be as large as it says."""
    kind = schema.kind("case")
    assert kind
    return sum(Surface.FORM in field.appears for field in kind.fields)


class Seat:
    """A window on a project, with somebody at the keyboard."""

    def __init__(self, file: Path, home: Path) -> None:
        self.qt = QApplication([])
        apply(self.qt, Theme(Look.LIGHT))
        app = app_of(home, "window")
        self.window = MainWindow()
        self.window.show()
        self.workspace = Workspace.open(file, app, author="Anna")
        self.desk = Desk(self.workspace, Memory(partial(app.kept, STATE), partial(app.keep, STATE), file), demo=False)
        self.office: Office = self.desk.seat(self.window)
        self.settle()

    def settle(self) -> None:
        """Lets all happen that was put off to a later turn, or to a worker."""
        for _round in range(3):
            deadline = QDeadlineTimer(PATIENCE)
            while self.office.jobs.busy() and not deadline.hasExpired():
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            for _turn in range(TURNS):
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 2)

    def turns(self, milliseconds: int) -> Iterator[float]:
        """Milliseconds that the window's thread works on each turn of what comes by itself, for so long."""
        end = QDeadlineTimer(milliseconds)
        waker = QTimer(interval=TICK)
        waker.start()
        wait = partial(QApplication.processEvents, QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        while not end.hasExpired():
            yield _took(wait)

    def show(self, case: RecordId) -> None:
        """Goes to a case."""
        self.window.show_records("case", case)
        self.settle()

    def stretch(self, act: Callable[[], object]) -> float:
        """Milliseconds that the window's thread works on an act, until it is shown; workers go on after that."""
        return _took(act) + _took(QApplication.processEvents)

    def until(self, act: Callable[[], object], is_shown: Callable[[], bool]) -> Figures:
        """Milliseconds that all threads work on an act until it is shown, and the longest stretch of the window's."""
        started, longest = process_time(), self.stretch(act)
        deadline = QDeadlineTimer(PATIENCE)
        while not is_shown() and not deadline.hasExpired():
            sleep(REST)
            longest = max(longest, self.stretch(QApplication.processEvents))
        return {"shown": (process_time() - started) * 1e3, "blocked": longest}


def _took(act: Callable[[], object]) -> float:
    """Milliseconds that this thread works on it."""
    start = thread_time()
    act()
    return (thread_time() - start) * 1e3


def large(workspace: Workspace) -> None:
    """A case with all that one can have."""
    fill(workspace, 1)


def empty(workspace: Workspace) -> None:
    """A case with all fields in sight, and nothing in them: the same form, empty."""
    workspace.create_record("case", None, {"title": "Geval 1", "subtitle": "Nog leeg"})


def opening(make: Callable[[Workspace], None], folder: Path) -> None:
    """The first time that the only case is opened.

    `cpu`: until every field of the first tab is there and painted, and the first has the keyboard; what runs beside
    the window meanwhile counts. `after`: what follows by itself within a moment (marks, gaps, the filters of the
    list), and `stretch`: the longest that the window's thread was busy with a turn of any of it, in milliseconds.
    """
    file = folder / f"opened-{make.__name__}.werkboek"
    if not file.exists():
        with Workspace.create(file, app_of(folder, "window"), author="Anna") as workspace:
            make(workspace)
    seat = Seat(file, folder)
    case = seat.workspace.rows("case")[0].id
    watch = Stopwatch()
    turns = [_took(partial(seat.window.show_records, "case", case))]
    page = seat.window.records.current_page()
    assert page
    first = [field for block in tabs(page.kind)[0].blocks for field in block.fields]
    while len(page.form.rows()) < len(first):
        turns.append(_took(QApplication.processEvents))
    turns += [_took(page.enter), _took(QApplication.processEvents)]
    opened = watch.figures()
    focus = QApplication.focusWidget()
    assert focus
    assert page.form.rows()[0].isAncestorOf(focus)
    watch = Stopwatch()
    turns += seat.turns(AFTERWARDS)
    after = watch.figures()["cpu"]
    for at in range(page.form.tab_bar.count()):
        page.form.tab_bar.setCurrentIndex(at)
        seat.settle()
    all_tabs = opened["cpu"] + watch.figures()["cpu"]
    report(**opened, after=after, stretch=max(turns), all_tabs=all_tabs, fields=fields_of_form())


def switching(folder: Path) -> None:
    """How much memory grows over many cases, once every form has been made."""
    file = folder / "many.werkboek"
    with Workspace.create(file, app_of(folder, "window"), author="Anna") as workspace:
        cases = [fill(workspace, number) for number in range(CASES)]
    seat = Seat(file, folder)
    _walk(seat, cases, WARM)
    before = _resident()
    _walk(seat, cases, SWITCHED)
    report(grown=_resident() - before)


def _walk(seat: Seat, cases: list[RecordId], times: int) -> None:
    for at in range(times):
        seat.show(cases[at % len(cases)])
    gc.collect()


def _resident() -> float:
    """Megabytes that this process holds now (Linux: the second figure of statm is in pages of 4 KiB)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def lists(file: Path) -> None:
    """Ten thousand rows: a key in the filter, a key in Ctrl+K, a frame of scrolling."""
    seat = Seat(file, file.parent)
    seat.window.show_records("case")
    seat.settle()
    found = [_typing(seat, seat.window.records.list.look_for, word) for word in WORDS]
    seat.window.records.list.look_for("")
    seat.settle()
    frames = _scroll(seat)
    seat.office.palette.ask()
    seat.settle()
    asked = [_typing(seat, seat.office.palette.field.setText, word) for word in WORDS]
    report(filter=percentile(_flat(found), 0.99), find=percentile(_flat(asked), 0.99), frame=max(frames))
    sys.stdout.flush()
    seat.desk.close()


def _flat(parts: Iterable[list[float]]) -> list[float]:
    return [each for part in parts for each in part]


def _typing(seat: Seat, show: Callable[[str], object], word: str) -> list[float]:
    found = []
    for end in range(len(word) + 1):
        found.append(seat.stretch(partial(show, word[:end])))
        seat.settle()
    return found


def _scroll(seat: Seat) -> list[float]:
    rows = seat.window.records.list.rows
    bar = rows.verticalScrollBar()
    step = max(1, bar.maximum() // 400)
    return [
        seat.stretch(partial(_frame, rows.viewport().repaint, bar.setValue, at)) for at in range(0, bar.maximum(), step)
    ]


def _frame(paint: Callable[[], object], go: Callable[[int], object], to: int) -> None:
    go(to)
    paint()


if __name__ == "__main__":
    works = {"opening": partial(opening, large), "empty": partial(opening, empty)}
    (works | {"switching": switching, "lists": lists})[sys.argv[1]](Path(sys.argv[2]))
