"""The rows of the bundles that one looked at."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from werkboek_desktop.ui.pages.parcels import ParcelList, ParcelModel
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.tokens import Look, Theme


def test_a_bundle_has_the_height_of_three_lines(qtbot: QtBot) -> None:
    dress(Theme(Look.LIGHT))
    model = ParcelModel()
    rows = ParcelList(model)
    qtbot.addWidget(rows)
    model.add([Path("a.wbx"), Path("b.wbx")])
    rows.resize(300, 400)
    rows.show()
    assert [rows.visualRect(model.index(at)).height() for at in range(2)] == [theme().size("row_h")] * 2
