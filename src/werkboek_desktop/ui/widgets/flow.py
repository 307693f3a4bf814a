"""A layout that goes on in the next line, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from werkboek_desktop.ui.theme.look import theme


class Flow(QLayout):
    """Widgets from left to right, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = theme().space(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's own way to add."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Takes one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Puts everything in its place."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """As small as it can be."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The largest part decides."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), list[tuple[QLayoutItem, QRect]]()
        for item in self._items:
            if item.isEmpty():
                continue  # hidden
            hint = item.sizeHint()
            if line and x + hint.width() > rect.right() + 1:
                x, y = rect.x(), y + self._end(line, move=move) + self._gap
                line = []
            line.append((item, QRect(QPoint(x, y), hint)))
            x += hint.width() + self._gap
        return y + self._end(line, move=move) - rect.y()

    @staticmethod
    def _end(line: list[tuple[QLayoutItem, QRect]], *, move: bool) -> int:
        """What is lower than its line stands in the middle of it."""
        height = max((place.height() for _item, place in line), default=0)
        for item, place in line if move else ():
            item.setGeometry(place.translated(0, (height - place.height()) // 2))
        return height


def flowing(*parts: QWidget) -> QWidget:
    """Widgets beside each other, and below where there is no room."""
    made = QWidget()
    flow = Flow(made, gap=12)
    for part in parts:
        flow.addWidget(part)
    return made
