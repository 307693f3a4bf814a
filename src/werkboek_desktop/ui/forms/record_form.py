"""The form of one record: tabs from the schema, each made when it is first looked at."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QStyle, QVBoxLayout, QWidget
from shiboken6 import delete

from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.kinds.clearances import CLEARANCE, HEARD
from werkboek_desktop.domain.schema import owned_kinds
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.ui.forms.beside import most
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.forms.history import HistoryView
from werkboek_desktop.ui.forms.items import ItemList
from werkboek_desktop.ui.forms.plan import AKKOORD, HISTORY, Tab, intake, tabs
from werkboek_desktop.ui.forms.pointing import Pointing
from werkboek_desktop.ui.forms.proofing import Proofing
from werkboek_desktop.ui.forms.tab_bar import Tabs
from werkboek_desktop.ui.forms.tab_page import TabPage
from werkboek_desktop.ui.forms.tables.model import Spot
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import button, column, label, row, scrolled
from werkboek_desktop.ui.widgets.sight import Sight
from werkboek_desktop.ui.words import tr

SOON = 50
"""Milliseconds until what was filled has its height."""


class Place(NamedTuple):
    """Where somebody is in a form."""

    tab: int
    asked: frozenset[RecordId]
    held: Spot | None


class Leaf(NamedTuple):
    """What is there of a tab: its page, what that scrolls in, and what keeps a field of it in sight."""

    page: TabPage
    area: QScrollArea
    sight: Sight


class RecordForm(QWidget):
    """All tabs of a kind, for one record after another. `at` tells at which field somebody is.

    The page puts `tab_bar` where it wants it. A record of which only the first questions were answered shows those,
    until its person asks for the rest.
    """

    choose = Signal(str, str)
    changed = Signal()
    at = Signal(object)
    asked = Signal(str, str)
    """What somebody wants to do about an akkoord, and about which case or proof."""
    erase = Signal(str)
    """Asks to erase an item for good."""

    def __init__(self, kind: Kind, session: Session) -> None:
        super().__init__()
        self.kind = kind
        self._session = session
        self._record: RecordId = ""
        self._whole = tabs(kind)
        self._intake = intake(kind)
        is_pointed = kind.key in HEARD or CLEARANCE.key in owned_kinds(kind.key)
        self._pointing = Pointing(session, self) if is_pointed else None
        self._proofing = Proofing(session, self)
        self._came = False
        self._arriving = QTimer(self, singleShot=True, interval=SOON)
        self._arriving.timeout.connect(self._arrive)
        self._asked: set[RecordId] = set()
        self._plan: list[Tab] = []
        self._leaves: dict[str, Leaf] = {}
        self.tab_bar = Tabs()
        self.tab_bar.setParent(self)  # until a page takes it: alone it would be a window
        self._stack = QStackedWidget()
        self.tab_bar.currentChanged.connect(self._go)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._stack)
        self._follow = QTimer(self, singleShot=True, interval=0)
        self._follow.timeout.connect(self._tell_where)
        self._take(self._whole)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def _take(self, plan: list[Tab]) -> None:
        """Shows these tabs."""
        if plan == self._plan:
            return
        self._plan = plan
        self.tab_bar.show_titles(tab.title for tab in plan)

    def show_record(self, record: RecordId) -> RecordView:
        """Shows a record, and returns what it showed; of the one before, what was typed is sealed."""
        if record != self._record:
            self.leave()
            self._came = True
        self._record = record
        view = self._session.workspace.record(record)
        begins = bool(self._intake) and record not in self._asked
        self._take(self._intake if begins and not self.kind.goes_on(view.filled()) else self._whole)
        self._show_tab(view)
        self._follow.start()
        return view

    def place(self) -> Place:
        """The tab, the records of which all was asked, and the item and field that somebody is writing in."""
        return Place(self.tab_bar.currentIndex(), frozenset(self._asked), self._current().held())

    def return_to(self, place: object) -> None:
        """The same tab, and the same cell of a table."""
        if not isinstance(place, Place):
            return
        self._asked |= place.asked
        self.refresh()
        self.tab_bar.setCurrentIndex(place.tab)
        if place.held and place.held[0]:
            self.reveal(*place.held)

    def _show_tab(self, view: RecordView) -> None:
        leaf = self._leaf()
        self._stack.setCurrentWidget(leaf.area)
        leaf.page.show_record(view)
        self._proofing.read(view)
        self._mark()

    def _mark(self) -> None:
        if self._pointing:
            tables = [items.editing for items in self._current().lists]
            self._pointing.mark(self._record, self._current().texts(), tables)
        self._proofing.mark(self._current().rows(), self._current().lists)

    def show_whole(self) -> None:
        """The rest of the questions too."""
        self._asked.add(self._record)
        self.leave()
        self.show_record(self._record)
        self.enter()

    def refresh(self) -> None:
        """Shows the same record as the project has it now; what is being typed stays."""
        if self._record:
            self.show_record(self._record)

    def _go(self, at: int) -> None:
        if at >= 0:
            self.leave()
            self.refresh()

    def _tab(self) -> Tab:
        return self._plan[max(self.tab_bar.currentIndex(), 0)]

    def _current(self) -> TabPage:
        return self._leaf().page

    def _leaf(self) -> Leaf:
        """What is there of the tab that is shown; it is made the first time."""
        tab = self._tab()
        if tab.title not in self._leaves:
            self._leaves[tab.title] = self._make(tab)
        return self._leaves[tab.title]

    def forget(self) -> bool:
        """Lets go of one tab that nobody sees; whether there was one. Who goes there finds it made anew."""
        title = next((title for title in self._leaves if title != self._tab().title), None)
        if title is not None:
            delete(self._leaves.pop(title).area)
        return title is not None

    def _make(self, tab: Tab) -> Leaf:
        page_ = TabPage(tab, self._session)
        page_.setEnabled(not self._session.workspace.read_only)
        page_.choose.connect(self.choose)
        page_.changed.connect(self.changed)
        page_.filled.connect(self._filled)
        page_.asked.connect(self.asked)
        page_.erase.connect(self.erase)
        if self._plan is self._intake:
            page_.foot.addLayout(_rest(self._whole, self.show_whole))
        area = scrolled(page_)
        area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        area.verticalScrollBar().valueChanged.connect(lambda _value: self._follow.start())
        self._stack.addWidget(area)
        return Leaf(page_, area, Sight(area))

    def most(self) -> int:
        """As wide as the tab that is shown may become, with its scroll bar."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return most(self._tab()) + bar

    def rows(self) -> list[FieldRow]:
        """Those that are there of the tab that is shown."""
        return self._current().rows()

    def lists(self) -> list[ItemList]:
        """The items that stand on it."""
        return self._current().lists

    def row_of(self, field: str) -> FieldRow | None:
        """The row of a field of the record itself, on the tab that is shown."""
        page_ = self._current()
        page_.until(partial(page_.row_of, field))
        return page_.row_of(field)

    def enter(self) -> None:
        """Puts the keyboard at the first field of the tab, or in its first table."""
        self._came = False
        page_ = self._current()
        page_.until(page_.first_field)
        (page_.first() or self.tab_bar).setFocus(Qt.FocusReason.OtherFocusReason)
        for view in page_.akkoorden():
            view.enter()

    def step(self, by: int) -> None:
        """To a neighbouring tab."""
        at = self.tab_bar.currentIndex() + by
        if 0 <= at < self.tab_bar.count():
            self.tab_bar.setCurrentIndex(at)
            self.enter()

    def reveal(self, record: RecordId, field: str) -> None:
        """Goes to a field of the record or of one of its items, or to a kind of items, and puts the keyboard there."""
        kind = field if record == self._record else self._session.kind_of(record)
        page_ = self._go_to(kind)
        if page_ is None:
            return
        page_.until(partial(page_.row_of, field if record == self._record else ""))
        if kind in AKKOORD:
            for view in page_.akkoorden():
                view.enter()
        elif (target := page_.reach(record, field, owned=record != self._record)) is not None:
            to = target.editor if isinstance(target, FieldRow) else target
            to.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll_to(target)

    def show_history(self, kind: str, field: str) -> bool:
        """What happened to a field, with the keyboard there; False where this record has no history."""
        page_ = self._go_to(HISTORY)
        if page_ is None:
            return False
        page_.finish()
        page_.findChildren(HistoryView)[0].show_field(kind, field)
        return True

    def _go_to(self, key: str) -> TabPage | None:
        """The tab that something stands on, and of all questions if need be: somebody is led there."""
        if not any(tab.holds(key) for tab in self._whole):
            return None
        if not any(tab.holds(key) for tab in self._plan):
            self._asked.add(self._record)
            self.refresh()
        self.tab_bar.setCurrentIndex(next(at for at, tab in enumerate(self._plan) if tab.holds(key)))
        self._came = False
        self._arriving.stop()
        return self._current()

    def _scroll_to(self, target: QWidget) -> None:
        self._leaf().sight.hold(target)

    def _filled(self) -> None:
        self._follow.start()
        if self._came:
            self._came = False
            self._arriving.start()

    def _arrive(self) -> None:
        """Of another record one sees the field that has the keyboard, else its beginning."""
        focus = QApplication.focusWidget()
        held = next((row for row in self._current().rows() if focus and row.isAncestorOf(focus)), None)
        if held:
            self._scroll_to(held)
        elif focus is None or not self.isAncestorOf(focus):
            self._leaf().area.verticalScrollBar().setValue(0)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self._follow.start()

    def _tell_where(self) -> None:
        self._mark()
        self.at.emit(self.where())

    def where(self) -> Field | None:
        """The field that has the keyboard, else the uppermost one in sight that has questions."""
        leaf = self._leaves.get(self._tab().title)
        return leaf.page.where() if leaf else None

    def leave(self) -> None:
        """Seals whatever is being typed."""
        for leaf in self._leaves.values():
            leaf.page.leave()


def _rest(plan: Sequence[Tab], show: Callable[[], object]) -> QVBoxLayout:
    names = ", ".join(tab.title.lower() for tab in plan[1:])
    later = f"{tr('Dit is genoeg om te beginnen. De rest kan later:')} {names}."
    more = button(tr("Aanvullen"), show, "", "list-checks")
    return column(row(more, 0), label(later, "caption", "text2", wrap=True), gap=6)
