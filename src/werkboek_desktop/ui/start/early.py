"""Keys that come while the program loads, or a window is made anew: what one types is there where the keyboard is."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

MOST = 500
"""Keys that are kept; who presses more leans on the keyboard."""


class Early(QObject):
    """Keeps the keys of a window on screen until something in it can take them."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._kept: list[QKeyEvent] = []
        self._handle = window.windowHandle()
        self._handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key goes no further now."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if len(self._kept) < MOST:
            self._kept.append(QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
        return True

    def give(self) -> None:
        """From now on keys go where they belong, those that were kept first."""
        self._handle.removeEventFilter(self)
        kept, self._kept = self._kept, []
        for key in kept:
            self._press(key)

    def _press(self, key: QKeyEvent) -> None:
        asked, focus = QKeySequence(key.keyCombination()), self._window.focusWidget()
        shortcuts = (each for each in self._window.findChildren(QShortcut) if each.key() == asked)
        if shortcut := next((each for each in shortcuts if _hears(each, focus)), None):
            shortcut.activated.emit()
        elif focus is not None:
            QApplication.sendEvent(focus, key)


def _hears(shortcut: QShortcut, focus: QWidget | None) -> bool:
    """Whether a key that comes now, with the keyboard here, is for this part of the window."""
    part = shortcut.parent()
    if not (isinstance(part, QWidget) and part.isVisible() and part.isEnabled() and shortcut.isEnabled()):
        return False
    is_everywhere = shortcut.context() == Qt.ShortcutContext.WindowShortcut
    return is_everywhere or part is focus or (focus is not None and part.isAncestorOf(focus))
