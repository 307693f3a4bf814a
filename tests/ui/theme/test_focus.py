"""Where the keyboard is can be seen on every kind of widget, in every theme, at 100 % and at 200 %."""

from array import array
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QFocusFrame, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from tests.ui.forms.tables.writing import Table
from tests.ui.room import Room
from tests.ui.theme.contrast import SEEN, ratio_of
from werkboek_desktop.domain.difference import Stretch
from werkboek_desktop.domain.overview.facets import Sum
from werkboek_desktop.domain.overview.leaning import EMPTY
from werkboek_desktop.ui.forms.tab_bar import Tabs
from werkboek_desktop.ui.pages.head import StatusButton
from werkboek_desktop.ui.pages.overviews.sums import SumList
from werkboek_desktop.ui.pages.overviews.table import EntryTable
from werkboek_desktop.ui.pages.packages.parcels import ParcelList, ParcelModel
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.shell.rail import OVERVIEWS, RailButton, SearchButton, destinations
from werkboek_desktop.ui.theme.look import theme, wear
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.basic import button, column, label, page, scrolled
from werkboek_desktop.ui.widgets.calendar import Calendar
from werkboek_desktop.ui.widgets.chips import Chips
from werkboek_desktop.ui.widgets.difference import ReadText
from werkboek_desktop.ui.widgets.gaps import Sentence
from werkboek_desktop.ui.widgets.inputs import Choice, LineInput, Tick
from werkboek_desktop.ui.widgets.tiles import Tile

KINDS = ("", "primary", "danger", "link", "quiet", "status", "pill", "choice")


def tabs(bar: QTabBar) -> QTabBar:
    bar.addTab("Tekst")
    bar.addTab("Kop")
    return bar


def pill() -> QPushButton:
    made = button("Alle 6", lambda: None, "pill")
    made.setCheckable(True)
    made.setChecked(True)
    return made


def status() -> StatusButton:
    made = StatusButton(lambda: None)
    made.show_status("redactie", 0.5, opens=True)
    return made


def chips() -> Chips:
    made = Chips()
    made.show_chips(["Meerdrecht", "Duinrade"])
    return made


def read_text() -> ReadText:
    made = ReadText()
    made.show_stretches([Stretch("De straat bleef stil.")])
    return made


def rows() -> ParcelList:
    model = ParcelModel(date.today)
    made = ParcelList(model)
    model.setParent(made)
    model.add([Path("fatima.wbx"), Path("piet.wbx")])
    made.setCurrentIndex(model.index(0))
    made.setMinimumHeight(theme().px(90))
    return made


def sums() -> SumList:
    made = SumList("Per gemeente")
    made.show_sums([Sum("Meerdrecht", 2, EMPTY._replace(repressive=1, preventive=2))])
    made.setCurrentIndex(made.model().index(0, 0))
    made.setMinimumHeight(theme().px(80))
    return made


SAMPLES: dict[str, Callable[[], QWidget]] = {
    **{f"button {kind}": lambda kind=kind: button("Maak pakket", lambda: None, kind) for kind in KINDS},  # type: ignore[misc]
    "pill that is on": pill,
    "status": status,
    "rail": lambda: RailButton(destinations()[0]),
    "search": SearchButton,
    "sentence": lambda: Sentence("‘Schaal’ is nog leeg."),
    "tile": lambda: Tile("De Kolenbuurt", "Kop", label("redactie"), lambda: None),
    "line": LineInput,
    "prose": ProseInput,
    "choice": Choice,
    "tick": lambda: Tick("Foto’s mogen"),
    "tabs of a form": lambda: tabs(Tabs()),
    "chips": chips,
    "text to read": read_text,
    "row of a list": rows,
    "sum": sums,
}


@pytest.fixture(params=[(look, scale) for look in Look for scale in (1.0, 2.0)])
def dressed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    dress(Theme(*request.param))
    yield theme()
    dress(Theme(Look.LIGHT))


LEAST = 24
"""As long as a short word."""


def points_of(image: QImage) -> array[int]:
    """Row by row."""
    whole = image.convertToFormat(QImage.Format.Format_ARGB32)
    return array("I", bytes(whole.constBits()))


def is_seen(before: QImage, after: QImage, focus: QColor) -> bool:
    """A line of two pixels in the colour of the focus came, and enough of it differs by what an eye needs."""
    width, sought = before.width(), focus.rgb()
    points = enumerate(zip(points_of(before), points_of(after), strict=True))
    came = {divmod(at, width)[::-1] for at, (was, is_now) in points if is_now == sought != was}
    thick = {(x, y) for x, y in came if {(x + 1, y), (x, y + 1), (x + 1, y + 1)} <= came}
    strong = {at for at in came if ratio_of(before.pixelColor(*at).name(), focus.name()) >= SEEN}
    return len(thick) >= LEAST and len(strong) >= LEAST


def test_the_keyboard_is_seen_on_every_widget(dressed: Theme, qtbot: QtBot) -> None:
    made = {name: make() for name, make in SAMPLES.items()}
    elsewhere = QPushButton("elders")
    holder = page("surface", column(elsewhere, *made.values(), 0, margins=(16, 16, 16, 16), gap=14))
    wear(holder)
    qtbot.addWidget(holder)
    holder.resize(round(420 * dressed.scale), 400)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    unseen = []
    for name, widget in made.items():
        elsewhere.setFocus()
        qtbot.wait(1)
        room = widget.geometry().adjusted(-6, -6, 6, 6)
        before = holder.grab(room).toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.wait(1)
        if not is_seen(before, holder.grab(room).toImage(), dressed.color("focus")):
            unseen.append(name)
    assert unseen == []


def rows_of(room: Room) -> dict[str, QWidget]:
    """Lists and tables of the window, each with where one goes for it."""
    table = Table(room, "measure")
    table.at(0)
    calendar = Calendar(date(2021, 1, 26), date(2021, 2, 1))
    calendar.setParent(room.window.content)
    calendar.show()
    return {"list": room.window.records.list.rows, "table of items": table.items.table, "calendar": calendar.month}


@pytest.mark.parametrize("look", Look)
def test_the_keyboard_is_seen_in_a_row_and_in_a_cell(tmp_path: Path, qtbot: QtBot, look: Look) -> None:
    room = Room(tmp_path, qtbot, look=look)
    unseen = [name for name, part in rows_of(room).items() if not _is_seen_in(room, part)]
    room.office.navigation.go(OVERVIEWS)
    room.settle()
    unseen += [
        type(board).__name__
        for board in room.office.navigation.page(OVERVIEWS).findChildren(EntryTable)
        if board.isVisible() and not _is_seen_in(room, board)
    ]
    room.close()
    assert unseen == []


def _is_seen_in(room: Room, part: QWidget) -> bool:
    room.window.rail.search.setFocus()
    room.settle()
    before = part.grab().toImage()
    part.setFocus(Qt.FocusReason.TabFocusReason)
    room.settle()
    return is_seen(before, part.grab().toImage(), theme().color("focus"))


def test_a_button_that_gets_the_keyboard_before_its_place_shows_it_there(qtbot: QtBot, qapp: QApplication) -> None:
    dress(Theme(Look.LIGHT))
    asked = page("surface", column(button("Ja, verwijder 3", lambda: None, "danger")))
    inner = page("surface", column(300, asked, 0))
    area = scrolled(inner)
    qtbot.addWidget(area)
    asked.hide()
    area.resize(400, 200)
    area.show()
    qtbot.waitUntil(area.isVisible)
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    asked.show()
    sure = asked.findChild(QPushButton)
    assert sure
    sure.setFocus()
    qtbot.wait(20)
    area.ensureWidgetVisible(sure)
    frame = area.findChild(QFocusFrame)
    assert frame
    assert frame.isVisible()


def test_in_a_part_on_its_way_elsewhere_no_ring_is_drawn(qtbot: QtBot) -> None:
    dress(Theme(Look.LIGHT))
    part = QWidget()
    qtbot.addWidget(part)
    inside = QPushButton("Klaar", part)
    part.overrideWindowFlags(Qt.WindowType.Widget)  # as while Qt takes it out of what it was in
    app = QApplication.instance()
    assert app
    app.focusChanged.emit(None, inside)  # type: ignore[attr-defined]
    assert inside.findChildren(QFocusFrame) + part.findChildren(QFocusFrame) == []
    part.overrideWindowFlags(Qt.WindowType.Window)
    part.show()
    part.activateWindow()
    inside.setFocus()
    qtbot.waitUntil(lambda: bool(part.findChildren(QFocusFrame)))


def test_the_ring_is_clear_of_the_words_of_a_button_without_a_border(qtbot: QtBot) -> None:
    dress(Theme(Look.LIGHT))
    made = button("Ongedaan maken", lambda: None, "link")
    holder = QWidget()
    holder.setLayout(column(made, margins=(40, 40, 40, 40)))
    qtbot.addWidget(holder)
    wear(holder)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    made.setFocus()
    (ring,) = holder.findChildren(QFocusFrame)
    line, words = 2, made.fontMetrics().horizontalAdvance(made.text())
    beside = (made.width() - words) // 2
    assert made.x() + beside - (ring.x() + line) >= 4
