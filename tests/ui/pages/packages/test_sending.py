"""A bundle for a colleague: found, and opened by a double click."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.pages.packages.sending import ExportPage


def keyboard_at() -> str:
    focus = QApplication.focusWidget()
    return focus.text() if isinstance(focus, QPushButton) else type(focus).__name__


def said(page: ExportPage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def made(room: Room, out: Path) -> ExportPage:
    room.office.navigation.export()
    page = room.window.findChild(ExportPage)
    assert page
    page.where.setText(str(out))
    page.make_button.setFocus()
    room.qtbot.keyClick(page.make_button, Qt.Key.Key_Return)
    room.qtbot.waitUntil(page.make_button.isEnabled, timeout=PATIENCE)
    return page


def test_whoever_made_a_bundle_is_led_to_it_and_its_name_ends_as_a_bundle_does(room: Room) -> None:
    for name in ("voor Yusuf", "Pakket 12.5"):
        made(room, room.folder / name)
        assert (room.folder / f"{name}.wbx").exists()
        assert keyboard_at() == "Open de map"


def test_a_name_alone_is_beside_the_workbook_and_no_name_is_asked_for_again(room: Room) -> None:
    page = made(room, room.folder / "weg.wbx")
    for text in ("", "  ", "/"):
        page.where.setText(text)
        page.make()
        room.qtbot.waitUntil(page.make_button.isEnabled, timeout=PATIENCE)
        assert page.where.hasFocus()
    page.where.setText("voor Yusuf")
    page.make()
    room.qtbot.waitUntil((room.file.parent / "voor Yusuf.wbx").exists, timeout=PATIENCE)


def test_a_refusal_leaves_the_keyboard_where_one_tries_again(room: Room) -> None:
    made(room, room.folder / "geen map" / "boek.wbx")
    assert keyboard_at() == "Maak pakket"
    there = room.folder / "er is al.wbx"
    there.touch()
    page = made(room, there.with_suffix(""))
    assert page.where.hasFocus()
    assert there.read_bytes() == b""


def test_what_cannot_be_ticked_says_why_and_what_makes_it_possible(room: Room) -> None:
    room.office.navigation.export()
    page = room.window.findChild(ExportPage)
    assert page
    assert not page.since.isEnabled()
    assert "Dit kan zodra je van een collega een pakket hebt ingelezen." in said(page)
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    page.begin()
    assert not page.since.isEnabled()
    assert "Kies eerst één collega: van ‘Iedereen’ is niet bekend wie wat al heeft." in said(page)
    page.to.setCurrentIndex(1)
    assert page.since.isEnabled()
    assert page.since.accessibleDescription() in said(page)
    assert page.since.accessibleDescription().startswith("Kleiner om te mailen.")
