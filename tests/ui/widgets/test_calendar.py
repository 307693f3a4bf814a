"""The calendar of a day."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.calendar import Calendar


def days_of(calendar: Calendar, qtbot: QtBot) -> QTableView:
    """The weeks, on screen."""
    qtbot.addWidget(calendar)
    calendar.show()
    qtbot.wait(1)
    days = calendar.month.findChild(QTableView)
    assert days
    return days


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_all_weeks_of_a_month_are_in_sight_and_its_arrows_grow_with_the_words(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    dress(Theme(Look.LIGHT, scale))
    calendar = Calendar(date(2026, 11, 26), date(2026, 11, 25))
    days = days_of(calendar, qtbot)
    assert days.verticalHeader().length() <= days.viewport().height()
    arrow = calendar.month.findChild(QToolButton, "qt_calendar_nextmonth")
    assert arrow
    assert arrow.iconSize().height() == round(16 * scale)
    dress(Theme(Look.LIGHT))


def shape(days: QTableView, row: int, column: int) -> frozenset[tuple[int, int]]:
    """Where a day has ink, whatever its colour."""
    cell = days.viewport().grab(days.visualRect(days.model().index(row, column))).toImage()
    ground = cell.pixelColor(0, 0).lightness()
    inner = [(x, y) for x in range(2, cell.width() - 2) for y in range(2, cell.height() - 2)]
    strength = {at: abs(cell.pixelColor(*at).lightness() - ground) for at in inner}
    ink = [at for at, strong in strength.items() if strong > max(strength.values()) / 2]
    left = min(x for x, _y in ink)
    return frozenset((x - left, y) for x, y in ink)


@pytest.mark.parametrize("look", Look)
def test_a_day_of_another_month_has_another_shape(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    dress(Theme(look))
    try:
        calendar = Calendar(date(2026, 11, 10), date(2026, 11, 11))
        days = days_of(calendar, qtbot)
        october, november = (shape(days, *cell) for cell in ((1, 1), (5, 4)))
        assert october != november, "both are a 27th"
    finally:
        dress(Theme(Look.LIGHT))
