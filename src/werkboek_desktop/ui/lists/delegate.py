"""Paints a row of a list: name, place, status and at most two marks, the most urgent first.

Where the marks have no room for their words beside the status, that goes up, before the place.
"""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from werkboek_desktop.domain.dutch import number
from werkboek_desktop.ui.lists.line import HEADING, LINE, Heading, Line
from werkboek_desktop.ui.theme.icons import paint_icon
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.marks import GAP, asking, fitting, paint_mark, paint_pie

LINE_STEP = 22
MIDDLE, RADIUS = 9, 7
"""Of a line of the smallest letters where its middle is, and of a status its pie."""
HEADING_HEIGHT = 40
WIDE_FROM = 540
BESIDE = 0.55
"""In a row that wide the status stands beside the name, this far to the right, and the row is a line lower."""


class RowDelegate(QStyledItemDelegate):
    """Rows of three lines, as high as the tokens say."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.measure(3)

    def measure(self, lines: int, *, wide: bool = False) -> None:
        """Sets how many lines a row has, and with that how high it is."""
        self.lines, self.wide = lines, wide
        self.row = theme().size("row_h") - (3 - min(lines, 2 if wide else 3)) * theme().px(LINE_STEP)
        self.heading = theme().px(HEADING_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints one row."""
        heading: Heading | None = index.data(HEADING)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if heading:
            self._paint_heading(painter, area, option.state, heading)
        else:
            self._paint_line(painter, area, option.state, index.data(LINE))
        painter.restore()

    def _paint_line(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, line: Line) -> None:
        self._ground(painter, area, state)
        text = area.adjusted(theme().space(12), theme().px(8), -theme().space(12), -theme().px(6))
        status = text.adjusted(0, 2 * theme().px(LINE_STEP), 0, 0)
        if self.wide and (line.status or line.marks or line.below):
            status = text.adjusted(round(BESIDE * text.width()), theme().px(LINE_STEP) // 2, 0, 0)
            text.setRight(status.left() - theme().space(12))
        self._line(painter, text, 0, "body_strong", "text", line.title)
        text.setTop(text.top() + theme().px(LINE_STEP))
        if line.status and not line.below:
            beside = text if _is_crowded(line, status.width()) else status
            beside.setLeft(self._status(painter, beside.topLeft(), line))
        self._line(painter, text, 0, "caption", "text2", line.place)
        if line.below:
            self._line(painter, status, 0, "caption", "text2", line.below)
        else:
            self._marks(painter, status, line)

    def _paint_heading(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, heading: Heading) -> None:
        look = theme()
        if state & QStyle.StateFlag.State_HasFocus:
            self._ring(painter, QRectF(area).adjusted(2, 3, -2, -3))
        side, left = look.px(16), area.left() + look.space(12)
        sign = "chevron-down" if heading.opened else "chevron-right"
        paint_icon(painter, sign, QRectF(left, area.center().y() - side / 2, side, side))
        left += side + look.space(6)
        amount = number(heading.rows)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("text2"))
        room = QRect(left, area.top(), area.right() - look.space(12) - left, area.height())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, amount)
        room.setRight(room.right() - QFontMetrics(look.font("caption")).horizontalAdvance(amount) - look.space(8))
        painter.setFont(look.font("label"))
        painter.setPen(look.color("text"))
        metrics = QFontMetrics(look.font("label"))
        painter.drawText(room, middle, metrics.elidedText(heading.text, Qt.TextElideMode.ElideRight, room.width()))

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        look = theme()
        box = QRectF(area).adjusted(1, 2, -1, -2)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selected"))
            painter.drawRoundedRect(box, look.radius("control"), look.radius("control"))
            if not state & QStyle.StateFlag.State_HasFocus:
                painter.setBrush(look.color("accent"))
                painter.drawRoundedRect(QRectF(box.x(), box.y() + look.px(12), 3, box.height() - look.px(24)), 1.5, 1.5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("hover"))
            painter.drawRoundedRect(box, look.radius("control"), look.radius("control"))
        else:
            painter.setPen(QPen(look.color("line"), 1))
            painter.drawLine(area.left() + look.space(12), area.bottom(), area.right() - look.space(12), area.bottom())
        if state & QStyle.StateFlag.State_HasFocus:
            self._ring(painter, box.adjusted(1, 1, -1, -1))

    def _ring(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(theme().color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, theme().radius("control"), theme().radius("control"))

    def _line(self, painter: QPainter, text: QRect, down: int, role: str, tone: str, words: str) -> None:
        font = theme().font(role)
        painter.setFont(font)
        painter.setPen(theme().color(tone))
        shown = QFontMetrics(font).elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text.adjusted(0, down, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)

    def _status(self, painter: QPainter, at: QPoint, line: Line) -> int:
        """A pie and a word; returns where there is room beside them."""
        look, radius = theme(), theme().px(RADIUS)
        paint_pie(painter, line.share, QPointF(at.x() + radius, at.y() + look.px(MIDDLE)), radius, "text2")
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("text2"))
        width = _status_width(line)
        box = QRectF(at.x() + 2 * radius + look.space(6), at.y() + look.px(MIDDLE) - look.px(11), width, look.px(22))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line.status)
        return at.x() + width

    def _marks(self, painter: QPainter, room: QRect, line: Line) -> None:
        left, top = float(room.left()), room.top() + theme().px(MIDDLE) - theme().px(11)
        for mark in fitting(line.marks, room.width()):
            left += paint_mark(painter, mark, left, top) + theme().space(GAP)


def _status_width(line: Line) -> int:
    words = QFontMetrics(theme().font("caption")).horizontalAdvance(line.status)
    return 2 * theme().px(RADIUS) + theme().space(6) + words + theme().space(11)


def _is_crowded(line: Line, room: int) -> bool:
    """Whether what asks for somebody would lose words beside the status, and has room for them without it."""
    beside, alone = (list(fitting(asking(line.marks), each)) for each in (room - _status_width(line), room))
    return beside != alone
