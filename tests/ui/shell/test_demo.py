"""Made-up data says so, also where its file is opened as any other."""

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.room import Room, computer, memory_of
from werkboek_desktop.ui.shell.desk import Desk
from werkboek_desktop.ui.shell.window import MainWindow
from werkboek_desktop.workspace import Workspace, create_demo


def is_told(window: MainWindow) -> bool:
    words = (each for each in window.rail.findChildren(QLabel) if each.text() == "Fictieve gegevens")
    return any(each.isVisibleTo(window) for each in words)


def test_the_demo_that_is_opened_as_a_file_says_that_it_is_made_up(tmp_path: Path, qtbot: QtBot) -> None:
    app, file = computer(tmp_path, "marit"), tmp_path / "van een collega.werkboek"
    create_demo(file, app)
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    office = Desk(Workspace.open(file, app), memory_of(app, file), demo=False).seat(window)
    assert is_told(window)
    office.close()


def test_a_project_of_ones_own_does_not(room: Room) -> None:
    assert not is_told(room.window)
