"""How a row is painted."""

import pytest
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from tests.ui.dressing import dress
from werkboek_desktop.ui.lists.delegate import WIDE_FROM, RowDelegate
from werkboek_desktop.ui.lists.line import LINE, Line
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.marks import conflict_mark, mark_width, merged_mark

PLACE = "Een overzicht van de stappen die een crimineel moet zetten, met bij elke stap wat u kunt doen. " * 2
WIDTH = 700


def painted(line: Line, width: int, lines: int) -> QImage:
    """A row of a list that wide."""
    holder, model = QObject(), QStandardItemModel()
    delegate = RowDelegate(holder)
    delegate.measure(lines, wide=width >= WIDE_FROM)
    item = QStandardItem()
    item.setData(line, LINE)
    model.appendRow(item)
    image = QImage(width, delegate.row, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, width, delegate.row)
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    return image


def ends_at(line: Line) -> int:
    """How far to the right the row has words, in the line of its place."""
    image = painted(line, WIDTH, 2)
    high = range(30, image.height() - 6)
    dark = [x for x in range(WIDTH) for y in high if image.pixelColor(x, y).lightness() < 150]
    return max(dark)


def extent(image: QImage, tone: str) -> int:
    """How wide what has a colour is."""
    color = theme().color(tone)
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    found = [x for x, y in places if image.pixelColor(x, y) == color]
    return max(found) - min(found)


@pytest.mark.parametrize("width", [280, 560])
def test_two_marks_keep_their_words_and_then_the_status_stands_before_the_place(qapp: QApplication, width: int) -> None:
    dress(Theme(Look.LIGHT))
    found = (conflict_mark("2 × twee versies"), merged_mark("lees na"))
    for status in ("", "ligt bij gemeente"):
        image = painted(Line("De Kolenbuurt", "Meerdrecht · Kolenbuurt", status, 0.5, found), width, 3)
        assert extent(image, "merge") > mark_width(found[1]) - 8
        assert extent(image, "attn") > mark_width(found[0]) - 8
    whole, short = (painted(Line("De Kolenbuurt", "", word, 0.5, found[1:]), width, 3) for word in ("akkoord", ""))
    assert extent(whole, "merge") == extent(short, "merge")


def test_where_no_status_stands_beside_them_words_have_the_whole_width(qapp: QApplication) -> None:
    dress(Theme(Look.LIGHT))
    assert ends_at(Line("Barrièremodel", PLACE, "")) > WIDTH * 0.8
    assert ends_at(Line("Barrièremodel", PLACE, "open")) < WIDTH * 0.65
