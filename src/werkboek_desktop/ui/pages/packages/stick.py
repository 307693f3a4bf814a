"""The stick goes round: one press puts what is here onto it and reads in what others put there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from werkboek_desktop.errors import NotAFolder, Refusal
from werkboek_desktop.ui.pages.packages.going import megabytes
from werkboek_desktop.ui.pages.packages.pane import WIDEST
from werkboek_desktop.ui.pages.packages.secret import Secret
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, column, label, page, row, scrolled
from werkboek_desktop.ui.widgets.fitted import Fitted
from werkboek_desktop.ui.widgets.inputs import LineInput, Tick
from werkboek_desktop.ui.widgets.panels import Panel, ProgressCard
from werkboek_desktop.ui.words import breakable, tr
from werkboek_desktop.ui.work import Jobs, Progress
from werkboek_desktop.workspace.swapping import Swapped, swap


class StickPane(Fitted):
    """The folder of the last time is there already, and the passphrase of this sitting too."""

    back = Signal()
    swapped = Signal(object)
    """At a `Swapped`."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self.where = LineInput()
        self.where.setAccessibleName(tr("Welke stick of map?"))
        self.people = Tick(tr("Ook deelnemers, aanmeldingen en contacten"))
        self.secret = Secret()
        self.secret.hide()
        self.people.toggled.connect(self.secret.setVisible)
        self.swap_button = button(tr("Wissel uit"), self.swap, "primary", "usb")
        for field in (self.where, self.secret.field):
            field.returnPressed.connect(self.swap_button.click)
        self.panel, self.progress = Panel(), ProgressCard()
        self._back = button(tr("Pakketten"), self.back.emit, "link", "arrow-left")
        self._back.hide()
        self._build()

    def _build(self) -> None:
        lead = tr(
            "Wat anderen op de stick zetten wordt ingelezen, en jouw pakket komt erop. Je ziet wat er veranderde."
        )
        doubt = tr("Wat met een andere sleutel komt dan je kende, lees je zelf in: het staat dan in de lijst.")
        place = QWidget()
        place.setLayout(row(self.where, button(tr("Kies map"), self._ask, "", "folder-open")))
        content = QWidget()
        box = column(
            column(row(self._back, 0), label(tr("Stickwissel"), "title"), label(lead, tone="text2", wrap=True), gap=4),
            self.panel,
            self.progress,
            column(label(tr("Welke stick of map?"), "label"), place, gap=4),
            column(self.people, self.secret, gap=8),
            row(self.swap_button, 0),
            label(doubt, "caption", "text2", wrap=True),
            0,
            margins=(32, 20, 28, 20),
            gap=16,
        )
        content.setLayout(box)
        content.setMaximumWidth(theme().px(WIDEST))
        self.setLayout(column(page("surface", column(scrolled(content, folds=True), gap=0)), gap=0))

    def fit(self) -> None:
        """Without the list beside it, there is a way back to the list."""
        self._back.setVisible(self.narrow)

    def begin(self) -> None:
        """The keyboard is at what is left to do: to press, or to say where the stick is."""
        self.panel.hide()
        known = self._session.workspace.stick()
        if known:
            self.where.setText(str(known))
        ready = known and (self.secret.text() or not self.people.isChecked())
        (self.swap_button if ready else self.where).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, tr("Welke stick of map?"), self.where.text()):
            self.where.setText(chosen)
            self.swap_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def swap(self) -> None:
        """Both ways at once; with people only behind a passphrase."""
        with_people, secret = self.people.isChecked(), self.secret.text()
        if with_people and self.secret.is_missing():
            return
        if not self.where.text().strip():
            self._ask()
            return
        self._session.act(self._session.workspace.seal_all)
        workspace = self._session.workspace
        folder = workspace.project.path.parent / self.where.text().strip()

        def task(progress: Progress) -> object:
            return swap(workspace, folder, people=with_people, passphrase=secret or None, progress=progress)

        self.swap_button.setEnabled(False)
        self._jobs.run(tr("Stickwissel"), task, self.progress, self._done, self._refused)

    def _done(self, made: Swapped) -> None:
        self.swap_button.setEnabled(True)
        if made.exported:
            self.panel.tell(self.said(made), f"{tr('Het staat in')} {breakable(made.exported.path.parent)}")
        elif made.error:
            self.panel.refuse(made.error, f"{nothing_out()} {self.came(made)}")
        self.swap_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.swapped.emit(made)

    def said(self, made: Swapped) -> str:
        """What is on it now, and whether that was all."""
        on_it = f"{nothing_out()} {made.error.message if made.error else ''}"
        if made.exported:
            on_it = f"{tr('Op de stick staat nu')} {made.exported.path.name} ({megabytes(made.exported.size)})."
        return f"{on_it} {self.came(made)}"

    def came(self, made: Swapped) -> str:
        """What became of the bundles of others."""
        if made.left:
            return tr("In de lijst staat wat nog op jou wacht.")
        return tr("Wat er lag is ingelezen.") if made.files else tr("Er lag niets van anderen.")

    def _refused(self, error: Refusal) -> None:
        self.swap_button.setEnabled(True)
        self.panel.refuse(error, nothing_out(), steps=_put_it_in() if isinstance(error, NotAFolder) else ())
        self.where.setFocus(Qt.FocusReason.OtherFocusReason)


def _put_it_in() -> tuple[str, ...]:
    """It is mostly not in, or has another letter at this computer."""
    return tr("Steek de stick erin en druk op Enter."), tr("Staat hij ergens anders dan eerst? Kies dan de map.")


def nothing_out() -> str:
    """What did not happen."""
    return tr("Er is niets op de stick gezet.")
