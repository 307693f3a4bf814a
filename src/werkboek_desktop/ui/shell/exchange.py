"""The ways to what is exchanged with colleagues, for keys and Ctrl+K."""

from werkboek_desktop.ui.shell.part import Part
from werkboek_desktop.ui.shell.rail import PACKAGES


class Exchange(Part):
    """The page of bundles, at one of its sides."""

    def swap(self) -> None:
        """The form to exchange by a stick."""
        self._navigation.go(PACKAGES)
        self._navigation.packages.show_stick()

    def show(self, side: str) -> None:
        """One of the lists, with what it asks in front."""
        self._navigation.go(PACKAGES)
        self._navigation.packages.show_side(side)
        self._navigation.packages.sides.show_home()
