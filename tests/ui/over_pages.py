"""What comes from elsewhere, and what slides in over a page."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from werkboek_desktop.errors import BundleDamaged
from werkboek_desktop.resources import resource
from werkboek_desktop.ui.erasing.panel import WORD
from werkboek_desktop.ui.erasing.wanted import Wanted
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.packages.sending import SOON
from werkboek_desktop.ui.pages.packages.tabs import CONTACTS, RECEIVED, SENT
from werkboek_desktop.ui.shell.palette import PAUSE
from werkboek_desktop.ui.shell.rail import PACKAGES
from werkboek_desktop.ui.widgets.details import NAME, Details

if TYPE_CHECKING:
    from tests.ui.house import House

BUNDLES = ("fatima.wbx", "fatima (2).wbx", "piet-2.wbx", "anna-laat.wbx", "fatima-afgebroken.wbx")


def packages(house: "House") -> Iterator[str]:
    """Before they are read in and after, and one to send."""
    page = house.office.navigation.packages
    house.office.navigation.go(PACKAGES)
    page.look_at([resource("demo", "pakketten", name) for name in BUNDLES])
    for at, name in enumerate(BUNDLES):
        house.settle()
        page.rows.setCurrentIndex(page.model.index(at))
        yield house.at(f"pakket vooraf {name}")
    page.read_all()
    yield house.at("pakketten, verslag van alle")
    for at, name in enumerate(BUNDLES[:2]):
        page.rows.setCurrentIndex(page.model.index(at))
        yield house.at(f"pakket verslag {name}")
    page.look_at([resource("demo", "pakketten", BUNDLES[0])])
    yield house.at("pakket, nog eens")
    page.taking.model.take([])
    page.rows.setCurrentIndex(page.model.index(1))
    yield house.at("eerder ingelezen")
    next(each for each in page.reader.findChildren(QPushButton) if each.text() == "Draai terug").click()
    yield house.at("eerder ingelezen, terugdraaien?")
    next(each for each in page.reader.findChildren(QPushButton) if each.text() == "Draai dit pakket terug").click()
    yield house.at("teruggedraaid")
    next(each for each in page.reader.findChildren(QPushButton) if each.text() == "Zet weer terug").click()
    yield house.at("teruggedraaid, weer terug?")
    next(each for each in page.reader.findChildren(QPushButton) if each.text() == "Laat het weer meetellen").click()
    house.settle()
    page._later()
    yield house.at("er mist een pakket")
    for ask in page.overview.findChildren(QPushButton):
        if ask.text() == "Vraag erom":
            ask.click()
    yield house.at("er mist een pakket, de mail")
    page.show_export()
    yield house.at("pakket versturen")
    page.export.people.click()
    page.export.make()
    yield house.at("pakket versturen, geweigerd")
    page.export.people.click()
    page.export.to.setCurrentIndex(page.export.to.count() - 2)
    page.export.receiver.municipality.field.setText("Lindevaart")
    page.export.chosen.how.setCurrentIndex(1)
    QTest.qWait(SOON)
    yield house.at("pakket versturen, gekozen")
    page.export.chosen.how.setCurrentIndex(0)
    QTest.qWait(SOON)
    yield house.at("pakket versturen, aan een gemeente")
    page.export.make_button.click()
    yield house.at("pakket verstuurd")
    page.tabs.pills[SENT].click()
    yield house.at("verstuurd")
    page.sent.rows.setCurrentIndex(page.sent.model.index(0))
    yield house.at("verstuurd, een pakket")
    page.tabs.pills[CONTACTS].click()
    yield house.at("contacten")
    for at in range(2):
        page.contacts.rows.setCurrentIndex(page.contacts.model.index(at))
        house.settle()
        for more in page.contacts.pane.findChildren(QPushButton):
            if more.text() == "Geavanceerd":
                more.click()
        yield house.at(f"contacten {at + 1}")
    page.tabs.pills[RECEIVED].click()


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
