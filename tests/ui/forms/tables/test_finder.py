"""Who is put on a list: looked for by a few letters, made on the spot, and never lost."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.forms.tables.writing import Table, focus
from tests.ui.room import Room
from werkboek_desktop.ui.forms.tables.delegate import row_height
from werkboek_desktop.ui.widgets.inputs import LineInput

CONTROL = Qt.KeyboardModifier.ControlModifier
PEOPLE = 16


def day_with_people(room: Room, *names: str) -> Table:
    for name in names:
        room.workspace.create_record("attendee", None, {"first_name": name})
    day = str(room.workspace.create_record("masterclass", None, {"title": "Zicht op de wijk"}).record)
    room.window.show_records("masterclass", day)
    return Table(room, "attendance")


def test_what_the_row_that_adds_did_not_use_is_gone_with_the_next_record(room: Room) -> None:
    day = str(room.workspace.create_record("masterclass", None, {"title": "Zicht op de wijk"}).record)
    room.window.show_records("masterclass", day)
    table = Table(room, "attendance")
    table.at(0)
    table.type("zzz")
    table.press(Qt.Key.Key_Return)
    assert "zzz" in table.items.editing.telling.note.words()
    assert table.values("attendee") == []
    table.press(Qt.Key.Key_Escape)
    room.qtbot.keyClicks(focus(), "jel")
    table.press(Qt.Key.Key_Return)
    assert len(table.values("attendee")) == 1
    assert table.items.table.currentIndex().column() == 1


def test_of_two_people_of_one_name_nobody_is_put_on_the_list_by_the_program(room: Room) -> None:
    for organisation in ("Politie", "OM"):
        fields = {"first_name": "Jelle", "last_name": "Hekman", "organisation": organisation}
        room.workspace.create_record("attendee", None, fields)
    day = str(room.workspace.create_record("masterclass", None, {"title": "Zicht op de wijk"}).record)
    room.window.show_records("masterclass", day)
    table = Table(room, "attendance")
    table.at(0)
    table.press(Qt.Key.Key_Return)
    room.qtbot.keyClicks(focus(), "hekman")
    finder = focus()
    table.press(Qt.Key.Key_Return)
    assert table.values("attendee") == []
    assert "meer die zo heten" in table.items.editing.telling.note.words()
    assert isinstance(finder, LineInput)
    finder.completer().activated.emit("Jelle Hekman · OM")
    table.settle()
    (attendee,) = table.values("attendee")
    assert room.workspace.record(str(attendee)).value("organisation") == "OM"


def test_somebody_new_at_the_door_is_one_line_by_keys_alone(room: Room) -> None:
    table = day_with_people(room)
    table.at(0)
    table.type("Sanne 't Hoek")
    table.press(Qt.Key.Key_Return)
    assert table.items.editing.telling.note.words().startswith("Deelnemer: niet gevonden: ")
    assert isinstance(focus(), QPushButton)
    assert focus().property("text") == "Nieuw: ‘Sanne 't Hoek’"
    assert "gevonden" in focus().accessibleDescription()
    steps = len(room.workspace.steps.done)
    table.press(Qt.Key.Key_Return)
    assert table.values("status") == ["walk_in"]
    made = room.workspace.record(str(table.values("attendee")[0]))
    assert [made.value(key) for key in ("first_name", "infix", "last_name")] == ["Sanne", "'t", "Hoek"]
    assert made.value("consent_photo") is None
    assert (focus(), table.items.table.currentIndex().row()) == (table.items.table, 0)
    assert table.items.editing.telling.note.words() == ""
    assert len(room.workspace.steps.done) == steps + 1
    table.press(Qt.Key.Key_Z, CONTROL)
    assert table.values("status") == []
    assert [row.title for row in room.workspace.rows("attendee")] == ["Jelle Hek"]


def test_a_name_stands_on_one_line_and_what_there_is_to_do_about_another_is_in_sight(room: Room) -> None:
    table = day_with_people(room)
    day = room.page().record
    for number in range(PEOPLE):
        somebody = {"first_name": f"Joris{number}", "infix": "van", "last_name": "Waterschoot"}
        room.workspace.put_on_list(day, str(room.workspace.create_record("attendee", None, somebody).record))
    room.settle()
    view = table.items.table
    assert [view.rowHeight(row) for row in range(PEOPLE)] == [row_height()] * PEOPLE
    table.at(PEOPLE)
    table.type("Sanne Hoek")
    table.settle()
    table.press(Qt.Key.Key_Return)
    offer = focus()
    assert offer.property("text") == "Nieuw: ‘Sanne Hoek’"
    room.qtbot.waitUntil(lambda: offer.visibleRegion().boundingRect() == offer.rect())


def test_esc_at_the_offer_makes_nobody(room: Room) -> None:
    table = day_with_people(room)
    table.at(0)
    table.type("Sanne 't Hoek")
    table.press(Qt.Key.Key_Return)
    table.press(Qt.Key.Key_Escape)
    assert (focus(), table.values("attendee")) == (table.items.table, [])
    assert len(room.workspace.rows("attendee")) == 1


def test_a_name_that_nobody_has_is_kept_by_tab_by_the_mouse_and_by_another_page(room: Room) -> None:
    table = day_with_people(room)
    day = room.page().record
    table.at(0)
    table.type("Sanne Hoek")
    table.settle()
    finder = focus()
    table.press(Qt.Key.Key_Tab)
    assert focus().property("text") == "Nieuw: ‘Sanne Hoek’"
    table.press(Qt.Key.Key_Tab)
    assert focus() is not finder
    assert "Sanne Hoek" in table.items.editing.telling.note.words()
    finder.setFocus()
    table.press(Qt.Key.Key_End)
    room.qtbot.keyClicks(finder, "stra")
    room.row("title").editor.setFocus()
    assert "Sanne Hoekstra" in table.items.editing.telling.note.words()
    room.window.show_records("case", room.case)
    table.settle()
    room.window.show_records("masterclass", day)
    table.settle()
    assert [visit.editor.text() for visit in table.items.editing.cells] == ["Sanne Hoekstra"]
    table.at(0)
    table.press(Qt.Key.Key_Return)
    table.press(Qt.Key.Key_Tab)
    table.press(Qt.Key.Key_Return)
    (made,) = table.values("attendee")
    assert room.workspace.title(str(made)) == "Sanne Hoekstra"
    assert table.items.editing.cells == []


def test_a_name_that_one_person_has_is_that_person_by_tab_too(room: Room) -> None:
    table = day_with_people(room)
    table.at(0)
    table.type("jel")
    table.settle()
    table.press(Qt.Key.Key_Tab)
    assert len(table.values("attendee")) == 1


def test_enter_before_the_names_were_read_waits_for_them(room: Room) -> None:
    table = day_with_people(room, "Özgür")
    table.at(0)
    room.qtbot.keyClicks(focus(), "o")
    room.qtbot.keyClicks(focus(), "zg")
    room.qtbot.keyClick(focus(), Qt.Key.Key_Return)
    assert "nog opgezocht" in table.items.editing.telling.note.words()
    table.settle()
    assert len(table.values("attendee")) == 1


def test_a_cell_makes_who_it_refers_to_by_tab_and_enter(room: Room) -> None:
    room.window.resize(1920, 1080)
    table = day_with_people(room)
    table.at(0)
    table.type("jel")
    table.press(Qt.Key.Key_Return)
    room.qtbot.waitUntil(room._is_in_front)
    table.at(0, table.items.model.column_of("replaces"))
    table.type("Sanne")
    if pop_up := QApplication.activePopupWidget():
        room.qtbot.keyClick(pop_up, Qt.Key.Key_Escape)
    table.settle()
    assert "staat er nog niet tussen" in table.items.editing.telling.note.words()
    steps = len(room.workspace.steps.done)
    table.press(Qt.Key.Key_Tab)
    assert focus().property("text") == "Nieuw: ‘Sanne’"
    table.press(Qt.Key.Key_Return)
    (made,) = table.values("replaces")
    assert room.workspace.title(str(made)) == "Sanne"
    assert len(room.workspace.steps.done) == steps + 1
    assert focus().property("text") == "Sanne"
    assert table.items.editing.telling.note.words() == ""
