"""What is written stays at one height, and what was written goes up."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSpacerItem, QVBoxLayout, QWidget

from werkboek_desktop.ui.widgets.basic import dress_scrolled, row

HEIGHT = 0.42
"""Where in its window the line stands that is written."""


class Typewriter(QScrollArea):
    """Scrolls so that what is in sight of it is always at the same height: there is room above and below for that."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self._above, self._below = QSpacerItem(0, 0), QSpacerItem(0, 0)
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addItem(self._above)
        middle = row(0, part, 0)
        middle.setStretch(1, 1000)
        self._box.addLayout(middle)
        self._box.addItem(self._below)
        content = QWidget()
        content.setLayout(self._box)
        dress_scrolled(self, content)

    def ensureVisible(self, _x: int, y: int, _across: int = 0, _along: int = 0) -> None:
        """Brings a place in the content to that height."""
        self.verticalScrollBar().setValue(y - round(self.viewport().height() * HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The first line and the last can stand at that height too."""
        super().resizeEvent(event)
        room = self.viewport().height()
        self._above.changeSize(0, round(room * HEIGHT))
        self._below.changeSize(0, round(room * (1 - HEIGHT)))
        self._box.invalidate()
