"""What stands there for somebody who has just joined and has nothing of their own yet."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.room import PATIENCE, Room, computer
from werkboek_desktop.resources import resource
from werkboek_desktop.ui.pages.welcome import WelcomePage
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.shell.places import WELCOME
from werkboek_desktop.ui.widgets.tiles import Item
from werkboek_desktop.workspace import Workspace, import_into


def welcome(room: Room, *, partial: bool = False) -> WelcomePage:
    room.office.navigation.welcome(partial=partial)
    page = room.office.navigation.page(WELCOME)
    assert isinstance(page, WelcomePage)
    room.qtbot.waitUntil(
        lambda: any(each.hasFocus() and each.isVisible() for each in page.steps.buttons), timeout=PATIENCE
    )
    return page


def words(page: WelcomePage) -> list[str]:
    return [text.text() for text in page.findChildren(QLabel) if text.isVisible()]


def test_nothing_of_ones_own_shows_what_there_is_and_how_to_begin(room: Room) -> None:
    room.workspace.create_record("case", None, {"title": "Het duinpark"})
    page = welcome(room)
    assert "Wat er in dit werkboek staat" in words(page)
    assert "2 praktijkvoorbeelden" in words(page)
    item = page.findChild(Item)
    assert item
    mark, title = item.findChildren(QLabel)
    assert abs(mark.geometry().center().y() - title.geometry().center().y()) <= 1  # beside each other, on one line
    QTest.keyClick(page.steps.buttons[0], Qt.Key.Key_Return)
    assert room.office.navigation.current() is room.window.records


def test_a_new_case_is_one_way_to_begin(room: Room) -> None:
    room.workspace.create_record("case", None, {"title": "Het duinpark"})
    page = welcome(room)
    page.steps.buttons[-2].click()
    assert len(room.workspace.rows("case")) == 3
    assert room.office.navigation.current() is room.window.records


def test_all_that_was_chosen_for_somebody_is_theirs_a_few_at_a_time(room: Room) -> None:
    for number in range(9):
        room.workspace.create_record("case", None, {"title": f"Wijk {number}"})
    page = welcome(room, partial=True)
    assert "Voor jou: 10 praktijkvoorbeelden" in words(page)
    assert len(page.steps.buttons) == 6 + 1
    assert "En nog 5 in de lijst." in words(page)


def test_the_rail_says_that_it_is_the_beginning_of_the_day(room: Room) -> None:
    welcome(room)
    assert room.window.rail.buttons["today"].isChecked()


def test_where_a_bundle_is_missing_nothing_is_called_empty(qtbot: QtBot, tmp_path: Path) -> None:
    file, kees = tmp_path / "w.werkboek", computer(tmp_path, "kees")
    import_into(file, kees, [resource("demo") / "pakketten" / "fatima.wbx"], author="Kees de Boer")
    with Workspace.open(file, kees, author="Kees de Boer") as workspace:
        session = Session(workspace)
        page = WelcomePage(session, session.beside)
        qtbot.addWidget(page)
        page.chosen = True
        page.show()
        page.arrive()
        qtbot.waitUntil(lambda: any("Er mist nog een pakket." in text for text in words(page)), timeout=PATIENCE)
        assert not any("nog leeg" in text for text in words(page))
