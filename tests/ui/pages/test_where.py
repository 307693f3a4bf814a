"""Where one is in the whole book, above its text."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.room import Room
from werkboek_desktop.ui.pages.readthrough.page import ReadingPage
from werkboek_desktop.ui.shell.places import READING
from werkboek_desktop.ui.theme.look import theme


def test_it_has_all_the_room_before_the_button(tmp_path: Path, qtbot: QtBot) -> None:
    room = Room(tmp_path, qtbot, scale=2.0)
    room.window.resize(1280, 720)
    room.office.navigation.read_through()
    page = room.office.navigation.page(READING)
    assert isinstance(page, ReadingPage)
    room.settle()
    assert page.where.accessibleName()
    assert page.form_button.x() - page.where.geometry().right() - 1 == theme().space(12)
    room.close()
