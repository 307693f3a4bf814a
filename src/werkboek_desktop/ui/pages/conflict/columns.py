"""How versions stand round one's own text."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from werkboek_desktop.ui.pages.conflict.cards import BeginningCard, ProposalCard, VersionCard
from werkboek_desktop.ui.pages.conflict.own import OwnText
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import clear, column, page, row
from werkboek_desktop.ui.widgets.fitted import way

GAP = 12


class Columns:
    """Where it began, below that one's own text with half of the versions at either side, and at the foot a proposal.

    Where there is no room one's own text is the first, and all else stands under it. Each column keeps its width
    while it is empty still, so that what stands in another is laid out once.
    """

    def __init__(self) -> None:
        self._beside = row(gap=14)
        self.layout = column(self._beside, gap=GAP)
        self.foot = column()
        self.cards: list[VersionCard] = []
        self.beginning = BeginningCard()
        self._own: tuple[OwnText, ProposalCard] | None = None
        self._half = 0
        self._sides = column(), column()
        self._columns: tuple[QWidget, ...] = ()

    def begin(self, own: OwnText, proposal: ProposalCard, versions: int, *, narrow: bool) -> None:
        """Makes room for so many versions."""
        self.empty()
        self.beginning, self._own = BeginningCard(), (own, proposal)
        self._half = (versions + 1) // 2
        self._sides = column(gap=GAP), column(gap=GAP)
        left, right = (page("", side) for side in self._sides)
        self._columns = left, page("", column(own, 0)), right
        self.arrange(narrow=narrow)

    def add(self, card: VersionCard) -> None:
        """The next version."""
        self._sides[len(self.cards) >= self._half].addWidget(card)
        self.cards.append(card)

    def empty(self) -> None:
        """Throws all of it away."""
        for layout in (self.layout, self.foot):
            clear(layout)
        self._beside = row(gap=14)
        self.layout.addLayout(self._beside)
        self.cards, self._own, self._columns = [], None, ()

    def arrange(self, *, narrow: bool) -> None:
        """Beside each other, or under each other."""
        if self._own is None:
            return
        (left, own, right), (_text, proposal) = self._columns, self._own
        self._beside.setDirection(way(narrow=narrow))
        edge, under = theme().space(28), theme().space(0 if narrow else 8)
        self.foot.setContentsMargins(edge, 0, edge, under)
        for part in (self.beginning, proposal):
            part.fit(narrow=narrow)
        if narrow:
            boxes: Sequence[tuple[QWidget, int]] = [(each, 0) for each in (own, proposal, self.beginning, left, right)]
        else:
            boxes = ((left, 5), (own, 8), (right, 5))
            self.layout.insertWidget(0, self.beginning)
            self.foot.addWidget(proposal)
        for box, share in boxes:
            self._beside.removeWidget(box)
            self._beside.addWidget(box, share)

    def boxes(self, *, narrow: bool) -> Sequence[QWidget]:
        """All of them, as one reads."""
        own, proposal = self._own[:1] if self._own else (), self._own[1:] if self._own else ()
        if narrow:
            return (*own, *proposal, *self.cards)
        return (*self.cards[: self._half], *own, *self.cards[self._half :], *proposal)
