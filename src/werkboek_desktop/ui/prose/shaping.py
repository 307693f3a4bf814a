"""The keys that give a text its shape: emphasis, headings, lists, quotes. Tab is none of them: it leaves."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from werkboek_desktop.domain.shown_prose import LISTS, NESTED
from werkboek_desktop.ui.prose.document import BOLD, marker_of, shape

_MARKERS = {"-": "-", "*": "-", "•": "-", "1.": "1.", "#": "##", "##": "##", "###": "###", ">": ">"}
"""What begins a line when a space follows it."""


def press(text: QTextEdit, event: QKeyEvent) -> bool:
    """Does what a key asks for; False when it is just typed."""
    act = _KEYS.get(event.keyCombination().toCombined())
    return act is not None and act(text)


def bold(text: QTextEdit) -> bool:
    """Makes the chosen words bold, or no longer."""
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Normal if text.fontWeight() >= BOLD else BOLD)
    return _emphasise(text, form)


def italic(text: QTextEdit) -> bool:
    """Makes the chosen words italic, or no longer."""
    form = QTextCharFormat()
    form.setFontItalic(not text.fontItalic())
    return _emphasise(text, form)


def _emphasise(text: QTextEdit, form: QTextCharFormat) -> bool:
    cursor = text.textCursor()
    if not cursor.hasSelection():
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    if cursor.hasSelection():
        cursor.mergeCharFormat(form)
    text.mergeCurrentCharFormat(form)
    return True


def make(marker: str, text: QTextEdit) -> bool:
    """Gives the chosen paragraphs a marker; they lose it where they all have it."""
    cursor = text.textCursor()
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    block = text.document().findBlock(first)
    blocks = [block]
    while (block := block.next()).isValid() and block.position() < last:
        blocks.append(block)
    has_it = all(marker_of(each)[0] == marker for each in blocks)
    cursor.beginEditBlock()
    for each in blocks:
        shape(QTextCursor(each), "" if has_it else marker)
    cursor.endEditBlock()
    return True


def nest(by: int, text: QTextEdit) -> bool:
    """Sets an item deeper or less deep."""
    cursor = text.textCursor()
    marker, level = marker_of(cursor.block())
    if marker not in LISTS:
        return False
    shape(cursor, marker, max(0, min(NESTED, level + by)))
    return True


def _enter(text: QTextEdit) -> bool:
    """After a heading comes a paragraph, and an empty item ends its list."""
    cursor = text.textCursor()
    marker, level = marker_of(cursor.block())
    if not marker or cursor.hasSelection():
        return False
    if not cursor.block().text():
        shape(cursor, marker if level else "", 0)
        return True
    if marker in LISTS:
        return False
    cursor.beginEditBlock()
    cursor.insertBlock()
    shape(cursor, "")
    cursor.endEditBlock()
    text.setTextCursor(cursor)
    return True


def _backspace(text: QTextEdit) -> bool:
    """At the start of an item or a heading its marker goes first."""
    cursor = text.textCursor()
    if cursor.hasSelection() or not cursor.atBlockStart() or not marker_of(cursor.block())[0]:
        return False
    shape(cursor, "")
    return True


def _space(text: QTextEdit) -> bool:
    """What is typed as a marker at the start of a paragraph becomes one; undo makes it text again."""
    cursor = text.textCursor()
    typed = cursor.block().text()[: cursor.positionInBlock()]
    if marker_of(cursor.block())[0] or typed not in _MARKERS:
        return False
    cursor.insertText(" ")
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    shape(cursor, _MARKERS[typed])
    cursor.endEditBlock()
    text.setTextCursor(cursor)
    return True


def _paragraph(text: QTextEdit) -> bool:
    """A line that ends inside a paragraph cannot be kept: it is a paragraph."""
    text.textCursor().insertBlock()
    return True


_CTRL, _ALT, _SHIFT = Qt.Modifier.CTRL, Qt.Modifier.ALT, Qt.Modifier.SHIFT
_KEYS: dict[int, Callable[[QTextEdit], bool]] = {
    (_CTRL | Qt.Key.Key_B).toCombined(): bold,
    (_CTRL | Qt.Key.Key_I).toCombined(): italic,
    (_CTRL | _ALT | Qt.Key.Key_1).toCombined(): partial(make, "##"),
    (_CTRL | _ALT | Qt.Key.Key_2).toCombined(): partial(make, "###"),
    (_CTRL | _ALT | Qt.Key.Key_0).toCombined(): partial(make, ""),
    (_CTRL | _SHIFT | Qt.Key.Key_7).toCombined(): partial(make, "1."),
    (_CTRL | _SHIFT | Qt.Key.Key_8).toCombined(): partial(make, "-"),
    (_CTRL | _SHIFT | Qt.Key.Key_9).toCombined(): partial(make, ">"),
    (_CTRL | Qt.Key.Key_BracketRight).toCombined(): partial(nest, 1),
    (_CTRL | Qt.Key.Key_BracketLeft).toCombined(): partial(nest, -1),
    Qt.Key.Key_Return.value: _enter,
    Qt.Key.Key_Enter.value: _enter,
    (_SHIFT | Qt.Key.Key_Return).toCombined(): _paragraph,
    Qt.Key.Key_Backspace.value: _backspace,
    Qt.Key.Key_Space.value: _space,
}
