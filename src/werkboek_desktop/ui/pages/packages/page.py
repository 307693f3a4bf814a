"""Pakketten: look at what came before reading it in, see what it did, and send one."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.lists.line import Heading
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.packages.contacts import ContactsSide
from werkboek_desktop.ui.pages.packages.overview import Overview
from werkboek_desktop.ui.pages.packages.parcels import Parcel, ParcelModel
from werkboek_desktop.ui.pages.packages.reader import Reader
from werkboek_desktop.ui.pages.packages.received import ReceivedList
from werkboek_desktop.ui.pages.packages.sending import ExportPage
from werkboek_desktop.ui.pages.packages.sent import SentSide
from werkboek_desktop.ui.pages.packages.sides import Side, Sides
from werkboek_desktop.ui.pages.packages.stick import StickPane
from werkboek_desktop.ui.pages.packages.tabs import CONTACTS, RECEIVED, SENT
from werkboek_desktop.ui.pages.packages.taking_in import TakingIn, within
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import column
from werkboek_desktop.ui.widgets.dropped import files_in, welcome
from werkboek_desktop.ui.widgets.keys import hears
from werkboek_desktop.ui.widgets.panels import ProgressCard
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs
from werkboek_desktop.workspace import expect_bundle

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Arrival
    from werkboek_desktop.workspace.swapping import Swapped

_ENDINGS = "*.wbx *.zip *.eml *.docx *.odt *.pdf"


class PackagesPage(Page):
    """List of files at the left, one of them at the right."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._bundle = ""
        """What is to be chosen once it stands in the list."""
        self.progress = ProgressCard()
        self.progress.setProperty("card", "notice")
        self.taking = TakingIn(session, jobs, self.progress, self)
        self.reader = Reader(session, self.taking)
        self.received = ReceivedList(self.taking)
        self.sent, self.contacts = SentSide(session), ContactsSide(session)
        self.overview = Overview(session, jobs, self.progress)
        self.export = ExportPage(session, jobs)
        self.sides = Sides(
            {
                RECEIVED: Side(tr("Ontvangen"), self.received, self.overview),
                SENT: Side(tr("Verstuurd"), self.sent, self.sent.pane),
                CONTACTS: Side(tr("Contacten"), self.contacts, self.contacts.pane),
            },
            self.progress,
        )
        self.stick = StickPane(session, jobs)
        for pane in (self.reader, self.export, self.stick):
            self.sides.add(pane)
        self.tabs, self.rows = self.sides.tabs, self.received.rows
        self.panel, self.read_button = self.reader.panel, self.reader.read_button
        self.setLayout(column(self.sides, gap=0))
        self._connect()
        self.fit()
        self.setProperty("page", "true")
        self.setAcceptDrops(True)
        hears(self, self.ask, "Ctrl+O")
        hears(self, self.read_all, "Ctrl+Shift+Return")

    @property
    def model(self) -> ParcelModel:
        """The files that were looked at here, and what was read in before."""
        return self.taking.model

    def _connect(self) -> None:
        self.rows.selectionModel().currentChanged.connect(self._chosen)
        self.rows.entered.connect(self.read_in)
        self.received.choose.connect(self.ask)
        self.received.all_wanted.connect(self.read_all)
        self.sides.sends.connect(self.reply)
        self.sides.swaps.connect(self.show_stick)
        self.stick.swapped.connect(partial(_show_swapped, self))
        self.sides.turned.connect(self.show_side)
        self.overview.begin.connect(self.ask)
        self.overview.open.connect(self.sides.show_asking)
        for side in (self.sent, self.contacts):
            side.reply.connect(self.show_export)
            side.rows.selectionModel().currentChanged.connect(partial(self._beside_chosen, side.pane))
        self.contacts.asked.connect(partial(self.tabs.count, CONTACTS))
        for part in (self.reader, self.overview):
            part.doubts.connect(self.show_doubt)
            part.go.connect(self.go)
        for pane in (self.reader, self.overview, self.export, self.stick, self.sent.pane, self.contacts.pane):
            pane.back.connect(self._later)
        self.export.made.connect(self.sent.look)
        self.reader.wanted.connect(self.read_in)
        self.reader.lacks.connect(self._show_open)
        for each in (self.reader.dropped, self.rows.dropped):
            each.connect(self._drop)
        self.taking.looked.connect(self._looked)
        self.taking.took.connect(self._took)
        self.taking.turned.connect(self._turned)
        self.taking.refused.connect(self._refused)

    def fit(self) -> None:
        """Without the list beside it, there is a way back to the list, which is no void while nothing stands in it."""
        self.received.close_void(narrow=self.narrow)
        self.overview.invite(to_choose=self.model.rowCount() > 0)

    def arrive(self) -> None:
        """Reads what came in before, what is missing, what went out, and who is known."""
        for part in (self.overview, self.contacts):
            part.look()
        if self.tabs.current() == SENT:
            self.sent.look()
        self._session.beside.look_up(self._session.workspace.received, self._show_arrivals)

    def _show_arrivals(self, arrivals: "Sequence[Arrival]") -> None:
        if isValid(self):
            self.received.show_arrivals(arrivals, self._bundle)
            self._bundle = ""
            self.fit()

    def refresh(self, records: frozenset[RecordId]) -> None:  # noqa: ARG002 - what came in is no record
        """The same, where another window may have read something in."""
        self.arrive()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Looks at what was dropped."""
        event.acceptProposedAction()
        self.look_at(files_in(event.mimeData()))

    def place(self) -> object:
        """The files that were looked at, with what is known of them, and which is shown."""
        row_ = self.rows.currentIndex().row()
        return self.sides.shown() is self.export, row_, self.model.parcels, self.taking.passphrases, self.tabs.current()

    def return_to(self, place: object) -> None:
        """The same files, without looking again."""
        match place:
            case (bool(is_sending), int(row_), list(parcels), dict(passphrases), str(side)):
                self.model.take(parcels)
                self.fit()
                self.taking.passphrases = passphrases
                self.show_side(side)
                self.rows.setCurrentIndex(self.model.index(row_))
                if is_sending:
                    self.show_export()

    def ask(self) -> None:
        """Chooses files."""
        self.look_at(_chosen_by(self))

    def look_at(self, paths: Sequence[Path], passphrase: str = "") -> None:
        """Shows what files would bring; nothing is read in. `passphrase`: one that was given for them already."""
        files = within(paths)
        if not files:
            return
        at = len(self.model.parcels)
        self.taking.look_at(files, passphrase)
        self.fit()
        self.show_side(RECEIVED)
        self.sides.show_pane(self.reader)
        self.rows.setCurrentIndex(self.model.index(at))
        self._stand_by()

    def _stand_by(self) -> None:
        """The keyboard is where one goes on from here."""
        (self.reader.back_button if self.narrow else self.rows).setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        entry = self.model.entry(now)
        if entry and not isinstance(entry, Heading):
            self.sides.show_pane(self.reader)
            self.reader.show_entry(entry)

    def _looked(self, parcel: Parcel) -> None:
        if parcel is self.received.current():
            self.reader.show_entry(parcel)

    def read_in(self) -> None:
        """Reads the chosen file in, and shows the report."""
        parcel = self.received.current()
        if parcel and parcel.waits:
            self._take_in([parcel])

    def read_all(self) -> None:
        """Reads everything in that waits, and shows one report of it."""
        if waits := self.taking.waiting():
            self.sides.show_pane(self.reader)
            self._take_in(waits)

    def _take_in(self, parcels: Sequence[Parcel]) -> None:
        if self.read_button.hasFocus() or self.received.all_button.hasFocus():
            self._stand_by()  # it goes
        self.read_button.setEnabled(False)
        self.received.all_button.setEnabled(False)
        self.taking.read_in(parcels)

    def _took(self, parcels: Sequence[Parcel], missed: Sequence[Refusal]) -> None:
        self.received.all_button.setEnabled(True)
        done = [parcel for parcel in parcels if parcel.read_in]
        if len(parcels) > 1 and done:
            self._choose_none()
            self.reader.show_report(done)
        elif parcels[0] is self.received.current():
            self.reader.show_entry(parcels[0])
        self.reader.tell_missed(missed)
        self.arrive()

    def _turned(self, bundle: str, back: bool) -> None:
        """It was taken back, or it counts again; the row says which."""
        self._stand_by()
        said = tr("Het pakket telt weer mee.") if back else tr("Het pakket is teruggedraaid op deze computer.")
        self._session.told.emit(Notice(said, passes=True))
        self._bundle = "" if self.received.current() else bundle
        self.arrive()

    def _refused(self, error: Refusal) -> None:
        self.received.all_button.setEnabled(True)
        self.reader.refuse(error)

    def _beside_chosen(self, pane: QWidget, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.sides.show_pane(pane)

    def _show_open(self) -> None:
        """What is missing, with the mail that asks for it."""
        self._choose_none()
        self.sides.show_pane(self.overview)

    def _drop(self) -> None:
        """The chosen file goes out of the list, and the keyboard is at the list."""
        if (parcel := self.received.current()) and not parcel.read_in:
            self._choose_none()
            self.model.drop(parcel)
            self.fit()
            self.sides.rest()
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_doubt(self, phrase: str) -> None:
        """The key that has these six words, with the question whose it is."""
        self.show_side(CONTACTS)
        self.contacts.choose_phrase(phrase)

    def show_side(self, key: str) -> None:
        """One of the three lists, with nothing chosen in it."""
        self._choose_none()
        self.sides.turn_to_list(key)
        if key == SENT:
            self.sent.look()  # only there, for it weighs all changes against what each colleague has

    def _later(self) -> None:
        """Beside a list stands what there is to say while nothing of it is chosen."""
        self._choose_none()
        self.sides.rest()

    def _choose_none(self) -> None:
        for rows in (self.rows, self.sent.rows, self.contacts.rows):
            rows.clearSelection()
            rows.setCurrentIndex(QModelIndex())

    def show_stick(self) -> None:
        """The form to exchange by a stick, beside the list of what comes in."""
        self.show_side(RECEIVED)
        self.sides.show_pane(self.stick)
        self.stick.begin()

    def reply(self) -> None:
        """The form to make a bundle, for whoever sent one last."""
        self.show_export(next((arrival.sender for arrival in self._session.workspace.received()), ""))

    def show_export(self, to: str = "") -> None:
        """The form to make a bundle; `to`: for this colleague."""
        self._choose_none()
        self.sides.show_pane(self.export)
        self.export.begin(to)


def _chosen_by(page: PackagesPage) -> list[Path]:
    kinds = f"{tr('Pakketten en documenten')} ({_ENDINGS});;{tr('Alle bestanden')} (*)"
    expect_bundle()
    chosen, _filter = QFileDialog.getOpenFileNames(page, tr("Kies bestanden"), "", kinds)
    return [Path(each) for each in chosen]


def _show_swapped(page: PackagesPage, made: "Swapped") -> None:
    """What came is read in already: its report, where it brought something."""
    brought = [each for each in made.files if each.new or each.error]
    done = page.taking.show_taken(brought, made.left, page.stick.secret.text())
    page.fit()
    if done:
        page.sides.show_pane(page.reader)
        page.reader.show_report(done)
        page.reader.panel.tell(page.stick.said(made))
        page._stand_by()
    page.sent.look()
    page.arrive()
