"""Which look the computer itself is in, for who lets the program follow it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QStyleHints

from werkboek_desktop.ui.theme.tokens import Look

SYSTEM = "system"


def look_of(chosen: str) -> Look:
    """The look that a person chose, or the computer's own."""
    return _of_the_computer(QGuiApplication.styleHints()) if chosen == SYSTEM else Look(chosen)


def _of_the_computer(hints: QStyleHints) -> Look:
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Look.CONTRAST
    return Look.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Look.LIGHT
