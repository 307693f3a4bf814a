"""A list that lays nothing out: where a row stands follows from two heights, so ten thousand cost what ten do."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QPalette, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

Action = QAbstractItemView.CursorAction
Hint = QAbstractItemView.ScrollHint
State = QStyle.StateFlag


class Heights(NamedTuple):
    """How high a row and a heading are, and which of all rows are headings."""

    row: int = 1
    heading: int = 1
    rows: int = 0
    headings: Sequence[int] = ()

    def top(self, at: int) -> int:
        """Where a row begins; what is behind the last one begins where that ends."""
        return at * self.row - bisect_left(self.headings, at) * (self.row - self.heading)

    def at(self, top: int) -> int:
        """The row that stands there: the first of all above it, the last below it; -1 where there is none."""
        return max(bisect_right(range(self.rows), top, key=self.top) - 1, min(0, self.rows - 1))


class Strip(QListView):
    """Rows below each other over the whole width, scrolled by the pixel. Qt's own asks each row how high it is."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self._heights = Heights()
        self.setViewport(self._seen())
        self.setModel(model)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _seen(self) -> QWidget:
        """Of one that Qt makes PySide looks what it is among all classes of Qt, before the first row is painted."""
        made = QWidget()
        made.setBackgroundRole(QPalette.ColorRole.Base)
        made.setAutoFillBackground(True)
        return made

    def set_heights(self, heights: Heights) -> None:
        """The rows are others, or of another height."""
        self._heights = heights
        self.doItemsLayout()

    def doItemsLayout(self) -> None:
        """Nothing but the scroll bar."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """The scroll bar goes over the height of all rows together."""
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._heights.top(self._heights.rows) - seen))
        bar.setPageStep(seen)
        bar.setSingleStep(self._heights.row)
        QAbstractItemView.updateGeometries(self)

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where a row is on the screen, or would be."""
        return self._room(index.row(), index.row()) if index.isValid() else QRect()

    def _room(self, first: int, last: int) -> QRect:
        above, below = self._heights.top(first), self._heights.top(last + 1)
        return QRect(0, above - self.verticalOffset(), self.viewport().width(), below - above)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point; none below the last."""
        index = self.model().index(self._heights.at(point.y() + self.verticalOffset()), 0)
        return index if self.visualRect(index).contains(point) else QModelIndex()

    def scrollTo(self, index: QModelIndex | QPersistentModelIndex, _hint: Hint = Hint.EnsureVisible) -> None:
        """Scrolls no further than it takes to see the whole row."""
        room, bar = self.visualRect(index), self.verticalScrollBar()
        if index.isValid():
            bar.setValue(bar.value() + min(0, room.top()) + max(0, room.bottom() - self.viewport().rect().bottom()))

    def moveCursor(self, action: Action, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key goes from the current row."""
        at, last = self.currentIndex().row(), self._heights.rows - 1
        page = self.viewport().height() - self._heights.row  # one row is seen before and after
        match action:
            case Action.MoveUp | Action.MovePrevious:
                at -= 1
            case Action.MoveDown | Action.MoveNext:
                at += 1
            case Action.MovePageUp:
                at = self._heights.at(self._heights.top(at) - page)
            case Action.MovePageDown:
                at = self._heights.at(self._heights.top(at) + page)
            case Action.MoveHome:
                at = 0
            case Action.MoveEnd:
                at = last
        return self.model().index(min(max(0, at), last), 0)

    def setSelection(self, area: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Chooses the rows that an area touches."""
        first, last = (self._heights.at(y + self.verticalOffset()) for y in (area.top(), area.bottom()))
        touched = area.intersects(self._room(first, last))
        ends = (self.model().index(first, 0), self.model().index(last, 0))
        self.selectionModel().select(QItemSelection(*ends) if touched else QItemSelection(), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What is painted anew when these rows are chosen, or not any more."""
        region = QRegion()
        for at in range(selection.count()):
            region |= self._room(selection.at(at).top(), selection.at(at).bottom()) & self.viewport().rect()
        return region

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the rows that are seen."""
        painter, option = QPainter(self.viewport()), QStyleOptionViewItem()
        self.initViewItemOption(option)
        usual = option.state & ~(State.State_MouseOver | State.State_HasFocus | State.State_Selected)
        current = self.currentIndex() if self.hasFocus() else QModelIndex()
        mouse = self.viewport().mapFromGlobal(QCursor.pos())
        hovered = self.indexAt(mouse) if self.viewport().underMouse() else QModelIndex()
        first, last = (self._heights.at(y + self.verticalOffset()) for y in (event.rect().top(), event.rect().bottom()))
        for at in range(max(0, first), last + 1):
            index = self.model().index(at, 0)
            option.rect, option.state = self.visualRect(index), usual
            for holds, state in (
                (self.selectionModel().isSelected(index), State.State_Selected),
                (index == current, State.State_HasFocus),
                (index == hovered, State.State_MouseOver),
            ):
                option.state |= state if holds else State.State_None
            self.itemDelegate().paint(painter, option, index)
