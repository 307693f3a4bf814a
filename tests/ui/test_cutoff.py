"""With large text on a small screen, and in a small window, no word is cut off, on any page."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cutoff import cut_off, sideways
from tests.ui.dressing import dress
from tests.ui.house import SMALLEST, House, plain
from werkboek_desktop.ui.shell import window as shell
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.basic import label, row

SCALES = (1.25, 1.5, 2.0)


@pytest.fixture(autouse=True)
def plain_again(qapp: QApplication) -> Iterator[None]:
    yield
    dress(plain())


def wrong(house: House, places: Iterable[str]) -> dict[str, list[str]]:
    """What does not fit, by place."""
    found = {place: [*cut_off(house.window), *sideways(house.window)] for place in places}
    house.close()
    assert len(found) > 40
    return {place: faults for place, faults in found.items() if faults}


@pytest.mark.parametrize(("scale", "size"), [(1, shell.SMALLEST), (2, SMALLEST)])
def test_every_list_and_form_fits(qapp: QApplication, tmp_path: Path, scale: float, size: tuple[int, int]) -> None:
    """In the smallest window there is, and on the smallest screen at twice the text."""
    house = House(tmp_path, Theme(Look.LIGHT, scale), size)
    assert wrong(house, house.records_only()) == {}


@pytest.mark.thorough
@pytest.mark.parametrize(("scale", "size"), [(1, shell.SMALLEST), *((scale, SMALLEST) for scale in SCALES)])
def test_every_screen_fits(qapp: QApplication, tmp_path: Path, scale: float, size: tuple[int, int]) -> None:
    """At 100 % on the smallest screen the walk of test_access looks."""
    house = House(tmp_path, Theme(Look.LIGHT, scale), size)
    assert wrong(house, house.places(cells=False)) == {}


def test_a_form_that_scrolls_sideways_is_noticed(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    wide = QWidget()
    wide.setFixedSize(900, 20)
    area.setWidget(wide)
    area.resize(300, 100)
    area.show()
    assert sideways(area) == ["QScrollArea scrolls sideways"]


def test_what_does_not_fit_is_noticed(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    narrow, low, wrapped = label("Een lange zin"), label("Zin"), label("Samenwerkingsovereenkomst", wrap=True)
    tiny = QToolButton()
    tiny.setText("Vooruit")
    for part in (narrow, low, wrapped):
        part.setFixedSize(30, 12)
    tiny.setFixedSize(30, 12)
    holder.setLayout(row(narrow, low, wrapped, tiny, 0))
    holder.show()
    found = "\n".join(cut_off(holder))
    for word in ("Een lange zin", "Zin", "Samenwerkings", "Vooruit"):
        assert word in found
    assert "high to be hit" in found
