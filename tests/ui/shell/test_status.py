"""The state of everything, bottom left: each part leads somewhere, with the keyboard too."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.room import START, YUSUF, Room
from werkboek_desktop.workspace import Workspace
from werkboek_desktop.workspace.model import Waits


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
    assert room.office.navigation.current() is room.office.settling.page
    press(room, "1 nalezen")
    room.settle()
    focus = QApplication.focusWidget()
    assert focus
    assert room.page().form.isAncestorOf(focus)


def two_in_a_row(room: Room) -> tuple[Path, Path]:
    """Two bundles of Yusuf, of which the second only has what the first had not: he thinks that Marit read that."""
    first, second = room.from_yusuf(title="Zuid"), room.folder / "tweede.wbx"
    copy, answer = room.folder / "elders.werkboek", room.folder / "antwoord.wbx"
    room.workspace.backup(copy)
    with Workspace.open(copy, room.marit, author="Marit de Wit") as elsewhere:
        elsewhere.import_([first])
        elsewhere.export(answer)
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        sender = his.import_([answer]).files[0].sender
        his.set_field(room.case, "title", "Zuidoost")
        his.export(second, to=sender, since_received=True)
    return first, second


def test_what_waits_for_a_bundle_says_of_whom_and_leads_to_the_bundles(room: Room) -> None:
    first, second = two_in_a_row(room)
    room.workspace.import_([second])
    room.settle()
    waits = part(room, "Er mist nog een pakket van Yusuf Şahin")
    assert waits.toolTip() == "1 wijziging wacht op een pakket van Yusuf Şahin."
    press(room, "Er mist nog een pakket van Yusuf Şahin")
    assert room.office.navigation.current() is room.office.navigation.packages
    room.workspace.import_([first])
    room.settle()
    assert not waits.isVisible()
    assert room.value("title") == "Zuidoost"


def test_the_foot_of_the_window_counts_what_stands_in_cards(room: Room) -> None:
    status, two = room.window.status, [Waits("Piet", 0), Waits("Yusuf", 3)]
    status.show_counts(0, two, 0)
    waits = part(room, "Er mist nog een pakket × 2")
    assert waits.toolTip() == "Er mist een pakket van Piet. 3 wijzigingen wachten op een pakket van Yusuf."
    status.show_counts(0, [], 0)
    assert not waits.isVisible()


def test_what_asks_for_nobody_is_not_there(room: Room) -> None:
    shown = [each.text() for each in room.window.status.findChildren(QPushButton) if each.isVisible()]
    assert len(shown) == 2
    assert shown[1] == "toetsen"
