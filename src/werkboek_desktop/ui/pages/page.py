"""What every page of the window is: it comes, it goes, and it leads on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.widgets.fitted import Fitted


class Page(Fitted):
    """A page beside the rail. The dynamic property "wide": it needs the whole width; "alone": the rail goes."""

    go = Signal(str, str)
    """To a record, and to a field of it unless that is empty."""
    went = Signal(str)
    """To a destination of the rail."""

    def arrive(self) -> None:
        """It is shown from now on: it reads what it needs."""

    def refresh(self, records: frozenset[RecordId]) -> None:
        """These records changed while it is shown."""

    def leave(self) -> None:
        """Seals whatever is being typed."""

    def regions(self) -> Sequence[QWidget]:
        """The parts that F6 goes to, in reading order."""
        return (self,)

    def search(self) -> bool:
        """Puts the keyboard where one looks for something on this page; whether there is such a place."""
        return False

    def step(self, by: int) -> None:
        """To the next of what it goes through, or the one before."""

    def turn(self, by: int) -> None:
        """To the next part of what it shows, or the one before."""

    def place(self) -> object:
        """What it needs to show the same again after the window was made anew."""

    def return_to(self, place: object) -> None:
        """Shows what `place` of an earlier page of this kind was about."""
