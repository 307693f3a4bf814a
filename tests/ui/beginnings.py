"""The windows before there is a project: every page that one begins on."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from threading import Event
from typing import TYPE_CHECKING

from tests.ui.room import computer
from werkboek_desktop.errors import BundleDamaged, WrongPassphrase
from werkboek_desktop.resources import resource
from werkboek_desktop.ui.shell.window import MainWindow
from werkboek_desktop.ui.start.join import BeginPage, LockedPage
from werkboek_desktop.ui.start.name import NamePage
from werkboek_desktop.ui.start.page import StartPage
from werkboek_desktop.ui.start.rebuild import ProjectsPage, RebuiltPage, rebuild_page
from werkboek_desktop.ui.start.window import StartWindow
from werkboek_desktop.workspace import look_at_bundle
from werkboek_desktop.workspace.rebuilding import rebuild

if TYPE_CHECKING:
    from tests.ui.house import House

BUNDLE = resource("demo", "pakketten", "fatima.wbx")


def beginnings(house: "House", folder: Path) -> Iterator[str]:
    """First of who has been here before, then of who has not."""
    start = StartWindow(house.app)
    house.show(start)
    start.home()
    yield house.at("start")
    start.refuse(BundleDamaged())
    yield house.at("start, geweigerd")
    start.tell_defect("ZeroDivisionError: kapot")
    yield house.at("start, fout in het programma")
    yield from _new(house, start)
    offer = look_at_bundle(BUNDLE, house.app)
    start._offered(offer._replace(files=(folder / "wijk.werkboek", folder / "oud" / "wijk.werkboek")), "")
    yield house.at("start, in welk werkboek")
    start._ask_passphrase(BUNDLE, WrongPassphrase())
    assert isinstance(start.page(), LockedPage)
    yield house.at("start, op slot")
    yield from _from_a_folder(house, start, folder)
    yield from _at_work(house, start)
    start.close()
    start.deleteLater()
    yield from _stranger(house, folder)


def _new(house: "House", start: StartWindow) -> Iterator[str]:
    page = start.home()
    assert isinstance(page, StartPage)
    page.new.emit()
    yield house.at("start, nieuw")
    asked = start.page()
    assert isinstance(asked, BeginPage)
    asked.go_button.click()
    yield house.at("start, nieuw zonder naam")
    asked.other_button.click()
    yield house.at("start, iemand anders")


def _from_a_folder(house: "House", start: StartWindow, folder: Path) -> Iterator[str]:
    """All that lies in one: of one project, of two, and what came of it; one bundle did not come whole."""
    mails = folder / "mails"
    mails.mkdir()
    for name in ("fatima.wbx", "piet-2.wbx", "fatima-afgebroken.wbx"):
        copy(resource("demo", "pakketten", name), mails)
    start.show_page(rebuild_page("Marit de Wit", mails, lambda name: folder / f"{name}.werkboek"))
    yield house.at("start, uit een map")
    start.show_page(ProjectsPage([("een", "Ondermijning in de wijk", 14), ("twee", "", 1)]))
    yield house.at("start, uit een map met twee werkboeken")
    made = folder / "uit-de-map.werkboek"
    start.show_page(RebuiltPage(rebuild(made, house.app, mails, author="Marit de Wit")))
    yield house.at("start, uit een map gemaakt")


def _at_work(house: "House", start: StartWindow) -> Iterator[str]:
    """What takes a while, with nothing else to look at."""
    go_on = Event()
    start.home()
    start.work("Klaarzetten", lambda step: step(9, 14, "wijzigingen") and go_on.wait(), lambda _done: None)
    yield house.at("start, bezig")
    go_on.set()
    while start.jobs.busy():
        house.turn()


def _stranger(house: "House", folder: Path) -> Iterator[str]:
    """Who is not known here, with a bundle and with a project."""
    start = StartWindow(computer(folder, "nieuw"))
    house.show(start)
    start.home()
    yield house.at("welkom")
    start.take(BUNDLE)
    while start.jobs.busy():
        house.turn()
    yield house.at("welkom, doe mee")
    start.close()
    start.deleteLater()
    window, page = MainWindow(), NamePage()
    window.show_page(page)
    house.show(window)
    page.begin()
    yield house.at("welkom, hoe heet je")
    page.go_on()
    yield house.at("welkom, zonder naam")
    window.close()
    window.deleteLater()
