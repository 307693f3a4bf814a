"""All acts on one field and what stands in each change: the ground on which heads are merged."""

from collections.abc import Iterator, Mapping, Sequence
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


class Deed(NamedTuple):
    """An act in numbers. `runs` has the new tokens by the token on their left."""

    runs: Mapping[int, Sequence[int]]
    removed: Sequence[int]
    decided: Sequence[int]

    def written(self) -> Iterator[int]:
        """Every new token."""
        return chain.from_iterable(self.runs.values())


class History:
    """Numbers changes as they arrive; nothing that is shown depends on these numbers."""

    def __init__(self) -> None:
        self.order = Order()
        self.ids: list[ChangeId] = []
        self.known: list[int] = []
        self.deeds: list[Deed] = []
        self.touched: list[tuple[int, ...]] = []
        self.text: dict[int, str] = {}
        self._views: dict[int, View] = {}

    def append(self, change: ChangeId, depth: int, deed: Deed, view: View) -> None:
        """Adds the next change; all that it builds on is here."""
        self.ids.append(change)
        self.known.append(view.known)
        self.deeds.append(deed)
        self.touched.append((*deed.written(), *deed.removed, *deed.decided))
        self.order.add_writer((-depth, change))
        for left, run in deed.runs.items():
            self.order.insert(left, run)
        for token in deed.written():
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
        deeds = [self.deeds[i] for i in bits(self.known[change])]
        standing = {token for deed in deeds for token in deed.written()}
        standing.difference_update(*(deed.removed for deed in deeds))
        tokens = sorted(standing, key=self.order.label.__getitem__)
        return View(change, self.known[change], tokens, [self.text[token] for token in tokens])


def bits(mask: int) -> Iterator[int]:
    """The places of the ones in a mask, rising."""
    low = (mask & -mask).bit_length() - 1 if mask else 0
    return (low + i for i, bit in enumerate(bin(mask >> low)[:1:-1]) if bit == "1")
