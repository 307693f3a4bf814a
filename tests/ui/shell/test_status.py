"""The state of everything, bottom left: each part leads somewhere, with the keyboard too."""

from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.room import START, Room


def part(room: Room, words: str) -> QPushButton:
    buttons = room.window.status.findChildren(QPushButton)
    return next(each for each in buttons if words in each.text() and each.isVisible())


def press(room: Room, words: str) -> None:
    button = part(room, words)
    button.setFocus()
    room.qtbot.keySequence(button, QKeySequence("Return"))


def test_where_the_file_is_is_answered_beside_the_page_and_can_be_copied(room: Room) -> None:
    press(room, "Opgeslagen")
    panel = room.office.where
    assert panel.isVisible()
    texts = [label.text().replace("\u200b", "") for label in panel.findChildren(QLabel)]
    assert {room.file.name, str(room.file.parent)} <= set(texts)
    copy = next(each for each in panel.findChildren(QPushButton) if each.text() == "Kopieer het pad")
    copy.setFocus()
    room.qtbot.keySequence(copy, QKeySequence("Return"))
    assert QGuiApplication.clipboard().text() == str(room.file)
    room.qtbot.keySequence(copy, QKeySequence("Esc"))
    assert panel.isHidden()
    assert QApplication.focusWidget() is part(room, "Opgeslagen")


def test_two_versions_and_texts_to_reread_lead_to_their_place(room: Room) -> None:
    bundle = room.from_yusuf(summary=START.replace("Wij belden aan.", "Wij belden overal aan."), costs="92500")
    room.workspace.set_field(room.case, "costs", "85000")
    room.workspace.set_field(room.case, "summary", f"{START} Tot mei.")
    room.workspace.import_([bundle])
    room.settle()
    press(room, "1 × twee versies")
    assert room.office.navigation.current() is room.office.navigation.conflict
    press(room, "1 nalezen")
    room.settle()
    focus = QApplication.focusWidget()
    assert focus
    assert room.page().form.isAncestorOf(focus)


def test_what_waits_for_a_bundle_leads_to_the_bundles(room: Room) -> None:
    room.window.status.show_counts(0, 3, 0)
    assert part(room, "er mist een pakket").toolTip() == "3 wijzigingen wachten op een pakket"
    press(room, "er mist een pakket")
    assert room.office.navigation.current() is room.office.navigation.packages


def test_what_asks_for_nobody_is_not_there(room: Room) -> None:
    shown = [each.text() for each in room.window.status.findChildren(QPushButton) if each.isVisible()]
    assert len(shown) == 2
    assert shown[1] == "toetsen"
