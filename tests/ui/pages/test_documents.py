"""A case out to Word from its menu, and back in through Pakketten."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from tests.interchange.editing import replaced
from tests.ui.room import Room
from werkboek_desktop.ui.pages.packages.page import PackagesPage
from werkboek_desktop.ui.pages.packages.parcels import parcel_marks
from werkboek_desktop.ui.shell.printer import WORD


def send(room: Room) -> Path:
    out = room.folder / "kolenbuurt.docx"
    room.office.printer.make(room.page(), room.case, out, WORD)
    room.settle()
    return out


def look(room: Room, path: Path) -> PackagesPage:
    room.office.navigation.look_at([path])
    room.settle()
    return room.office.navigation.packages


def words(page: PackagesPage) -> str:
    return " ".join(text.text() for text in page.findChildren(QLabel) if text.isVisible())


def test_a_case_goes_to_word_and_comes_back_as_changes(room: Room) -> None:
    (more,) = [each for each in room.page().findChildren(QPushButton) if each.accessibleName().startswith("Meer met")]
    more.click()
    (menu,) = [each for each in room.page().findChildren(QMenu) if each.isVisible()]
    assert menu.actions()[0].text() == "Naar Word"
    menu.close()
    out = send(room)
    assert "Gemaakt: kolenbuurt.docx" in " ".join(each.text() for each in room.page().panel.findChildren(QLabel))
    page = look(room, replaced(out, ("Niemand deed open.", "Geen mens deed open.")))
    said = words(page)
    assert "Document van gemeente, via Word" in said
    assert "Handtekening klopt" not in said
    assert page.read_button.text() == "Lees 1 wijziging in"
    page.read_button.click()
    room.settle()
    assert room.value("summary") == "Wij belden aan. Geen mens deed open. De straat bleef stil."
    assert "Eerst wordt een back-up gemaakt." not in words(look(room, out))
    assert not page.read_button.isEnabled()


def test_what_was_made_of_a_case_is_not_said_above_another(room: Room) -> None:
    send(room)
    page = room.page()
    assert page.panel.isVisible()
    other = room.workspace.create_record("case", None, {"title": "Achter de voordeur"}).record
    room.window.show_records("case", other)
    room.settle()
    assert (room.page(), page.record, page.panel.isVisible()) == (page, other, False)


def test_a_document_without_its_ids_asks_what_it_is(room: Room) -> None:
    from docx import Document

    path, document = room.folder / "kaal.docx", Document()
    for heading in ("In het kort", "Met wie?", "Aanleiding en wijk", "Openingsscène"):
        document.add_heading(heading, 1)
        document.add_paragraph("Tekst.")
    document.save(str(path))
    page = look(room, path)
    assert "--proof" not in words(page)
    assert [mark.text for each in page.model.parcels for mark in parcel_marks(each)] == ["van welke proef?"]
    (new,) = [each for each in page.findChildren(QPushButton) if "nieuw praktijkvoorbeeld" in each.text()]
    new.click()
    room.settle()
    page.read_button.click()
    room.settle()
    assert len(room.workspace.rows("case")) == 2
