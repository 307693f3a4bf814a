"""A case, a masterclass, an attendee and a chapter, from nothing, at real widgets."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.forms.files import AttachmentEditor
from werkboek_desktop.ui.forms.items import ItemList
from werkboek_desktop.ui.forms.sets import ChipsEditor
from werkboek_desktop.ui.lists.model import RowModel


def items(room: Room, kind: str) -> ItemList:
    room.page().reveal(room.page().record, kind)
    return next(found for found in room.page().form.findChildren(ItemList) if found.kind.key == kind)


def titles(room: Room, kind: str) -> list[str]:
    return [room.workspace.title(view.id) for view in room.workspace.owned(room.case, kind)]


def test_a_new_case_starts_with_the_keyboard_in_its_title(room: Room) -> None:
    room.qtbot.keyClick(room.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    focus = QApplication.focusWidget()
    assert focus
    assert focus.accessibleName() == "Titel"
    room.qtbot.keyClicks(focus, "Loopjongen? Nee, bedankt")
    room.leave()
    room.settle()
    assert "Loopjongen? Nee, bedankt" in [row.title for row in room.workspace.rows("case")]
    assert room.window.records.list.rows.currentIndex().data().startswith("Loopjongen")


def test_an_enum_is_chosen_by_keyboard(room: Room) -> None:
    room.row("scale")
    combo = QApplication.focusWidget()
    assert isinstance(combo, QComboBox)
    room.qtbot.keyClicks(combo, "wijk")
    assert room.value("scale") == "wijk"


def test_a_wheel_over_a_choice_without_the_keyboard_changes_nothing(room: Room) -> None:
    combo = room.row("scale").editor.focusProxy()
    assert isinstance(combo, QComboBox)
    room.leave()
    room.window.records.list.rows.setFocus()
    before = combo.currentIndex()
    position = combo.mapTo(room.window, combo.rect().center())
    handle = room.window.windowHandle()
    QTest.wheelEvent(handle, position, QPoint(0, -120))
    assert combo.currentIndex() == before


def test_a_set_is_ticked_and_becomes_one_change(room: Room) -> None:
    row = room.row("forms")
    boxes = row.editor.findChildren(QCheckBox)
    boxes[0].click()
    boxes[3].click()
    room.leave()
    room.settle()
    room.row("title")
    assert room.value("forms") == ("straathandel", "wietteelt")
    assert len(room.workspace.history(room.case, "forms")) == 1


def test_a_municipality_is_known_by_its_other_name_and_free_text_is_fine(room: Room) -> None:
    row = room.row("municipalities")
    assert isinstance(row.editor, ChipsEditor)
    for text in ("Den Haag", "Duinrade"):
        room.qtbot.keyClicks(row.editor.input, text)
        room.qtbot.keyClick(row.editor.input, Qt.Key.Key_Return)
    room.leave()
    assert room.value("municipalities") == ("Duinrade", "GM0518", "Meerdrecht")
    assert "'s-Gravenhage" in row.editor.labels()


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("as_of", "26 jan 2021", "2021-01-26"),
        ("inhabitants", "4.210", 4210),
        ("period_start", "maart 2023", "2023-03"),
    ],
)
def test_what_people_type_is_understood(room: Room, field: str, typed: str, value: object) -> None:
    room.type(field, typed)
    room.leave()
    assert room.value(field) == value


def test_what_is_no_date_stays_on_screen_with_advice_and_is_not_saved(room: Room) -> None:
    row = room.type("as_of", "ooit")
    assert "geen datum" in row.advice()
    room.leave()
    assert row.editor.read().advice
    assert room.value("as_of") is None
    assert room.workspace.drafts() == []


def test_list_items_are_added_moved_deleted_and_brought_back(room: Room) -> None:
    measures = items(room, "measure")
    assert titles(room, "measure") == ["Sluiting", "Werkplek"]
    measures.add()
    room.settle()
    focus = QApplication.focusWidget()
    assert focus
    room.qtbot.keyClicks(focus, "Huiswerkklas")
    room.qtbot.keyClick(focus, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    room.settle()
    assert titles(room, "measure") == ["Sluiting", "Huiswerkklas", "Werkplek"]
    measures.table.remove.emit(measures.model.row_of(room.measure))
    room.settle()
    assert titles(room, "measure") == ["Huiswerkklas", "Werkplek"]
    (told,) = room.office.notices.cards
    assert told.accessibleName().startswith("Maatregel ‘Sluiting’ verwijderd uit ‘")
    told.findChildren(QPushButton)[0].click()
    room.settle()
    assert titles(room, "measure") == ["Sluiting", "Huiswerkklas", "Werkplek"]


def test_a_picture_is_taken_in_and_shown(room: Room, tmp_path: Path) -> None:
    picture = tmp_path / "foto.png"
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    image.save(str(picture))
    images = items(room, "image")
    images.add()
    room.settle()  # the list has its columns
    editor = images.findChild(AttachmentEditor)
    assert editor
    editor.choose(picture)
    room.qtbot.waitUntil(lambda: bool(room.workspace.owned(room.case, "image")), timeout=PATIENCE)
    (view,) = room.workspace.owned(room.case, "image")
    content = room.workspace.attachment(str(view.value("file")))
    assert content
    assert content.startswith(b"\x89PNG")


def test_a_file_that_is_no_picture_is_refused_under_its_field(room: Room, tmp_path: Path) -> None:
    broken = tmp_path / "foto.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0 kapot")
    images = items(room, "image")
    images.add()
    room.settle()  # the list has its columns
    editor = images.findChild(AttachmentEditor)
    assert editor
    editor.choose(broken)
    row = next(row for row in images.findChildren(FieldRow) if row.editor is editor)
    room.qtbot.waitUntil(lambda: "geen leesbare afbeelding" in row.advice(), timeout=PATIENCE)
    assert room.workspace.owned(room.case, "image") == []


def test_an_attendee_is_put_on_the_list_of_a_masterclass_once(room: Room) -> None:
    masterclass = str(room.workspace.create_record("masterclass", None, {"title": "Zicht op de wijk"}).record)
    room.window.show_records("masterclass", masterclass)
    attendances = items(room, "attendance")
    for _time in range(2):
        attendances.add()
        focus = QApplication.focusWidget()
        assert focus
        room.qtbot.keyClicks(focus, "jel")
        room.qtbot.keyClick(focus, Qt.Key.Key_Return)
        room.qtbot.waitUntil(lambda: bool(room.workspace.owned(masterclass, "attendance")), timeout=PATIENCE)
        room.settle()
        room.in_front()
    (attendance,) = room.workspace.owned(masterclass, "attendance")
    assert (room.workspace.title(str(attendance.value("attendee"))), attendance.value("status")) == (
        "Jelle Hek",
        "registered",
    )
    assert attendances.model.index(0, 0).data() == "Hek, Jelle"


def test_a_programme_stands_in_the_order_of_the_day(room: Room) -> None:
    masterclass = str(room.workspace.create_record("masterclass", None, {"title": "Zicht op de wijk"}).record)
    for title, start in (("Later", None), ("Pauze", "14:50"), ("Inloop", "12:30"), ("Werkplaats", "13:15")):
        room.workspace.create_record("session", masterclass, {"title": title, "start": start})
    room.window.show_records("masterclass", masterclass)
    programme = items(room, "session").model
    at = programme.column_of("title")
    shown = [programme.index(row, at).data() for row in range(4)]
    assert shown == ["Inloop", "Werkplaats", "Pauze", "Later"]


def test_a_signup_becomes_a_case(room: Room) -> None:
    signup = str(room.workspace.create_record("signup", None, {"municipality": "Duinrade"}).record)
    room.window.show_records("signup", signup)
    room.page().convert.emit(signup)
    room.settle()
    assert room.page().kind.key == "case"
    assert room.workspace.record(room.page().record).value("municipalities") == ("Duinrade",)


def names(model: RowModel) -> list[str]:
    rows = (model.entry(at).row for at in range(model.rowCount()))
    return [row.title for row in rows if row]


def test_chapters_stand_under_their_workbook_and_move(room: Room) -> None:
    for title in ("Voorwerk", "Bronnen"):
        room.workspace.create_record("chapter", room.workspace.project.workbook, {"title": title})
    room.office.navigation.go("chapter")
    model = room.window.records.list.model
    assert names(model) == ["Ondermijning in de wijk", "Voorwerk", "Bronnen"]
    bronnen = model.seen[1].id
    room.window.show_records("chapter", bronnen)
    room.page().shift.emit(bronnen, -1)
    room.settle()
    assert names(model) == ["Ondermijning in de wijk", "Bronnen", "Voorwerk"]


def test_searching_finds_title_and_text(room: Room) -> None:
    room.workspace.create_record("case", None, {"title": "Ogen en oren in de haven"})
    room.settle()
    room.qtbot.keyClick(room.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert field is room.window.records.list.field
    model = room.window.records.list.model
    room.qtbot.keyClicks(field, "oren hav")
    room.qtbot.waitUntil(lambda: model.rowCount() == 1, timeout=PATIENCE)
    room.window.records.list.field.clear()
    room.qtbot.keyClicks(field, "straat bleef")
    room.qtbot.waitUntil(lambda: [row.id for row in model.seen] == [room.case], timeout=PATIENCE)
