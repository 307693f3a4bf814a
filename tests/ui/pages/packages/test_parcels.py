"""The rows of the bundles that one looked at."""

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from werkboek_desktop.errors import BundleDamaged
from werkboek_desktop.ui.pages.packages.parcels import Parcel, ParcelList, ParcelModel, parcel_line
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.workspace import FileReport
from werkboek_desktop.workspace.model import Result

TODAY = date(2026, 11, 26)


def test_a_bundle_has_the_height_of_three_lines(qtbot: QtBot) -> None:
    dress(Theme(Look.LIGHT))
    model = ParcelModel(lambda: TODAY)
    rows = ParcelList(model)
    qtbot.addWidget(rows)
    model.add([Path("a.wbx"), Path("b.wbx")])
    rows.resize(300, 400)
    rows.show()
    assert [rows.visualRect(model.index(at)).height() for at in range(2)] == [theme().size("row_h")] * 2


def test_a_file_that_does_not_say_when_it_was_made_says_in_which_folder_it_is() -> None:
    damaged = FileReport(Path("Downloads", "fatima.wbx"), Result.REFUSED, error=BundleDamaged())
    line = parcel_line(Parcel(Path("Downloads", "fatima.wbx"), damaged), TODAY)
    assert (line.title, line.place) == ("fatima.wbx", "in de map Downloads")
