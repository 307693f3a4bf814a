"""A panel that slides in from the right, where other programs open a dialog."""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QWidget
from shiboken6 import isValid

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, column, label, row
from werkboek_desktop.ui.words import tr

WIDTH = 440
MILLISECONDS = 120


class SlidePanel(QFrame):
    """Any page may use it: give the widget it lies over, a title and a content, then `slide_in`.

    It stops nobody: what lies beside it goes on working. Esc closes it, and the keyboard goes back to where it was;
    Tab to something below it closes it too.
    Without a title the content brings its own.
    """

    gone = Signal()

    def __init__(self, over: QWidget, title: str, content: QWidget, width: int = WIDTH) -> None:
        super().__init__(over)
        self._over = over
        self._width = theme().px(width)
        self._before: QWidget | None = None
        self._move = QPropertyAnimation(self, b"pos", self)
        self._move.setDuration(MILLISECONDS)
        self._move.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setProperty("card", "slide")
        self.setAccessibleName(title or content.accessibleName())
        head = row(label(title, "section"), 0, button("", self.slide_out, "quiet", "x", tr("Sluiten (Esc)")))
        top = [row(head, margins=(20, 14, 12, 0))] if title else []
        layout = column(*top, content, gap=8)
        layout.setStretchFactor(content, 1)
        self.setLayout(layout)
        over.installEventFilter(self)
        self.hide()

    def slide_in(self, focus: QWidget | None = None) -> None:
        """Comes, with the keyboard in `focus` or in its first widget."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            self._place()
            self.show()
            self.raise_()
            self._animate()
        if focus:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.focusNextChild()

    def slide_out(self) -> None:
        """Goes; the keyboard is where it was before."""
        if self.isHidden():
            return
        had = self.isAncestorOf(QApplication.focusWidget() or self._over)
        self._move.stop()
        self.hide()
        if had and self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.gone.emit()

    def make_way(self) -> None:
        """Whoever goes on below it is ready here."""
        self.slide_out()

    def event(self, event: QEvent) -> bool:
        """Esc is its own while the keyboard is in it, before any shortcut of the page below."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self.slide_out()
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays at the right when the page gets another size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._move.stop()
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        width = min(self._width, self._over.width())
        self.setGeometry(self._over.width() - width, 0, width, self._over.height())

    def _animate(self) -> None:
        hints = QGuiApplication.styleHints()
        access = hints.accessibility()  # lives as long as the hints do
        if access.motionPreference() == Qt.MotionPreference.ReducedMotion:
            return
        self._move.setStartValue(self.pos() + QPoint(self.width() // 4, 0))
        self._move.setEndValue(self.pos())
        self._move.start()


def ground(widget: QWidget) -> QWidget:
    """What a panel about something in a page lies over: all pages of the window."""
    found = widget.window()
    around: QWidget | None = widget
    while around is not None:
        found = around if isinstance(around, QStackedWidget) else found
        around = around.parentWidget()
    return found
