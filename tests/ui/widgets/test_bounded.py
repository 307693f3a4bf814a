"""What may say much is as high as what it says, up to a point."""

from pytestqt.qtbot import QtBot

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import column, label, page
from werkboek_desktop.ui.widgets.bounded import Bounded
from werkboek_desktop.ui.widgets.panels import MOST, Panel

SHORT, LONG = "Gemaakt.", "Vraag de afzender om het opnieuw te sturen. " * 30


def test_it_is_as_high_as_its_words_and_scrolls_when_there_are_many(qtbot: QtBot) -> None:
    words = label(SHORT, wrap=True)
    area = Bounded(page("", column(words)), 120)
    holder = page("", column(area, 0))
    qtbot.addWidget(holder)
    holder.resize(400, 500)
    holder.show()
    qtbot.waitUntil(lambda: area.height() == words.heightForWidth(words.width()))
    words.setText(LONG)
    qtbot.waitUntil(lambda: area.height() == 120 and area.verticalScrollBar().maximum() > 0)
    words.setText(SHORT)
    qtbot.waitUntil(lambda: area.height() < 60)


def test_a_panel_scrolls_where_a_form_below_it_needs_the_room(qtbot: QtBot) -> None:
    heights = []
    for above in (True, False):
        panel = Panel(above=above)
        holder = page("", column(panel, 0))
        qtbot.addWidget(holder)
        holder.resize(600, 900)
        holder.show()
        panel.warn(LONG, LONG, (LONG,))
        qtbot.wait(20)
        heights.append(panel.height())
    assert heights[0] <= theme().px(MOST) + 3 * theme().space(16) < heights[1]
