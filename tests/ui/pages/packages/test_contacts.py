"""Contacten: who is believed here, and the question about a key that is another than before."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.room import PATIENCE, Room, computer
from werkboek_desktop.domain.trust import Trust
from werkboek_desktop.settings import Settings
from werkboek_desktop.ui.pages.packages.page import PackagesPage
from werkboek_desktop.ui.pages.packages.tabs import CONTACTS
from werkboek_desktop.ui.shell.rail import PACKAGES
from werkboek_desktop.workspace import Workspace, import_into


def words(part: QWidget) -> str:
    QApplication.processEvents()
    return " ".join(" ".join(text.text() for text in part.findChildren(QLabel) if text.isVisible()).split())


def pressed(part: QWidget, text: str) -> QPushButton:
    """The button that says so, once it was pressed by the keyboard."""
    found = next(each for each in part.findChildren(QPushButton) if each.text() == text and each.isVisible())
    found.setFocus()
    found.click()
    return found


def rows(page: PackagesPage) -> list[str]:
    return [str(page.contacts.model.index(at).data()) for at in range(page.contacts.model.rowCount())]


def contacts(room: Room) -> PackagesPage:
    room.office.navigation.go("packages")
    page = room.office.navigation.packages
    page.tabs.pills[CONTACTS].click()
    room.settle()
    return page


def from_another_computer(room: Room) -> Path:
    """Somebody who says that he is Yusuf sends a bundle with another key."""
    app = computer(room.folder, "elders")
    app.save_settings(Settings(author="Yusuf Şahin", computer="kantoor"))
    file, out = room.folder / "elders.werkboek", room.folder / "elders.wbx"
    import_into(file, app, [room.workspace.export(room.folder / "mee.wbx").path], author="Yusuf Şahin")
    with Workspace.open(file, app, author="Yusuf Şahin") as there:
        there.set_field(room.case, "costs", "1")
        there.export(out)
    return out


def test_who_sent_something_stands_in_the_list_below_oneself(room: Room) -> None:
    page = contacts(room)
    (own,) = rows(page)
    assert own.startswith("Marit de Wit")
    assert own.endswith("deze computer")
    room.workspace.import_([room.from_yusuf(subtitle="Een")])
    room.qtbot.waitUntil(lambda: len(rows(page)) == 2, timeout=PATIENCE)
    assert rows(page)[1].endswith("vertrouwd")


def test_the_six_words_stand_behind_geavanceerd(room: Room) -> None:
    page = contacts(room)
    page.contacts.rows.setFocus()
    room.qtbot.keyClick(page.contacts.rows, Qt.Key.Key_Down)
    phrase = room.workspace.contacts()[0].phrase
    assert phrase not in words(page.contacts.pane)
    pressed(page.contacts.pane, "Geavanceerd")
    assert phrase in words(page.contacts.pane)


def test_a_new_sender_is_told_before_reading_in_and_known_after(room: Room) -> None:
    bundle = room.from_yusuf(subtitle="Een")
    room.office.navigation.look_at([bundle])
    room.settle()
    page = room.office.navigation.packages
    assert "Je las hier nog niets in van Yusuf Şahin" in words(page.reader)
    page.read_in()
    room.settle()
    room.office.navigation.look_at([room.from_yusuf(costs="2")])
    room.settle()
    assert "Handtekening klopt, bekende afzender" in words(page.reader)


def test_another_key_asks_for_an_answer_that_stays(room: Room) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Een")])
    room.office.navigation.look_at([from_another_computer(room)])
    room.settle()
    page = room.office.navigation.packages
    assert "Yusuf Şahin stuurt met een andere sleutel" in words(page.reader)
    page.read_in()
    room.settle()
    assert "Is dit echt Yusuf Şahin?" in words(page.reader)
    room.qtbot.waitUntil(lambda: page.tabs.pills[CONTACTS].text() == "Contacten 1", timeout=PATIENCE)
    pressed(page.reader, "Beantwoord")
    room.settle()
    asked = next(one for one in room.workspace.contacts() if one.trust is Trust.ASKED)
    assert asked.phrase in words(page.contacts.pane)
    assert "Het kan ook iemand zijn die zich uitgeeft voor Yusuf Şahin." in words(page.contacts.pane)
    pressed(page.contacts.pane, "Ja, dit is Yusuf Şahin")
    room.settle()
    assert [one.trust for one in room.workspace.contacts() if one.key == asked.key] == [Trust.TRUSTED]
    assert page.tabs.pills[CONTACTS].text() == "Contacten"
    assert "is dit echt?" not in " ".join(rows(page))
    assert page.contacts.rows.hasFocus()


def test_a_key_that_is_refused_is_read_in_no_more_and_can_be_trusted_again(room: Room) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Een")])
    bundle = from_another_computer(room)
    room.workspace.import_([bundle])
    page = contacts(room)
    page.contacts.rows.setFocus()
    for _row in range(2):
        room.qtbot.keyClick(page.contacts.rows, Qt.Key.Key_Down)
    room.settle()
    pressed(page.contacts.pane, "Nee, weiger deze sleutel")
    room.settle()
    assert "geweigerd" in " ".join(rows(page))
    room.office.navigation.look_at([bundle])
    room.settle()
    assert "met een sleutel die hier geweigerd is" in words(page.reader)
    assert not page.read_button.isVisible()
    page = contacts(room)
    at = next(at for at, each in enumerate(rows(page)) if "geweigerd" in each)
    page.contacts.rows.setCurrentIndex(page.contacts.model.index(at))
    room.settle()
    pressed(page.contacts.pane, "Geavanceerd")
    pressed(page.contacts.pane, "Vertrouw deze sleutel weer")
    room.settle()
    assert "geweigerd" not in " ".join(rows(page))


def test_one_press_sends_a_contact_something(room: Room) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Een")])
    page = contacts(room)
    page.contacts.rows.setCurrentIndex(page.contacts.model.index(1))
    room.settle()
    pressed(page.contacts.pane, "Stuur terug")
    assert page.export.isVisible()
    assert page.export.receiver.chosen().name == "Yusuf Şahin"


def test_while_nobody_is_chosen_ones_own_words_and_all_colleagues_are_there(room: Room) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    room.office.navigation.go(PACKAGES)
    packages = room.office.navigation.packages
    packages.show_side(CONTACTS)
    room.settle()
    pane = packages.contacts.pane
    own = next(one for one in room.workspace.contacts() if one.is_own)
    shown = [each.text() for each in pane.findChildren(QLabel) if each.isVisible()]
    assert own.phrase in shown
    (back,) = [each for each in pane.findChildren(QPushButton) if each.text() == "Stuur terug"]
    back.click()
    room.settle()
    assert packages.export.to.currentText().startswith("Yusuf Şahin")


def test_in_a_narrow_window_the_keyboard_goes_along_to_who_is_chosen_and_back(tmp_path: Path, qtbot: QtBot) -> None:
    room = Room(tmp_path, qtbot, scale=1.5)
    room.window.resize(1280, 720)
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    room.workspace.import_([from_another_computer(room)])
    page = contacts(room)
    pane = page.contacts.pane
    page.contacts.rows.setFocus()
    qtbot.keyClick(page.contacts.rows, Qt.Key.Key_Down)
    room.settle()
    assert QApplication.focusWidget() is pane.back_button
    qtbot.keyClick(pane.back_button, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.contacts.rows
    page.contacts.choose_phrase(next(one.phrase for one in room.workspace.contacts() if one.trust is Trust.ASKED))
    room.settle()
    pressed(pane, "Ja, dit is Yusuf Şahin")
    room.settle()
    assert QApplication.focusWidget() is pane.back_button
    room.close()


@pytest.mark.parametrize(("width", "beside"), [(1920, True), (1280, False)])
def test_in_a_wide_window_ones_own_words_stand_beside_the_colleagues(room: Room, width: int, beside: bool) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    room.window.resize(width, 900)
    pane = contacts(room).contacts.pane
    room.qtbot.waitUntil(lambda: "Collega’s van wie iets kwam" in words(pane), timeout=PATIENCE)
    at = {
        each.text(): each.mapTo(pane, each.rect().topLeft())
        for each in pane.findChildren(QLabel)
        if each.isVisible() and each.text() in {"Jouw zes woorden", "Collega’s van wie iets kwam"}
    }
    own, others = at["Jouw zes woorden"], at["Collega’s van wie iets kwam"]
    assert (own.y() > others.y(), own.x() < others.x()) == (beside, beside)
