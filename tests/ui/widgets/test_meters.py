"""The balance as a meter."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from werkboek_desktop.domain.workflow import Balance
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.meters import BalanceMeter
from werkboek_desktop.ui.widgets.plot import paint_blocks

LIGHT = 200


def texts(meter: BalanceMeter) -> list[str]:
    return [label.text() for label in meter.findChildren(QLabel) if label.isVisible() and label.text()]


def test_the_meter_says_in_words_what_it_draws(qtbot: QtBot) -> None:
    meter = BalanceMeter()
    qtbot.addWidget(meter)
    meter.show_balance(Balance(4, 3, 1))
    meter.show()
    assert texts(meter) == ["Balans uit 8 maatregelen", "4 repressief", "1 beide", "3 preventief"]


def test_a_measure_without_a_known_type_is_shown(qtbot: QtBot) -> None:
    meter = BalanceMeter()
    qtbot.addWidget(meter)
    meter.show()
    meter.show_balance(Balance(1, 0, 0, 2), "Alles")
    assert texts(meter)[0] == "Alles"
    assert texts(meter)[-1] == "2 onbekend"


def test_so_many_measures_that_none_can_be_counted_are_one_bar(qtbot: QtBot) -> None:
    """At 150 % the lines round blocks of that width would be all there is to see."""
    dress(Theme(Look.LIGHT, 1.5))
    image = QImage(450, 27, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    paint_blocks(painter, QRectF(image.rect()), Balance(44, 0, 0))
    painter.end()
    dress(Theme(Look.LIGHT))
    assert not any(image.pixelColor(x, 13).lightness() > LIGHT for x in range(4, 430))
