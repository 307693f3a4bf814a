"""A picture to point at: a frame to keep, or parts to hide. By mouse and by keyboard."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkboek_desktop.domain.boxes import Box
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.words import tr

STEP = 0.01
LEAP = 0.05
HIGHEST = 340
LOWEST = 60
EDGE = 4
"""Round the picture, for the ring that shows that the keyboard is there."""
NEW = Box(0.4, 0.4, 0.6, 0.6)

_WHITE, _BLACK = QColor("white"), QColor("black")
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PictureStage(QWidget):
    """Arrows move a box, Shift and arrows make it larger or smaller; Ctrl makes the steps large.

    To crop there is one box; to hide there are as many as somebody wants: Enter adds one, Delete takes it away.
    """

    changed = Signal()

    def __init__(self, picture: QImage, *, hides: bool) -> None:
        super().__init__()
        self.hides = hides
        self.boxes: list[Box] = [] if hides else [Box(0.1, 0.1, 0.9, 0.9)]
        self._picture = QPixmap.fromImage(picture)
        self._most = theme().px(HIGHEST)
        self._current = 0
        self._from: tuple[float, float] | None = None
        self._grabbed: Box | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._tell()

    def sizeHint(self) -> QSize:
        """As large as the picture, and no higher than a form can show."""
        return QSize(theme().px(400), self._most)

    def hasHeightForWidth(self) -> bool:
        """Narrower is lower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the picture is at this width."""
        size = self._picture.size()
        high = size.height() * (width - 2 * EDGE) // max(size.width(), 1)
        return min(self._most, max(1, high) + 2 * EDGE)

    def keep_to(self, high: int) -> None:
        """No higher than so many pixels, but large enough to point at something."""
        most = min(max(high, theme().px(LOWEST)), theme().px(HIGHEST))
        if most != self._most:
            self._most = most
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Large enough to point at something."""
        return QSize(theme().px(120), theme().px(LOWEST))

    def add(self) -> None:
        """One more part to hide."""
        moved = NEW.moved(0.04 * len(self.boxes), 0.04 * len(self.boxes))
        self._put([*self.boxes, moved], len(self.boxes))

    def _put(self, boxes: list[Box], current: int) -> None:
        self.boxes = boxes
        self._current = max(0, min(current, len(boxes) - 1))
        self._tell()
        self.changed.emit()
        self.update()

    def _set(self, box: Box) -> None:
        boxes = list(self.boxes)
        boxes[self._current] = box
        self._put(boxes, self._current)

    def _tell(self) -> None:
        what = tr("Vak om te vervagen") if self.hides else tr("Wat er overblijft")
        if not self.boxes:
            self.setAccessibleName(f"{what}: {tr('nog geen. Enter voegt er een toe.')}")
            return
        left, top, right, bottom = (round(100 * part) for part in self.boxes[self._current])
        which = f" {self._current + 1} {tr('van')} {len(self.boxes)}" if self.hides else ""
        self.setAccessibleName(
            f"{what}{which}: {tr('van')} {left} {tr('tot')} {right} {tr('procent opzij,')} "
            f"{tr('van')} {top} {tr('tot')} {bottom} {tr('procent omlaag')}"
        )

    def _room(self) -> QRectF:
        """Where the picture lies in this widget."""
        inner = self.size() - QSize(2 * EDGE, 2 * EDGE)
        size = self._picture.size().scaled(inner, Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(EDGE, EDGE, max(size.width(), 1), max(size.height(), 1))

    def _on_picture(self, point: QPointF) -> tuple[float, float]:
        room = self._room()
        return (point.x() - room.x()) / room.width(), (point.y() - room.y()) / room.height()

    def _on_screen(self, box: Box) -> QRectF:
        room = self._room()
        corners = ((box.left, box.top), (box.right, box.bottom))
        return QRectF(*(room.topLeft() + QPointF(x * room.width(), y * room.height()) for x, y in corners))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """In a box: takes it along. Elsewhere: begins another."""
        self._from = self._on_picture(event.position())
        at = next((at for at, box in enumerate(self.boxes) if self._on_screen(box).contains(event.position())), -1)
        self._grabbed = self.boxes[at] if at >= 0 else None
        if at >= 0:
            self._put(self.boxes, at)
        elif self.hides:
            self._put([*self.boxes, Box.between(self._from, self._from)], len(self.boxes))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves or draws."""
        if self._from is None or not self.boxes:
            return
        now = self._on_picture(event.position())
        if self._grabbed:
            self._set(self._grabbed.moved(now[0] - self._from[0], now[1] - self._from[1]))
        else:
            self._set(Box.between(self._from, now))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """A slip of the hand draws nothing."""
        slipped = bool(self.boxes) and self.boxes[self._current].is_slip
        if slipped and self.hides:
            self._put([box for box in self.boxes if not box.is_slip], self._current)
        elif slipped:
            self._set(Box())
        self._from = self._grabbed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves, resizes, adds, takes away, goes to the next."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key in _ARROWS and self.boxes:
            step = LEAP if modifiers & Qt.KeyboardModifier.ControlModifier else STEP
            across, down = (step * part for part in _ARROWS[key])
            box = self.boxes[self._current]
            grows = modifiers & Qt.KeyboardModifier.ShiftModifier
            self._set(box.grown(across, down) if grows else box.moved(across, down))
        elif self.hides and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Insert}:
            self.add()
        elif self.hides and self.boxes and key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._put([box for at, box in enumerate(self.boxes) if at != self._current], self._current)
        elif self.hides and self.boxes and key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            by = 1 if key == Qt.Key.Key_PageDown else -1
            self._put(self.boxes, (self._current + by) % len(self.boxes))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And that it went."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, what goes dimmed, the boxes, and round the picture that the keyboard is here."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self._room().toRect(), self._picture)
        self._paint_gone(painter)
        for at, box in enumerate(self.boxes):
            self._paint_box(painter, self._on_screen(box), is_here=self.hasFocus() and at == self._current)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.drawRect(self._room().adjusted(1 - EDGE, 1 - EDGE, EDGE - 1, EDGE - 1))
        painter.end()

    def _paint_gone(self, painter: QPainter) -> None:
        if self.hides or not self.boxes:
            return
        gone = QPainterPath()
        gone.addRect(self._room())
        kept = QPainterPath()
        kept.addRect(self._on_screen(self.boxes[0]))
        painter.fillPath(gone.subtracted(kept), QColor(0, 0, 0, 150))

    def _paint_box(self, painter: QPainter, rect: QRectF, *, is_here: bool) -> None:
        if self.hides:
            painter.fillRect(rect, QColor(255, 255, 255, 120))
            painter.fillRect(rect, QBrush(QColor(0, 0, 0, 200), Qt.BrushStyle.BDiagPattern))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        look = theme()
        pens = ((look.color("surface"), 7), (look.color("focus"), 3)) if is_here else ((_WHITE, 3), (_BLACK, 1))
        for color, width in pens:
            painter.setPen(QPen(color, width))
            painter.drawRect(rect)
