"""A status as a widget: how far along, and the word."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.marks import paint_pie
from werkboek_desktop.ui.widgets.spoken import Painted


class StatusPie(Painted):
    """Hidden for a record without a status."""

    def __init__(self) -> None:
        super().__init__()
        self._word = ""
        self._share = 0.0

    def show_status(self, word: str, share: float) -> None:
        """Shows it."""
        self._word, self._share = word, share
        self.setAccessibleName(word)
        self.setVisible(bool(word))
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Pie, gap, word."""
        look = theme()
        width = QFontMetrics(look.font("caption")).horizontalAdvance(self._word)
        return QSize(look.px(16) + look.space(6) + width + 2, look.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints both."""
        look, painter = theme(), QPainter(self)
        radius = look.px(7)
        paint_pie(painter, self._share, QPointF(radius + 1, self.height() / 2), radius, "text2")
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("text2"))
        box = self.rect().adjusted(2 * radius + look.space(6), 0, 0, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._word)
        painter.end()
