"""What one goes on with: rows with a button each, and tiles that are a button themselves."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QWidget

from werkboek_desktop.ui.widgets.basic import button, column, label, row
from werkboek_desktop.ui.widgets.panels import picture

type Act = Callable[[], object]

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Steps(QObject):
    """Up and down go from button to button, Enter presses the one that has the keyboard."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []

    def take(self, buttons: Sequence[QPushButton]) -> None:
        """From now on these, in this order."""
        self.buttons = list(buttons)
        for each in buttons:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's own way to hear of a key first."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self.buttons:
            return self._pressed(self.buttons.index(watched), event)
        return False

    def _pressed(self, at: int, event: QKeyEvent) -> bool:
        if event.key() in _ENTER:
            self.buttons[at].click()
            return True
        if event.key() not in _STEPS:
            return False
        to = at + _STEPS[Qt.Key(event.key())]
        if 0 <= to < len(self.buttons):
            self.buttons[to].setFocus(Qt.FocusReason.TabFocusReason)
            _bring_into_view(self.buttons[to])
        return True


def _bring_into_view(widget: QWidget) -> None:
    """As Tab does by itself."""
    around: QObject | None = widget.parent()
    while around and not isinstance(around, QScrollArea):
        around = around.parent()
    if isinstance(around, QScrollArea):
        around.ensureWidgetVisible(widget)


class Item(QFrame):
    """An icon, what it is, more about it, and the button that goes there."""

    def __init__(self, icon: str, tone: str, title: str, more: str, action: str, act: Act) -> None:
        super().__init__()
        self.button = button(action, act)
        self.button.setAccessibleName(f"{action}: {title}")
        self.button.setAccessibleDescription(more)
        words = column(label(title, "body_strong", wrap=True), gap=2)
        if more:
            words.addWidget(label(more, "caption", "text2", wrap=True))
        side = column(0, self.button, 0)
        mark = picture(icon, tone)
        beside = column(mark, 0) if more else column(0, mark, 0)
        layout = row(beside, words, side, margins=(18, 14, 16, 14), gap=14)
        layout.setStretch(1, 1)
        self.setLayout(layout)


class Tile(QPushButton):
    """A card that is one button: what it is, where in it, and how far along."""

    def __init__(self, title: str, where: str, below: QWidget, act: Act) -> None:
        super().__init__()
        self.setProperty("kind", "tile")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(title)
        self.setAccessibleDescription(where)
        self.clicked.connect(lambda _checked=False: act())
        words: list[QLabel] = [label(title, "body_strong", wrap=True), label(where, "caption", "text2", wrap=True)]
        for part in (*words, below):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setLayout(column(*words, 0, below, margins=(16, 14, 16, 14), gap=4))

    def sizeHint(self) -> QSize:
        """As large as what stands in it."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The same for the least."""
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout else super().heightForWidth(width)
