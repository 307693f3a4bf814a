"""Keys as they stand on the keyboard, beside what they do."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy

from werkboek_desktop.ui.widgets.basic import label, row


def key_cap(key: str) -> QLabel:
    """One key."""
    made = label(key, "caption")
    made.setProperty("cap", "true")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def key_hint(keys: str, does: str) -> QHBoxLayout:
    """Keys, joined by + in `keys`, and what they do."""
    return row(*map(key_cap, keys.split("+")), label(does, "caption", "text2"), gap=5)
