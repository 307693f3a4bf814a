"""The ways to what is exchanged with colleagues, for keys and Ctrl+K."""

from werkboek_desktop.ui.pages.packages.tabs import RECEIVED
from werkboek_desktop.ui.shell.part import Part
from werkboek_desktop.ui.shell.rail import PACKAGES
from werkboek_desktop.ui.words import tr


class Exchange(Part):
    """The page of bundles, at one of its sides."""

    def swap(self) -> None:
        """The form to exchange by a stick."""
        self._navigation.go(PACKAGES)
        self._navigation.packages.show_stick()

    def show_asking(self) -> None:
        """What is missing and what somebody wants erased; where there is nothing of it, that is said."""
        self.show(RECEIVED)
        self._session.beside.look_up(self._asks, self._tell)

    def _asks(self) -> bool:
        return bool(self._session.workspace.missing() or self._session.workspace.erases())

    def _tell(self, asks: bool) -> None:
        if not asks:
            self._window.status.say(tr("Er mist geen pakket, en niemand wil iets wissen."))

    def show(self, side: str) -> None:
        """One of the lists, with what it asks in front."""
        self._navigation.go(PACKAGES)
        self._navigation.packages.show_side(side)
        self._navigation.packages.sides.show_home()
