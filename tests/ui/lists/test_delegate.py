"""How a row is painted."""

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from tests.ui.dressing import dress
from werkboek_desktop.ui.lists.delegate import RowDelegate
from werkboek_desktop.ui.lists.line import LINE, Line
from werkboek_desktop.ui.theme.tokens import Look, Theme

PLACE = "Een overzicht van de stappen die een crimineel moet zetten, met bij elke stap wat u kunt doen. " * 2
WIDTH = 700


def ends_at(line: Line) -> int:
    """How far to the right the row has words, in the line of its place."""
    holder, model = QObject(), QStandardItemModel()
    delegate = RowDelegate(holder)
    delegate.measure(2, wide=True)
    item = QStandardItem()
    item.setData(line, LINE)
    model.appendRow(item)
    image = QImage(WIDTH, delegate.row, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, WIDTH, delegate.row)
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    dark = [x for x in range(WIDTH) for y in range(30, delegate.row - 6) if image.pixelColor(x, y).lightness() < 150]
    return max(dark)


def test_where_no_status_stands_beside_them_words_have_the_whole_width(qapp: QApplication) -> None:
    dress(Theme(Look.LIGHT))
    assert ends_at(Line("Barrièremodel", PLACE, "")) > WIDTH * 0.8
    assert ends_at(Line("Barrièremodel", PLACE, "open")) < WIDTH * 0.65
