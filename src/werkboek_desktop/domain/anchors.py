"""Where a remark about a sentence stands now: an anchor is the change that wrote the sentence, and its place there.

It holds no words, so an erase that takes the sentence takes what is known of it along.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from werkboek_desktop.domain.history import FieldHistory
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.tokens import is_sentence, is_telling, tokenize
from werkboek_desktop.domain.view import Status
from werkboek_desktop.domain.weave_order import place_of, writer_of


class How(StrEnum):
    """What became of a sentence."""

    STANDS = "stands"
    MOVED = "moved"
    REWRITTEN = "rewritten"
    GONE = "gone"


class Spot(NamedTuple):
    """A token of what a field shows. `head`: in which version; empty where there is one text."""

    token: int
    head: ChangeId = ""


class Found(NamedTuple):
    """What became of a sentence, where that stands, in reading order, and the words that it had, if they are known."""

    how: How
    spots: tuple[Spot, ...] = ()
    words: str = ""


LOST = Found(How.GONE)
"""Nothing is known of it: it is not here, or it was erased."""


class Anchors:
    """One text, in which remarks are anchored and looked up."""

    def __init__(self, history: FieldHistory) -> None:
        self._weave = history.weave()
        self._acts = self._weave.acts
        view = history.view() if history.entries else None
        self.texts: Mapping[ChangeId, str] = {}
        """What is shown: by version, or one text under an empty id."""
        if view and view.status is Status.CONFLICT:
            heads = {head: variant.value for variant in view.variants for head in variant.changes}
            self.texts = {head: str(value or "") for head, value in heads.items()}
        elif view:
            self.texts = {"": str(view.value or "")}
        standing = {head: self._weave.standing([head] if head else history.heads) for head in self.texts}
        self._at = {Spot(i, head): ids for head, tokens in standing.items() for i, ids in enumerate(tokens)}

    def sentences(self) -> Iterator[tuple[Spot, str]]:
        """Every sentence that is shown, in reading order."""
        for head, text in self.texts.items():
            yield from ((Spot(i, head), token) for i, token in enumerate(tokenize(text)) if is_sentence(token))

    def anchor(self, spot: Spot) -> str:
        """What to remember of a sentence that is shown; empty where there is none."""
        names = (f"{self._acts.ids[writer_of(token)]}:{place_of(token)}" for token in self._at.get(spot, ()))
        return min(names, default="")

    def locate(self, anchor: str) -> Found:
        """Where the sentence stands now, or what was written in its place."""
        token = self._token(anchor)
        if token is None:
            return LOST
        words = self._acts.text[token]
        if token in self._spots:
            return Found(How.STANDS, tuple(self._spots[token]), words)
        if same := self._same(token):
            return Found(How.MOVED, self._places(same), words)
        instead = self._places(self._instead(token))
        return Found(How.REWRITTEN if instead else How.GONE, instead, words)

    def _token(self, anchor: str) -> int | None:
        change, _, place = anchor.partition(":")
        view = self._weave.view(change)
        number = int(place) if place.isascii() and place.isdecimal() and len(place) < 9 else -1
        found = view.tokens[number] if view and 0 <= number < len(view.tokens) else None
        return found if found is not None and is_sentence(self._acts.text[found]) else None

    @cached_property
    def _spots(self) -> Mapping[int, Sequence[Spot]]:
        spots: dict[int, list[Spot]] = defaultdict(list)
        for spot, tokens in self._at.items():
            for token in tokens:
                spots[token].append(spot)
        return dict(spots)

    @cached_property
    def _removers(self) -> Mapping[int, Sequence[int]]:
        removers: dict[int, list[int]] = defaultdict(list)
        for change, act in enumerate(self._acts.acts):
            for token in act.removed:
                removers[token].append(change)
        return removers

    @cached_property
    def _by_text(self) -> Mapping[str, Sequence[int]]:
        tokens: dict[str, list[int]] = defaultdict(list)
        for token, text in self._acts.text.items():
            tokens[text].append(token)
        return tokens

    def _same(self, token: int) -> list[int]:
        """The same words where they stand now: as who took them away here wrote them, else as anybody did.

        Short sentences stand in a text more than once and are not each other.
        """
        shown = [other for other in self._alike(token) if other in self._spots]
        return [other for other in shown if self._came_after(other, token)] or (
            shown if is_telling(self._acts.text[token]) else []
        )

    def _alike(self, token: int) -> Sequence[int]:
        return self._by_text[self._acts.text[token]]

    def _came_after(self, other: int, token: int) -> bool:
        """Whether a token was written by somebody who knew that the first one was taken away."""
        return any(self._acts.knows(writer_of(other), remover) for remover in self._removers.get(token, ()))

    def _instead(self, start: int) -> set[int]:
        """What was written in place of a sentence, and of that again, as far as it stands now."""
        found: set[int] = set()
        met, todo = {start}, [start]
        while todo:
            token = todo.pop()
            after = {other for remover in self._removers.get(token, ()) for other in self._replaced(token, remover)}
            after.update(other for other in self._alike(token) if self._came_after(other, token))
            found |= after & self._spots.keys()
            todo += after - met - self._spots.keys()
            met |= after
        return found

    def _replaced(self, token: int, remover: int) -> list[int]:
        """What a change wrote where it took a sentence away: the one at its place, where it wrote one for each."""
        label = self._acts.order.label
        kept = [other for other in self._acts.view(remover).tokens if writer_of(other) != remover]
        left = max((label[other] for other in kept if label[other] < label[token]), default=-1)
        right = min((label[other] for other in kept if label[other] > label[token]), default=None)

        def here(tokens: Iterable[int]) -> list[int]:
            between = (each for each in tokens if left < label[each] and (right is None or label[each] < right))
            return sorted((each for each in between if is_sentence(self._acts.text[each])), key=label.__getitem__)

        act = self._acts.acts[remover]
        old, new = here(act.removed), here(act.written())
        return [new[old.index(token)]] if len(old) == len(new) else new

    def _places(self, tokens: Iterable[int]) -> tuple[Spot, ...]:
        wanted = set(tokens)
        return tuple(spot for spot, standing in self._at.items() if wanted.intersection(standing))
