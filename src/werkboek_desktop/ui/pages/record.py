"""The page of one record: its name, what can be done with it, its form, and beside that what helps to write it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain import schema, workflow
from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.kinds.clearances import CLEARANCE
from werkboek_desktop.domain.today import LOOKED_AT
from werkboek_desktop.domain.view import RecordView, Status
from werkboek_desktop.domain.workflow import Gap
from werkboek_desktop.ui.forms.ease import EaseCard
from werkboek_desktop.ui.forms.plan import HISTORY
from werkboek_desktop.ui.forms.record_form import RecordForm
from werkboek_desktop.ui.forms.side import Side
from werkboek_desktop.ui.lists.line import STATUS
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.head import RecordHead
from werkboek_desktop.ui.pages.news import RecordNews
from werkboek_desktop.ui.pages.record_notices import RecordNotices
from werkboek_desktop.ui.pages.steps import StatusCard
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.standing import go_to_sentence
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.tokens import TAB_ROOM
from werkboek_desktop.ui.widgets.basic import column, page, row
from werkboek_desktop.ui.widgets.bounded import Bounded
from werkboek_desktop.ui.widgets.fitted import UNLIMITED
from werkboek_desktop.ui.widgets.menu import Entry
from werkboek_desktop.ui.widgets.panels import Panel, ProgressCard
from werkboek_desktop.ui.widgets.undo_keys import UNDO
from werkboek_desktop.ui.words import tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace.model import Standing

SOON = 30
SHARE = 0.47
"""How much of the page may be told above its form before that scrolls."""
IN_BOOK = frozenset({"workbook", "chapter"})
"""Kinds whose page leads to the whole book as one text."""


class RecordPage(QWidget):
    """One kind's page; it shows one record after another."""

    choose = Signal(str, str)
    back = Signal()
    publish = Signal(str)
    send_out = Signal(str)
    ask_intake = Signal(str)
    """Asks for the form of its intake."""
    convert = Signal(str)
    check = Signal(str)
    """Asks for the privacy check of a record."""
    read = Signal(str)
    """Asks for the whole book as one text, from this record on."""
    undo = Signal()
    """Asks to take back what was done last."""
    delete = Signal(str)
    erase = Signal(str)
    """Asks to erase a record, or an item of it, for good."""
    shift = Signal(str, int)

    def __init__(self, kind: Kind, session: Session) -> None:
        super().__init__()
        self.kind = kind
        self.record: RecordId = ""
        self._session = session
        self.panel = Panel()
        self.progress = ProgressCard()
        self.head = RecordHead(kind, self._first(), self._rest())
        self.notices = RecordNotices(session)
        self._above = column(self.panel, self.progress, self.notices)  # what just happened is in sight
        self._told = Bounded(page("", self._above), UNLIMITED)
        self._told.setAccessibleName(tr("Meldingen"))
        self._card: StatusCard | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._read_standing)
        self.form = RecordForm(kind, session)
        self.news = RecordNews(session, self.form) if kind.key == LOOKED_AT else None
        self.ease = EaseCard(session) if CLEARANCE.key in schema.owned_kinds(kind.key) else None
        self.side = Side(self.ease)
        if self.news:
            self._above.insertWidget(2, self.news)
        self._build()
        self._connect()

    @property
    def steps(self) -> StatusCard | None:
        """How its status goes on, made when that is asked the first time; None: this kind has no steps."""
        status = schema.field(self.kind.key, STATUS)
        if self._card is None and status is not None and self._has_steps():
            self._card = StatusCard(status, self._session)
            self._card.go.connect(self.reveal)
            self._card.closed.connect(self._back_from_steps)
            self._above.insertWidget(0, self._card)
        return self._card

    def _has_steps(self) -> bool:
        return workflow.has_steps(self.kind.key)

    def _build(self) -> None:
        bar = row(self.form.tab_bar)
        bar.setContentsMargins(theme().space(32) - TAB_ROOM, 0, theme().space(20), 0)
        head = column(column(self.head, self._told, margins=(32, 18, 20, 6), gap=4), bar, gap=0)
        if self.form.tab_bar.count() < 2:
            head.addSpacing(theme().space(4))
        body = row(self.form, self.side, gap=8)
        body.setStretch(0, 1000)
        body.addStretch(1)  # what helps to write stands beside what is written, however wide the window is
        self._top = page("header", head)
        layout = column(self._top, body, gap=0)
        layout.setStretch(1, 1)
        self.setProperty("page", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.form.choose.connect(self.choose)
        self.form.erase.connect(self.erase)
        self.form.changed.connect(self._refresh_head)
        self.form.at.connect(self._show_questions)
        self.side.go.connect(self.reveal)
        if self.ease:
            self.ease.go.connect(self._to_sentence)
            self.ease.changed.connect(self._show_ease)
        self.head.back.connect(self.back)
        self.head.status.connect(self._open_steps)

    def _first(self) -> list[Entry]:
        made: list[Entry] = []
        if self.kind.printed:
            made.append(Entry("file-text", tr("Maak PDF"), lambda: self.publish.emit(self.record)))
        if CLEARANCE.key in schema.owned_kinds(self.kind.key):
            made.append(Entry("shield-alert", tr("Privacycheck"), lambda: self.check.emit(self.record)))
        if self.kind.key in IN_BOOK:
            made.append(Entry("book-open-text", tr("Doorlopend lezen"), lambda: self.read.emit(self.record)))
        if target := schema.kind(self.kind.becomes):
            made.append(Entry("file-plus", f"{tr('Maak')} {target.label.lower()}", self._convert))
        return made

    def _rest(self) -> list[Entry]:
        made: list[Entry] = []
        name = self.kind.label
        if self.kind.returns:
            made.append(Entry("pencil-line", tr("Naar Word"), lambda: self.send_out.emit(self.record)))
            made.append(Entry("file-input", tr("Intakeformulier"), lambda: self.ask_intake.emit(self.record)))
        if self.kind.is_placed:
            made.append(Entry("arrow-up", f"{name} {tr('omhoog')}", lambda: self.shift.emit(self.record, -1)))
            made.append(Entry("arrow-down", f"{name} {tr('omlaag')}", lambda: self.shift.emit(self.record, 1)))
        if not self.kind.single:
            made.append(Entry("trash-2", f"{name} {tr('verwijderen')}", lambda: self.delete.emit(self.record)))
            made.append(Entry("eraser", tr("Voorgoed wissen (AVG)"), lambda: self.erase.emit(self.record)))
        return [*made, Entry("undo-2", tr("Ongedaan maken"), self.undo.emit, UNDO)]

    def _convert(self) -> None:
        self.form.leave()
        self.convert.emit(self.record)

    def _open_steps(self) -> None:
        status = self._session.workspace.record(self.record).fields.get(STATUS)
        if status and status.status is Status.CONFLICT:
            self.choose.emit(self.record, STATUS)
        elif card := self.steps:
            self.form.leave()
            standing = self._session.workspace.standing(self.record)
            self._show_standing(standing)  # a button that is made on the screen has no place for the keyboard yet
            card.show()
            self._show_gaps([])
            card.enter()

    def _back_from_steps(self) -> None:
        self._soon.start()
        self.head.status_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_record(self, record: RecordId) -> None:
        """Shows a record."""
        is_other = record != self.record
        if is_other:
            self.form.leave()  # before the snapshot: what is written in one is not seen in it
            self.panel.hide()  # what was made or refused was of the other one
            if self._card:
                self._card.hide()
        self.record = record
        with self._session.workspace.snapshot():
            self._show_head(self.form.show_record(record))
        if is_other:
            self.side.to_top()

    def refresh(self) -> None:
        """Shows the same record as the project has it now."""
        if self.record:
            self.show_record(self.record)

    def has_gone(self) -> bool:
        """Whether somebody deleted what it shows, and says so; what was being typed in it brings it back first."""
        if not self.record or self._session.is_there(self.record):
            return False
        self.leave()
        is_gone = not self._session.is_there(self.record)
        if is_gone:
            gone = f"{self.kind.label} ‘{self.head.title.text()}’ {tr('is verwijderd.')}"
            self._session.told.emit(Notice(gone, passes=True))
        return is_gone

    def _refresh_head(self) -> None:
        self._show_head(self._session.workspace.record(self.record))

    def _show_head(self, view: RecordView) -> None:
        title = self._session.workspace.title(self.record)
        self.head.show_view(view, title, has_steps=self._has_steps())
        self.notices.show_view(view)
        if self.news:
            self.news.show_record(self.record)
        self._soon.start()

    def _read_standing(self) -> None:
        """What takes longer to work out is read beside the window, so that going through a list never waits."""
        if self.ease:
            self.ease.read(self.record)
        read = partial(self._session.workspace.standing, self.record)
        self._session.beside.look_up(read, partial(self._take_standing, self.record))

    def _take_standing(self, record: RecordId, standing: "Standing") -> None:
        if isValid(self) and record == self.record:
            self._show_standing(standing)

    def _show_standing(self, standing: "Standing") -> None:
        self.head.show_parts(standing.parts)
        self.side.show_balance(standing.balance)
        self.notices.show_standing(standing)
        is_open = self._card is not None and not self._card.isHidden()
        self._show_gaps([] if is_open else standing.gaps)
        if self._card:
            status = self._session.workspace.record(self.record).value(STATUS)
            self._card.show_record(self.record, str(status) if status else None, standing.gaps)

    def _show_gaps(self, gaps: Sequence[Gap]) -> None:
        self.side.show_gaps(gaps)
        self._make_room()

    def _show_questions(self, field: Field | None) -> None:
        self.side.show_questions(field)
        self._make_room()

    def _show_ease(self) -> None:
        self.side.show_ease(is_written=self.form.where() is not None)
        self._make_room()

    def _to_sentence(self, record: RecordId, field: str, words: str) -> None:
        self.reveal(record, field)
        focus = QApplication.focusWidget()
        if isinstance(focus, ProseInput):
            go_to_sentence(focus, words)

    def _make_room(self) -> None:
        """What helps to write stands beside what is written, not beside what happened."""
        bar = self.form.tab_bar
        is_history = bar.tabText(bar.currentIndex()) == tr(HISTORY)
        self.side.setVisible(not self.side.is_empty() and not is_history)
        most = self.form.most()
        self.form.setMaximumWidth(UNLIMITED if self.side.isHidden() else most)
        self.side.take_room(self.width() - most - theme().space(8))

    def reveal(self, record: RecordId, field: str) -> None:
        """Goes to a field."""
        self.form.reveal(record, field)

    def regions(self) -> Sequence[QWidget]:
        """What can be done with the record, its form, and what stands beside that."""
        return self._top, self.form, self.side

    def enter(self) -> None:
        """Puts the keyboard in the form."""
        self.form.enter()

    def leave(self) -> None:
        """Seals whatever is being typed."""
        self.form.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is told leaves the form its room; what that does not need, the side has."""
        super().resizeEvent(event)
        self._told.bound(round(self.height() * SHARE))
        self._make_room()
