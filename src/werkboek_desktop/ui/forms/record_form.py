"""The form of one record: tabs from the schema, each made when it is first looked at."""

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.forms.grid import FieldGrid
from werkboek_desktop.ui.forms.heading import Heading
from werkboek_desktop.ui.forms.items import ItemList
from werkboek_desktop.ui.forms.plan import Block, Tab, tabs
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import label, row, scrolled
from werkboek_desktop.ui.widgets.marks import MarkLabel, people_mark
from werkboek_desktop.ui.words import tr


class Tabs(QTabBar):
    """The tabs of a form; the current one has a ring while it has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Onderdelen van het formulier"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds the ring."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("focus"), 2))
            rect: QRect = self.tabRect(self.currentIndex()).adjusted(1, 1, -theme().tab_gap + 6, -3)
            painter.drawRoundedRect(rect, 4, 4)
            painter.end()


class TabPage(QWidget):
    """The blocks of one tab."""

    choose = Signal(str, str)
    changed = Signal()
    deleted = Signal(str, str)

    def __init__(self, tab: Tab, session: Session) -> None:
        super().__init__()
        self.grids: list[FieldGrid] = []
        self.lists: list[ItemList] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(*(theme().space(side) for side in (32, 20, 24, 48)))
        box.setSpacing(theme().space(18))
        for block in tab.blocks:
            self._add(box, block, session, alone=len(tab.blocks) == 1)
        box.addStretch(1)
        self.setMaximumWidth(theme().px(640) + theme().space(56))

    def _add(self, box: QVBoxLayout, block: Block, session: Session, *, alone: bool) -> None:
        if block.items is None:
            if block.heading and not alone:
                box.addWidget(label(block.heading, "section"))
            grid = FieldGrid(block.fields, session, lock=not block.people)
            grid.choose.connect(self.choose)
            self.grids.append(grid)
            box.addWidget(grid)
            return
        box.addWidget(items_heading(block.items))
        if block.people:
            box.addLayout(row(MarkLabel(people_mark()), 0))
        if block.items.help:
            box.addWidget(label(block.items.help, "caption", "text2", wrap=True))
        items = ItemList(block.items, session)
        items.choose.connect(self.choose)
        items.changed.connect(self.changed)
        items.deleted.connect(self.deleted)
        self.lists.append(items)
        box.addWidget(items)

    def show_record(self, session: Session, record: RecordId) -> None:
        """Fills everything."""
        view = session.workspace.record(record)
        for grid in self.grids:
            grid.show_record(view)
        for items in self.lists:
            items.show_owner(record)

    def rows(self) -> list[FieldRow]:
        """The rows of the record's own fields, from top to bottom."""
        return [row for grid in self.grids for row in grid.rows.values()]

    def leave(self) -> None:
        """Seals whatever is being typed."""
        for grid in self.grids:
            grid.leave()
        for items in self.lists:
            items.leave()


def items_heading(kind: Kind) -> QWidget:
    """The heading of a list; a numbered part has its disc."""
    if kind.number is None:
        return label(kind.plural, "section")
    return Heading(Field(kind.key, kind.plural, kind.fields[0].type, number=kind.number, words=None))


def _scroll_to_top(area: QScrollArea, target: QWidget, above: int) -> None:
    content = area.widget()
    if content is not None and content.isAncestorOf(target):
        area.verticalScrollBar().setValue(target.mapTo(content, QPoint(0, 0)).y() - above)


class RecordForm(QWidget):
    """All tabs of a kind, for one record after another. `at` tells at which field somebody is.

    The page puts `tab_bar` where it wants it.
    """

    choose = Signal(str, str)
    changed = Signal()
    deleted = Signal(str, str)
    at = Signal(object)

    def __init__(self, kind: Kind, session: Session) -> None:
        super().__init__()
        self.kind = kind
        self._session = session
        self._record: RecordId = ""
        self._plan = tabs(kind)
        self._pages: dict[int, TabPage] = {}
        self.tab_bar = Tabs()
        self._stack = QStackedWidget()
        for tab in self._plan:
            self.tab_bar.addTab(tab.title)
            self._stack.addWidget(QWidget())
        self.tab_bar.currentChanged.connect(self._go)
        self.tab_bar.setVisible(len(self._plan) > 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._stack)
        self._follow = QTimer(self, singleShot=True, interval=0)
        self._follow.timeout.connect(self._tell_where)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def show_record(self, record: RecordId) -> None:
        """Shows a record; of the one before, what was typed is sealed."""
        if record != self._record:
            self.leave()
        self._record = record
        self._page(self.tab_bar.currentIndex()).show_record(self._session, record)
        self._follow.start()

    def refresh(self) -> None:
        """Shows the same record as the project has it now; what is being typed stays."""
        if self._record:
            self.show_record(self._record)

    def _go(self, at: int) -> None:
        self.leave()
        self._page(at)
        self._stack.setCurrentIndex(at)
        self.refresh()

    def _page(self, at: int) -> TabPage:
        if at not in self._pages:
            made = TabPage(self._plan[at], self._session)
            made.choose.connect(self.choose)
            made.changed.connect(self.changed)
            made.deleted.connect(self.deleted)
            self._pages[at] = made
            self._place(at, made)
        return self._pages[at]

    def _place(self, at: int, made: TabPage) -> None:
        area = scrolled(made)
        area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        area.verticalScrollBar().valueChanged.connect(lambda _value: self._follow.start())
        if (empty := self._stack.widget(at)) is not None:
            self._stack.removeWidget(empty)
            empty.deleteLater()
        self._stack.insertWidget(at, area)
        self._stack.setCurrentIndex(self.tab_bar.currentIndex())

    def row_of(self, field: str) -> FieldRow | None:
        """The row of a field of the record itself, on the tab that is shown."""
        rows = self._page(self.tab_bar.currentIndex()).rows()
        return next((row for row in rows if row.field.key == field), None)

    def enter(self) -> None:
        """Puts the keyboard at the first field of the tab."""
        rows = self._page(self.tab_bar.currentIndex()).rows()
        target = next((row.editor for row in rows if not row.editor.isHidden()), None)
        (target or self.tab_bar).setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, record: RecordId, field: str) -> None:
        """Goes to a field of the record, or of one of its items, and puts the keyboard there."""
        for at in range(len(self._plan)):
            page_ = self._page(at)
            page_.show_record(self._session, self._record)
            target = self._find(page_, record, field)
            if target is not None:
                self.tab_bar.setCurrentIndex(at)
                to = target.editor if isinstance(target, FieldRow) else target
                to.setFocus(Qt.FocusReason.OtherFocusReason)
                self._scroll_to(at, target)
                return

    def _scroll_to(self, at: int, target: QWidget) -> None:
        area = self._stack.widget(at)
        if isinstance(area, QScrollArea):
            above = theme().space(16)
            QTimer.singleShot(0, area, lambda: _scroll_to_top(area, target, above))

    def _find(self, page_: TabPage, record: RecordId, field: str) -> QWidget | None:
        if record == self._record:
            return next((row for row in page_.rows() if row.field.key == field), None)
        return next((items.reveal(record, field) for items in page_.lists if items.has(record)), None)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self._follow.start()

    def _tell_where(self) -> None:
        self.at.emit(self.where())

    def where(self) -> Field | None:
        """The field that has the keyboard, else the uppermost one in sight that has questions."""
        current = self._pages.get(self.tab_bar.currentIndex())
        if current is None:
            return None
        focus = QApplication.focusWidget()
        asking = [row for row in current.rows() if row.field.questions]
        for each in asking:
            if focus is not None and each.isAncestorOf(focus):
                return each.field
        for each in asking:
            if not each.visibleRegion().isEmpty():
                return each.field
        return None

    def leave(self) -> None:
        """Seals whatever is being typed."""
        for each in self._pages.values():
            each.leave()
