"""Doorlopend lezen: the whole book as one text to read and write, for one voice. What is written is a normal change."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.readthrough import LOOSE
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.pages.head import Facts
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.pages.readthrough.column import Column
from werkboek_desktop.ui.pages.readthrough.marks import BookMarks
from werkboek_desktop.ui.pages.readthrough.outline import Outline
from werkboek_desktop.ui.pages.readthrough.read_book import ReadBook
from werkboek_desktop.ui.pages.readthrough.seek import Seek
from werkboek_desktop.ui.pages.readthrough.sheet import Sheet, Wanted, sheet
from werkboek_desktop.ui.pages.readthrough.wanted import Choices
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.turns import in_turns
from werkboek_desktop.ui.widgets.basic import button, column, label, page, row
from werkboek_desktop.ui.widgets.fitted import Beside
from werkboek_desktop.ui.widgets.keys import hears
from werkboek_desktop.ui.widgets.panels import EmptyState, Panel, ProgressCard
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Changed


class ReadingPage(Page):
    """The table of contents, what is chosen and sought at the left; the text beside it."""

    back = Signal()

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._read = ReadBook(session, jobs, self)
        self._marks = BookMarks(session, self)
        self._touched: set[RecordId] = set()
        self._to: tuple[RecordId, str] | None = None
        self._enters = False
        self.column = Column(session)
        self.outline = Outline()
        self.seek = Seek(self.column, jobs)
        self.choices = Choices(read_only=session.workspace.read_only)
        self.panel, self.progress = Panel(above=True), ProgressCard()
        self.empty = EmptyState("book-open-text")
        self.where = Facts()
        self._following = QTimer(self, singleShot=True, interval=0)
        self._following.timeout.connect(self._follow)
        self._build()
        self._connect()
        self._keys()

    def _build(self) -> None:
        title = label(tr("Doorlopend lezen"), "section")
        head = column(title, self.seek, self.choices, margins=(20, 14, 12, 0), gap=8)
        left = column(head, row(self.outline, margins=(8, 0, 8, 8)), gap=8)
        left.setStretch(1, 1)
        self._left = page("list", left)
        self._contents = button(tr("Inhoud"), self._to_outline, "link", "arrow-left")
        self.form_button = button(tr("Naar het formulier"), self.to_form, "quiet", "pencil-line")
        top = row(self._contents, self.where, 0, self.form_button, margins=(28, 8, 20, 8), gap=12)
        top.setStretch(1, 1)
        top.setStretch(2, 0)  # the room is for where one is, while that is told
        self._top = page("header", top)
        notes = column(self.panel, self.progress, margins=(24, 0, 24, 0), gap=0)
        text = column(self._top, notes, self.column.area, self.empty, gap=0)
        text.setStretch(2, 1)
        self._beside = Beside(self._left, page("surface", text), theme().size("list"))
        self._beside.to_detail()
        self.empty.hide()
        self.setProperty("page", "surface")
        self.setProperty("wide", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setLayout(column(self._beside, gap=0))
        self.fit()

    def fit(self) -> None:
        """In a narrow window the text alone, with a way to the table of contents."""
        self._contents.setVisible(self.narrow)

    def _connect(self) -> None:
        self.column.moved.connect(self._following.start)
        self.column.made.connect(self._mark)
        self.column.choose.connect(self.go)
        self.outline.went.connect(self._to_part)
        self.outline.entered.connect(self._enter_part)
        self.seek.went.connect(self._beside.to_detail)
        self.choices.changed.connect(self._draw)
        self.choices.only_reads.connect(self._turn)
        self.column.only_read(on=self._session.workspace.read_only)
        self._read.came.connect(self._came)
        self._session.changed.connect(self._changed)

    def _keys(self) -> None:
        hears(self, self.to_form, "Ctrl+Enter")
        hears(self, partial(self.seek.step, 1), "F3")
        hears(self, partial(self.seek.step, -1), "Shift+F3")
        hears(self, self.back.emit, "Esc")

    def regions(self) -> Sequence[QWidget]:
        """What is chosen and the table of contents, what is above the text, and the text."""
        return self._left, self._top, self.column.area

    def search(self) -> bool:
        """Looks for words in the text."""
        self._beside.to_rows()
        self.seek.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.seek.field.selectAll()
        return True

    def place(self) -> object:
        """What is chosen, and where one is."""
        (record, field, _nth), _offset = self.column.place()
        return self.choices.wanted(), record, field

    def return_to(self, place: object) -> None:
        """The same text, once it is read."""
        match place:
            case (Wanted() as wanted, str(record), str(field)):
                self.choices.return_to(wanted)
                self._to = record, field

    def at(self) -> tuple[RecordId, str]:
        """The text that one is at."""
        shown, at = self.column.sheet, self.column.in_sight()
        return shown.keys[at][:2] if shown and at >= 0 else self._to or ("", "")

    def begin_at(self, record: RecordId, field: str) -> None:
        """Where somebody was the time before."""
        self._to = record, field

    def arrive(self) -> None:
        """Reads the book beside the window; what is there of it stays on the screen meanwhile."""
        touched, self._touched = self._touched, set()
        self.column.refresh(touched)
        self._enters = True
        self._read.again(self.progress, self._refused)

    def _changed(self, changed: "Changed") -> None:
        if not self.isVisible():
            self._touched |= changed.records

    def _refused(self, error: Refusal) -> None:
        self.panel.refuse(error, tr("Er is niets gewijzigd."))

    def refresh(self, records: frozenset[RecordId]) -> None:
        """Shows what changed while it is shown, and reads that again; the text that one writes in stays."""
        self.column.refresh(records)
        self._read.refresh(records)

    def _came(self) -> None:
        self.choices.show_chapters(self._read.book.parts, self.choices.wanted().chapter)
        self._draw()

    def _draw(self) -> None:
        """Another choice, or other texts: made beside the window too, for a book may be long."""
        parts, wanted, scale = self._read.book.parts, self.choices.wanted(), self.column.scale()
        self._jobs.look_up(lambda: sheet(parts, wanted, scale), self._show)

    def _show(self, made: Sheet) -> None:
        if isValid(self):
            in_turns(self, (partial(self._show_sheet, made), self.seek.look, self._go_to, self._come, self._follow))

    def _show_sheet(self, made: Sheet) -> None:
        before, held = self.column.sheet, self._is_in_text()
        self.outline.show_names(made.names)
        self.column.area.setVisible(bool(made.keys))
        self.empty.setVisible(not made.keys)
        self.empty.say(tr("Hier valt niets te lezen."), tr("Kies een ander hoofdstuk of een andere status."), "")
        if made.is_cut and not (before and before.is_cut):
            too_long = tr("Dit is te lang om in één keer te tonen.")
            self.panel.tell(too_long, tr("Kies links een hoofdstuk of een status om de rest te lezen."))
        self.column.show_sheet(made)  # in the room that is left
        if held and not self._is_in_text():
            self._enter()

    def _go_to(self) -> None:
        """To where one was the time before, or comes from; a first text has its title above it."""
        shown, to = self.column.sheet, self._to
        self._to = None
        if shown and to and (at := shown.places.get((*to, 0))) is not None:
            start = shown.starts[shown.part_at(at)]
            self.column.bring(start if at == start + 1 else at)

    def _come(self) -> None:
        if self._enters and self.isVisible():
            self._enters = False
            self._enter()

    def _enter(self) -> None:
        """Puts the keyboard in the text that one is at; where there is none, at what leads to others."""
        shown, at = self.column.sheet, self.column.in_sight()
        if shown and not shown.keys:
            (self._contents if self.narrow else self.choices.status).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.choices.wanted().only_read:
            self.column.area.setFocus(Qt.FocusReason.OtherFocusReason)
        elif shown and at >= 0:
            next((True for near in range(at, min(at + 3, len(shown.keys))) if self.column.enter(near)), False)

    def _is_in_text(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.column.area.isAncestorOf(focus)

    def _turn(self, only_read: bool) -> None:
        held = self._is_in_text()
        self.column.leave()
        self.column.only_read(on=only_read)
        if held:
            self._enter()
        if self._read.book.parts:
            self._draw()

    def _mark(self) -> None:
        """The marks of the texts that came."""
        self.seek.mark()
        self._marks.mark(self.column.rows(), self._read.book)

    def _to_outline(self) -> None:
        self.column.leave()
        self._beside.to_rows()
        shown = self.column.sheet
        to = self.outline if shown and shown.keys else self.choices.status
        to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_part(self, part: int) -> None:
        shown = self.column.sheet
        if shown and 0 <= part < len(shown.starts):
            self.column.bring(shown.starts[part])

    def _enter_part(self, part: int) -> None:
        self._beside.to_detail()
        self._to_part(part)
        self._enter()

    def step(self, by: int) -> None:
        """So many cases further or back; where there is none at all, chapters."""
        shown, at = self.column.sheet, self.column.in_sight()
        to = shown.beyond(at, by) if shown and at >= 0 else None
        if to is not None:
            self._enter_part(to)

    def _follow(self) -> None:
        """Says where one is."""
        shown, at = self.column.sheet, self.column.in_sight()
        self.where.setVisible(shown is not None and at >= 0)
        if shown is None or at < 0:
            self.form_button.setEnabled(False)
            return
        part = shown.part_at(at)
        self.where.show_text(" › ".join(shown.path(at, whole=not self.narrow)))
        self.form_button.setEnabled(bool(shown.parts[part].kind))
        self.outline.show_here(part)

    def to_form(self) -> None:
        """To the form of the case or chapter that one is at, at the same text."""
        record, field = self.at()
        if record and record != LOOSE:
            self.go.emit(record, field)

    def leave(self) -> None:
        """Seals whatever is being typed."""
        self.column.leave()
