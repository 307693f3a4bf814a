"""Paints a row of a list: name, place, status and at most two marks, the most urgent first."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from werkboek_desktop.ui.lists.line import LINE, Line
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.marks import mark_width, paint_mark, paint_pie

LINE_STEP = 22


class RowDelegate(QStyledItemDelegate):
    """Rows of three lines, as high as the tokens say."""

    lines = 3
    """Two where no row has a status or a mark."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for every row, so that ten thousand need no measuring."""
        return QSize(theme().px(200), theme().size("row_h") - (3 - self.lines) * theme().px(LINE_STEP))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints one row."""
        line: Line = index.data(LINE)
        state: QStyle.StateFlag = option.state
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area, state)
        text = area.adjusted(theme().space(12), theme().px(8), -theme().space(12), -theme().px(6))
        self._line(painter, text, 0, "body_strong", "text", line.title)
        self._line(painter, text, theme().px(22), "caption", "text2", line.place)
        self._bottom(painter, text, line)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        look = theme()
        box = QRectF(area).adjusted(1, 2, -1, -2)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selected"))
            painter.drawRoundedRect(box, look.radius("control"), look.radius("control"))
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
            painter.setPen(QPen(look.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), look.radius("control"), look.radius("control"))

    def _line(self, painter: QPainter, text: QRect, down: int, role: str, tone: str, words: str) -> None:
        font = theme().font(role)
        painter.setFont(font)
        painter.setPen(theme().color(tone))
        shown = QFontMetrics(font).elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text.adjusted(0, down, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)

    def _bottom(self, painter: QPainter, text: QRect, line: Line) -> None:
        look = theme()
        left, middle = float(text.left()), text.top() + look.px(53)
        if line.status:
            radius = look.px(7)
            paint_pie(painter, line.share, QPointF(left + radius, middle), radius, "text2")
            left += 2 * radius + look.space(6)
            painter.setFont(look.font("caption"))
            painter.setPen(look.color("text2"))
            width = QFontMetrics(look.font("caption")).horizontalAdvance(line.status)
            box = QRectF(left, middle - look.px(11), width + 2, look.px(22))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line.status)
            left += width + look.space(11)
        for mark in line.marks[:2]:
            if left + mark_width(mark) <= text.right():
                left += paint_mark(painter, mark, left, middle - look.px(11)) + look.space(8)
