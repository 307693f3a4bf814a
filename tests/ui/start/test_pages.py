"""The pages that come before there is a project, on the smallest screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cutoff import cut_off
from tests.ui.dressing import dress
from werkboek_desktop.ui.start.join import LockedPage, join_page, new_page
from werkboek_desktop.ui.start.name import NamePage
from werkboek_desktop.ui.start.page import StartPage
from werkboek_desktop.ui.start.which import WhichPage
from werkboek_desktop.ui.theme.look import wear
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.workspace import Offer, Recent

FILE = Path("een map met een lange naam_en_nog_veel_langer") / "Documenten" / "Ondermijning in de wijk.werkboek"
BUNDLE = Offer(Path("pakket 3 (2).wbx"), FILE.stem, "Fatıma El Idrissi", 1_800_000_000, False, False, ())
RECENT = [Recent(FILE, 1_800_000_000, is_here) for is_here in (False, True)]

PAGES: dict[str, Callable[[], QWidget]] = {
    "name": NamePage,
    "start": lambda: StartPage([]),
    "recent": lambda: StartPage(RECENT),
    "new": lambda: new_page("", lambda _name: FILE),
    "join": lambda: join_page("", BUNDLE, lambda _name: FILE),
    "join, known": lambda: join_page("Samira Bakkali", BUNDLE, lambda _name: FILE),
    "join, later": lambda: join_page("", BUNDLE._replace(goes_on=True), lambda _name: FILE),
    "locked": lambda: LockedPage(BUNDLE.path),
    "which": lambda: WhichPage(FILE.stem, [FILE, FILE]),
}


@pytest.fixture(autouse=True)
def plain(qapp: QApplication) -> Iterator[None]:
    yield
    dress(Theme(Look.LIGHT))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", PAGES)
def test_no_word_is_cut_off(qtbot: QtBot, qapp: QApplication, name: str, scale: float) -> None:
    dress(Theme(Look.LIGHT, scale))
    page = PAGES[name]()
    wear(page)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    qtbot.wait(1)
    assert cut_off(page) == []


def test_a_file_that_is_gone_says_so_and_stands_below_those_that_are_there(qtbot: QtBot) -> None:
    page = StartPage(RECENT)
    qtbot.addWidget(page)
    names = [button.accessibleName() for button in page.buttons[:2]]
    assert names == [f"Open: {FILE.stem}", f"Zoek: {FILE.stem}"]
    assert page.buttons[1].accessibleDescription().startswith("Staat niet meer in")


def test_who_is_known_can_say_that_they_are_somebody_else(qtbot: QtBot) -> None:
    page = join_page("Marit de Wit", BUNDLE, lambda _name: FILE)
    qtbot.addWidget(page)
    page.show()
    said: list[tuple[str, str, Path]] = []
    page.answered.connect(lambda *answer: said.append(answer))
    assert page.name.isHidden()
    page.other_button.click()
    assert not page.name.isHidden()
    page.name.field.setText("Samira Bakkali")
    page.go_button.click()
    assert said == [("Samira Bakkali", FILE.stem, FILE)]
