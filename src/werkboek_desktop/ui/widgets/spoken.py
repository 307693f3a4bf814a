"""What a screen reader hears where nothing gets the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def announce(about: QWidget, text: str) -> None:
    """Says a sentence; nobody's keyboard moves."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # before the first row nobody says anything

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, text))


class Painted(QLabel):
    """Something that paints itself: its accessible name is heard as the text that it stands for."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
