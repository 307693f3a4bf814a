"""A panel says in words what happened, and what one does now."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, column, page
from werkboek_desktop.ui.widgets.panels import Panel


def test_a_button_leaves_room_for_the_line_round_it_below_the_words(qtbot: QtBot) -> None:
    panel = Panel()
    holder = page("", column(panel, 0))
    qtbot.addWidget(holder)
    holder.resize(600, 400)
    keep = button("Bewaar details", panel.hide)
    panel.refuse("Er ging iets mis.", "Wat je typte is bewaard.", "Probeer het opnieuw.", keep)
    holder.show()
    qtbot.waitUntil(lambda: keep.width() < 300)
    (now,) = (each for each in panel.findChildren(QLabel) if each.text() == "Probeer het opnieuw.")
    above = now.mapTo(panel, QPoint(0, now.height())).y()
    assert keep.mapTo(panel, QPoint(0, 0)).y() - above >= theme().space(8)
