"""Undo and redo by real key presses, in whatever field or page one is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from tests.ui.room import PATIENCE, START, Room
from tests.ui.statements import asked
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.shell.undoing import AT_ONCE
from werkboek_desktop.ui.shell.window import MainWindow
from werkboek_desktop.workspace import Edit, Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier
FEW = 75
SHIFT = Qt.KeyboardModifier.ShiftModifier


def focus(room: Room) -> QWidget:
    return QApplication.focusWidget() or room.window


def write(room: Room, field: str, text: str) -> FieldRow:
    """Types at the end of a field."""
    row = room.row(field)
    for keys in (Qt.KeyboardModifier.NoModifier, CONTROL):  # of a line, and of a text
        room.qtbot.keyClick(focus(room), Qt.Key.Key_End, keys)
    room.qtbot.keyClicks(focus(room), text)
    return row


def undo(room: Room) -> None:
    room.qtbot.keyClick(focus(room), Qt.Key.Key_Z, CONTROL)
    room.settle()


def redo(room: Room) -> None:
    room.qtbot.keyClick(focus(room), Qt.Key.Key_Z, CONTROL | SHIFT)
    room.settle()


def is_in_front(window: MainWindow) -> bool:
    window.activateWindow()
    return window.isActiveWindow()


def said(room: Room) -> list[str]:
    return [notice.text for notice in room.office.notices.shown()]


def press(room: Room, action: str) -> None:
    card = room.office.notices.cards[-1]
    next(each for each in card.findChildren(QPushButton) if each.text() == action).click()
    room.settle()


def test_while_typing_undo_is_about_what_is_typed_and_then_about_the_project(room: Room) -> None:
    write(room, "title", " Noord")
    room.leave()
    row = write(room, "summary", " Tot mei.")
    while row.editor.text() != START:
        room.qtbot.keyClick(row.editor.focusProxy() or row.editor, Qt.Key.Key_Z, CONTROL)
    assert room.value("title") == "De Kolenbuurt Noord"
    undo(room)
    assert room.value("title") == "De Kolenbuurt"
    assert room.value("summary") == START
    assert len(room.workspace.history(room.case, "summary")) == 1
    assert said(room) == ["Ongedaan gemaakt: ‘Titel’ gewijzigd."]


def test_what_was_taken_back_while_typing_comes_again_with_both_keys(room: Room) -> None:
    for again in (lambda: redo(room), lambda: room.qtbot.keyClick(focus(room), Qt.Key.Key_Y, CONTROL)):
        row = write(room, "title", "X")
        undo(room)
        assert row.editor.text() == "De Kolenbuurt"
        again()
        assert row.editor.text() == "De Kolenbuurt" + "X"
        undo(room)


def test_undo_works_after_the_field_and_the_form_were_left_and_goes_there(room: Room) -> None:
    write(room, "summary", " Tot mei.")
    room.leave()
    room.office.navigation.go("settings")
    undo(room)
    assert room.value("summary") == START
    here = focus(room)
    row = next(each for each in room.page().findChildren(FieldRow) if each.isAncestorOf(here))
    assert row.field.key == "summary"
    assert row.editor.text() == START
    press(room, "Opnieuw")
    assert room.value("summary") == f"{START} Tot mei."
    press(room, "Ongedaan maken")
    assert room.value("summary") == START


def test_ten_steps_back_and_forth_are_the_same(room: Room) -> None:
    fields = ["title", "subtitle", "summary", "costs"]
    other = str(room.workspace.create_record("case", None, {"title": "Oost"}).record)
    room.workspace.steps.done.clear()
    pictures: list[list[Value]] = []

    def picture() -> list[Value]:
        measure = room.workspace.record(room.measure)
        cases = [room.workspace.record(case) for case in (room.case, other)]
        return [case.value(field) for case in cases for field in fields] + [measure.deleted]

    for number in range(10):
        pictures.append(picture())
        if number == 5:
            room.workspace.delete(room.measure)
        else:
            room.window.show_records("case", other if number % 2 else room.case)
            write(room, fields[number % len(fields)], str(number))
        room.leave()
        room.settle()
    pictures.append(picture())
    assert len(room.workspace.steps.done) == 10
    room.office.navigation.go("settings")
    for number in range(9, -1, -1):
        undo(room)
        assert picture() == pictures[number]
    for number in range(1, 11):
        redo(room)
        assert picture() == pictures[number]


def test_what_was_done_is_taken_back_with_the_mouse_alone(room: Room) -> None:
    room.workspace.set_field(room.case, "title", "De haven")
    room.settle()
    more = next(each for each in room.page().findChildren(QPushButton) if each.accessibleName().startswith("Meer met"))
    room.qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    (menu,) = [each for each in room.page().findChildren(QMenu) if each.isVisible()]
    action = next(each for each in menu.actions() if each.text() == "Ongedaan maken\tCtrl+Z")
    room.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    room.settle()
    assert room.value("title") == "De Kolenbuurt"


def test_a_delete_offers_to_be_taken_back_also_after_something_else_was_done(room: Room) -> None:
    room.workspace.delete(room.measure)
    room.settle()
    assert said(room) == ["Maatregel ‘Sluiting’ verwijderd uit ‘De Kolenbuurt’."]
    write(room, "title", " Noord")
    room.leave()
    press(room, "Ongedaan maken")
    assert not room.workspace.record(room.measure).deleted
    assert room.value("title") == "De Kolenbuurt Noord"


def test_what_undo_told_passes_with_the_next_step(room: Room) -> None:
    for text in (" Noord", " Oost"):
        write(room, "title", text)
        room.leave()
        undo(room)
        assert said(room) == ["Ongedaan gemaakt: ‘Titel’ gewijzigd."]
        redo(room)
        assert said(room) == ["Opnieuw gedaan: ‘Titel’ gewijzigd."]
    write(room, "summary", " Tot mei.")
    room.leave()
    room.settle()
    assert said(room) == []


@pytest.mark.parametrize("go", ["settings", "masterclass", "next"])
def test_what_undo_told_is_gone_on_another_page(room: Room, go: str) -> None:
    room.workspace.create_record("case", None, {"title": "Oost"})
    write(room, "title", " Noord")
    room.leave()
    undo(room)
    assert said(room)
    if go == "next":
        room.qtbot.keyClick(focus(room), Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    else:
        room.office.navigation.go(go)
    assert said(room) == []


def test_what_undo_did_not_do_stays_until_it_is_read(room: Room) -> None:
    write(room, "title", " Noord")
    room.leave()
    room.workspace.import_([room.from_yusuf(title="Zuid")])
    undo(room)
    left = said(room)
    assert left[-1].startswith("Niet ongedaan gemaakt: ")
    room.office.navigation.go("settings")
    assert said(room) == left


def test_the_offer_after_a_delete_stays_on_other_pages_until_it_is_answered(room: Room) -> None:
    room.workspace.delete(room.measure)
    room.office.navigation.go("settings")
    room.office.navigation.go("masterclass")
    assert len(said(room)) == 1
    press(room, "Ongedaan maken")
    assert not room.workspace.record(room.measure).deleted
    assert said(room)[0].startswith("Ongedaan gemaakt: ")


def test_of_many_it_is_said_how_they_were_called_and_one_stays_where_one_is(room: Room) -> None:
    room.workspace.edit_many([Edit(room.case, "status", "selected")], "1 praktijkvoorbeeld op ‘geselecteerd’ gezet")
    room.settle()
    assert said(room) == ["1 praktijkvoorbeeld op ‘geselecteerd’ gezet."]
    room.office.navigation.go("settings")
    before = room.office.navigation.current()
    undo(room)
    assert room.value("status") == "editing"
    assert room.office.navigation.current() is before


def test_a_deleted_case_is_shown_again_and_its_list_when_it_goes_once_more(room: Room) -> None:
    room.workspace.delete(room.case)
    room.settle()
    undo(room)
    assert room.page().record == room.case
    redo(room)
    assert room.workspace.record(room.case).deleted
    assert room.office.navigation.current() is room.window.records


def test_where_a_colleague_wrote_later_that_is_said_and_one_can_go_there(room: Room) -> None:
    write(room, "title", " Noord")
    room.leave()
    sent = room.workspace.export(room.folder / "naar-yusuf.wbx").path
    with Workspace.open(room.folder / "yusuf.werkboek", room.yusuf, author="Yusuf Şahin") as his:
        his.import_([sent])
    room.workspace.import_([room.from_yusuf(title="Zuid")])
    room.office.navigation.go("settings")
    undo(room)
    assert room.value("title") == "Zuid"
    assert said(room) == ["Niet ongedaan gemaakt: ‘Titel’ gewijzigd. Hier kwam werk van Yusuf Şahin tussen: vergelijk."]


def test_nothing_to_take_back_is_said_too(room: Room) -> None:
    room.workspace.steps.done.clear()
    undo(room)
    assert said(room) == ["Er is niets meer om ongedaan te maken."]
    redo(room)
    assert said(room) == ["Er is niets meer om opnieuw te doen."]


def test_two_windows_take_back_the_same_steps(room: Room) -> None:
    write(room, "title", " Noord")
    other = room.desk.open_window()
    room.qtbot.waitUntil(lambda: is_in_front(other.window), timeout=PATIENCE)
    room.settle()
    room.qtbot.keyClick(focus(room), Qt.Key.Key_Z, CONTROL)
    room.settle()
    assert room.value("title") == "De Kolenbuurt"
    other.window.close()


def test_a_step_of_many_is_taken_back_beside_the_window(room: Room) -> None:
    made = [str(room.workspace.create_record("case", None, {"title": f"Wijk {n}"}).record) for n in range(AT_ONCE + 1)]
    room.workspace.edit_many([Edit(case, "status", "selected") for case in made], "Veel op ‘geselecteerd’ gezet")
    undo(room)
    assert {room.workspace.record(case).value("status") for case in made} == {None}
    assert said(room) == ["Ongedaan gemaakt: Veel op ‘geselecteerd’ gezet."]
    redo(room)
    assert {room.workspace.record(case).value("status") for case in made} == {"selected"}
    assert room.office.notices.progress.isHidden()


def test_undo_works_with_the_keyboard_in_any_kind_of_field(room: Room) -> None:
    write(room, "title", " Noord")
    room.leave()
    for field in ("municipalities", "as_of", "status", "ongoing", "summary"):
        room.row(field)
        undo(room)
        assert room.value("title") == "De Kolenbuurt", field
        redo(room)
        assert room.value("title") == "De Kolenbuurt Noord", field


def test_what_was_ticked_and_chosen_is_a_step_as_soon_as_somebody_undoes(room: Room) -> None:
    row = room.row("forms")
    room.qtbot.keyClick(focus(room), Qt.Key.Key_Space)
    assert row.value() != room.value("forms")
    undo(room)
    assert room.value("forms") is None
    assert len(room.workspace.history(room.case, "forms")) == 2


def test_in_a_table_undo_is_about_the_cell_and_then_about_the_project(room: Room) -> None:
    write(room, "title", " Noord")
    room.office.navigation.to_record(room.measure, "measure")
    room.settle()
    room.qtbot.keyClicks(focus(room), "!")
    undo(room)
    assert room.value("title") == "De Kolenbuurt Noord"
    undo(room)
    assert room.value("title") == "De Kolenbuurt"
    assert room.workspace.record(room.measure).value("measure") == "Sluiting"


def test_undo_asks_the_file_little_before_it_is_seen(room: Room) -> None:
    write(room, "summary", " Tot mei.")
    room.leave()
    room.settle()
    with asked() as statements:
        room.qtbot.keyClick(focus(room), Qt.Key.Key_Z, CONTROL)
    assert room.value("summary") == START
    assert 0 < len(statements) <= FEW
