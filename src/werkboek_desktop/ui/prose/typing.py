"""Typographic signs as one types. The first undo gives back exactly what was typed."""

from collections.abc import Callable

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from werkboek_desktop.domain.typography import Habit, better
from werkboek_desktop.settings import Settings
from werkboek_desktop.ui.prose.document import points

_LOOKED_AT = 8
"""Letters before the cursor that decide."""


def wanted(habit: Habit, settings: Settings) -> bool:
    """Whether somebody has this habit."""
    return {
        Habit.QUOTES: settings.typed_quotes,
        Habit.DASHES: settings.typed_dashes,
        Habit.DOTS: settings.typed_dots,
    }[habit]


def typeset(text: QTextEdit, typed: str, settings: Callable[[], Settings]) -> None:
    """Makes the sign of what was typed just now, where there is a better one."""
    cursor = text.textCursor()
    paragraph = cursor.block().text()
    end = points(paragraph, cursor.positionInBlock())
    before = paragraph[max(0, end - _LOOKED_AT) : end]
    if not typed or not before.endswith(typed):
        return
    found = better(before)
    if found is None or not wanted(found.habit, settings()):
        return
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, found.letters)
    cursor.insertText(found.text)
    cursor.endEditBlock()
    text.setTextCursor(cursor)
