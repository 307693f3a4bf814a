"""Finding something by its name while somebody types it. Fast enough for ten thousand names at every key press."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from werkboek_desktop.domain.text import fold


class Name(NamedTuple):
    """Something that is found by its name, or by one of its other names, such as the place it is in."""

    id: str
    kind: str
    name: str
    where: str = ""
    others: tuple[str, ...] = ()


class Names:
    """Names in the order in which they are shown when a query says no more about it."""

    def __init__(self, names: Iterable[Name] = ()) -> None:
        self._names = tuple(names)
        self._folded = [f" {fold(each.name)}" for each in self._names]
        others = (" ".join((*each.others, each.where)) for each in self._names)
        self._all = [f"{name} {fold(other)}" for name, other in zip(self._folded, others, strict=True)]

    def first(self, limit: int) -> list[Name]:
        """The first of all."""
        return list(self._names[:limit])

    def find(self, query: str, limit: int) -> list[Name]:
        """What has every word of a query: first names that begin so, then those of which words do, then the rest."""
        words = fold(query).split()
        found: dict[int, None] = {}
        for tier in self._tiers(words) if words else ():
            for at in islice((each for each in tier if each not in found), limit - len(found)):
                found[at] = None
        return [self._names[at] for at in found]

    def _tiers(self, words: list[str]) -> Iterator[Iterator[int]]:
        begins = [f" {word}" for word in words]
        phrase = f" {' '.join(words)}"
        yield _where(self._folded, lambda name: name.startswith(phrase))
        yield _where(self._folded, lambda name: all(begin in name for begin in begins))
        yield _where(self._all, lambda name: all(begin in name for begin in begins))
        yield _where(self._all, lambda name: all(word in name for word in words))


def _where(texts: list[str], holds: Callable[[str], bool]) -> Iterator[int]:
    return (at for at, text in enumerate(texts) if holds(text))
