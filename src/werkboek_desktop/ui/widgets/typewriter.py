"""A text begins at the top; below that what is written stays at one height, and what was written goes up."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSpacerItem, QVBoxLayout, QWidget

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import dress_scrolled, row

HEIGHT = 0.42
"""Where in its window the line stands that is written, once that many lines stand above it."""
ABOVE = 32
"""White space above the first line."""


class Typewriter(QScrollArea):
    """Scrolls so that the line that is written is no lower than that: below the last one there is room for it."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self._below = QSpacerItem(0, 0)
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addSpacing(theme().space(ABOVE))
        middle = row(0, part, 0)
        middle.setStretch(1, 1000)
        self._box.addLayout(middle)
        self._box.addItem(self._below)
        content = QWidget()
        content.setLayout(self._box)
        dress_scrolled(self, content)

    def ensureVisible(self, _x: int, y: int, _across: int = 0, _along: int = 0) -> None:
        """Brings a place in the content to that height, or lets it stand higher at the beginning."""
        self.verticalScrollBar().setValue(y - round(self.viewport().height() * HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The last line can stand at that height too."""
        super().resizeEvent(event)
        self._below.changeSize(0, round(self.viewport().height() * (1 - HEIGHT)))
        self._box.invalidate()
