"""The keys of undo while typing: first they are about what was typed here, and after that about the whole project."""

from typing import Protocol

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

UNDO = "Ctrl+Z"
REDO = "Ctrl+Shift+Z"
REDO_TOO = "Ctrl+Y"


class Typing(Protocol):
    """An input that remembers what was typed in it since it showed something else."""

    def can_undo(self) -> bool:
        """Whether something of that can be taken back."""

    def can_redo(self) -> bool:
        """Whether something that was taken back can come again."""

    def undo(self) -> None:
        """Takes back what was typed last."""

    def redo(self) -> None:
        """Types it again."""


def is_undo_key(event: QEvent, here: Typing) -> bool:
    """Whether it is one of these keys. Then it is done with: used here, or left to the window."""
    if not isinstance(event, QKeyEvent) or event.type() not in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
        return False
    pressed = QKeySequence(event.keyCombination())
    if pressed == QKeySequence(UNDO):
        can, act = here.can_undo(), here.undo
    elif pressed in {QKeySequence(REDO), QKeySequence(REDO_TOO)}:
        can, act = here.can_redo(), here.redo
    else:
        return False
    event.setAccepted(can)
    if can and event.type() == QEvent.Type.KeyPress:
        act()
    return True
