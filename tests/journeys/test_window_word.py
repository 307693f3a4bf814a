"""A case that goes to a municipality's Word and comes back, while somebody wrote on in the window: by real keys."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.interchange.editing import replaced
from tests.ui.room import START, Room
from werkboek_desktop.domain.view import Status
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.shell.printer import WORD


def words_on(room: Room) -> str:
    labels = room.office.navigation.packages.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def read_in(room: Room, path: Path) -> None:
    room.office.navigation.look_at([path])
    room.settle()
    assert "Nog niet ingelezen" in words_on(room)
    room.qtbot.keyClick(room.office.navigation.packages.rows, Qt.Key.Key_Return)
    room.settle()


def test_what_word_and_the_window_wrote_stands_side_by_side_and_the_same_sentence_is_chosen(room: Room) -> None:
    sent = room.folder / "naar-gemeente.docx"
    room.office.printer.make(room.page(), room.case, sent, WORD)
    room.settle()
    apart = replaced(sent, ("Wij belden", "Wij bellen"), out=room.folder / "los.docx")
    same = replaced(sent, ("bleef stil", "bleef leeg"), out=room.folder / "zelfde.docx")
    room.type("summary", " Tot mei.")
    room.leave()
    read_in(room, apart)
    assert "Verslag" in words_on(room)
    assert room.workspace.record(room.case).fields["summary"].status is Status.MERGED
    assert room.value("summary") == f"{START.replace('Wij belden', 'Wij bellen')} Tot mei."
    with_edit = START.replace("bleef stil", "bleef doodstil")
    view = room.workspace.record(room.case).fields["summary"]
    room.workspace.edit(room.case, "summary", with_edit, view.heads)
    read_in(room, same)
    assert "Zolang niemand kiest staan beide in het werkboek." in words_on(room)
    room.office.settling.next_conflict()
    own = room.office.settling.page.findChild(ProseEditor)
    assert own
    room.qtbot.keyClick(own.input, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    room.qtbot.keyClick(own.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert room.workspace.summary().conflicts == ()
    assert room.workspace.record(room.case).fields["summary"].status is Status.SETTLED
