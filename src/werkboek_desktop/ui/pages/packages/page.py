"""Pakketten: look at what came before reading it in, see what it did, and send one."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import PassphraseNeeded, Refusal, WhichProof, WrongPassphrase
from werkboek_desktop.ui.akkoord.telling import day_of
from werkboek_desktop.ui.pages.packages.parcels import Parcel, ParcelList, ParcelModel
from werkboek_desktop.ui.pages.packages.preview import ParcelText
from werkboek_desktop.ui.pages.packages.sending import ExportPage
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.turns import Laying
from werkboek_desktop.ui.widgets.basic import button, card, column, foot, label, page, row, scrolled, separator
from werkboek_desktop.ui.widgets.details import details
from werkboek_desktop.ui.widgets.dropped import files_in
from werkboek_desktop.ui.widgets.fitted import Beside
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.widgets.keys import hears
from werkboek_desktop.ui.widgets.panels import EmptyState, Panel, ProgressCard, picture
from werkboek_desktop.ui.widgets.tiles import Item
from werkboek_desktop.ui.words import count, tr
from werkboek_desktop.ui.work import Jobs, Progress
from werkboek_desktop.workspace.model import ReadAs

if TYPE_CHECKING:
    from werkboek_desktop.workspace import ImportReport


WIDEST = 760
"""Of what is read of a bundle: a line of text in a card is no longer than in a form."""


_ENDINGS = "*.wbx *.zip *.eml *.docx *.odt *.pdf"


class PackagesPage(Page):
    """List of files at the left, one of them at the right."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._passphrases: dict[Path, str] = {}
        self.model = ParcelModel()
        self.rows = ParcelList(self.model)
        self.rows.selectionModel().currentChanged.connect(self._chosen)
        self.rows.entered.connect(self.read_in)
        self.progress = ProgressCard()
        self.panel = Panel()
        self._content = QVBoxLayout()
        self._content.setSpacing(theme().space(14))
        self._laying = Laying(self._content, self)
        self.read_button = button("", self.read_in, "primary", "download")
        self.later_button = button(tr("Later"), self._later)
        self._note = label("", "caption", "text2", wrap=True)
        parts = row(self._note, self.later_button, self.read_button, margins=(32, 10, 28, 10))
        parts.setStretch(0, 1)
        line = page("", parts)
        line.setMaximumWidth(theme().px(WIDEST))
        self._foot = foot(line)
        self._back = button(tr("Pakketten"), self._later, "link", "arrow-left")
        self.export = ExportPage(session, jobs)
        self.export.back.connect(self._later)
        self._stack = QStackedWidget()
        self._build()
        self.setAcceptDrops(True)

    def _build(self) -> None:
        send = button(tr("Verstuur"), self.show_export, "link", "send")
        head = row(label(tr("Pakketten"), "section"), 0, send, margins=(20, 14, 16, 0))
        self._column = column(head, row(self.rows, margins=(8, 0, 8, 0)), self._drop_zone(), gap=10)
        self._list = page("list", self._column)
        content = QWidget()
        body = column(row(self._back, 0), self.panel, self.progress, self._content, 0, margins=(32, 20, 28, 16), gap=12)
        content.setLayout(body)
        content.setMaximumWidth(theme().px(WIDEST))
        reader = page("surface", column(scrolled(content, folds=True), self._foot, gap=0))
        nothing = _nothing()
        nothing.act.connect(self.ask)
        empty = page("surface", column(24, nothing, 0))
        for part in (empty, reader, self.export):
            self._stack.addWidget(part)
        self._beside = Beside(self._list, self._stack, theme().size("list") + theme().space(18))
        self.setLayout(column(self._beside, gap=0))
        self.fit()
        self.setProperty("page", "true")
        hears(self, self.ask, "Ctrl+O")

    def fit(self) -> None:
        """Without the list beside it, there is a way back to the list, which is no void while nothing stands in it."""
        self._back.setVisible(self.narrow)
        is_void = self.narrow and not self.model.parcels
        self.rows.setHidden(is_void)
        self._column.setStretch(1, 0 if is_void else 1)

    def _drop_zone(self) -> QWidget:
        words = label(tr("Sleep een pakket of document hierheen"), "caption", "text2")
        choose = button(tr("of kies een bestand"), self.ask, "link")
        box = column(margins=(12, 12, 12, 8), gap=4)
        for part in (picture("file-input", "text2"), words, choose):
            box.addWidget(part, alignment=Qt.AlignmentFlag.AlignHCenter)
        box.insertStretch(0)
        box.addStretch()
        zone = QWidget()
        zone.setLayout(row(card("dashed", box), margins=(16, 0, 16, 16)))
        return zone

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Looks at what was dropped."""
        paths = files_in(event.mimeData())
        event.acceptProposedAction()
        self.look_at(paths)

    def place(self) -> object:
        """The files that were looked at, with what is known of them, and which is shown."""
        return self._stack.currentIndex(), self.rows.currentIndex().row(), self.model.parcels, self._passphrases

    def return_to(self, place: object) -> None:
        """The same files, without looking again."""
        match place:
            case (int(at), int(row_), list(parcels), dict(passphrases)):
                self.model.take(parcels)
                self.fit()
                self._passphrases = passphrases
                self.rows.setCurrentIndex(self.model.index(row_))
                if at == 2:
                    self.show_export()

    def ask(self) -> None:
        """Chooses files."""
        chosen, _filter = QFileDialog.getOpenFileNames(
            self, tr("Kies bestanden"), "", f"{tr('Pakketten en documenten')} ({_ENDINGS});;{tr('Alle bestanden')} (*)"
        )
        self.look_at([Path(each) for each in chosen])

    def look_at(self, paths: Sequence[Path], passphrase: str = "") -> None:
        """Shows what files would bring; nothing is read in. `passphrase`: one that was given for them already."""
        added = self.model.add(paths) if paths else []
        self.fit()
        for parcel in added:
            if passphrase:
                self._passphrases[parcel.path] = passphrase
            self._preview(parcel)
        if added:
            self._turn_to(1)
            self.rows.setCurrentIndex(self.model.index(len(self.model.parcels) - len(added)))
            self._stand_by()

    def _stand_by(self) -> None:
        """The keyboard is where one goes on from here."""
        (self._back if self.narrow else self.rows).setFocus(Qt.FocusReason.OtherFocusReason)

    def _preview(self, parcel: Parcel) -> None:
        workspace, passphrase = self._session.workspace, self._passphrases.get(parcel.path)

        def task(progress: Progress) -> object:
            return workspace.preview([parcel.path], passphrase=passphrase, read_as=parcel.read_as, progress=progress)

        def done(report: "ImportReport") -> None:
            self._show_report(parcel, report)

        self._jobs.read(f"{tr('Bekijken')}: {parcel.path.name}", task, self.progress, done, self._refused)

    def _show_report(self, parcel: Parcel, report: "ImportReport") -> None:
        parcel.report = report.files[0]
        self.model.changed(parcel)
        if parcel is self.current():
            self._show(parcel)

    def current(self) -> Parcel | None:
        """The file that is chosen."""
        index = self.rows.currentIndex()
        return self.model.parcels[index.row()] if index.isValid() else None

    def _chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._show(self.model.parcels[now.row()])

    def _show(self, parcel: Parcel) -> None:
        self._turn_to(1)
        self._laying.begin(())
        self.panel.hide()
        report = parcel.report
        self._foot.setVisible(report is not None and report.error is None and not parcel.read_in)
        if report is None:
            return
        if report.error:
            self._show_refusal(parcel, report.error)
            return
        self._laying.begin(ParcelText(self._session, parcel, self.go.emit).widgets())
        self.read_button.setText(
            f"{tr('Lees')} {count(report.new, tr('wijziging'), tr('wijzigingen'))} {tr('in')}"
            if report.new
            else (tr("Niets nieuws in dit document") if report.is_document else tr("Niets nieuws in dit pakket"))
        )
        self.read_button.setEnabled(report.new > 0)
        self._note.setText(tr("Eerst wordt een back-up gemaakt.") if report.new else "")
        if report.new and not parcel.read_in and self._back.hasFocus():  # it waited there for something to do
            self.read_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_refusal(self, parcel: Parcel, error: Refusal) -> None:
        action: QWidget | None = None
        steps = error.steps
        if isinstance(error, PassphraseNeeded | WrongPassphrase):
            action = self._ask_passphrase(parcel)
        elif isinstance(error, WhichProof):
            action = _ask_proof(self._session, parcel, self._preview)
            steps = (tr("Kies van welke proefdruk het is, of maak er een nieuw praktijkvoorbeeld van."),)
        self.panel.refuse(error, tr("Er is niets ingelezen."), action, steps)
        if action:
            action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_passphrase(self, parcel: Parcel) -> QWidget:
        field = LineInput()
        field.setEchoMode(LineInput.EchoMode.Password)
        field.setAccessibleName(tr("Wachtzin van dit pakket"))
        field.setPlaceholderText(tr("Wachtzin"))

        def use() -> None:
            self._passphrases[parcel.path] = field.text()
            self._preview(parcel)

        field.returnPressed.connect(use)
        holder = QWidget()
        holder.setLayout(row(field, button(tr("Open het pakket"), use)))
        holder.setFocusProxy(field)
        return holder

    def read_in(self) -> None:
        """Reads the chosen bundle in, and shows the report."""
        parcel = self.current()
        if parcel is None or parcel.read_in or parcel.report is None or parcel.report.error:
            return
        workspace, passphrase = self._session.workspace, self._passphrases.get(parcel.path)

        def task(progress: Progress) -> object:
            return workspace.import_([parcel.path], passphrase=passphrase, read_as=parcel.read_as, progress=progress)

        def done(report: "ImportReport") -> None:
            parcel.read_in = f"{datetime.now().astimezone():%H:%M}"
            self._show_report(parcel, report)
            self._tell_missed(report.missed)
            for other in self.model.parcels:
                if other is not parcel and not other.read_in:
                    self._preview(other)

        if self.read_button.hasFocus():
            self._stand_by()  # it goes
        self.read_button.setEnabled(False)
        self._jobs.run(f"{tr('Inlezen')}: {parcel.path.name}", task, self.progress, done, self._refused)

    def _tell_missed(self, missed: Sequence[Refusal]) -> None:
        """The bundle is in; only the backup before it did not come everywhere."""
        if missed:
            told = " ".join(error.message for error in missed)
            self.panel.warn(told, tr("Het pakket is gewoon ingelezen."), missed[0].steps, details(*missed))

    def _refused(self, error: Refusal) -> None:
        self.panel.refuse(error, tr("Je werkboek is niet veranderd."))
        self.read_button.setEnabled(True)

    def _turn_to(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        (self._beside.to_detail if at else self._beside.to_rows)()

    def _later(self) -> None:
        self._turn_to(0)
        self._choose_none()

    def _choose_none(self) -> None:
        self.rows.clearSelection()
        self.rows.setCurrentIndex(QModelIndex())

    def show_export(self) -> None:
        """The form to make a bundle."""
        self._turn_to(2)
        self._choose_none()
        self.export.begin()


def _nothing() -> EmptyState:
    made = EmptyState("package")
    made.say(
        tr("Nog niets bekeken"),
        tr("Sleep een pakket of document hierheen, of kies een bestand. Je ziet eerst wat het zou veranderen."),
        tr("Kies een bestand"),
    )
    return made


def _ask_proof(session: Session, parcel: Parcel, look_again: Callable[[Parcel], None]) -> QWidget:
    """Which proof a document belongs to that no longer says so, or that it is a new case."""

    def use(read_as: ReadAs) -> None:
        parcel.read_as = read_as
        look_again(parcel)

    def choice(proof: RecordId) -> Item:
        view, owner = session.workspace.record(proof), session.owner_of(proof)
        case, sent = session.workspace.title(owner) if owner else "", view.value("sent_on")
        to, on = str(view.value("sent_to") or tr("Proef")), day_of(str(sent)) if sent else ""
        more = " · ".join(filter(None, (case, on)))
        return Item("send", "text2", to, more, tr("Deze proef"), lambda: use(ReadAs(proof=proof)))

    choices = [choice(each.id) for each in session.workspace.rows("proof") if each.title]
    new = button(tr("Maak er een nieuw praktijkvoorbeeld van"), lambda: use(ReadAs(new=True)))
    parts = [part for each in choices for part in (each, separator())]
    holder = QWidget()
    holder.setLayout(column(*parts, row(new, 0)))
    holder.setFocusProxy((*(each.button for each in choices), new)[0])
    return holder
