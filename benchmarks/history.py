"""A case with a thousand changes, and its Geschiedenis: `python -m benchmarks.history FOLDER`, a process of its own."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.measure import report, run
from benchmarks.projects import app_of
from benchmarks.table import Row
from benchmarks.windows import Seat, fill
from werkboek_desktop.domain.change import RecordKey
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.forms.history import HistoryView
from werkboek_desktop.ui.forms.plan import HISTORY
from werkboek_desktop.workspace import Workspace
from werkboek_desktop.workspace.scribe import Scribe

CHANGES = 1_000
WORDS = 150
SHOWN, BLOCKED = 100, 50


def rows(folder: Path) -> Iterator[Row]:
    """From the key press until every change is listed and the newest told, and the longest wait of the window in it."""
    figures = run("benchmarks.history", folder)
    yield _bar("history of 1,000 changes, until all is shown", figures["shown"], SHOWN)
    yield _bar("the same, the longest that the window waits", figures["blocked"], BLOCKED)


def _bar(work: str, figure: float, bar: float) -> Row:
    return Row(work, f"{figure:.1f} ms", "", "", f"≤ {bar} ms", figure <= bar)


def _worked_on(folder: Path) -> tuple[Path, RecordId]:
    """A project with one case, in whose text one word after the other became another."""
    file = folder / "history.werkboek"
    with Workspace.create(file, app_of(folder, "window"), author="Anna") as workspace:
        case = fill(workspace, 1)
        heads = workspace.record(case).fields["summary"].heads

        def act(scribe: Scribe) -> None:
            words = [f"woord{at}" for at in range(WORDS)]
            seen = heads
            for at in range(CHANGES):
                words[at % WORDS] = f"anders{at}"
                seen = (scribe.edit(RecordKey("case", None, case), "summary", " ".join(words) + ".", seen).id,)

        workspace._session.edit(workspace.project.id, act)
    return file, case


def measure(folder: Path) -> None:
    """The first time that somebody comes there, with the case before them."""
    file, case = _worked_on(folder)
    seat = Seat(file, folder)
    seat.show(case)
    page = seat.window.records.current_page()
    assert page
    form, bar = page.form, page.form.tab_bar
    at = next(at for at in range(bar.count()) if bar.tabText(at) == HISTORY)
    report(**seat.until(partial(bar.setCurrentIndex, at), lambda: _is_shown(form.findChildren(HistoryView))))
    sys.stdout.flush()
    seat.desk.close()


def _is_shown(views: list[HistoryView]) -> bool:
    return any(len(each.model.moments) > CHANGES and bool(each.text.toPlainText()) for each in views)


if __name__ == "__main__":
    measure(Path(sys.argv[1]))
