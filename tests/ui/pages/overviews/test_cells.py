"""What is painted in the cells of an overview."""

import re

import pytest
from PySide6.QtCore import QBuffer, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from tests.ui.pages.overviews.conftest import Desk
from werkboek_desktop.domain.overview.views import View
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.pages.overviews.cells import paint_entry
from werkboek_desktop.ui.theme.look import theme

LONG = "De Kolenbuurt pakt de sleutel terug"


def words(desk: Desk, title: str, width: float, column: str = "title") -> list[str]:
    """What one reads in the cell of a case at that width, piece by piece."""
    model = desk.page.board.model
    (entry,) = (each for each in model.rows if each.title == title)
    (shown,) = (each for each in model.columns if each.key == column)
    drawn = QBuffer()
    drawn.open(QBuffer.OpenModeFlag.WriteOnly)
    paper = QSvgGenerator()
    paper.setOutputDevice(drawn)
    paper.setSize(QSize(600, 60))
    painter = QPainter(paper)
    paint_entry(painter, QRectF(0, 0, width, theme().px(48)), entry, shown)
    painter.end()
    return re.findall(r"<text[^>]*>([^<]*)</text>", drawn.data().toStdString())


@pytest.fixture
def missing(desk: Desk) -> Desk:
    fields: dict[str, Value] = {"title": LONG, "municipalities": ("GM0344",), "status": "registered"}
    desk.room.workspace.create_record("case", None, fields)
    desk.look(View.MISSING)
    desk.page.board.show_everything()
    desk.room.settle()
    return desk


def test_the_place_stands_below_a_title_of_one_line_and_of_two(missing: Desk) -> None:
    assert words(missing, LONG, 500) == [LONG, "Utrecht"]
    first, rest, place = words(missing, LONG, 190)
    assert f"{first} {rest}".split() == LONG.split()
    assert place == "· Utrecht"


def test_where_both_are_too_long_the_title_is_shortened_and_the_place_is_whole(missing: Desk) -> None:
    first, rest, place = words(missing, LONG, 120)
    assert LONG.startswith(first)
    assert rest.endswith("…")
    assert place == "· Utrecht"


def test_title_and_place_are_told_whole(missing: Desk) -> None:
    model = missing.page.board.model
    index = model.index(next(at for at, each in enumerate(model.rows) if each.title == LONG), 0)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == f"{LONG}\nUtrecht"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"Praktijkvoorbeeld: {LONG}, Utrecht"


def test_that_there_are_no_measures_is_told_whole_in_two_lines(missing: Desk) -> None:
    missing.look(View.BALANCE)
    assert words(missing, LONG, 300, "balance") == ["geen maatregelen"]
    assert words(missing, LONG, 110, "balance") == ["geen", "maatregelen"]
