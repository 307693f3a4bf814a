"""Fields in lines: as wide as they want, or as they must."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from werkboek_desktop.ui.theme.look import apply, theme, wear
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.basic import label
from werkboek_desktop.ui.widgets.inputs import Tick
from werkboek_desktop.ui.widgets.lines import Lines


class Part(QWidget):
    """So wide at least, and so high."""

    def __init__(self, least: int = 10, high: int = 20) -> None:
        super().__init__()
        self.setMinimumSize(least, high)

    def sizeHint(self) -> QSize:
        return self.minimumSize()


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply(qapp, Theme(Look.LIGHT))


def lay(qtbot: QtBot, width: int, *parts: tuple[QWidget, int]) -> QWidget:
    paper = QWidget()
    qtbot.addWidget(paper)
    lines = Lines(paper, across=12, down=10)
    for part, twelfths in parts:
        lines.add(part, twelfths)
    paper.resize(width, lines.heightForWidth(width))
    paper.show()
    QApplication.processEvents()
    return paper


def test_a_line_is_filled_by_twelfths_from_edge_to_edge(qtbot: QtBot) -> None:
    one, two, three = Part(), Part(), Part()
    _paper = lay(qtbot, 612, (one, 4), (two, 3), (three, 5))
    assert one.x() == 0
    assert one.width() < three.width()
    assert two.width() < one.width()
    assert two.x() == one.x() + one.width() + 12
    assert three.x() + three.width() == 612
    assert one.y() == two.y() == three.y() == 0


def test_what_does_not_fit_goes_on_below(qtbot: QtBot) -> None:
    one, two = Part(high=40), Part()
    paper = lay(qtbot, 600, (one, 12), (two, 6))
    assert two.y() == 50
    assert paper.height() == 70


def test_what_needs_more_than_its_share_gets_it(qtbot: QtBot) -> None:
    one, two = Part(), Part(least=400)
    _paper = lay(qtbot, 600, (one, 6), (two, 6))
    assert two.width() >= 400
    assert two.y() > one.y()


def test_a_field_is_never_too_narrow_to_read(qtbot: QtBot) -> None:
    one, two, three, four = Part(), Part(), Part(), Part()
    _paper = lay(qtbot, 240, (one, 3), (two, 3), (three, 3), (four, 3))
    assert min(part.width() for part in (one, two, three, four)) >= 92


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    one, two = Part(), Part()
    paper = lay(qtbot, 600, (one, 12), (two, 12))
    one.hide()
    QApplication.processEvents()
    layout = paper.layout()
    assert layout
    assert layout.heightForWidth(600) == 20


def test_the_words_of_a_tick_go_on_in_the_next_line(qtbot: QtBot) -> None:
    words = "Jonge aanwas (jongeren voor hand- en spandiensten)"
    tick = Tick(words)
    _paper = lay(qtbot, 280, (tick, 12))
    assert tick.text().replace("\n", " ") == words
    assert "\n" in tick.text()
    assert tick.accessibleName() == words
    assert tick.height() > Tick("Drugslab").heightForWidth(280)
    wide = Tick(words)
    _broad = lay(qtbot, 600, (wide, 12))
    assert wide.text() == words


def test_a_field_that_needs_more_than_its_share_has_a_line_of_its_own(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    lines = Lines(holder)
    days = [QWidget(holder), QWidget(holder)]
    for day in days:
        lines.add(day, 6, 176)
    holder.resize(400, 200)
    holder.show()
    assert days[0].y() == days[1].y()
    holder.resize(300, 200)
    qtbot.waitUntil(lambda: days[0].y() < days[1].y())
    assert days[0].width() >= 176


def test_what_may_not_be_wider_says_how_high_it_is_at_its_own_width(qtbot: QtBot) -> None:
    said = label("Zolang dat niet klopt, bewaart dit veld wat er eerst stond.", wrap=True)
    paper = lay(qtbot, 300, (said, 12))
    paper.setMaximumWidth(300)
    layout = paper.layout()
    assert layout
    assert layout.heightForWidth(900) == said.heightForWidth(300) > said.heightForWidth(900)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_box_of_a_tick_stands_at_the_first_of_its_lines(qtbot: QtBot, scale: float) -> None:
    dress(Theme(Look.LIGHT, scale))
    ticks = [Tick("Mag blijven"), Tick("Mag blijven, want wie het is staat ook in de krant van die dag")]
    tops = []
    for tick in ticks:
        qtbot.addWidget(tick)
        wear(tick)
        tick.setChecked(True)
        tick.resize(round(200 * scale), tick.heightForWidth(round(200 * scale)))
        tick.show()
        image = tick.grab().toImage()
        filled = theme().color("accent")
        middle = theme().px(3)
        tops.append(next(y for y in range(image.height()) if image.pixelColor(middle, y) == filled))
    lines = ticks[1].text().count("\n") + 1
    dress(Theme(Look.LIGHT))
    assert lines > 1
    around = ticks[1].height() - lines * ticks[1].fontMetrics().lineSpacing()
    beside = ticks[0].height() - ticks[0].fontMetrics().lineSpacing()
    assert tops[1] - around // 2 == pytest.approx(tops[0] - beside // 2, abs=1)
