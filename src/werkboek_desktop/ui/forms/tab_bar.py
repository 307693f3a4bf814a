"""The names of the parts of a form, above it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.tokens import TAB_ROOM
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

    def show_titles(self, titles: Iterable[str]) -> None:
        """Shows these, the first of them current; nobody went to it."""
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for title in titles:
            self.addTab(title)
        self.blockSignals(False)
        self.setVisible(self.count() > 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds the ring."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("focus"), 2))
            room = TAB_ROOM // 2
            painter.drawRoundedRect(self.tabRect(self.currentIndex()).adjusted(room, 1, -room, -3), 4, 4)
            painter.end()
