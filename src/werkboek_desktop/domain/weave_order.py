"""The one order of all tokens ever written to a field, whatever the order in which changes arrive."""

from collections.abc import Iterator, Sequence

from werkboek_desktop.domain.ids import ChangeId

START = -1
_PLACES = 32
_STEP = 1 << 64

type Rank = tuple[int, ChangeId]
"""(minus depth, id) of a change: of what two changes hung behind one token, the lowest rank stands first."""


def token_of(writer: int, place: int) -> int:
    """A token as a number: the index of its writer and its place among the tokens of the writer's value."""
    return writer << _PLACES | place


def writer_of(token: int) -> int:
    """The index of the change that wrote a token."""
    return token >> _PLACES


def place_of(token: int) -> int:
    """The place of a token among those of its writer's value."""
    return token & (1 << _PLACES) - 1


class Order:
    """A tree, kept as a linked list: each token hangs behind the one on its left, siblings by rank.

    `label` gives each token a number that rises along the list; all numbers change when it gets crowded.
    """

    def __init__(self) -> None:
        self.label = {START: 0}
        self._next: dict[int, int | None] = {START: None}
        self._ranks: list[Rank] = []

    def __iter__(self) -> Iterator[int]:
        token = self._next[START]
        while token is not None:
            yield token
            token = self._next[token]

    def add_writer(self, rank: Rank) -> None:
        """Makes the next writer known; writers count from 0 and come after those they build on."""
        self._ranks.append(rank)

    def insert(self, left: int, run: Sequence[int]) -> None:
        """Hangs new tokens of one writer behind `left`, each behind the one before it."""
        rank = self._ranks[writer_of(run[0])]
        right = self._next[left]
        # All that hangs below a sibling ranks no higher than it; all that follows the siblings ranks higher.
        while right is not None and self._ranks[writer_of(right)] < rank:
            left, right = right, self._next[right]
        start = self.label[left]
        step = _STEP if right is None else (self.label[right] - start) // (len(run) + 1)
        for i, token in enumerate(run, 1):
            self.label[token] = start + i * step
            self._next[left] = token
            left = token
        self._next[left] = right
        if not step:
            self.label = {token: i * _STEP for i, token in enumerate((START, *self))}
