"""What may say much, above something that needs its room."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from werkboek_desktop.ui.widgets.basic import dress_scrolled


class Bounded(QScrollArea):
    """As high as what it says, up to `most` pixels; from there it scrolls, by the keyboard too."""

    def __init__(self, content: QWidget, most: int) -> None:
        super().__init__()
        self._content = content
        self._most = most
        dress_scrolled(self, content)
        content.installEventFilter(self)

    def bound(self, most: int) -> None:
        """No higher than this from now on."""
        self._most = most
        self._fit()

    def eventFilter(self, _content: QObject, event: QEvent) -> bool:
        """It says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words fold elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """It says something else than when it was seen last."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        folds, width = self._content.hasHeightForWidth(), self.viewport().width()
        self._content.setMinimumHeight(1 if folds else 0)  # else as high as its words are at their narrowest
        needed = self._content.heightForWidth(width) if folds else self._content.sizeHint().height()
        scrolls = needed > self._most
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(min(needed, self._most))
