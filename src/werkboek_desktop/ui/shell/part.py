"""What every part of a window knows that does one thing for the person in it."""

from PySide6.QtCore import QObject

from werkboek_desktop.ui.shell.navigation import Navigation


class Part(QObject):
    """The window, the project that is open in it, and the ways from page to page."""

    def __init__(self, navigation: Navigation) -> None:
        super().__init__(navigation.window)
        self._navigation = navigation
        self._window = navigation.window
        self._session = navigation.session
        self._jobs = navigation.jobs
