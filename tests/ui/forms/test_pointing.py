"""What the privacy check points at is marked in the text of a form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.domain.privacy.clearing import Ground
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.forms.make import editor_for
from werkboek_desktop.ui.forms.pointing import Pointing
from werkboek_desktop.ui.forms.proofing import Proofing
from werkboek_desktop.ui.forms.tables.note import Note
from werkboek_desktop.ui.prose.marks import Layer
from werkboek_desktop.ui.spelling import spelling_of


def marked(room: Room) -> list[str]:
    editor = room.row("summary").editor
    assert isinstance(editor, ProseEditor)
    text = editor.input.toPlainText()
    return [text[mark.start : mark.end] for mark in editor.input.marks(Layer.PRIVACY)]


def comes(room: Room, *words: str) -> None:
    room.qtbot.waitUntil(lambda: marked(room) == list(words), timeout=PATIENCE)


def test_a_name_is_marked_while_it_is_typed_until_somebody_decides(room: Room) -> None:
    comes(room)
    room.type("summary", " Jelle Hek zag het. Bel 06-12345678.")
    comes(room, "Jelle Hek", "06-12345678")
    room.leave()
    sentence = room.workspace.privacy_of(room.case).sentences[0]
    room.workspace.clear_sentence(sentence, Ground.AGREED)
    comes(room, "06-12345678")
    room.workspace.create_record("attendee", None, {"first_name": "Teun", "last_name": "Belden"})
    room.type("summary", " Zo zei Teun Belden.")
    comes(room, "06-12345678", "Teun Belden")


def test_the_mark_says_why(room: Room) -> None:
    room.type("summary", " Bel 06-12345678.")
    comes(room, "06-12345678")
    editor = room.row("summary").editor
    assert isinstance(editor, ProseEditor)
    assert "leidt naar één persoon" in editor.input.marks(Layer.PRIVACY)[0].tip


def test_under_a_line_stands_whom_one_may_recognise_in_it(room: Room) -> None:
    comes(room)
    row = room.type("subtitle", "Achter Kerkstraat 12")
    said = "‘Kerkstraat 12’: Dit is het adres van één woning, ook zonder postcode."
    room.qtbot.waitUntil(lambda: row.advice() == said, timeout=PATIENCE)
    for _letter in "12":
        room.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert row.advice() == ""


def test_a_note_of_a_session_is_marked_too(room: Room) -> None:
    day = str(room.workspace.create_record("masterclass", None, {"title": "Eerste"}).record)
    note = str(room.workspace.create_record("note", day, {"text": "Goed idee."}).record)
    room.window.records.show_kind("masterclass", day)
    editor = room.row("text", note).editor
    assert isinstance(editor, ProseEditor)
    room.qtbot.keyClicks(editor.input, "Bel 06-12345678.")
    room.qtbot.waitUntil(lambda: len(editor.input.marks(Layer.PRIVACY)) == 1, timeout=PATIENCE)
    assert not any(each.sentences for each in room.workspace.check_privacy())


def notes(room: Room) -> list[str]:
    return [each.words() for each in room.page().findChildren(Note) if each.isVisible()]


def test_a_cell_says_it_under_its_row_and_the_text_of_an_item_is_marked(room: Room) -> None:
    comes(room)
    item = str(room.workspace.create_record("bottleneck", room.case, {"bottleneck": "Geen tijd."}).record)
    room.page().reveal(room.measure, "measure")
    room.qtbot.keyClicks(QApplication.focusWidget(), " van Kerkstraat 12")
    said = ["Maatregel: ‘Kerkstraat 12’: Dit is het adres van één woning, ook zonder postcode."]
    room.qtbot.waitUntil(lambda: notes(room) == said, timeout=PATIENCE)
    editor = room.row("solution", item).editor
    assert isinstance(editor, ProseEditor)
    room.qtbot.keyClicks(editor.input, "Bel 06-12345678.")
    room.qtbot.waitUntil(lambda: len(editor.input.marks(Layer.PRIVACY)) == 1, timeout=PATIENCE)
    assert notes(room) == []


def test_a_text_that_went_while_it_was_looked_at_is_left_alone(room: Room) -> None:
    there, session = room.row("summary"), room.desk.session
    row = FieldRow(there.field, editor_for(there.field, session), session, room.window, lock=False)
    pointing, proofing = Pointing(session, session), Proofing(session, session)
    pointing.mark(room.case, [row])
    proofing.mark([row])
    pointing._look()
    delete(row)
    room.settle()
    spelling_of(session).changed.emit()
