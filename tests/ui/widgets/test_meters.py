"""The balance as a meter."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from werkboek_desktop.domain.workflow import Balance
from werkboek_desktop.ui.widgets.meters import BalanceMeter


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
