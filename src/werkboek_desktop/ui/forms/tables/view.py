"""The table itself: as high as its rows, told by keys and mouse what a person wants with a cell."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QScrollArea, QWidget

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.ui.forms.tables.columns import plan, spread
from werkboek_desktop.ui.forms.tables.delegate import PAD, ItemDelegate, Make, row_height
from werkboek_desktop.ui.forms.tables.drag import DragTable
from werkboek_desktop.ui.forms.tables.model import ItemModel
from werkboek_desktop.ui.theme.look import theme

REST = 56
"""The width of the column for what has no column."""
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def again(key: QKeyEvent) -> QKeyEvent:
    """The same key, for somebody else."""
    return QKeyEvent(key.type(), key.key(), key.modifiers(), key.text())


class ItemTable(DragTable):
    """Rows by their numbers; who listens knows the items."""

    wanted = Signal(QModelIndex, object)
    """Somebody wants to write in a cell: the key they pressed, or None."""
    more = Signal(int)
    menu = Signal(int, QPoint)
    remove = Signal(int)
    narrowed = Signal()
    """Other columns will be shown: what is open has to go first."""
    laid = Signal()
    """Other columns are shown."""

    def __init__(self, model: ItemModel, make: Make, fields: Sequence[Field]) -> None:
        super().__init__()
        self._items = model
        self._fields = fields
        self._hung: dict[str, tuple[int, QWidget]] = {}
        self.look = ItemDelegate(self, model, make)
        self.setModel(model)
        self.setItemDelegate(self.look)
        self._dress()
        self.selectionModel().currentChanged.connect(self._come)

    def _dress(self) -> None:
        self.setProperty("items", "placed" if self._items.kind.is_placed else "listed")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(NEVER)
        self.setVerticalScrollBarPolicy(NEVER)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setAutoScroll(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(1)
        header.setFixedHeight(row_height())

    def show_below(self, row: int, widget: QWidget | None) -> None:
        """Opens a row: a widget stands below its line."""
        self.look.opened = row if widget else -1
        self._hang("more", row, widget)

    def show_note(self, row: int, widget: QWidget | None) -> None:
        """A widget stands right under the line of a row, above what is open there."""
        if widget or "note" in self._hung:
            self._hang("note", row, widget)

    def _hang(self, what: str, row: int, widget: QWidget | None) -> None:
        self._hung.pop(what, None)
        if widget:
            self._hung[what] = (row, widget)
        self.fit()

    def _under(self, row: int) -> list[QWidget]:
        found = (self._hung.get(what) for what in ("note", "more"))
        return [each[1] for each in found if each and each[0] == row]

    def fit(self) -> None:
        """Makes every row as high as what it shows, and the table as high as its rows."""
        widths = [self.columnWidth(at) for at in range(len(self._items.fields))]
        rows, header = self._items.rowCount(), self.verticalHeader()
        self.look.lines = lines = dict[int, int]()
        for row in range(rows):
            own = self.look.height(row, widths)
            lines[row] = own
            header.resizeSection(row, own + sum(map(self._height_of, self._under(row))))
        self.horizontalHeader().setVisible(rows > 1)
        height = header.length() + (row_height() if rows > 1 else 0)
        if height != self.height():
            self.setFixedHeight(height)
        for row in {at for at, _widget in self._hung.values()}:
            self._place_under(row)
        self._show_current()

    def _height_of(self, widget: QWidget) -> int:
        width = self.viewport().width() - 2 * theme().space(PAD)
        return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()

    def _place_under(self, row: int) -> None:
        side, top = theme().space(PAD), self.rowViewportPosition(row) + self.look.lines.get(row, 0)
        for widget in self._under(row):
            height = self._height_of(widget)
            widget.setGeometry(side, top, self.viewport().width() - 2 * side, height)
            top += height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room, other columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_columns()

    def lay_columns(self) -> None:
        """Divides the room there is."""
        scale = theme().scale
        width, rest = self.viewport().width(), theme().px(REST)
        columns = plan(self._items.kind, self._fields, int((width - rest) / scale))
        fields = [column.field for column in columns]
        others = fields != self._items.fields
        if others:
            self.narrowed.emit()
            self._items.show_fields(fields)
        for whole in (False, True):  # no word folds where it need not, and then no name
            needs = [ceil(self.look.needs(at, whole=whole) / scale) for at in range(len(fields))]
            columns = spread(self._items.kind, columns, needs)
        widths = [int(column.width * scale) for column in columns]
        for at, each in enumerate((*widths, max(rest, width - sum(widths)))):
            self.setColumnWidth(at, each)
        self.fit()
        if others:
            self.laid.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What a person may do with a cell; arrows are the table's own. A key for what hangs below a row is not."""
        if not self.hasFocus():
            event.ignore()
            return
        index = self.currentIndex()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if not index.isValid():
            super().keyPressEvent(event)
        elif event.key() in ENTER and control:
            self.more.emit(index.row())
        elif event.key() in ENTER or event.key() == Qt.Key.Key_F2:
            self.wanted.emit(index, None)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove.emit(index.row())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.text().isprintable() and event.text() and not control:
            self.wanted.emit(index, event)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to a cell, always."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._items.index(0, 0))
        super().focusInEvent(event)
        self._show_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The current row is only marked while the keyboard is in the table."""
        super().focusOutEvent(event)
        self._show_current()

    def _show_current(self) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and (focus is self or self.isAncestorOf(focus))
        self.look.current = self.currentIndex().row() if inside else -1
        self.viewport().update()

    def _come(self, now: QModelIndex) -> None:
        self._show_current()
        if now.isValid() and self.hasFocus():
            self.show_row_in_page()

    def show_row_in_page(self) -> None:
        """The page scrolls until the current row is in sight with what is open below it, its line in any case."""
        self._scroll(self.viewport(), self.visualRect(self.currentIndex()))

    def show_in_page(self, widget: QWidget) -> None:
        """The page scrolls until a widget of the table is in sight, its top in any case."""
        self._scroll(widget, widget.rect())

    def _scroll(self, widget: QWidget, rect: QRect) -> None:
        page: QWidget | None = self
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        content = page.widget() if page is not None else None
        if page is None or content is None:
            return
        for point in (rect.bottomLeft(), rect.topLeft()):
            at = widget.mapTo(content, point)
            page.ensureVisible(at.x(), at.y(), 0, row_height())

    def leave(self, *, forward: bool) -> None:
        """To what comes after the table, or before it; what stays open in it is passed."""
        self.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        self.focusNextPrevChild(forward)
        while (now := QApplication.focusWidget()) and self.isAncestorOf(now):
            self.focusNextPrevChild(forward)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the mouse is marked."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def may_drag(self, row: int) -> bool:
        """An item of a list that people put in order."""
        return self._items.kind.is_placed and 0 <= row < self.last()

    def last(self) -> int:
        """The row that adds comes behind the items."""
        return self._items.rowCount() - 1

    def click(self, index: QModelIndex, event: QMouseEvent) -> None:
        """Writes in a cell, or opens what the icons say."""
        if self._items.adds(index.row()):
            self.wanted.emit(self._items.index(index.row(), 0), None)
        elif index.column() < len(self._items.fields):
            if self._items.fields[index.column()].is_short:
                self.wanted.emit(index, None)
        elif not self._items.below() or event.position().x() > self.visualRect(index).right() - theme().px(REST) / 2:
            self.menu.emit(index.row(), event.globalPosition().toPoint())
        else:
            self.more.emit(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A text opens."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._items.adds(index.row()):
            self.wanted.emit(index, None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a row, by mouse or by the key for it."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid() and not self._items.adds(index.row()):
            at = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
            self.menu.emit(index.row(), at)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is elsewhere."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.look.hovered:
            self.look.hovered = row
            self.viewport().update()
