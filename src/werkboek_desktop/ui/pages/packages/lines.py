"""A list of things with a line each, as every list of this page has them."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from werkboek_desktop.domain.dutch import number
from werkboek_desktop.ui.lists.delegate import RowDelegate
from werkboek_desktop.ui.lists.line import HEADING, LINE, Heading, Line
from werkboek_desktop.ui.theme.look import theme

type Index = QModelIndex | QPersistentModelIndex
SPOKEN = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})


def spoken_line(line: Line) -> str:
    """A line as a screen reader has it."""
    return ", ".join(filter(None, (line.title, line.place, line.below, *(mark.text for mark in line.marks))))


class LineModel(QAbstractListModel):
    """Rows that are shown anew as a whole, if they are others than before."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []

    def show_lines(self, lines: Iterable[Line]) -> None:
        """These from now on."""
        found = list(lines)
        if found != self._lines:
            self.beginResetModel()
            self._lines = found
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line for the delegate, and in words for a screen reader."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        return spoken_line(line) if role in SPOKEN else None


class LineDelegate(RowDelegate):
    """Qt lays out these few rows itself. A heading folds nothing."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row."""
        heading: Heading | None = index.data(HEADING)
        if heading is None:
            super().paint(painter, option, index)
            return
        area: QRect = option.rect
        painter.setFont(theme().font("label"))
        painter.setPen(theme().color("text2"))
        words = area.adjusted(theme().space(12), theme().space(12), -theme().space(12), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, f"{heading.text} {number(heading.rows)}")

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a row of any list."""
        return QSize(theme().px(200), self.heading if index.data(HEADING) else self.row)


class Rows(QListView):
    """Rows of lines under each other; Enter and Delete are its own. Who only passes by with Tab chooses nothing."""

    entered = Signal()
    dropped = Signal()
    """Delete was pressed on a row."""

    def __init__(self, model: QAbstractItemModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt would choose the first row, and what stands beside the list while nothing is chosen would go."""
        QWidget.focusInEvent(self, event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """While no row has the keyboard, the list itself has it."""
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("focus"), 2))
            box = QRectF(self.viewport().rect()).adjusted(2, 2, -2, -2)
            painter.drawRoundedRect(box, theme().radius("control"), theme().radius("control"))
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is its own, the rest Qt's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)
