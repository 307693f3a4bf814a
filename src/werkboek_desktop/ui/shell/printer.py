"""Makes a PDF or a document of what is on the page, beside the window, with progress and Stop."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import button
from werkboek_desktop.ui.widgets.places import ask_place
from werkboek_desktop.ui.words import breakable, tr
from werkboek_desktop.ui.work import Jobs, Progress
from werkboek_desktop.workspace.model import Paper

_SHOWN = 6


class Sort(NamedTuple):
    """A sort of file, and what is said of it."""

    ending: str
    where: str
    busy: str
    open: str
    not_made: str


PDF = Sort(".pdf", tr("Waar komt de PDF?"), tr("PDF maken"), tr("Open de PDF"), tr("Er is geen PDF gemaakt."))
WORD = Sort(
    ".docx",
    tr("Waar komt het Word-bestand?"),
    tr("Word-bestand maken"),
    tr("Open het in Word"),
    tr("Er is geen Word-bestand gemaakt."),
)
FORM = Sort(
    ".docx",
    tr("Waar komt het intakeformulier?"),
    tr("Intakeformulier maken"),
    tr("Open het in Word"),
    tr("Er is geen formulier gemaakt."),
)
FORM_PDF = FORM._replace(ending=".pdf", open=tr("Open de PDF"))
_NO_NAME = str.maketrans(dict.fromkeys('/\\:*?"<>|\n', " "))


def _open(out: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(out)))


def _to_check(papers: list[Paper], out: Path) -> str:
    """Where it is, and what to look at before it leaves the room."""
    sentences = [sentence for paper in papers for sentence in paper.checks]
    shown = sentences[:_SHOWN]
    more = [f"{tr('En nog')} {len(sentences) - _SHOWN}."] if len(sentences) > _SHOWN else []
    first = [tr("Kijk dit eerst na:")] if sentences else []
    return "\n".join((f"{tr('Het staat in')} {breakable(out.parent)}", *first, *(f"– {each}" for each in shown), *more))


class Printer(QObject):
    """Asks where, makes it, and offers to open it."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs

    def ask(self, page: RecordPage, record: RecordId, sort: Sort) -> None:
        """Asks where the file goes."""
        title = self._session.workspace.title(record).translate(_NO_NAME).strip()
        if out := self._place(page, f"{tr('Intake')} {title}" if sort is FORM else title, sort):
            self.make(page, record, out, sort)

    def ask_form(self, window: QWidget, sort: Sort) -> None:
        """Makes an empty form of the intake, where a person says."""
        if out := self._place(window, tr("Intakeformulier"), sort):
            publish = partial(self._session.workspace.publish, out, intake=True, force=True)
            self._jobs.do(publish, lambda _papers: self._tell_form(out, sort), self._session.refused.emit)

    def _place(self, window: QWidget, name: str, sort: Sort) -> Path | None:
        start = self._session.workspace.project.path.parent / f"{name}{sort.ending}"
        return ask_place(window, sort.where, start, sort.ending)

    def _tell_form(self, out: Path, sort: Sort) -> None:
        self._session.told.emit(Notice(f"{tr('Gemaakt')}: {out.name}", sort.open, partial(_open, out), about="form"))

    def make(self, page: RecordPage, record: RecordId, out: Path, sort: Sort = PDF) -> None:
        """Makes the file there; the person said that an older one may go."""
        page.leave()
        workspace = self._session.workspace
        kind = self._session.kind_of(record)
        case, chapter = (record if kind == each else None for each in ("case", "chapter"))

        def task(progress: Progress) -> list[Paper]:
            intake = sort is FORM
            return workspace.publish(out, case=case, chapter=chapter, intake=intake, progress=progress, force=True)

        def done(papers: list[Paper]) -> None:
            show = button(sort.open, partial(_open, out), "link")
            page.panel.tell(f"{tr('Gemaakt')}: {out.name}", _to_check(papers, out), show)

        def refused(error: Refusal) -> None:
            page.panel.refuse(error, sort.not_made)

        page.panel.hide()
        self._jobs.run(f"{sort.busy}: {out.name}", task, page.progress, done, refused)
