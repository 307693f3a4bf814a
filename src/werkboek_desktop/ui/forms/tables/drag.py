"""A table of which the mouse takes a row to another place; a press that goes nowhere is a click."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QTableView

from werkboek_desktop.ui.theme.look import theme


class DragTable(QTableView):
    """Knows rows by their numbers. Which may be taken, and what a click does, says the table that it is."""

    dropped = Signal(int, int)
    """A row, and before which row it was let go; its own number: on itself."""

    def __init__(self) -> None:
        super().__init__()
        self._pressed = QPersistentModelIndex()
        self._from: QPoint | None = None
        self._target = -1

    def may_drag(self, row: int) -> bool:
        """Whether this row can be taken elsewhere."""
        raise NotImplementedError

    def last(self) -> int:
        """Behind the last row that is an item."""
        raise NotImplementedError

    def click(self, index: QModelIndex, event: QMouseEvent) -> None:
        """A cell was pressed and let go."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may become a click or a drag."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        point = event.position().toPoint()
        index = self.indexAt(point)
        self._pressed, self._from = QPersistentModelIndex(index), point
        if index.isValid():
            self.setCurrentIndex(index)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drags a row of a list that people put in order."""
        point = event.position().toPoint()
        if self._from is None or not self.may_drag(self._pressed.row()):
            return
        far = (point - self._from).manhattanLength() >= QApplication.startDragDistance()
        if far or self._target >= 0:
            self._target = self._gap(point.y())
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def _gap(self, y: int) -> int:
        """Before which row a thing would come that is let go here."""
        row = self.rowAt(y)
        if row < 0 or row >= self.last():
            return self.last() if y > 0 else 0
        middle = self.rowViewportPosition(row) + self.rowHeight(row) / 2
        return row + 1 if y > middle and row != self._pressed.row() else row

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets a row go, or clicks a cell."""
        index, row, target = self.indexAt(event.position().toPoint()), self._pressed.row(), self._target
        started, self._from, self._target = self._from, None, -1
        self.unsetCursor()
        self.viewport().update()
        if started is None:
            super().mouseReleaseEvent(event)
        elif target >= 0:
            self.dropped.emit(row, target)
        elif index.isValid() and self._pressed == index:
            self.click(index, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds the line where a row would come."""
        super().paintEvent(event)
        if self._target < 0:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme().color("accent"), 3))
        y = self.rowViewportPosition(self._target)
        painter.drawLine(0, y, self.viewport().width(), y)
        painter.end()
