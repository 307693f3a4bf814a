"""What goes round by hand: a stick, a bundle without a case, and what somebody sends by another key than before."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from tests.ui.room import computer
from werkboek_desktop.settings import Settings
from werkboek_desktop.ui.pages.packages.tabs import RECEIVED
from werkboek_desktop.workspace import Workspace, import_into

if TYPE_CHECKING:
    from tests.ui.house import House

PIET = "Piet Bloem"
WORDS = "zolder kaart fiets regen"


def round_by_hand(house: "House", folder: Path) -> Iterator[str]:
    """After the demo bundles were read in, so that Piet is known."""
    yield from _hollow(house)
    yield from _other_key(house, folder)
    yield from _stick(house, folder)


def _command(house: "House", key: str) -> None:
    next(each for each in house.office.commands if each.key == key).act()


def press(part: QWidget, text: str) -> None:
    """The button that says so."""
    next(each for each in part.findChildren(QPushButton) if each.text() == text).click()


def _hollow(house: "House") -> Iterator[str]:
    page = house.office.navigation.packages
    page.show_export()
    page.export.to.setCurrentText("Iemand anders")
    page.export.make()
    yield house.at("pakket versturen, geen praktijkvoorbeeld")


def _other_key(house: "House", folder: Path) -> Iterator[str]:
    page = house.office.navigation.packages
    page.show_side(RECEIVED)
    page.look_at([_from_another_computer(house, folder)])
    yield house.at("pakket vooraf, andere sleutel")
    press(page.reader, "Geavanceerd")
    yield house.at("pakket vooraf, andere sleutel, zes woorden")
    page.read_in()
    yield house.at("pakket verslag, andere sleutel")
    page._later()
    house.settle()
    press(page.overview, "Geavanceerd")
    yield house.at("wat iemand met een andere sleutel wiste")
    press(page.overview, "Bekijk de sleutel")
    yield house.at("contacten, is dit echt?")


def _from_another_computer(house: "House", folder: Path) -> Path:
    out, file, app = folder / "piet-kantoor.wbx", folder / "kantoor.werkboek", computer(folder, "kantoor")
    app.save_settings(Settings(author=PIET, computer="kantoor"))
    import_into(file, app, [house.workspace.export(folder / "mee.wbx").path], author=PIET)
    with Workspace.open(file, app, author=PIET) as his:
        case = his.rows("case")[0].id
        his.set_field(case, "costs", "91000")
        his.erase(case, "subtitle")
        his.export(out)
    return out


def _stick(house: "House", folder: Path) -> Iterator[str]:
    stick = folder / "stick"
    stick.mkdir()
    _command(house, "stick")
    pane = house.office.navigation.packages.stick
    yield house.at("stickwissel")
    pane.people.click()
    pane.where.setText(str(folder / "nergens"))
    pane.swap()
    yield house.at("stickwissel, geen wachtzin")
    pane.secret.field.setText(WORDS)
    pane.swap()
    yield house.at("stickwissel, geen map")
    pane.where.setText(str(stick))
    pane.swap()
    yield house.at("stickwissel, eerste")
    _piet_writes(folder, stick)
    pane.swap()
    yield house.at("stickwissel, verslag")
    _command(house, "stick")
    yield house.at("stickwissel, nog eens")


def _piet_writes(folder: Path, stick: Path) -> None:
    """A colleague with one case more, and something that is no bundle any more."""
    file, app = folder / "noor.werkboek", computer(folder, "noor")
    import_into(file, app, sorted(stick.glob("*.wbx")), author="Noor Vos", passphrase=WORDS)
    with Workspace.open(file, app, author="Noor Vos") as hers:
        hers.create_record("case", None, {"title": "Lantaarns aan de kade"})
        hers.export(stick / "noor.wbx")
    (stick / "half.wbx").write_bytes((stick / "noor.wbx").read_bytes()[:900])
