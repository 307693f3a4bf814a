"""Chips: short names in boxes, painted by one widget, so that five hundred of them cost no more than five."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkboek_desktop.ui.theme.icons import paint_icon
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.words import count, tr

FOLD = 40
"""More chips than this are folded until somebody wants to see all."""

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_REMOVE = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_PRESS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class Chips(QWidget):
    """Arrows walk over them, Delete takes one out; the keyboard goes past the last one by Tab or arrow."""

    removed = Signal(int)
    opened = Signal(int)
    """Ctrl and a click, or Ctrl+Enter: the page of what a chip stands for."""
    left = Signal()
    passed = Signal()
    """Somebody walked on behind the last one."""
    wrote = Signal(str)
    """Somebody began to type here: the letter."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[str] = []
        self._rects: list[QRect] = []
        self._laid_for = -1
        self._current = 0
        self._is_unfolded = False
        self._name = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_chips(self, labels: Sequence[str]) -> None:
        """Shows these, in this order."""
        self._labels = list(labels)
        self._is_unfolded &= len(labels) > FOLD
        self._current = min(self._current, max(len(self._shown()) - 1, 0))
        self._lay_anew()

    def call(self, name: str) -> None:
        """What a screen reader calls all of them together."""
        self._name = name
        self._tell()

    @property
    def current(self) -> int:
        """The chip that the keyboard is at."""
        return self._current

    def go_to(self, at: int) -> None:
        """Puts the keyboard at a chip."""
        self._current = max(0, min(at, len(self._shown()) - 1))
        self._tell()
        self.update()

    def _shown(self) -> list[str]:
        if self._is_unfolded or len(self._labels) <= FOLD:
            return self._labels
        return [*self._labels[:FOLD], f"{tr('toon alle')} {len(self._labels)}"]

    def _is_more(self, at: int) -> bool:
        return at == FOLD and not self._is_unfolded and len(self._labels) > FOLD

    def _tell(self) -> None:
        shown = self._shown()
        here = f": {shown[self._current]}, {self._current + 1} {tr('van')} {len(shown)}" if shown else ""
        self.setAccessibleName(f"{self._name}, {count(len(self._labels), tr('gekozen'), tr('gekozen'))}{here}")
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _lay_anew(self) -> None:
        self._laid_for = -1
        self._tell()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        rects = self._lay(width)
        return rects[-1].bottom() + 1 if rects else 0

    def sizeHint(self) -> QSize:
        """As high as the chips are at the width there is."""
        width = max(self.width(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One short chip."""
        return QSize(theme().px(90), theme().size("hit_min"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays them anew."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _lay(self, width: int) -> list[QRect]:
        if self._laid_for == width:
            return self._rects
        metrics = QFontMetrics(theme().font("caption"))
        height, gap, around = theme().size("hit_min"), theme().space(6), self._around()
        rects: list[QRect] = []
        x = y = 0
        for text in self._shown():
            wide = min(metrics.horizontalAdvance(text) + around, width)
            if x and x + wide > width:
                x, y = 0, y + height + gap
            rects.append(QRect(x, y, wide, height))
            x += wide + gap
        self._rects, self._laid_for = rects, width
        return rects

    def _around(self) -> int:
        return 2 * theme().space(11) + theme().px(14) + theme().space(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints those that are in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font("caption"))
        for at, (text, rect) in enumerate(zip(self._shown(), self._lay(self.width()), strict=True)):
            if rect.intersects(event.rect()):
                self._paint(painter, at, text, rect)
        painter.end()

    def _paint(self, painter: QPainter, at: int, text: str, rect: QRect) -> None:
        look = theme()
        is_here = self.hasFocus() and at == self._current
        painter.setPen(QPen(look.color("focus" if is_here else "line_strong"), 2 if is_here else 1))
        painter.setBrush(look.color("selected" if is_here else "surface"))
        inset = 1.0 if is_here else 0.5
        box = QRectF(rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, rect.height() / 2, rect.height() / 2)
        side, pad = look.px(14), look.space(11)
        room = rect.width() - self._around() + 1
        words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setPen(look.color("text"))
        painter.drawText(rect.adjusted(pad, 0, -pad, 0), Qt.AlignmentFlag.AlignVCenter, words)
        icon = "chevron-down" if self._is_more(at) else "x"
        paint_icon(painter, icon, QRectF(rect.right() - pad - side + 3, rect.center().y() - side / 2 + 1, side, side))

    def _at(self, point: QPoint) -> int:
        rects = self._lay(self.width())
        return next((at for at, rect in enumerate(rects) if rect.contains(point)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A name that does not fit is told in full; the cross says what a click does."""
        at = self._at(event.position().toPoint())
        shown = self._shown()
        self.setToolTip(shown[at] if at >= 0 else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On the cross: out. Elsewhere on a chip: the keyboard comes here."""
        at = self._at(event.position().toPoint())
        if at < 0:
            return
        self.go_to(at)
        if self._is_more(at):
            self._unfold()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.opened.emit(at)
        elif event.position().x() > self._lay(self.width())[at].right() - theme().px(14) - theme().space(16):
            self.removed.emit(at)

    def _unfold(self) -> None:
        self._is_unfolded = True
        self._lay_anew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walks, takes out, opens."""
        key, last = event.key(), len(self._shown()) - 1
        if key in _STEPS:
            self._step(_STEPS[Qt.Key(key)], last)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.go_to(0 if key == Qt.Key.Key_Home else last)
        elif self._is_more(self._current) and key in _PRESS:
            self._unfold()
        elif key in _REMOVE and 0 <= self._current < len(self._labels) and not self._is_more(self._current):
            self.removed.emit(self._current)
        elif key in _PRESS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.opened.emit(self._current)
        elif event.text().strip().isprintable() and event.text().strip():
            self.wrote.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _step(self, by: int, last: int) -> None:
        if self._current + by > last:
            self.passed.emit()
        else:
            self.go_to(self._current + by)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The chip that the keyboard is at gets its ring."""
        super().focusInEvent(event)
        self._tell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And loses it."""
        super().focusOutEvent(event)
        self.update()
        self.left.emit()
