"""Voorgoed wissen: what is said before, one word to type, and what was done."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from tests.ui.room import PATIENCE, START, Room
from werkboek_desktop.ui.erasing.panel import WORD, ErasePanel
from werkboek_desktop.ui.erasing.wanted import Wanted
from werkboek_desktop.ui.forms.editor import LineEditor, ProseEditor
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.forms.items import ItemList
from werkboek_desktop.ui.widgets.difference import ReadText


def words(panel: ErasePanel) -> str:
    QApplication.processEvents()
    return " ".join(" ".join(each.text() for each in panel.findChildren(QLabel) if each.isVisible()).split())


def attendee(room: Room) -> str:
    (row,) = room.workspace.rows("attendee")
    return row.id


def asked(room: Room, wanted: Wanted) -> ErasePanel:
    room.office.erasing.begin(wanted)
    room.settle()
    panel = room.office.erasing.panel()
    room.qtbot.waitUntil(lambda: "Dit gaat weg" in words(panel), timeout=PATIENCE)
    return panel


def confirm(room: Room, panel: ErasePanel, word: str = WORD) -> None:
    room.qtbot.keyClicks(panel.word.field, word)
    room.qtbot.keyClick(panel.word.field, Qt.Key.Key_Return)
    room.settle()


def test_the_menu_of_a_record_says_what_goes_and_what_stays_and_a_word_erases_it(room: Room) -> None:
    person = attendee(room)
    room.office.navigation.to_record(person)
    room.settle()
    entry = next(each for each in room.page()._rest() if each.text == "Voorgoed wissen (AVG)")
    entry.act()
    room.settle()
    panel = room.office.erasing.panel()
    told = words(panel)
    assert "Deelnemer ‘Jelle Hek’" in told
    assert "Bij een masterclass blijft staan dat er iemand was, zonder naam." in told
    assert "postbussen kan dit programma niet bereiken" in told
    assert QApplication.focusWidget() is panel.word.field
    confirm(room, panel, "weg")
    assert "Er is niets gewist." in words(panel)
    assert room.workspace.rows("attendee")
    panel.word.field.clear()
    confirm(room, panel)
    assert room.workspace.rows("attendee") == []
    assert "Voorgoed gewist: 2 teksten en waarden." in words(panel)
    assert QApplication.focusWidget() is panel.stay_button
    assert panel.stay_button.text() == "Klaar"


def test_what_a_record_owns_is_counted_before(room: Room) -> None:
    panel = asked(room, Wanted(room.case))
    assert "Wat erbij hoort: 2 maatregelen." in words(panel)


def test_a_passage_goes_from_every_version_and_the_rest_stays(room: Room) -> None:
    room.workspace.set_field(room.case, "summary", f"{START} Bel 06-12345678.")
    room.workspace.set_field(room.case, "summary", f"{START} Bel 06-12345678. Tot mei.")
    room.settle()
    row = room.row("summary")
    assert isinstance(row.editor, ProseEditor)
    text = row.editor.input
    cursor = text.document().find("06-12345678")
    text.setTextCursor(cursor)
    menu = QMenu()
    text.menu_opens.emit(menu, cursor.position())
    action = next(each for each in menu.actions() if each.text() == "Dit stuk voorgoed wissen (AVG)")
    action.trigger()
    room.settle()
    panel = room.office.erasing.panel()
    passage = panel.findChild(ReadText)
    assert passage
    assert passage.toPlainText() == "06-12345678"
    assert "Dit stuk gaat uit elke versie van de tekst" in words(panel)
    confirm(room, panel)
    assert room.value("summary") == f"{START} Bel. Tot mei."
    assert "12345678" not in room.file.read_bytes().decode("latin-1")


def test_without_a_choice_in_a_text_its_menu_offers_the_whole_field(room: Room) -> None:
    room.workspace.set_field(room.case, "subtitle", "Bel 06-12345678")
    room.workspace.set_field(room.case, "subtitle", "Van deur tot deur")
    room.settle()
    for name in ("summary", "subtitle"):
        row = room.row(name)
        room.settle()
        assert isinstance(row.editor, ProseEditor | LineEditor)
        menu = QMenu()
        row.editor.input.menu_opens.emit(menu, 0)
        offered = {each.text(): each for each in menu.actions()}
        assert "Dit stuk voorgoed wissen (AVG)" not in offered
    offered["Dit veld voorgoed wissen (AVG)"].trigger()
    room.settle()
    panel = room.office.erasing.panel()
    assert "Alles bij ‘Pakkende ondertitel’, praktijkvoorbeeld ‘De Kolenbuurt’" in words(panel)
    assert "Alles wat ooit in dit veld stond, ook oude versies." in words(panel)
    confirm(room, panel)
    assert room.value("subtitle") is None
    assert "12345678" not in room.file.read_bytes().decode("latin-1")
    assert room.value("title") == "De Kolenbuurt"


def test_who_else_may_be_the_same_person_is_a_press_away(room: Room) -> None:
    other = room.workspace.create_record("attendee", None, {"first_name": "Jelle", "last_name": "Hek"}).record
    panel = asked(room, Wanted(next(row.id for row in room.workspace.rows("attendee") if row.id != other)))
    confirm(room, panel)
    link = next(each for each in panel.findChildren(QPushButton) if each.text().startswith("Jelle Hek"))
    assert link.text() == "Jelle Hek (deelnemer, zelfde naam)"
    link.click()
    room.settle()
    assert room.page().record == other


def test_a_passage_that_is_nowhere_is_refused_and_nothing_goes(room: Room) -> None:
    panel = asked(room, Wanted(room.case, "summary", "Dit staat er niet"))
    confirm(room, panel)
    assert "Er is niets gewist." in words(panel)
    assert room.value("summary") == START


def test_esc_goes_back_to_where_one_was_and_nothing_goes(room: Room) -> None:
    row = room.row("subtitle")
    focus = QApplication.focusWidget()
    panel = asked(room, Wanted(room.case))
    room.qtbot.keyClicks(panel.word.field, WORD)
    room.qtbot.keyClick(panel.word.field, Qt.Key.Key_Escape)
    room.settle()
    assert panel.isHidden()
    assert QApplication.focusWidget() is focus
    assert row.isVisible()
    assert room.value("title") == "De Kolenbuurt"


def test_a_contact_of_a_case_has_it_in_the_menu_of_its_row(room: Room) -> None:
    contact = str(room.workspace.create_record("contact", room.case, {"name": "Sanne de Graaf"}).record)
    room.settle()
    assert [row.id for row in room.workspace.rows("contact")] == [contact]
    room.page().reveal(contact, "name")
    room.settle()
    items = next(each for each in room.page().findChildren(ItemList) if each.kind.key == "contact")
    items.table.menu.emit(0, items.mapToGlobal(QPoint(0, 0)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(each for each in menu.actions() if each.text() == "Voorgoed wissen (AVG)").trigger()
    menu.close()
    room.settle()
    panel = room.office.erasing.panel()
    assert panel.wanted == Wanted(contact)
    room.qtbot.waitUntil(lambda: "Dit gaat weg" in words(panel), timeout=PATIENCE)
    confirm(room, panel)
    assert "Voorgoed gewist: " in words(panel)
    room.qtbot.keyClick(panel.stay_button, Qt.Key.Key_Return)
    room.settle()
    assert room.workspace.rows("contact") == []
    assert not any(each.record == contact for each in room.page().findChildren(FieldRow))
    assert room.value("title") == "De Kolenbuurt"
    assert "Sanne de Graaf" not in room.file.read_bytes().decode("latin-1")


def test_a_passage_of_a_list_is_shown_as_one_reads_it(room: Room) -> None:
    room.workspace.set_field(room.case, "lessons", "- Bel **eerst**\n- Vraag dan")
    panel = asked(room, Wanted(room.case, "lessons", "- Bel **eerst**\n- Vraag dan"))
    passage = panel.findChild(ReadText)
    assert passage
    assert passage.toPlainText() == "• Bel eerst\n• Vraag dan"
