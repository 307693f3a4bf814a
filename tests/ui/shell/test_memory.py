"""A window comes back where it was, with what it showed."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.room import Room, memory_of
from werkboek_desktop.ui.shell.desk import Desk
from werkboek_desktop.ui.shell.memory import MOST, STATE, Spot
from werkboek_desktop.ui.shell.window import MainWindow
from werkboek_desktop.workspace import Workspace


def again(room: Room) -> tuple[MainWindow, Desk]:
    """Closes the window, and opens one as the program does."""
    room.window.close()
    memory = memory_of(room.marit, room.file)
    window = MainWindow()
    room.qtbot.addWidget(window)
    memory.place(window)
    window.show()
    desk = Desk(Workspace.open(room.file, room.marit, author="Marit de Wit"), memory, demo=False)
    desk.begin(window)
    return window, desk


def test_the_window_has_its_size_and_place_again(room: Room) -> None:
    room.window.setGeometry(QRect(0, 30, 1024, 700))
    window, desk = again(room)
    assert (window.geometry().y(), window.height()) == (30, 700)
    desk.close()


def test_the_record_that_was_shown_is_shown_again(room: Room) -> None:
    room.workspace.create_record("case", None, {"title": "Achter de voordeur"})
    other = str(room.workspace.create_record("case", None, {"title": "Zicht"}).record)
    room.settle()
    room.window.show_records("case", other)
    window, desk = again(room)
    page = window.records.current_page()
    assert page
    assert page.record == other
    desk.close()


def test_a_page_that_is_no_list_is_shown_again(room: Room) -> None:
    room.office.navigation.go("packages")
    window, desk = again(room)
    assert window.pages.currentWidget() is desk.offices[0].navigation.packages
    assert window.rail.buttons["packages"].isChecked()
    desk.close()


def test_a_record_that_is_gone_makes_no_trouble(room: Room) -> None:
    made = str(room.workspace.create_record("case", None, {"title": "Weg"}).record)
    room.settle()
    room.window.show_records("case", made)
    room.workspace.delete(made)
    window, desk = again(room)
    page = window.records.current_page()
    assert page
    assert page.record == room.case
    desk.close()


def test_a_window_of_a_screen_that_is_gone_comes_back_in_sight(room: Room, qtbot: QtBot) -> None:
    far = QMainWindow()
    qtbot.addWidget(far)
    far.setGeometry(QRect(9_000, 4_000, 1100, 700))
    memory_of(room.marit, room.file).keep(far, Spot("case"))
    window = QMainWindow()
    qtbot.addWidget(window)
    memory_of(room.marit, room.file).place(window)
    assert QApplication.primaryScreen().availableGeometry().intersects(window.geometry())


def test_what_cannot_be_read_is_as_if_it_was_never_kept(room: Room) -> None:
    for broken in ("geen json", '{"x": 1}', f'{{"{room.file.resolve()}": {{"window": "??", "at": 3}}}}'):
        (room.marit.folder / STATE).write_text(broken)
        memory = memory_of(room.marit, room.file)
        memory.place(room.window)
        assert memory.spot() == Spot()


def test_only_the_latest_projects_are_kept(room: Room) -> None:
    for number in range(MOST + 5):
        memory_of(room.marit, room.folder / f"{number}.werkboek").keep(room.window, Spot("case"))
    assert len(room.marit.kept(STATE)) == MOST
    assert memory_of(room.marit, room.folder / f"{MOST + 4}.werkboek").spot() == Spot("case")
