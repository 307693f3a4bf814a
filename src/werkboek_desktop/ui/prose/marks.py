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


type Layered = tuple[Layer, Mark]


class KnownMarks:
    """What all layers find in the text of a paragraph. What was learned of one is found again while its layer holds."""

    def __init__(self) -> None:
        self._finders: dict[Layer, Finder] = {}
        self._learned: dict[Layer, dict[str, list[Mark]]] = {layer: {} for layer in Layer}
        self._asked: set[str] = set()

    def set_layer(self, layer: Layer, finder: Finder | None) -> bool:
        """What finds the marks of a layer from now on; False: there were none and there are none."""
        had = self._finders.pop(layer, None)
        if finder:
            self._finders[layer] = finder
        self._learned[layer].clear()
        return bool(had or finder)

    def of(self, layer: Layer, text: str) -> list[Mark]:
        """The marks of one layer."""
        if (learned := self._learned[layer].get(text)) is not None:
            return learned
        return list(self._finders[layer](text)) if layer in self._finders else []

    def find(self, text: str) -> list[Layered]:
        """The marks of all layers, in the order of these."""
        return [(layer, mark) for layer in Layer for mark in self.of(layer, text)]

    def learn(self, text: str) -> list[Layered]:
        """The same, and they are known from now on."""
        self._asked.add(text)
        for layer in self._finders:
            self._learned[layer][text] = self.of(layer, text)
        return self.find(text)

    def forget_old(self) -> None:
        """Only what was learned since the last time stays known."""
        for layer, learned in self._learned.items():
            self._learned[layer] = {text: marks for text, marks in learned.items() if text in self._asked}
        self._asked = set()


def in_sentences(tips: Mapping[str, str]) -> Finder:
    """Marks these sentences, as they are shown, wherever they stand."""

    def find(text: str) -> Iterator[Mark]:
        for sentence, tip in tips.items():
            at = text.find(sentence)
            while at >= 0:
                yield Mark(at, at + len(sentence), tip)
                at = text.find(sentence, at + len(sentence))

    return find
