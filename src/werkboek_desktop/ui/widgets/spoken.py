"""What a screen reader hears where nothing gets the keyboard."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(about: QWidget, text: str) -> None:
    """Says a sentence; nobody's keyboard moves."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, text))
