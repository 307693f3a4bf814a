"""An import is taken back at this computer, and counts again when somebody wants that."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.pages.packages.page import PackagesPage


def words(part: QWidget) -> str:
    QApplication.processEvents()
    return " ".join(" ".join(text.text() for text in part.findChildren(QLabel) if text.isVisible()).split())


def press(room: Room, part: QWidget, text: str) -> None:
    """By the keyboard."""

    def shown() -> list[QPushButton]:
        return [each for each in part.findChildren(QPushButton) if each.text() == text and each.isVisible()]

    room.qtbot.waitUntil(lambda: bool(shown()), timeout=PATIENCE)
    found = shown()[0]
    found.setFocus()
    room.qtbot.keyClick(found, Qt.Key.Key_Space)
    room.settle()


def rows(page: PackagesPage) -> list[str]:
    return [str(page.model.index(at).data()) for at in range(page.model.rowCount())]


def test_what_was_read_in_is_taken_back_and_counts_again_from_the_list(room: Room) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    room.office.navigation.go("packages")
    room.settle()
    page = room.office.navigation.packages
    page.rows.setFocus()
    room.qtbot.keyClick(page.rows, Qt.Key.Key_Down)
    room.qtbot.waitUntil(lambda: page.rows.currentIndex().row() == 1, timeout=PATIENCE)
    press(room, page.reader, "Draai terug")
    assert room.value("subtitle") == "Van Yusuf"
    told = words(page.reader)
    assert "Uit het zicht op deze computer: 2 wijzigingen, in ‘De Kolenbuurt’." in told
    assert "Er wordt niets gewist, en collega’s merken er niets van." in told
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Draai dit pakket terug"
    press(room, page.reader, "Draai dit pakket terug")
    assert room.value("subtitle") is None
    room.qtbot.waitUntil(lambda: rows(page)[1].endswith("teruggedraaid"), timeout=PATIENCE)
    assert page.rows.hasFocus()
    press(room, page.reader, "Zet weer terug")
    press(room, page.reader, "Laat het weer meetellen")
    assert room.value("subtitle") == "Van Yusuf"
    room.qtbot.waitUntil(lambda: not rows(page)[1].endswith("teruggedraaid"), timeout=PATIENCE)


def test_somebody_may_think_better_of_it(room: Room) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    room.office.navigation.go("packages")
    room.settle()
    page = room.office.navigation.packages
    page.rows.setFocus()
    room.qtbot.keyClick(page.rows, Qt.Key.Key_Down)
    press(room, page.reader, "Draai terug")
    press(room, page.reader, "Toch niet")
    assert room.value("subtitle") == "Van Yusuf"
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Draai terug"


def test_from_the_report_it_is_taken_back_and_can_be_read_in_anew(room: Room) -> None:
    bundle = room.from_yusuf(subtitle="Van Yusuf")
    room.office.navigation.look_at([bundle])
    room.settle()
    page = room.office.navigation.packages
    report = page.model.parcels[0].report
    assert report
    before = report.known
    page.read_in()
    room.settle()
    press(room, page.reader, "Draai terug")
    press(room, page.reader, "Draai dit pakket terug")
    assert room.value("subtitle") is None
    room.settle()
    assert "Nog niet ingelezen · er is niets gewijzigd" in words(page.reader)
    assert "2 nieuw" in rows(page)[0]
    again = page.model.parcels[0].report
    assert again
    assert (again.new, again.known) == (2, before)
    page.read_in()
    room.settle()
    assert room.value("subtitle") == "Van Yusuf"


def test_what_somebody_wrote_on_stays_and_is_counted(room: Room) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf", costs="9")])
    room.workspace.set_field(room.case, "subtitle", "Van Yusuf en mij")
    room.office.navigation.go("packages")
    room.settle()
    page = room.office.navigation.packages
    page.rows.setFocus()
    room.qtbot.keyClick(page.rows, Qt.Key.Key_Down)
    press(room, page.reader, "Draai terug")
    assert "Er is op verder geschreven, of een ander pakket had ze ook." in words(page.reader)
    press(room, page.reader, "Draai dit pakket terug")
    assert room.value("subtitle") == "Van Yusuf en mij"
    assert room.value("costs") == "78000"
