"""What stands beside each other where there is room, and otherwise takes turns or stands under each other."""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from werkboek_desktop.ui.theme.look import is_narrow, theme
from werkboek_desktop.ui.widgets.basic import focused_in, row

UNLIMITED = 16_777_215
"""Qt's own QWIDGETSIZE_MAX."""
HALVES = 960
"""From this width on two columns read well."""


class Fitted(QWidget):
    """A part of a window that is made for one with room, and follows it when that is narrow, or no longer."""

    narrow = False

    def fit(self) -> None:
        """The window became narrow, or has room again: `narrow` says which."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follows its window."""
        super().resizeEvent(event)
        self.follow()

    def showEvent(self, event: QShowEvent) -> None:
        """The window may have changed meanwhile."""
        super().showEvent(event)
        self.follow()

    def follow(self) -> None:
        """Fits itself in the window as it is now."""
        narrow = is_narrow(self)
        if narrow != self.narrow:
            self.narrow = narrow
            self.fit()


class Beside(Fitted):
    """A list and what is chosen in it. Whoever writes while the window becomes narrow keeps that in sight."""

    def __init__(self, rows: QWidget, detail: QWidget, width: int) -> None:
        super().__init__()
        self.in_detail = False
        self._rows, self._detail, self._width = rows, detail, width
        layout = row(rows, detail, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._share()

    def to_rows(self) -> None:
        """The list is in front."""
        self._turn(in_detail=False)

    def to_detail(self) -> None:
        """What is chosen is in front."""
        self._turn(in_detail=True)

    def _turn(self, *, in_detail: bool) -> None:
        self.follow()
        self.in_detail = in_detail
        self._share()

    def fit(self) -> None:
        """One of the two, or both."""
        held = focused_in(self)
        self.in_detail = self.in_detail or (held is not None and self._detail.isAncestorOf(held))
        self._share()

    def _share(self) -> None:
        self._rows.setVisible(not (self.narrow and self.in_detail))
        self._detail.setVisible(self.in_detail or not self.narrow)
        set_width(self._rows, None if self.narrow else self._width)


class Halves(QWidget):
    """Parts beside each other where each has room for a line of text, else under each other."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self._box = row(gap=28)
        for part in parts:
            self._box.addWidget(part, 1)
        self.setLayout(self._box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """By its own width."""
        super().resizeEvent(event)
        self._box.setDirection(way(narrow=self.width() < theme().px(HALVES)))


def set_width(part: QWidget, width: int | None) -> None:
    """A width of its own; with None what its layout gives it."""
    part.setMinimumWidth(width or 0)
    part.setMaximumWidth(width or UNLIMITED)


def way(*, narrow: bool) -> QBoxLayout.Direction:
    """Of a layout whose parts stand beside each other where there is room, else under each other."""
    return QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
