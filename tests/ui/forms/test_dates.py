"""The calendar of a day."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from werkboek_desktop.ui.forms.dates import Calendar
from werkboek_desktop.ui.theme.tokens import Look, Theme


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_all_weeks_of_a_month_are_in_sight(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    dress(Theme(Look.LIGHT, scale))
    calendar = Calendar(date(2026, 11, 26), date(2026, 11, 25))
    qtbot.addWidget(calendar)
    calendar.show()
    qtbot.wait(1)
    days = calendar.month.findChild(QTableView)
    assert days
    assert days.verticalHeader().length() <= days.viewport().height()
    dress(Theme(Look.LIGHT))
