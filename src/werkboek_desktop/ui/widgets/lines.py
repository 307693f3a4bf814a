"""A layout of lines: each widget takes its twelfths of the width, or as much more as its words need."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from werkboek_desktop.ui.theme.look import theme

TWELFTHS = 12
LEAST = 92
"""A field narrower than this (at 100 %) shows nothing of what is in it."""


class _Placed(NamedTuple):
    item: QLayoutItem
    rect: QRect


class Lines(QLayout):
    """From left to right and then below, aligned at twelfths; what is too narrow for its words gets more."""

    def __init__(self, parent: QWidget | None = None, across: int = 14, down: int = 14) -> None:
        super().__init__(parent)
        self._items: list[tuple[QLayoutItem, int, int]] = []
        self._next = (TWELFTHS, LEAST)
        self._across = theme().space(across)
        self._down = theme().space(down)
        self._known: dict[int, tuple[list[_Placed], int]] = {}
        self._least: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, twelfths: int, least: int = LEAST) -> None:
        """Adds a widget that wants so much of a line, and at 100 % so many pixels at least."""
        self._next = (twelfths, max(least, LEAST))
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's own way to add."""
        self._items.append((item, *self._next))
        self.invalidate()

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them."""
        return self._items[index][0] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Takes one out."""
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)[0]

    def invalidate(self) -> None:
        """Something in it has another size."""
        self._known = {}
        self._least = None
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as it may be, as high as it must be."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width; it never gets more than its widget may, whatever is asked."""
        holder = self.parentWidget()
        return self._laid(min(width, holder.maximumWidth()) if holder else width)[1]

    def setGeometry(self, rect: QRect) -> None:
        """Puts everything in its place."""
        super().setGeometry(rect)
        for placed in self._laid(rect.width())[0]:
            placed.item.setGeometry(placed.rect.translated(rect.topLeft()))

    def sizeHint(self) -> QSize:
        """All under each other is how narrow it can be."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As wide as its widest part."""
        if self._least is None:
            shown = [item for item, _share, _least in self._items if not item.isEmpty()]
            self._least = QSize(max((item.minimumSize().width() for item in shown), default=0), 0)
        return self._least

    def _laid(self, width: int) -> tuple[list[_Placed], int]:
        if width not in self._known:
            self._known[width] = self._lay(width)
        return self._known[width]

    def _lay(self, width: int) -> tuple[list[_Placed], int]:
        placed: list[_Placed] = []
        line: list[tuple[QLayoutItem, int]] = []
        top = 0
        for item, share, least in self._items:
            if item.isEmpty():
                continue
            wanted = self._share(item, share, least, width)
            if line and sum(each for _item, each in line) + wanted > TWELFTHS:
                top = self._end_line(placed, line, top, width) + self._down
                line = []
            line.append((item, wanted))
        if line:
            top = self._end_line(placed, line, top, width)
        return placed, top

    def _share(self, item: QLayoutItem, share: int, least: int, width: int) -> int:
        needs = max(item.minimumSize().width(), theme().px(least))
        return next((each for each in range(share, TWELFTHS) if self._wide(each, width) >= needs), TWELFTHS)

    def _wide(self, share: int, width: int) -> int:
        return round(share * (width + self._across) / TWELFTHS) - self._across

    def _end_line(self, placed: list[_Placed], line: list[tuple[QLayoutItem, int]], top: int, width: int) -> int:
        height, before = 0, 0
        for item, share in line:
            left = round(before * (width + self._across) / TWELFTHS)
            wide = self._wide(before + share, width) - left
            tall = item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
            placed.append(_Placed(item, QRect(left, top, wide, tall)))
            height, before = max(height, tall), before + share
        return top + height
