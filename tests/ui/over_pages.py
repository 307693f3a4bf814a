"""What slides in over a page."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from werkboek_desktop.errors import BundleDamaged
from werkboek_desktop.ui.erasing.panel import WORD
from werkboek_desktop.ui.erasing.wanted import Wanted
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.shell.palette import PAUSE
from werkboek_desktop.ui.widgets.details import NAME, Details

if TYPE_CHECKING:
    from tests.ui.house import House


def over_pages(house: "House") -> Iterator[str]:
    """What slides in over a list, and what is told there."""
    house.office.navigation.go("case")
    house.settle()
    house.office.palette.ask()
    yield house.at("zoeken en doen")
    house.office.palette.field.setText("sleutel")
    QTest.qWait(2 * PAUSE)
    yield house.at("zoeken en doen, gevonden")
    house.office.palette.slide_out()
    house.office.where.ask()
    yield house.at("waar staat mijn bestand")
    house.office.where.slide_out()
    yield from _comments(house)
    yield from _erasing(house)
    for text, action in (("14 wijzigingen ingelezen", ""), ("Maatregel verwijderd", "Ongedaan maken")):
        house.desk.session.told.emit(Notice(text, action, house.settle))
    house.office.notices.progress.begin("Teksten lezen")
    house.office.notices.progress.step(9, 14, "gelezen")
    yield house.at("meldingen")
    house.office.notices.progress.hide()
    for _card in range(2):
        house.office.notices._drop(house.office.notices.cards[0])
    yield from _refused(house)


def _refused(house: "House") -> Iterator[str]:
    """Below the page, above a form, and when what is known of it was kept."""
    house.office.notices.refuse(BundleDamaged())
    yield house.at("geweigerd, als melding")
    house.office.notices._drop(house.office.notices.cards[-1])
    house.office.refuse(BundleDamaged())
    yield house.at("geweigerd")
    for details in house.window.findChildren(Details):
        details._tell(Path("Documenten", NAME))
    yield house.at("geweigerd, details bewaard")


def _erasing(house: "House") -> Iterator[str]:
    """What is said before something goes for good, and after."""
    erasing = house.office.erasing
    case = str(house.records.list.first())
    erasing.begin(Wanted(case, "summary", "de wijk"))
    yield house.at("voorgoed wissen, een stuk")
    erasing.panel().slide_out()
    people = [{"first_name": "Noor", "last_name": "Vos", "email": "n@vos.example"} for _each in range(2)]
    first, _second = (str(house.workspace.create_record("attendee", None, each).record) for each in people)
    for place, word in (("voorgoed wissen, geweigerd", ""), ("voorgoed gewist", WORD)):
        erasing.begin(Wanted(first))
        house.settle()
        erasing.panel().word.field.setText(word)
        erasing.panel().erase()
        yield house.at(place)
    erasing.panel().slide_out()


def _comments(house: "House") -> Iterator[str]:
    """What was said of a case, and a place to say something."""
    panel = house.office.remarks.panel
    house.office.remarks.ask()
    yield house.at("opmerkingen, nog geen")
    panel.slide_out()
    house.workspace.comment(str(house.records.list.first()), "", "Mooi.")
    house.office.remarks.step(1)
    yield house.at("opmerkingen")
    panel.slide_out()
