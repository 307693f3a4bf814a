"""What comes from elsewhere and what goes there, from the first look at a bundle to the keys of who sent it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.ui.room import computer
from werkboek_desktop.resources import resource
from werkboek_desktop.ui.pages.packages.sending import SOON
from werkboek_desktop.ui.pages.packages.tabs import CONTACTS, RECEIVED, SENT
from werkboek_desktop.ui.shell.rail import PACKAGES
from werkboek_desktop.workspace import Workspace, import_into

if TYPE_CHECKING:
    from tests.ui.house import House

BUNDLES = ("fatima.wbx", "fatima (2).wbx", "piet-2.wbx", "anna-laat.wbx", "fatima-afgebroken.wbx")


def packages(house: "House", folder: Path) -> Iterator[str]:
    """Before they are read in and after, and one to send."""
    house.office.navigation.go(PACKAGES)
    yield from _read_in(house)
    yield from _taken_back(house)
    yield from _missing(house)
    yield from _to_send(house)
    yield from _sent(house)
    yield from _contacts(house)
    yield from _erased_elsewhere(house, folder)


def _press(part: QWidget, text: str) -> None:
    next(each for each in part.findChildren(QPushButton) if each.text() == text).click()


def _read_in(house: "House") -> Iterator[str]:
    page = house.office.navigation.packages
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


def _taken_back(house: "House") -> Iterator[str]:
    page = house.office.navigation.packages
    page.taking.model.take([])
    page.rows.setCurrentIndex(page.model.index(1))
    yield house.at("eerder ingelezen")
    for text, place in (
        ("Draai terug", "eerder ingelezen, terugdraaien?"),
        ("Draai dit pakket terug", "teruggedraaid"),
        ("Zet weer terug", "teruggedraaid, weer terug?"),
    ):
        _press(page.reader, text)
        yield house.at(place)
    _press(page.reader, "Laat het weer meetellen")
    house.settle()


def _missing(house: "House") -> Iterator[str]:
    page = house.office.navigation.packages
    page._later()
    yield house.at("er mist een pakket")
    for ask in page.overview.findChildren(QPushButton):
        if ask.text() == "Vraag erom":
            ask.click()
    yield house.at("er mist een pakket, de mail")


def _to_send(house: "House") -> Iterator[str]:
    page = house.office.navigation.packages
    page.show_export()
    yield house.at("pakket versturen")
    page.export.people.click()
    page.export.make()
    yield house.at("pakket versturen, geweigerd")
    page.export.people.click()
    page.export.to.setCurrentIndex(page.export.to.count() - 2)
    page.export.receiver.municipality.field.setText("Lindevaart")
    for how, place in ((1, "pakket versturen, gekozen"), (0, "pakket versturen, aan een gemeente")):
        page.export.chosen.how.setCurrentIndex(how)
        QTest.qWait(SOON)
        yield house.at(place)
    page.export.make_button.click()
    yield house.at("pakket verstuurd")


def _sent(house: "House") -> Iterator[str]:
    page = house.office.navigation.packages
    page.tabs.pills[SENT].click()
    yield house.at("verstuurd")
    page.sent.rows.setCurrentIndex(page.sent.model.index(0))
    yield house.at("verstuurd, een pakket")


def _contacts(house: "House") -> Iterator[str]:
    page = house.office.navigation.packages
    page.tabs.pills[CONTACTS].click()
    yield house.at("contacten")
    for at in range(2):
        page.contacts.rows.setCurrentIndex(page.contacts.model.index(at))
        house.settle()
        for more in page.contacts.pane.findChildren(QPushButton):
            if more.text() == "Geavanceerd":
                more.click()
        yield house.at(f"contacten {at + 1}")


def _erased_elsewhere(house: "House", folder: Path) -> Iterator[str]:
    """A colleague wants something gone for good: before it is read in, and the answer that is asked."""
    page = house.office.navigation.packages
    page.tabs.pills[RECEIVED].click()
    page.look_at([_erased_by_samira(house, folder)])
    yield house.at("pakket vooraf, gewist")
    page.read_in()
    yield house.at("pakket verslag, gewist")
    page._later()
    yield house.at("wat een collega wiste")


def _erased_by_samira(house: "House", folder: Path) -> Path:
    there, back, hers = folder / "heen.wbx", folder / "terug.wbx", folder / "samira.werkboek"
    house.workspace.export(there)
    app, case = computer(folder, "samira"), str(house.records.list.first())
    import_into(hers, app, [there], author="Samira Haddou")
    with Workspace.open(hers, app, author="Samira Haddou") as workspace:
        workspace.erase(case, "summary", " ".join(str(workspace.record(case).value("summary")).split()[:4]))
        workspace.erase(workspace.owned(case, "quote")[0].id)
        workspace.export(back)
    return back
