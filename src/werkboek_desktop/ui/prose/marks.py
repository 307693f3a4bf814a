"""Marks in a text: what a layer finds in the text of one paragraph, so that a mark moves along with its words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import NamedTuple


class Layer(Enum):
    """What marks are about, in the order in which one hides another."""

    LONG = "long"
    CHANGED = "changed"
    MERGED = "merged"
    COMMENT = "comment"
    PRIVACY = "privacy"
    FOUND = "found"
    SPELLING = "spelling"


class Mark(NamedTuple):
    """From `start` to `end` in the text of a paragraph. `tip`: what there is to say of it."""

    start: int
    end: int
    tip: str = ""


type Finder = Callable[[str], Iterable[Mark]]
"""The marks in the text of one paragraph."""


def in_sentences(tips: Mapping[str, str]) -> Finder:
    """Marks these sentences, as they are shown, wherever they stand."""

    def find(text: str) -> Iterator[Mark]:
        for sentence, tip in tips.items():
            at = text.find(sentence)
            while at >= 0:
                yield Mark(at, at + len(sentence), tip)
                at = text.find(sentence, at + len(sentence))

    return find
