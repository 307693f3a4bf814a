"""Pakketten: what reading in says of the backup that went before."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.shell.rail import TODAY


def words(part: QWidget) -> str:
    return " ".join(text.text() for text in part.findChildren(QLabel) if text.isVisible())


def read_in(room: Room, bundle: Path) -> None:
    room.office.navigation.look_at([bundle])
    room.settle()
    room.office.navigation.packages.read_button.click()
    room.settle()


def test_a_place_that_the_backup_did_not_come_to_is_said_in_the_report_and_on_vandaag(room: Room) -> None:
    stick = room.folder / "stick"
    stick.mkdir()
    room.office.session.put_setting("backup_places", (str(stick),))
    read_in(room, room.from_yusuf(subtitle="Van Yusuf"))
    assert not room.office.navigation.packages.panel.isVisible()
    stick.rename(room.folder / "weg")
    read_in(room, room.from_yusuf(subtitle="Nog eens"))
    said = words(room.office.navigation.packages.panel)
    assert f"In {stick} kwam geen back-up" in said
    assert "Het pakket is gewoon ingelezen." in said
    assert room.value("subtitle") == "Nog eens"
    room.office.navigation.go(TODAY)
    page = room.office.navigation.current()
    room.qtbot.waitUntil(lambda: f"Die kwam niet in {stick}." in words(page), timeout=PATIENCE)
    (room.folder / "weg").rename(stick)
    next(each for each in page.findChildren(QPushButton) if each.text() == "Maak back-up").click()
    room.qtbot.waitUntil(lambda: "Nagekeken en leesbaar" in words(page), timeout=PATIENCE)
