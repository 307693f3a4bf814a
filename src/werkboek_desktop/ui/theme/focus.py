"""One ring round the button that has the keyboard; inputs, lists and tabs show it by their own border."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFocusFrame, QWidget
from shiboken6 import delete, isValid

from werkboek_desktop.ui.theme.style import RingStyle
from werkboek_desktop.ui.theme.tokens import Theme


class Ring(QFocusFrame):
    """Comes with its button when that is scrolled into sight: Qt leaves one hidden that began out of it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What it surrounds has another place."""
        done = super().eventFilter(watched, event)
        button, around = self.widget(), self.parentWidget()
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize} and self.isHidden() and around is not None:
            self.setVisible(button.isVisible() and around.rect().intersects(self.geometry()))
        return done


class FocusRing(QObject):
    """Follows the focus of the application with a single QFocusFrame."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: Ring | None = None
        self._style = RingStyle()
        self._style.setParent(self)
        app.focusChanged.connect(self._move)

    def wear(self, theme: Theme) -> None:
        """Is drawn in this theme from now on."""
        self._style.theme = theme

    def _move(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._frame is not None and isValid(self._frame):
            delete(self._frame)  # at once: a hidden one comes back when its button is shown again
        self._frame = None
        if isinstance(new, QAbstractButton):
            self._surround(new)

    def _surround(self, button: QAbstractButton) -> None:
        """In a part that is on its way to another place there is no window: there Qt's frame would end the program."""
        if button.window().isWindow():
            self._frame = Ring(button)
            self._frame.setStyle(self._style)
            self._frame.setWidget(button)
        else:
            QTimer.singleShot(0, self, self._look_again)

    def _look_again(self) -> None:
        focus = QApplication.focusWidget()
        if self._frame is None and isinstance(focus, QAbstractButton) and focus.window().isWindow():
            self._surround(focus)
