"""At 150 and 200 % text on a small screen no word is cut off, on any page."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cutoff import cut_off, sideways
from tests.ui.dressing import dress
from tests.ui.house import House, plain
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.basic import label, row

SCALES = (1.5, 2.0)


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


def test_every_list_and_form_fits_on_the_smallest_screen_at_twice_the_text(qapp: QApplication, tmp_path: Path) -> None:
    """At 100 % the walk of test_access looks, everywhere."""
    house = House(tmp_path, Theme(Look.LIGHT, 2.0))
    assert wrong(house, house.records_only()) == {}


@pytest.mark.thorough
@pytest.mark.parametrize("scale", SCALES)
def test_every_screen_fits_on_the_smallest_one(qapp: QApplication, tmp_path: Path, scale: float) -> None:
    house = House(tmp_path, Theme(Look.LIGHT, scale))
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
