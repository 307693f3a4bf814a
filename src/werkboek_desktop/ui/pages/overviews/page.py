"""Overzichten: balance, choice and what is missing, as tabs over the same cases."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.overview.entry import Entry
from werkboek_desktop.domain.overview.gathered import Gathered
from werkboek_desktop.domain.overview.selection import Step
from werkboek_desktop.domain.overview.views import LABELS, View
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.pages.overviews.balance import BalanceBoard
from werkboek_desktop.ui.pages.overviews.board import Board
from werkboek_desktop.ui.pages.overviews.choice import ChoiceBoard
from werkboek_desktop.ui.pages.overviews.files import Files
from werkboek_desktop.ui.pages.overviews.missing import MissingBoard
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import button, column, label, page, row
from werkboek_desktop.ui.widgets.panels import Panel, ProgressCard
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs, Progress
from werkboek_desktop.workspace import Changed, Overview, as_edits

MANY = 200
"""From so many changed records on, reading all is as fast."""


class _Fresh(NamedTuple):
    before: Gathered
    after: Gathered
    touched: frozenset[RecordId]


class _Checked(NamedTuple):
    before: Gathered
    after: Gathered
    known: Mapping[RecordId, Entry]


class OverviewsPage(Page):
    """Reads all cases beside the window, once; after that only what changed."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._cases: Gathered | None = None
        self._touched: set[RecordId] = set()
        self._stale: set[View] = set()
        self.progress = ProgressCard()
        self.panel = Panel(above=True)
        self.files = Files(session, jobs, self.progress, self.panel)
        self._checking = False
        self.tabs = QTabBar()
        self._title = label(tr("Overzichten"), "title")
        self._head, self._low = self._make_head(), row(self.tabs)
        self._stack = QStackedWidget()
        self.setProperty("wide", True)
        self._build()
        session.changed.connect(self._changed)

    def _build(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(tr("Overzichten"))
        for view in View:
            self.tabs.addTab(tr(LABELS[view]))
        self._bring()
        self.tabs.currentChanged.connect(self._turned)
        head = column(self._head, self._low, margins=(24, 12, 24, 0), gap=6)
        notes = column(self.panel, self.progress, margins=(24, 0, 24, 0), gap=0)
        layout = column(page("header", head), notes, self._stack, gap=0)
        layout.setStretch(2, 1)
        self.setProperty("page", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setLayout(layout)

    def fit(self) -> None:
        """Title, files and tabs; in a narrow window in one line, for the tabs say where one is."""
        self._title.setHidden(self.narrow)
        if self.narrow:
            self._head.insertWidget(0, self.tabs)
        else:
            self._low.insertWidget(0, self.tabs)

    def _make_head(self) -> QHBoxLayout:
        picture = button(
            tr("Plaatje (PNG)"), self._save_picture, "link", "image", tr("Bewaar als plaatje voor een dia")
        )
        sheet = button(tr("Excel (CSV)"), self._save_sheet, "link", "table", tr("Bewaar als bestand voor Excel"))
        return row(self._title, 0, picture, sheet, gap=12)

    @property
    def board(self) -> Board:
        """The view that is shown."""
        match list(View)[self.tabs.currentIndex()]:
            case View.BALANCE:
                return self.balance
            case View.CHOICE:
                return self.choice
            case View.MISSING:
                return self.missing

    @cached_property
    def balance(self) -> BalanceBoard:
        """The measures."""
        return BalanceBoard()

    @cached_property
    def choice(self) -> ChoiceBoard:
        """Which cases come in."""
        made = ChoiceBoard()
        made.chosen.connect(self._choose)
        return made

    @cached_property
    def missing(self) -> MissingBoard:
        """What they need."""
        made = MissingBoard(self._session.workspace.lacking, self._jobs)
        made.unread.connect(self._check)
        return made

    def show_view(self, view: View) -> None:
        """Goes to a tab."""
        self.tabs.setCurrentIndex(list(View).index(view))

    def search(self) -> bool:
        """In the filter of the view."""
        self.board.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def arrive(self) -> None:
        """Reads what it has not read yet."""
        if self._cases is None or len(self._touched) > MANY:
            self._read()
        else:
            self._freshen()
        self.board.enter()

    def _read(self) -> None:
        self._touched = set()
        read = self._session.workspace.overview
        self._jobs.read(tr("Praktijkvoorbeelden lezen"), read, self.progress, self._show, self._refused)

    def _refused(self, error: Refusal) -> None:
        self.panel.refuse(error, tr("Er is niets gewijzigd."))

    def _show(self, overview: Overview) -> None:
        is_first = self._cases is None
        self._cases = overview.cases
        self.files.project = overview.project
        self._draw()
        if is_first and self.isVisible():
            self.board.enter()

    def _changed(self, changed: Changed) -> None:
        self._touched |= changed.records

    def refresh(self, records: frozenset[RecordId]) -> None:
        """Reads what changed while it is shown."""
        self._touched |= records
        if self._cases is None or len(self._touched) > MANY:
            self._read()
        else:
            self._freshen()

    def _freshen(self) -> None:
        touched, self._touched = frozenset(self._touched), set()
        before = self._cases
        if touched and before:
            self._jobs.look_up(lambda: self._freshened(before, touched), self._take)

    def _freshened(self, before: Gathered, touched: frozenset[RecordId]) -> "_Fresh":
        fresh = self._session.workspace.fresh_entries(touched)
        return _Fresh(before, before.changed(fresh) if fresh else before, touched)

    def _take(self, fresh: "_Fresh") -> None:
        if fresh.before is not self._cases:  # another change was taken in meanwhile
            self._touched |= fresh.touched
            self._freshen()
        elif fresh.after is not fresh.before:
            self._cases = fresh.after
            self._draw()

    def _check(self, cases: list[Entry]) -> None:
        """Has the texts of these cases read for the privacy check; one look at a time."""
        if self._cases and not self._checking:
            self._checking = True
            before = self._cases
            self._jobs.look_up(lambda: self._checked(before, cases), self._take_checked, self._not_checked)

    def _checked(self, before: Gathered, cases: list[Entry]) -> "_Checked":
        known = self._session.workspace.check_entries(cases)
        return _Checked(before, before.changed(known), known)

    def _take_checked(self, checked: "_Checked") -> None:
        self._checking = False
        if checked.before is self._cases:  # else what is shown now asks again
            self._cases = checked.after
            self.missing.put(checked.after, checked.known)
        else:
            self.missing.look_again()

    def _not_checked(self, _error: Refusal) -> None:
        self._checking = False

    def _draw(self) -> None:
        self._stale = set(View)
        self._draw_current()

    def _draw_current(self) -> None:
        if self._cases and self.board.view in self._stale:
            self._stale.discard(self.board.view)
            self.board.show_cases(self._cases)

    def _bring(self) -> None:
        """Shows the view; each is made when it is first looked at."""
        board = self.board
        if self._stack.indexOf(board) < 0:
            self._stack.addWidget(board)
            board.go.connect(self.go)
        self._stack.setCurrentWidget(board)

    def _turned(self) -> None:
        self._bring()
        self.tabs.updateGeometry()  # the one that is shown is bold, and so wider
        self._draw_current()
        self.board.enter()

    def _choose(self, plan: Sequence[Step]) -> None:
        name = self.choice.name_of(plan)
        edits = as_edits(plan)

        def task(_progress: Progress) -> Changed:
            return self._session.workspace.edit_many(edits, name, initiator=self)

        self._jobs.run(tr("De keuze bewaren"), task, self.progress, lambda _done: self.choice.settled(), self._refused)

    def _save_picture(self) -> None:
        self.files.ask_picture(self.board)

    def _save_sheet(self) -> None:
        self.files.ask_sheet(self.board)
