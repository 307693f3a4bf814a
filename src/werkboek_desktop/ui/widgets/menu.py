"""A menu that opens where it was asked for, and is gone after it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from werkboek_desktop.ui.theme.icons import icon
from werkboek_desktop.ui.widgets.keys import key_names


class Entry(NamedTuple):
    """Something to choose; `keys` do the same without the menu."""

    icon: str
    text: str
    act: Callable[[], object]
    keys: str = ""


def pop_up(parent: QWidget, entries: Sequence[Entry], at: QPoint) -> None:
    """Opens it."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in entries:
        keys = "+".join(key_names(entry.keys)) if entry.keys else ""
        action = QAction(icon(entry.icon), "\t".join(filter(None, (entry.text, keys))), menu)
        action.triggered.connect(lambda _on=False, act=entry.act: act())
        menu.addAction(action)
    menu.popup(at)
