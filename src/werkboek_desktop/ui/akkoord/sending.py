"""Makes a proof: what is still missing, to whom it goes, and afterwards a mail to copy."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from werkboek_desktop.domain import proofs, workflow
from werkboek_desktop.domain.difference import Stretch
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.workflow import Gap
from werkboek_desktop.ui.akkoord.panel import AkkoordPanel, field
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import button, column, label, row
from werkboek_desktop.ui.widgets.calendar import DayPicker
from werkboek_desktop.ui.widgets.difference import ReadText
from werkboek_desktop.ui.widgets.flow import flowing
from werkboek_desktop.ui.widgets.gaps import GapLinks
from werkboek_desktop.ui.widgets.inputs import LineInput, Tick
from werkboek_desktop.ui.widgets.places import ask_place, with_ending
from werkboek_desktop.ui.words import breakable, tr
from werkboek_desktop.ui.work import Jobs, Progress
from werkboek_desktop.workspace import free_path
from werkboek_desktop.workspace.agreeing import Drawn, Sending, Sent

PDF = ".pdf"
_WITH_THEM = "with_municipality"


class SendPanel(AkkoordPanel):
    """Nothing that is missing holds anybody up. `go`: to where something is filled in."""

    go = Signal(str, str)

    def __init__(self, over: QWidget, session: Session, jobs: Jobs) -> None:
        self.case: RecordId = ""
        self._made: Sent | None = None
        self.gaps = GapLinks(tr("Wat nog ontbreekt"))
        self.to, self.deadline, self.where = LineInput(), LineInput(), LineInput()
        DayPicker(self.deadline, tr("Antwoord vóór"), lambda: session.workspace.today).picked.connect(
            self.deadline.setText
        )
        self.moves = Tick(tr("Zet de status op ‘ligt bij gemeente’"))
        self.make_button = button(tr("Maak de proef"), self.make, "primary", "send")
        self.subject, self.mail = ReadText("body"), ReadText("body")
        self._asking, self._after = QWidget(), QWidget()
        self._build()
        foot = column(row(self.make_button, 0), flowing(*self.copies), gap=0)
        super().__init__(over, session, jobs, tr("Maak een proef"), (self._asking, self._after), foot)
        self.gaps.go.connect(self._lead)

    def _build(self) -> None:
        self._asking.setLayout(
            column(
                label(
                    tr("Een PDF van de tekst van nu. Het werkboek onthoudt welke tekst dat was."),
                    tone="text2",
                    wrap=True,
                ),
                field(tr("Naar wie?"), self.to, tr("Bijvoorbeeld: gemeente Meerdrecht, team Veiligheid.")),
                field(tr("Antwoord vóór"), self.deadline, tr("Een dag, zoals 9 december. Mag leeg blijven.")),
                self.moves,
                field(tr("Waar komt de PDF?"), self.where),
                row(button(tr("Kies map"), self._ask, "", "folder-open"), 0),
                self.gaps,
                gap=14,
            )
        )
        self.subject.setAccessibleName(tr("Onderwerp van de mail"))
        self.mail.setAccessibleName(tr("Tekst van de mail"))
        self.copies = [
            button("", partial(self._copy, 0), "", "copy"),
            button("", partial(self._copy, 1), "primary", "copy"),
        ]
        opens = row(button(tr("Open de PDF"), self._open, "link", "file-text"), 0)
        self._after.setLayout(
            column(
                label(tr("Een mail om mee te sturen"), "section"),
                label(tr("Voeg de PDF toe en verstuur hem zelf: dit programma mailt niets."), tone="text2", wrap=True),
                column(label(tr("Onderwerp"), "label"), self.subject, gap=2),
                column(label(tr("Tekst"), "label"), self.mail, gap=2),
                opens,
                gap=10,
            )
        )

    def begin(self, case: RecordId) -> None:
        """Comes, for a case; what was filled in for the same one stands there still."""
        if case != self.case or self._made:
            self.case, self._made = case, None
            workspace = self.session.workspace
            status = workspace.record(case).value("status")
            may_move = workflow.next_status(status) is not None and not workflow.is_back(status, _WITH_THEM)
            self.moves.setVisible(may_move and status != _WITH_THEM)
            self.moves.setChecked(False)
            self.to.clear()
            self.deadline.clear()
            name = proofs.file_name(workspace.title(case), workspace.today)
            self.where.setText(str(free_path(workspace.project.path.with_name(name))))
            self.said.hide()
        self._show(asking=True)
        self.slide_in(self.to)
        self.gaps.show_gaps([])
        look = partial(self.session.workspace.lacking_for, case, _WITH_THEM)
        self.session.beside.look_up(look, partial(self._take_gaps, case))

    def _show(self, *, asking: bool) -> None:
        self._asking.setVisible(asking)
        self._after.setVisible(not asking)
        self.make_button.setVisible(asking)
        for copy in self.copies:
            copy.setVisible(not asking)

    def _take_gaps(self, case: RecordId, gaps: list[Gap]) -> None:
        if isValid(self) and case == self.case:
            self.gaps.show_gaps(gaps)

    def _lead(self, record: RecordId, name: str) -> None:
        self.slide_out()
        self.go.emit(record, name)

    def _ask(self) -> None:
        if place := ask_place(self, tr("Waar komt de PDF?"), self._out(), PDF):
            self.where.setText(str(place))

    def _out(self) -> Path:
        """Where it comes, a name alone beside the workbook."""
        return with_ending(self.session.workspace.project.path.parent / self.where.text().strip(), PDF)

    def make(self) -> None:
        """Draws the proof beside the window, and records it once it is there."""
        workspace, case = self.session.workspace, self.case
        sending = Sending(self.to.text(), self.deadline.text(), self.moves.isChecked() and not self.moves.isHidden())
        if self.attempt(lambda: workspace.check_sending(sending)) is None:
            self.lead(self.deadline if self.to.text().strip() else self.to)
            return
        self.session.act(workspace.seal_all)
        out = self._out()

        def task(progress: Progress) -> Drawn:
            return workspace.draw_proof(case, out, progress=progress)

        def drawn(found: Drawn) -> None:
            made = self.attempt(lambda: workspace.record_proof(case, found, sending, initiator=self))
            if made:
                self._done(made)

        self.work(tr("Proef maken"), task, drawn)

    def _done(self, made: Sent) -> None:
        self._made = made
        for text, words in ((self.subject, made.mail.subject), (self.mail, made.mail.text)):
            text.show_stretches([Stretch(words)])
        checks = [tr("Kijk dit eerst na:"), *(f"– {check}" for check in made.paper.checks)]
        said = [f"{tr('Het staat in')} {breakable(made.paper.path.parent)}", *(checks if made.paper.checks else [])]
        self._show(asking=False)
        self.said.tell(f"{tr('Gemaakt')}: {made.paper.path.name}", "\n".join(said))
        for copy, words in zip(self.copies, (tr("Kopieer het onderwerp"), tr("Kopieer de mail")), strict=True):
            copy.setText(words)
        if self.isVisible():
            self.lead(self.copies[0])

    def _copy(self, part: int) -> None:
        if self._made:
            QGuiApplication.clipboard().setText(self._made.mail[part])
            self.copies[part].setText(tr("Gekopieerd"))

    def _open(self) -> None:
        if self._made:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made.paper.path)))
