"""Places that ask for a person, one after another over the whole project."""

from collections.abc import Sequence

from werkboek_desktop.ui.drafts import Place


class Round:
    """Goes round places in the order in which they stood when one was visited: what is done there leaves a gap."""

    def __init__(self) -> None:
        self._order: list[Place] = []
        self._at = 0

    def visit(self, place: Place, there: Sequence[Place]) -> None:
        """One is at this place now."""
        self._order = list(there)
        self._at = self._order.index(place) if place in self._order else 0

    def count(self) -> tuple[int, int]:
        """Which one this is, and of how many."""
        return self._at + 1, max(len(self._order), 1)

    def beside(self, there: Sequence[Place], by: int = 1) -> Place | None:
        """The next of those that are there still, or the one before; None: there is none left."""
        size = len(self._order)
        ring = (self._order[(self._at + by * turn) % size] for turn in range(1, size))
        return next((place for place in ring if place in there), next(iter(there), None))
