"""All acts on one field and what stands in each change: the ground on which heads are merged."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.weave_order import Order, place_of

_VIEWS = 256


class View(NamedTuple):
    """What stands in a change: tokens and their texts. `known` has a bit for each change of its history."""

    change: int
    known: int
    tokens: Sequence[int]
    texts: Sequence[str]


class Act(NamedTuple):
    """What a change wrote (by the token on the left), what it removed, and what it decided to keep."""

    runs: Mapping[int, Sequence[int]]
    removed: Collection[int]
    decided: Collection[int]

    def written(self) -> Iterator[int]:
        """Every new token."""
        return chain.from_iterable(self.runs.values())


class History:
    """Numbers changes as they arrive; nothing that is shown depends on these numbers."""

    def __init__(self) -> None:
        self.order = Order()
        self.ids: list[ChangeId] = []
        self.known: list[int] = []
        self.acts: list[Act] = []
        self.touched: list[tuple[int, ...]] = []
        self.text: dict[int, str] = {}
        self._views: dict[int, View] = {}

    def append(self, change: ChangeId, depth: int, act: Act, view: View) -> None:
        """Adds the next change; all that it builds on is here."""
        self.ids.append(change)
        self.known.append(view.known)
        self.acts.append(act)
        self.touched.append((*act.written(), *act.removed, *act.decided))
        self.order.add_writer((-depth, change))
        for left, run in act.runs.items():
            self.order.insert(left, run)
        for token in act.written():
            self.text[token] = view.texts[place_of(token)]
        self._keep(view)

    def view(self, change: int) -> View:
        """What stands in a change; quick for the changes that were used lately."""
        view = self._views.pop(change, None) or self._rebuilt(change)
        self._keep(view)
        return view

    def knows(self, later: int, earlier: int) -> bool:
        """Whether a change is in another's history, or is it."""
        return bool(self.known[later] >> earlier & 1)

    def _keep(self, view: View) -> None:
        self._views[view.change] = view
        if len(self._views) > _VIEWS:
            del self._views[next(iter(self._views))]

    def _rebuilt(self, change: int) -> View:
        acts = [self.acts[i] for i in bits(self.known[change])]
        standing = {token for act in acts for token in act.written()}
        standing.difference_update(*(act.removed for act in acts))
        tokens = sorted(standing, key=self.order.label.__getitem__)
        return View(change, self.known[change], tokens, [self.text[token] for token in tokens])


def bits(mask: int) -> Iterator[int]:
    """The places of the ones in a mask, rising."""
    low = (mask & -mask).bit_length() - 1 if mask else 0
    return (low + i for i, bit in enumerate(bin(mask >> low)[:1:-1]) if bit == "1")
