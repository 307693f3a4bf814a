"""What stands under each other on the page of the whole book, and about how high each of it is. Without Qt: a worker
makes it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, islice
from math import ceil
from typing import NamedTuple

from werkboek_desktop.checkpoint import checked
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.readthrough import Part, Passage, chosen

CASE = "case"
HIGHEST = 16_000_000
"""Pixels that Qt lets a widget be high; what does not fit is for who chooses a chapter."""

type Key = tuple[RecordId, str, int]
"""A text, or with an empty field a heading; how many of the same heading stand above it."""
type Name = tuple[str, int]
"""Of a part, and at which level that stands."""

NOWHERE: Key = ("", "", -1)


class Wanted(NamedTuple):
    """What somebody wants to read: a chapter, a status, and whether they only read."""

    chapter: RecordId = ""
    status: str = ""
    only_read: bool = False


class Scale(NamedTuple):
    """In pixels: how wide a line is, how wide a letter of it is, how high it is, and what stands around a text."""

    width: int
    letter: float
    line: int
    around: int
    heading: int

    def height(self, passage: Passage | None) -> int:
        """About how high a text is, or a heading."""
        if passage is None:
            return self.heading
        across = max(1, int(self.width / self.letter))
        lines = sum(ceil(len(line) / across) or 1 for line in passage.value.split("\n"))
        return lines * self.line + self.around


class Sheet:
    """Headings and texts from top to bottom. A height is as estimated until it was measured."""

    def __init__(self, parts: Sequence[Part], scale: Scale) -> None:
        self.parts = parts
        self.names: list[Name] = [(part.title, part.level) for part in parts]
        self.keys: list[Key] = []
        self.starts: list[int] = []
        """At which block each part begins."""
        seen: dict[RecordId, int] = {}
        for part in checked(parts):
            self.starts.append(len(self.keys))
            seen[part.record] = seen.get(part.record, -1) + 1
            self.keys.append((part.record, "", seen[part.record]))
            self.keys += [(passage.record, passage.field, 0) for passage in part.passages]
        self.places = {key: at for at, key in enumerate(self.keys)}
        self.heights: list[int] = []
        self.estimate(scale)

    def estimate(self, scale: Scale) -> None:
        """As high as it is at another width, about."""
        self.heights = [scale.height(each) for part in checked(self.parts) for each in (None, *part.passages)]
        self.add_up()

    def add_up(self) -> None:
        """Where each begins, now that some are known to be higher or lower."""
        self.tops = [0, *accumulate(self.heights)]
        self.whole = min(self.tops[-1], HIGHEST)

    def learn(self, heights: dict[Key, int]) -> None:
        """What was measured before."""
        for key, height in heights.items():
            at = self.places.get(key)
            if at is not None:
                self.heights[at] = height
        self.add_up()

    def at(self, y: int) -> int:
        """Which block stands at a height."""
        return max(0, min(bisect_right(self.tops, y) - 1, len(self.keys) - 1))

    def part_at(self, at: int) -> int:
        """The part that a block belongs to."""
        return bisect_right(self.starts, at) - 1

    def passage_at(self, at: int) -> Passage | None:
        """The text of a block; None of a heading."""
        part = self.part_at(at)
        nth = at - self.starts[part]
        return self.parts[part].passages[nth - 1] if nth else None

    def _above(self, part: int) -> list[Part]:
        """The chapter that a case stands below, if it does."""
        level = self.parts[part].level
        return [each for each in reversed(self.parts[:part]) if each.level < level][:1]

    def path(self, at: int, *, whole: bool) -> list[str]:
        """The names that lead to a block: of what it stands in and the text, and first the chapter if `whole`."""
        part, passage = self.part_at(at), self.passage_at(at)
        named = [each.title for each in (*(self._above(part) if whole else ()), self.parts[part])]
        return [*named, passage.label] if passage else named

    def beyond(self, at: int, by: int) -> int | None:
        """The part so many cases further or back than a block; where there is no case at all, chapters."""
        here = self.part_at(at)
        told = [number for number, part in enumerate(self.parts) if part.passages and part.kind == CASE]
        ways = told or range(len(self.parts))
        beyond = [number for number in ways if (number > here if by > 0 else number < here)]
        return beyond[min(by, len(beyond)) - 1 if by > 0 else max(by, -len(beyond))] if beyond else None

    def found_in(self, other: "Sheet", key: Key) -> Key:
        """Where one is in another sheet: at the same block, else at what came after it, else at the beginning."""
        at = self.places.get(key, 0)
        later = self.part_at(at) + 1
        beside = islice(self.keys, at, self.starts[later] if later < len(self.starts) else None)
        heads = (self.keys[start] for start in self.starts[later:])  # a text stands nowhere without its heading
        return next((each for each in chain((key,), beside, heads, other.keys) if each in other.places), key)

    @property
    def is_cut(self) -> bool:
        """Whether there is more than fits."""
        return self.tops[-1] > HIGHEST


def sheet(parts: Iterable[Part], wanted: Wanted, scale: Scale) -> Sheet:
    """What somebody wants to read of the book; who only reads sees nothing of what is empty."""
    shown = chosen(parts, wanted.chapter, wanted.status)
    if wanted.only_read:
        shown = [_written(part) for part in checked(shown)]
    return Sheet(shown, scale)


def _written(part: Part) -> Part:
    passages = tuple(each for each in part.passages if each.value.strip())
    return Part(part.record, part.kind, part.title, part.level, part.status, part.told_in, passages)
