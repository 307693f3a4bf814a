"""Pakketten: what waits to be read in, and what reading in says of the backup that went before."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.shell.rail import PACKAGES, TODAY
from werkboek_desktop.ui.theme.tokens import Look, Theme


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


def test_enter_reads_in_what_was_opened_in_a_narrow_window_too(qtbot: QtBot, tmp_path: Path) -> None:
    room = Room(tmp_path, qtbot, scale=2.0)
    room.window.resize(1280, 720)
    room.office.navigation.look_at([room.from_yusuf(subtitle="Van Yusuf")])
    room.settle()
    focus = room.office.navigation.packages.reader.back_button
    room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    room.settle()
    assert room.value("subtitle") == "Van Yusuf"
    assert QApplication.focusWidget() is focus  # the button that read it in is gone
    dress(Theme(Look.LIGHT))


def test_after_reading_in_the_keyboard_stands_at_the_list(room: Room, qtbot: QtBot) -> None:
    page = room.office.navigation.packages
    room.office.navigation.look_at([room.from_yusuf(subtitle="Van Yusuf")])
    room.settle()
    page.read_button.setFocus()
    qtbot.keyClick(page.read_button, Qt.Key.Key_Space)
    room.settle()
    assert room.value("subtitle") == "Van Yusuf"
    assert page.rows.hasFocus()


def waits(room: Room) -> str:
    return room.window.rail.buttons[PACKAGES].accessibleName()


def test_the_rail_counts_what_was_looked_at_and_not_read_in(room: Room) -> None:
    known = room.workspace.export(room.folder / "van-mij.wbx").path
    assert waits(room) == "Pakketten"
    room.office.navigation.look_at([room.from_yusuf(subtitle="Van Yusuf"), known])
    room.settle()
    assert waits(room).startswith("Pakketten, 1")
    room.office.navigation.go(TODAY)
    room.workspace.set_field(room.case, "costs", "1")
    room.settle()
    assert waits(room).startswith("Pakketten, 1")
    read_in(room, room.from_yusuf(subtitle="Nog eens"))
    assert waits(room) == "Pakketten"
