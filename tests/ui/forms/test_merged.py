"""A merged text: what somebody else brought in is marked until it was reread."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from tests.ui.room import START, Room
from werkboek_desktop.domain.view import Status
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.prose.marks import Layer


def merged(room: Room, *fields: str) -> None:
    for field in fields:
        room.workspace.set_field(room.case, field, START)
    base = room.folder / "opnieuw.wbx"
    room.workspace.export(base)
    room.to_yusuf(base)
    bundle = room.from_yusuf(
        **{field: START.replace("De straat bleef stil.", "De **straat** zweeg.") for field in fields}
    )
    for field in fields:
        room.workspace.set_field(room.case, field, f"Nu weer. {START}")
    room.workspace.import_([bundle])
    room.settle()


def marked(row: FieldRow) -> list[str]:
    assert isinstance(row.editor, ProseEditor)
    text = row.editor.input.toPlainText()
    return [text[mark.start : mark.end] for mark in row.editor.input.marks(Layer.MERGED)]


def test_sentences_of_somebody_else_are_marked_with_whose_they_are_until_seen(room: Room) -> None:
    merged(room, "summary", "context")
    assert len(room.workspace.summary().merged) == 2
    press(room, Qt.Key.Key_F9)
    first = shown(room)
    assert marked(first) == ["De straat zweeg."]
    assert any("1 zin is gemarkeerd" in text.text() for text in first.findChildren(QLabel))
    editor = first.editor
    assert isinstance(editor, ProseEditor)
    (mark,) = editor.input.marks(Layer.MERGED)
    cursor = QTextCursor(editor.input.document())
    cursor.setPosition(mark.start + 3)
    at = editor.input.cursorRect(cursor).center()
    where = editor.input.viewport().mapToGlobal(at)
    QApplication.sendEvent(editor.input.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, where))
    assert "Yusuf Şahin" in QToolTip.text()
    QToolTip.hideText()
    press(room, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    second = shown(room)
    assert second.field.key != first.field.key
    assert marked(first) == []
    assert marked(second) == ["De straat zweeg."]
    press(room, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert room.workspace.summary().merged == ()
    assert room.workspace.record(room.case).fields["context"].status is Status.SETTLED


def press(room: Room, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus
    QTest.keyClick(focus, key, modifier)
    room.settle()


def shown(room: Room) -> FieldRow:
    focus = QApplication.focusWidget()
    return next(row for row in room.page().findChildren(FieldRow) if focus and row.isAncestorOf(focus))
