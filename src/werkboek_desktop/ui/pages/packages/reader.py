"""What is shown beside the list of what came: a file before it is read in, and the report after."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.today_lines import person_of
from werkboek_desktop.errors import PassphraseNeeded, Refusal, WhichProof, WrongPassphrase
from werkboek_desktop.ui.akkoord.telling import day_of
from werkboek_desktop.ui.pages.packages.arrival import arrival_widgets
from werkboek_desktop.ui.pages.packages.pane import WIDEST
from werkboek_desktop.ui.pages.packages.parcels import Parcel
from werkboek_desktop.ui.pages.packages.preview import PreviewText
from werkboek_desktop.ui.pages.packages.report import Leads, Part, ReportText
from werkboek_desktop.ui.pages.packages.taking_back import TakeBack
from werkboek_desktop.ui.pages.packages.taking_in import TakingIn
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.turns import Laying
from werkboek_desktop.ui.widgets.basic import button, clear, column, foot, label, page, row, scrolled, separator
from werkboek_desktop.ui.widgets.details import details
from werkboek_desktop.ui.widgets.fitted import Fitted
from werkboek_desktop.ui.widgets.flow import flowing
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.widgets.panels import Panel
from werkboek_desktop.ui.widgets.tiles import Item
from werkboek_desktop.ui.words import count, tr
from werkboek_desktop.workspace.model import ReadAs, Result

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Arrival


class Reader(Fitted):
    """Shows one file, or the report of several that were read in together."""

    go = Signal(str, str)
    back = Signal()
    wanted = Signal()
    """Somebody wants to read in what is shown."""
    dropped = Signal()
    """Somebody wants what is shown out of the list; the file stays where it is."""
    lacks = Signal()
    """Somebody wants to know what is missing."""
    doubts = Signal(str)
    """Somebody wants to say whose key it is that has these six words."""

    def __init__(self, session: Session, taking: TakingIn) -> None:
        super().__init__()
        self._session = session
        self._taking = taking
        self._report: ReportText | None = None
        self.panel = Panel()
        self.back_button = button(tr("Pakketten"), self.back.emit, "link", "arrow-left")
        self.back_button.hide()
        self.read_button = button("", self.wanted.emit, "primary", "download")
        self.later_button = button(tr("Later"), self.back.emit)
        self.drop_button = button(tr("Uit de lijst"), self.dropped.emit, "link", "x")
        self._note = label("", "caption", "text2", wrap=True)
        self._head, self._pills, self._content = QVBoxLayout(), QHBoxLayout(), QVBoxLayout()
        self._laying = Laying(self._content, self)
        self._build()

    def _build(self) -> None:
        for box, gap in ((self._head, 6), (self._pills, 0), (self._content, 14)):
            box.setSpacing(theme().space(gap))
        buttons = (self.drop_button, 8, self.later_button, self.read_button)
        parts = row(self._note, *buttons, margins=(32, 10, 28, 10))
        parts.setStretch(0, 1)
        line = page("", parts)
        line.setMaximumWidth(theme().px(WIDEST))
        self._foot = foot(line)
        content = QWidget()
        above = column(row(self.back_button, 0), self.panel, self._head, self._pills, gap=12)
        content.setLayout(column(above, self._content, 0, margins=(32, 20, 28, 16), gap=14))
        content.setMaximumWidth(theme().px(WIDEST))
        self.setLayout(column(page("surface", column(scrolled(content, folds=True), self._foot, gap=0)), gap=0))

    def fit(self) -> None:
        """Without the list beside it, there is a way back to the list."""
        self.back_button.setVisible(self.narrow)

    def show_entry(self, entry: "Parcel | Arrival") -> None:
        """What is chosen in the list."""
        self.panel.hide()
        if isinstance(entry, Parcel):
            self._show_parcel(entry)
        else:
            self._clear()
            self._foot.hide()
            undo = self._take_back(entry.id, person_of(entry.sender), undo=entry.aside)
            self._laying.begin(arrival_widgets(entry, self._session.workspace.today, undo))

    def _show_parcel(self, parcel: Parcel) -> None:
        report = parcel.report
        self._foot.setVisible(not parcel.read_in)
        self._show_foot(parcel)
        if report is None:
            self._show_nothing(parcel)
        elif report.error:
            self._clear()
            self._show_refusal(parcel, report.error)
        elif parcel.read_in:
            self.show_report([parcel])
        else:
            self._clear()
            self._laying.begin(PreviewText(self._session, parcel).widgets())

    def _clear(self) -> None:
        self._report = None
        clear(self._head)
        clear(self._pills)
        self._laying.begin(())

    def _show_nothing(self, parcel: Parcel) -> None:
        self._clear()
        if parcel.stopped:
            look = button(tr("Bekijk dit bestand"), partial(self._taking.look, [parcel]), "", "eye")
            self.panel.tell(tr("Dit bestand is nog niet bekeken."), tr("Er is niets gewijzigd."), look)

    def _show_foot(self, parcel: Parcel) -> None:
        report = parcel.report
        is_open = report is not None and not (report.error or parcel.repeats or parcel.read_in)
        for each in (self.later_button, self.read_button):
            each.setVisible(is_open)
        new = report.new if report and is_open else 0
        is_document = report is not None and report.is_document
        nothing = tr("Niets nieuws in dit document") if is_document else tr("Niets nieuws in dit pakket")
        reads = f"{tr('Lees')} {count(new, tr('wijziging'), tr('wijzigingen'))} {tr('in')}"
        self.read_button.setText(reads if new else nothing)
        self.read_button.setEnabled(new > 0)
        self._note.setText(tr("Eerst wordt een back-up gemaakt.") if new else "")
        if new and self.back_button.hasFocus():  # it waited there for something to do
            self.read_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_report(self, parcels: Sequence[Parcel]) -> None:
        """What reading these in did."""
        self._clear()
        self.panel.hide()
        self._foot.hide()
        self._report = ReportText(self._session, parcels, Leads(self.go.emit, self.doubts.emit, self.lacks.emit))
        self._head.addWidget(self._report.head())
        for each in self._undoing(parcels):
            self._head.addWidget(each)
        pills = [self._pill(part, words) for part, words in self._report.parts().items()]
        if pills:
            self._pills.addWidget(flowing(*pills))
            pills[0].setChecked(True)
        self._laying.begin(self._report.widgets())

    def _take_back(self, bundle: str, who: str, *, undo: bool) -> TakeBack:
        return TakeBack(self._session, self._taking, bundle, who, undo=undo)

    def _undoing(self, parcels: Sequence[Parcel]) -> Iterator[QWidget]:
        """One bundle can be taken back as a whole; of several each has its own row for that."""
        report = parcels[0].report
        if len(parcels) > 1:
            yield label(tr("Terugdraaien kan per pakket: kies het links."), "caption", "text2", wrap=True)
        elif report and report.bundle and report.result != Result.KNOWN:
            yield self._take_back(report.bundle, parcels[0].sender, undo=False)

    def _pill(self, part: Part, words: str) -> QPushButton:
        def show() -> None:
            for each in self._shown_pills():
                each.setChecked(each is made)
            if self._report:
                self._laying.begin(self._report.widgets(part))

        made = button(words, show, "pill")
        made.setCheckable(True)
        return made

    def _shown_pills(self) -> list[QPushButton]:
        return [each for each in self.findChildren(QPushButton) if each.property("kind") == "pill"]

    def tell_missed(self, missed: Sequence[Refusal]) -> None:
        """All is in; only the backup before it did not come everywhere."""
        if missed:
            said = " ".join(error.message for error in missed)
            self.panel.warn(said, tr("Het pakket is gewoon ingelezen."), missed[0].steps, details(*missed))

    def refuse(self, error: Refusal) -> None:
        """Nothing was read in, and why."""
        self.panel.refuse(error, tr("Je werkboek is niet veranderd."))
        self.read_button.setEnabled(True)

    def _show_refusal(self, parcel: Parcel, error: Refusal) -> None:
        action: QWidget | None = None
        steps = error.steps
        if isinstance(error, PassphraseNeeded | WrongPassphrase):
            action = self._ask_passphrase(parcel)
        elif isinstance(error, WhichProof):
            action = self._ask_proof(parcel)
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
            self._taking.unlock(parcel, field.text())

        field.returnPressed.connect(use)
        holder = QWidget()
        holder.setLayout(row(field, button(tr("Open het pakket"), use)))
        holder.setFocusProxy(field)
        return holder

    def _ask_proof(self, parcel: Parcel) -> QWidget:
        """Which proof a document belongs to that no longer says so, or that it is a new case."""
        workspace = self._session.workspace
        choices = [self._proof(parcel, each.id) for each in workspace.rows("proof") if each.title]
        new = button(
            tr("Maak er een nieuw praktijkvoorbeeld van"), lambda: self._taking.look_as(parcel, ReadAs(new=True))
        )
        parts = [part for each in choices for part in (each, separator())]
        holder = QWidget()
        holder.setLayout(column(*parts, row(new, 0)))
        holder.setFocusProxy((*(each.button for each in choices), new)[0])
        return holder

    def _proof(self, parcel: Parcel, proof: RecordId) -> Item:
        workspace = self._session.workspace
        view, owner = workspace.record(proof), self._session.owner_of(proof)
        case, sent = workspace.title(owner) if owner else "", view.value("sent_on")
        to, on = str(view.value("sent_to") or tr("Proef")), day_of(str(sent)) if sent else ""
        use = partial(self._taking.look_as, parcel, ReadAs(proof=proof))
        return Item("send", "text2", to, " · ".join(filter(None, (case, on))), tr("Deze proef"), use)
