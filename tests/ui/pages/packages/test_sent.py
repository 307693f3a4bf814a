"""Verstuurd: what was made here, and what every colleague had when they last wrote."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.ui.room import YUSUF, Room
from werkboek_desktop.ui.pages.packages.page import PackagesPage
from werkboek_desktop.ui.pages.packages.tabs import SENT
from werkboek_desktop.workspace import Workspace


def words(part: QWidget) -> str:
    QApplication.processEvents()
    return " ".join(text.text() for text in part.findChildren(QLabel) if text.isVisible())


def sent_side(room: Room) -> PackagesPage:
    room.office.navigation.go("packages")
    page = room.office.navigation.packages
    page.tabs.pills[SENT].setFocus()
    room.qtbot.keyClick(page.tabs.pills[SENT], Qt.Key.Key_Space)
    room.settle()
    return page


def test_what_was_made_stands_in_the_list_the_last_one_first(room: Room) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    (yusuf,) = room.workspace.senders()
    room.workspace.export(room.folder / "een.wbx")
    room.workspace.export(room.folder / "twee.wbx", to=yusuf, people=True, passphrase="geheim")
    page = sent_side(room)
    rows = [str(page.sent.model.index(at).data()) for at in range(page.sent.model.rowCount())]
    assert len(rows) == 3  # with the one that Yusuf began with
    assert rows[0].startswith("Pakket 3 aan Yusuf Şahin")
    assert "met deelnemers" in rows[0]
    assert rows[1].startswith("Pakket 2")
    page.sent.rows.setFocus()
    room.qtbot.keyClick(page.sent.rows, Qt.Key.Key_Down)
    assert "Pakket 3 aan Yusuf Şahin" in words(page.sent.pane)
    assert "twee.wbx" in words(page.sent.pane)


def test_of_each_computer_one_sees_what_it_had_and_one_press_sends_the_rest(room: Room) -> None:
    page = sent_side(room)
    assert "Je las nog van niemand een pakket in." in words(page.sent.pane)
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    room.workspace.set_field(room.case, "costs", "1")
    room.settle()
    room.qtbot.waitUntil(lambda: "Yusuf Şahin" in words(page.sent.pane))
    assert "1 wijziging nog niet daar" in words(page.sent.pane)
    reply = next(each for each in page.sent.pane.findChildren(QPushButton) if each.text() == "Stuur terug")
    reply.click()
    room.settle()
    assert page.export.isVisible()
    assert page.export.receiver.chosen().name == "Yusuf Şahin"


def test_what_came_back_counts_as_arrived(room: Room) -> None:
    room.workspace.set_field(room.case, "costs", "1")
    room.to_yusuf(room.workspace.export(room.folder / "heen.wbx").path)
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        his.export(room.folder / "terug.wbx")
    room.workspace.import_([room.folder / "terug.wbx"])
    page = sent_side(room)
    assert "had alles" in words(page.sent.pane)
