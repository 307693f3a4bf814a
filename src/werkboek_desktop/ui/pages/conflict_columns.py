"""How versions stand round one's own text."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from werkboek_desktop.ui.pages.conflict_cards import ProposalCard, VersionCard
from werkboek_desktop.ui.pages.conflict_own import OwnText
from werkboek_desktop.ui.widgets.basic import clear, column, page, row
from werkboek_desktop.ui.widgets.fitted import way


class Columns:
    """One's own text with half of the versions at either side; where there is no room, above them.

    Each column keeps its width while it is empty still, so that what stands in another is laid out once.
    """

    def __init__(self) -> None:
        self.layout = row(gap=14)
        self.cards: list[VersionCard] = []
        self._own: list[QWidget] = []
        self._half = 0
        self._sides = column(), column()
        self._columns: tuple[QWidget, ...] = ()

    def begin(self, own: OwnText, proposal: ProposalCard, versions: int, *, narrow: bool) -> None:
        """Makes room for so many versions."""
        self.empty()
        self._own = [own, proposal]
        self._half = (versions + 1) // 2
        self._sides = column(gap=12), column(gap=12)
        left, right = (page("", side) for side in self._sides)
        self._columns = left, page("", column(own, proposal, 0, gap=12)), right
        self.arrange(narrow=narrow)

    def add(self, card: VersionCard) -> None:
        """The next version."""
        self._sides[len(self.cards) >= self._half].addWidget(card)
        self.cards.append(card)

    def empty(self) -> None:
        """Throws all of it away."""
        clear(self.layout)
        self.cards, self._own, self._columns = [], [], ()

    def arrange(self, *, narrow: bool) -> None:
        """Beside each other, or under each other."""
        self.layout.setDirection(way(narrow=narrow))
        if self._columns:
            left, own, right = self._columns
            for box, share in ((own, 0), (left, 0), (right, 0)) if narrow else ((left, 5), (own, 8), (right, 5)):
                self.layout.removeWidget(box)
                self.layout.addWidget(box, share)

    def boxes(self, *, narrow: bool) -> Sequence[QWidget]:
        """All of them, as one reads."""
        before = 0 if narrow else self._half
        return (*self.cards[:before], *self._own, *self.cards[before:])
