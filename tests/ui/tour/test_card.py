"""Where the card of a step stands."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from werkboek_desktop.ui.theme.look import wear
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.tour.card import TourCard
from werkboek_desktop.ui.tour.steps import Step
from werkboek_desktop.ui.widgets.inputs import LineInput

PAGES = 644
"""How high they are in a window of 720 while something is told below them."""
THINGS = QRect(500, 150, 740, 150), QRect(500, 300, 740, 200), QRect(20, 20, 200, 40), QRect(900, 620, 300, 60)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_lies_over_nothing_that_it_points_at_in_large_text_too(qtbot: QtBot, scale: float) -> None:
    dress(Theme(Look.LIGHT, scale))
    over = QWidget()
    qtbot.addWidget(over)
    wear(over)
    over.resize(1280, 720)
    pages = QWidget(over)
    pages.setGeometry(60, 0, 1220, PAGES)
    over.show()
    text = "Links kies je een praktijkvoorbeeld, rechts schrijf je. Linksonder staat wanneer het bewaard is."
    title = "Typ maar: alles is meteen bewaard"
    step = Step(title, text, "Typ iets", lambda: None, lambda: None, lambda: None, LineInput().left)
    card = TourCard(over, pages, step, 1, 5)
    card.show()
    for thing in THINGS:
        card.stand_beside(thing)
        assert not card.geometry().intersects(thing), thing
        assert over.rect().contains(card.geometry())
        assert card.geometry().bottom() < PAGES
