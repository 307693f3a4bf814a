"""Keys as they stand on the keyboard beside what they do, and keys that a part of a window hears."""

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from werkboek_desktop.ui.widgets.basic import label, row

NAMES = {
    "PgUp": "PageUp",
    "PgDown": "PageDown",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "Del": "Delete",
    "Return": "Enter",
    "Space": "Spatie",
}


def hears(part: QWidget, act: Callable[[], object] | SignalInstance, *keys: str, repeats: bool = True) -> None:
    """Each of these keys does it while the keyboard is in this part of the window. `Enter` is on both its places.

    A key that is held down does it again and again, if it `repeats`.
    """
    for each in keys:
        for place in (each, each.replace("Enter", "Return")) if "Enter" in each else (each,):
            shortcut = QShortcut(QKeySequence(place), part)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(repeats)
            shortcut.activated.connect(act)


def key_cap(key: str) -> QLabel:
    """One key."""
    made = label(key, "caption")
    made.setProperty("cap", "true")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def key_names(keys: str) -> list[str]:
    """The keys of a combination, joined by +, as they are called on a Dutch keyboard."""
    return [NAMES.get(key) or key for key in re.split(r"(?<!\+)\+", keys)]


def key_caps(keys: str) -> QHBoxLayout:
    """The keys of a combination beside each other."""
    return row(*map(key_cap, key_names(keys)), gap=4)


def key_hint(keys: str, does: str) -> QHBoxLayout:
    """Keys and what they do."""
    return row(*map(key_cap, key_names(keys)), label(does, "caption", "text2"), gap=5)
