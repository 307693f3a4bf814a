"""Finding something by its name while somebody types it. Fast enough for ten thousand names at every key press."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from typing import NamedTuple

from werkboek_desktop.domain.text import fold

ARTICLES = (" de", " het", " een", " t")


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
        self._folded = [_line(each.name) for each in self._names]
        others = (_line(" ".join((*each.others, each.where))) for each in self._names)
        self._lines = [f"\n{name}{other}" for name, other in zip(self._folded, others, strict=True)]
        self._starts = [0, *accumulate(map(len, self._lines))]
        self._text = "".join(self._lines)

    def first(self, limit: int) -> list[Name]:
        """The first of all: what there is before anything was typed."""
        return list(self._names[:limit])

    def find(self, query: str, limit: int) -> list[Name]:
        """What has every word of a query: first names that begin so, with their article or after it, then those
        of which words do, then the rest."""
        words = fold(query).split()
        found: dict[int, None] = {}
        if words and all(word in self._text for word in words):
            for tier in self._tiers(words):
                for at in islice((each for each in tier if each not in found), limit - len(found)):
                    found[at] = None
        return [self._names[at] for at in found]

    def _tiers(self, words: list[str]) -> Iterator[Iterator[int]]:
        begins = [f" {word}" for word in words]
        rare = max(words, key=len)
        phrase = f" {' '.join(words)}"
        starts = (phrase, *(article + phrase for article in ARTICLES))
        yield (at for at in self._with(phrase) if self._folded[at].startswith(starts))
        yield (at for at in self._with(f" {rare}") if _has(self._folded[at], begins))
        yield (at for at in self._with(f" {rare}") if _has(self._lines[at], begins))
        yield (at for at in self._with(rare) if _has(self._lines[at], words))

    def _with(self, text: str) -> Iterator[int]:
        """Which lines have a text; one search in all of them together is what makes it fast."""
        place = self._text.find(text)
        while place >= 0:
            at = bisect_right(self._starts, place) - 1
            yield at
            place = self._text.find(text, self._starts[at + 1])


def _line(text: str) -> str:
    return "".join(f" {word}" for word in fold(text).split())


def _has(text: str, parts: list[str]) -> bool:
    return all(part in text for part in parts)
