"""What two people wanted of the whole of a record or an item, above its form."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cutoff import cut_off
from tests.ui.room import PATIENCE, YUSUF, Room
from tests.workspace.parts import changes_of, parted, seq_of
from werkboek_desktop.domain.view import Notice
from werkboek_desktop.workspace import Workspace


def told(room: Room) -> list[str]:
    return [text.text() for text in room.page().notices.findChildren(QLabel) if text.text() and text.isVisible()]


def seen(part: QWidget) -> list[QLabel]:
    """Words that are on the screen, and not scrolled out of it."""
    return [text for text in part.findChildren(QLabel) if not text.visibleRegion().isEmpty()]


def are_left(room: Room, number: int) -> bool:
    return len(told(room)) == number


def buttons(room: Room) -> list[QPushButton]:
    return [each for each in room.page().notices.findChildren(QPushButton) if each.isVisible()]


def test_an_item_that_was_deleted_while_somebody_wrote_in_it_is_kept_by_a_key(room: Room) -> None:
    other = next(view.id for view in room.workspace.items(room.case, "measure").views if view.id != room.measure)
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        his.delete(room.measure)
        his.move(other, None, None)
        his.export(room.folder / "weg.wbx")
    room.workspace.set_field(room.measure, "measure", "Sluiting van een pand")
    room.workspace.move(other, None, room.measure)
    room.workspace.import_([room.folder / "weg.wbx"])
    room.settle()
    room.qtbot.waitUntil(lambda: len(told(room)) == 2, timeout=PATIENCE)
    assert "Maatregel ‘Sluiting van een pand’: Yusuf Şahin heeft dit verwijderd" in " ".join(told(room))
    assert {each.accessibleName() for each in buttons(room)} == {
        "Laat het staan: Maatregel ‘Sluiting van een pand’",
        "Laat het hier: Maatregel ‘Werkplek’",
    }
    buttons(room)[0].setFocus(Qt.FocusReason.TabFocusReason)
    for left in (1, 0):
        room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        room.qtbot.waitUntil(partial(are_left, room, left), timeout=PATIENCE)
    assert room.workspace.record(other).notices == ()
    assert room.workspace.record(room.measure).notices == ()
    assert not room.workspace.record(room.measure).deleted


def test_what_was_erased_is_not_the_work_of_a_newer_program(room: Room) -> None:
    room.workspace.erase(room.case, "summary", "Niemand deed open.")
    room.settle()
    assert [each.kind for each in room.workspace.record(room.case).notices] == ["erased"]
    assert told(room) == []


def test_somebody_unknown_is_somebody(room: Room) -> None:
    page = room.page()
    view = room.workspace.record(page.record)
    page.notices.show_view(replace(view, notices=(Notice("deleted_and_edited", None, ""),)))
    assert told(room)[0].startswith("Iemand heeft dit verwijderd")


def test_with_large_text_what_is_told_is_whole_and_leaves_the_form_its_room(tmp_path: Path, qtbot: QtBot) -> None:
    room = Room(tmp_path, qtbot, scale=2.0)
    try:
        room.window.resize(1280, 720)
        page, kinds = room.page(), ("deleted_and_edited", "deleted_and_undeleted")
        view = room.workspace.record(page.record)
        page.notices.show_view(replace(view, notices=tuple(Notice(kind, None, "") for kind in kinds)))
        page.panel.tell("Gemaakt: kolenbuurt.docx", "Kijk dit eerst na: van ‘Kosten’ zijn er twee versies. " * 3)
        room.settle()
        qtbot.waitUntil(lambda: cut_off(room.window) == [], timeout=PATIENCE)
        assert "Gemaakt: kolenbuurt.docx" in [text.text() for text in seen(page.panel)]
        assert page.form.height() > page.height() // 6
    finally:
        room.close()


def test_what_did_not_come_whole_says_so_until_it_did(room: Room) -> None:
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        known = {change.id for change in changes_of(his)}
        for words in ("Er kwam rust.", "Er kwam rust. Daarna niet meer."):
            his.set_field(room.measure, "measure", words)
        late = max({change.id for change in changes_of(his)} - known, key=lambda id_: seq_of(his, id_))
        half = parted(his, room.folder / "half.wbx", lambda change: change.id == late)
        his.export(room.folder / "heel.wbx")
    page = room.page()
    assert told(room) == []
    room.workspace.import_([half])
    room.qtbot.waitUntil(lambda: bool(told(room)), timeout=PATIENCE)
    (said,) = told(room)
    assert said.startswith("Dit is nog niet compleet: er wacht iets op een pakket dat hier niet is.")
    assert page.record == room.case
    room.workspace.import_([room.folder / "heel.wbx"])
    room.qtbot.waitUntil(lambda: told(room) == [], timeout=PATIENCE)


def test_a_walk_in_who_was_entered_at_two_computers_is_proposed_to_be_one(room: Room) -> None:
    day = str(room.workspace.create_record("masterclass", None, {"title": "Wijkaanpak"}).record)
    bundle, back = room.folder / "dag.wbx", room.folder / "deur.wbx"
    room.workspace.export(bundle)
    room.workspace.come_new(day, "Sanne Vos")
    room.to_yusuf(bundle)
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        his.come_new(day, "Sanne Vos")
        his.create_record("attendee", None, {"first_name": "Jelle", "last_name": "Hek"})
        his.export(back, people=True, passphrase="molen kachel sloot")
    room.workspace.import_([back], passphrase="molen kachel sloot")
    rows = {row.id: row.title for row in room.workspace.rows("attendee")}
    assert sorted(rows.values()) == ["Jelle Hek", "Jelle Hek", "Sanne Vos", "Sanne Vos"]
    jelle, sanne = (next(id_ for id_, title in rows.items() if title == name) for name in ("Jelle Hek", "Sanne Vos"))
    assert room.workspace.standing(jelle).doubles == []  # nobody is at a masterclass by that name
    room.office.navigation.to_record(sanne)
    room.settle()
    notices = room.page().notices
    room.qtbot.waitUntil(notices.isVisible, timeout=PATIENCE)  # it is looked for beside the window
    (join,) = [each for each in notices.findChildren(QPushButton) if each.text() == "Ja, voeg samen"]
    join.click()
    room.settle()
    assert len([row for row in room.workspace.rows("attendee") if row.title == "Sanne Vos"]) == 1
    assert "Samengevoegd tot één deelnemer." in [notice.text for notice in room.office.notices.shown()]
    assert not notices.isVisible()
