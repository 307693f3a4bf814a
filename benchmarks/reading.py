"""Doorlopend lezen: a book of sixty cases opens and is scrolled through: `python -m benchmarks.reading FOLDER`.

`opens`: milliseconds that all threads work until the first texts are there and painted. `frame`: the longest that the
window's thread is busy with a notch of the wheel, what is made meanwhile included; `page`: with a whole page.
"""

import sys
from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.measure import percentile, report, run
from benchmarks.projects import SECTIONS, app_of, case_key
from benchmarks.table import Row
from benchmarks.windows import Seat
from werkboek_desktop.ui.pages.readthrough.column import Column
from werkboek_desktop.ui.pages.readthrough.page import ReadingPage
from werkboek_desktop.workspace import Workspace
from werkboek_desktop.workspace.scribe import Scribe

CASES, WORDS = 60, 40_000
OPENED, FRAME = 1_000, 16
NOTCH = 60
"""Pixels."""
SENTENCE = "Wij belden aan en er werd opengedaan door iemand die ons niet verwachtte en toch koffie zette."


def book(folder: Path, cases: int = CASES) -> Path:
    """A project in which every section of every case is written."""
    file = folder / f"book-{cases}.werkboek"
    each = WORDS // (CASES * len(SECTIONS))
    words = list(islice(cycle(SENTENCE.split()), each))

    def act(scribe: Scribe) -> None:
        for number in range(cases):
            key = case_key(number)
            scribe.edit(key, "title", f"Geval {number}", ())
            for section in SECTIONS:
                scribe.edit(key, section, f"{number} {section} {' '.join(words)}.", ())

    with Workspace.create(file, app_of(folder, "window"), author="Anna") as workspace:
        workspace._session.edit(workspace.project.id, act)
    return file


def main(folder: Path) -> None:
    """Prints the figures."""
    seat = Seat(book(folder), folder)
    opened = seat.until(partial(seat.office.navigation.read_through), partial(_is_there, seat))
    page = seat.office.navigation.current()
    assert isinstance(page, ReadingPage)
    seat.settle()
    notches = list(_scroll(seat, page.column, NOTCH))
    page.column.area.verticalScrollBar().setValue(0)
    seat.settle()
    pages = list(_scroll(seat, page.column, page.column.area.viewport().height()))
    report(
        opens=opened["shown"],
        blocked=opened["blocked"],
        frame=max(notches),
        usual=percentile(notches, 0.99),
        page=max(pages),
        live=float(len(page.column.rows())),
    )
    sys.stdout.flush()
    seat.desk.close()


def _is_there(seat: Seat) -> bool:
    page = seat.office.navigation.current()
    return isinstance(page, ReadingPage) and len(page.column.rows()) > 2


def _scroll(seat: Seat, column: Column, step: int) -> Iterator[float]:
    bar = column.area.verticalScrollBar()
    while bar.value() < bar.maximum():
        yield seat.stretch(partial(bar.setValue, bar.value() + step))
        yield seat.stretch(QApplication.processEvents)


def rows(folder: Path) -> Iterator[Row]:
    """In a process of its own."""
    found = run("benchmarks.reading", folder)
    work = "the whole book of 60 cases and 40,000 words"
    yield _bar(f"{work} opens", found["opens"], OPENED)
    yield _bar(f"{work}, scrolled through by the wheel: the slowest frame", found["frame"], FRAME)
    yield Row(f"{work}, by the page: the slowest frame", f"{found['page']:.1f} ms", "")


def _bar(work: str, figure: float, bar: float) -> Row:
    return Row(work, f"{figure:.1f} ms", "", "", f"≤ {bar} ms", figure <= bar)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
