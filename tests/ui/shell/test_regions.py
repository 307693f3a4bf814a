"""F6 goes round the window, and F1 knows every key there is."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.room import Room


def press(room: Room, keys: str) -> QWidget:
    room.qtbot.keySequence(QApplication.focusWidget() or room.window, QKeySequence(keys))
    focus = QApplication.focusWidget()
    assert focus
    return focus


def part(room: Room, focus: QWidget) -> str:
    page = room.page()
    parts = {
        "rail": room.window.rail,
        "list": room.window.records.list,
        "head": page.head,
        "tabs": page.form.tab_bar,
        "form": page.form,
        "side": page.side,
        "status": room.window.status,
    }
    return next(name for name, widget in parts.items() if widget.isAncestorOf(focus))


def round_with(room: Room, keys: str) -> list[str]:
    """The parts that a key goes to until it is in the form again; what stands beside it may have nothing to do."""
    there: list[str] = []
    while not there or there[-1] != "form":
        there.append(part(room, press(room, keys)))
    return [each for each in there if each != "side"]


def test_f6_goes_round_and_shift_f6_goes_back(room: Room) -> None:
    room.row("summary")
    assert round_with(room, "F6") == ["status", "rail", "list", "head", "form"]
    assert round_with(room, "Shift+F6") == ["head", "list", "rail", "status", "form"]


def test_f6_goes_to_what_is_done_with_several_records(room: Room) -> None:
    room.workspace.create_record("case", None, {"title": "De Kade"})
    room.settle()
    room.leave()
    room.window.records.list.rows.selectAll()
    room.settle()
    assert room.window.records.together.isAncestorOf(press(room, "F6"))


def test_f6_finds_the_field_again_in_which_one_was(room: Room) -> None:
    room.row("summary")
    before = QApplication.focusWidget()
    round_with(room, "F6")
    assert QApplication.focusWidget() is before


def test_every_key_of_every_widget_stands_in_the_map(room: Room) -> None:
    room.office.settling.choose(room.case, "summary")
    press(room, "F1")
    page = room.office.navigation.page("keys")
    assert room.window.pages.currentWidget() is page
    known = {line.keys for line in room.office.key_map()}
    widgets = {key.key().toString() for key in room.window.findChildren(QShortcut)}
    same = {f"Alt+{number}" for number in range(2, 10)} | {"Alt+Left", "Ctrl+Return"}  # a line tells of its pair
    assert {keys for keys in widgets - same if keys not in known} == set()


def test_esc_comes_back_from_the_map(room: Room) -> None:
    press(room, "F1")
    assert "Toetsen" in [label.text() for label in room.office.navigation.page("keys").findChildren(QLabel)]
    press(room, "Esc")
    assert room.window.pages.currentWidget() is room.window.records


def test_ctrl_s_says_that_everything_is_saved_already(room: Room) -> None:
    room.row("summary")
    press(room, "Ctrl+S")
    assert "Alles is al bewaard." in [label.text() for label in room.window.status.findChildren(QLabel)]
