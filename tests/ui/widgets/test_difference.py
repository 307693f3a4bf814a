"""Text to read, in a page that scrolls."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from werkboek_desktop.domain.difference import Stretch
from werkboek_desktop.ui.theme.look import wear
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.basic import column, label, page
from werkboek_desktop.ui.widgets.difference import ReadText


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_text_is_as_high_as_its_words_which_stand_below_their_heading(qtbot: QtBot, scale: float) -> None:
    dress(Theme(Look.LIGHT, scale))
    heading, text = label("Verschil"), ReadText()
    whole = page("surface", column(heading, text))
    wear(whole)
    qtbot.addWidget(whole)
    whole.resize(400, 600)
    whole.show()
    text.show_stretches([Stretch("Wij belden aan en niemand deed open. " * 9)])
    assert 0 <= text.viewport().height() - text.document().size().height() < 4
    assert text.viewport().mapTo(whole, QPoint(0, 0)).x() == pytest.approx(heading.x(), abs=2)
    dress(Theme(Look.LIGHT))
