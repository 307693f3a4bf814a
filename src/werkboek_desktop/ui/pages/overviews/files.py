"""An overview as a picture for a slide, or as a file for a spreadsheet."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from werkboek_desktop.domain.overview.views import LABELS, View
from werkboek_desktop.errors import Refusal
from werkboek_desktop.saving import save
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.overviews.board import Board
from werkboek_desktop.ui.pages.overviews.picture import Drawing, encoded
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.panels import Panel, ProgressCard
from werkboek_desktop.ui.widgets.places import ask_place
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs, Progress
from werkboek_desktop.workspace import overview_csv


class Files:
    """Asks where, makes it beside the window, and says where it is."""

    def __init__(self, session: Session, jobs: Jobs, progress: ProgressCard, panel: Panel) -> None:
        self.project = ""
        self._session = session
        self._jobs = jobs
        self._progress = progress
        self._panel = panel

    def ask_picture(self, board: Board) -> None:
        """Asks where the picture goes."""
        if path := self._ask(board, tr("Waar komt het plaatje?"), ".png"):
            self.make_picture(board, path)

    def ask_sheet(self, board: Board) -> None:
        """Asks where the file for a spreadsheet goes."""
        if path := self._ask(board, tr("Waar komt het bestand?"), ".csv"):
            self.make_sheet(board, path)

    def _ask(self, board: Board, title: str, ending: str) -> Path | None:
        start = self._session.workspace.project.path.with_name(f"{tr(LABELS[board.view])}{ending}")
        return ask_place(board, title, start, ending)

    def make_picture(self, board: Board, path: Path) -> None:
        """Draws what is seen here, and packs it beside the window."""
        drawing = Drawing(board, self.project, self._session.workspace.today)

        def go_on() -> None:
            if drawing.step():
                self._make(path, lambda _progress: encoded(drawing.image))
            else:
                QTimer.singleShot(0, board, go_on)  # not any more once that is gone

        go_on()

    def make_sheet(self, board: Board, path: Path) -> None:
        """What is seen, in the same order."""
        view, rows, check = board.view, list(board.model.rows), self._session.workspace.check_entries

        def content(progress: Progress) -> bytes:
            return overview_csv(view, check(rows, progress).values() if view is View.MISSING else rows)

        self._make(path, content)

    def _make(self, path: Path, content: Callable[[Progress], bytes]) -> None:
        def task(progress: Progress) -> None:
            save(path, content(progress))

        def done(_result: object) -> None:
            self._session.told.emit(Notice(f"{tr('Gemaakt')}: {path.name}", tr("Open map"), lambda: _show(path.parent)))

        def refused(error: Refusal) -> None:
            self._panel.refuse(error, tr("Er is niets gemaakt."))

        self._jobs.run(f"{tr('Maken')}: {path.name}", task, self._progress, done, refused)


def _show(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
