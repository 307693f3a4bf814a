"""Which discussions the panel shows."""

from collections.abc import Sequence
from enum import Enum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from werkboek_desktop.ui.widgets.basic import button
from werkboek_desktop.ui.widgets.flow import Flow
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace.comments import Discussion


class Which(Enum):
    """One at a time; what one began oneself is as open as what others began."""

    OPEN = "Open"
    MINE = "Van mij"
    OTHERS = "Van anderen"
    DONE = "Klaar"

    def fits(self, each: Discussion, me: str) -> bool:
        """Whether a discussion is one of these, for who is called so."""
        if self in {Which.MINE, Which.OTHERS}:
            return not each.done and (each.said[0].by == me) == (self is Which.MINE)
        return each.done == (self is Which.DONE)


class Choosing(QWidget):
    """A pill for each, with how many there are; none where there is nothing to choose between."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.which = Which.OPEN
        self.pills: dict[Which, QPushButton] = {}
        flow = Flow(self, gap=7)
        for each in Which:
            self.pills[each] = made = button("", partial(self._ask, each), "pill")
            made.setCheckable(True)
            flow.addWidget(made)

    def show_counts(self, found: Sequence[Discussion], me: str) -> None:
        """How many there are of each."""
        for each, pill in self.pills.items():
            number = sum(each.fits(one, me) for one in found)
            pill.setText(f"{tr(each.value)} {number}")
            pill.setChecked(each is self.which)
        self.setVisible(bool(found))

    def bring(self, at: Discussion, me: str) -> None:
        """So that this one is among them."""
        if not self.which.fits(at, me):
            self.which = Which.DONE if at.done else Which.OPEN

    def _ask(self, which: Which) -> None:
        self.which = which
        self.chosen.emit()
