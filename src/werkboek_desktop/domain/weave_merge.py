"""Several heads as one text: regions between what stands in all heads, and which text wins each region."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import and_

from werkboek_desktop.domain.tokens import is_telling
from werkboek_desktop.domain.weave_history import History, View, bits
from werkboek_desktop.domain.weave_order import writer_of

type Texts = tuple[str, ...]


@dataclass(slots=True)
class Region:
    """What each head has between two fixed tokens. Without a winner it is a conflict.

    `telling` has the sentences that the guards look at: none where the heads agree. `acts` has, for what was done here
    and not all heads know, which heads do know it (a bit a head).
    """

    tokens: Sequence[Sequence[int]]
    texts: Sequence[Texts]
    telling: Collection[str]
    acts: set[int] = field(default_factory=set)
    winner: Texts | None = None

    def heads_without(self, text: str) -> int:
        """A bit for each head that lacks a sentence here."""
        return sum(1 << head for head, own in enumerate(self.texts) if text not in own)


@dataclass(frozen=True, slots=True)
class Merge:
    """`fixed` has the texts that stand in all heads; region i, where there is one, stands before fixed text i.

    `tokens` are those of `fixed`.
    """

    fixed: Sequence[str]
    regions: Mapping[int, Region]
    tokens: Sequence[int]

    def conflicts(self) -> list[Region]:
        """The regions that people must decide."""
        return [region for region in self.regions.values() if region.winner is None]

    def standing(self) -> Iterator[tuple[int, ...]]:
        """The tokens behind each token of the text: of each head that has it so. Only where there is no conflict."""
        for i in range(len(self.fixed) + 1):
            if region := self.regions.get(i):
                own = zip(region.tokens, region.texts, strict=True)
                yield from zip(*(tokens for tokens, texts in own if texts == region.winner), strict=True)
            yield from ((token,) for token in self.tokens[i : i + 1])


def merge(history: History, heads: Sequence[View]) -> Merge:
    """Merges two or more heads; none is in another's history."""
    fixed = _fixed(heads)
    regions = _regions(heads, fixed)
    knowers = _knowers(heads)
    _touch(history, regions, fixed, knowers)
    for region in regions.values():
        region.winner = known_to_its_authors(region)
    removals = _removals(history, knowers, {text for region in regions.values() for text in region.telling})
    for region in regions.values():
        if region.winner is not None and is_moved(history, region, knowers, removals):
            region.winner = None
    guard_counts([region for region in regions.values() if region.telling])
    return Merge([history.text[token] for token in fixed], regions, fixed)


def _fixed(heads: Sequence[View]) -> list[int]:
    """The tokens that stand in all heads, in order."""
    common = set(heads[0].tokens).intersection(*(head.tokens for head in heads[1:]))
    return [token for token in heads[0].tokens if token in common]


def _regions(heads: Sequence[View], fixed: Sequence[int]) -> dict[int, Region]:
    """Those in which any head has something."""
    regions = {}
    places = [{token: i for i, token in enumerate(head.tokens)} for head in heads]
    lengths = [len(head.tokens) for head in heads]
    starts = [0] * len(heads)
    for i, ends in enumerate([*([place[token] for place in places] for token in fixed), lengths]):
        if starts != ends:
            spans = [*map(slice, starts, ends)]
            texts = [tuple(head.texts[span]) for head, span in zip(heads, spans, strict=True)]
            tokens = [head.tokens[span] for head, span in zip(heads, spans, strict=True)]
            regions[i] = Region(tokens, texts, _telling(set(texts)))
        starts = [end + 1 for end in ends]
    return regions


def _telling(texts: Collection[Texts]) -> Collection[str]:
    return {text for own in texts for text in own if is_telling(text)} if len(texts) > 1 else ()


def _knowers(heads: Sequence[View]) -> dict[int, int]:
    """For each change that not all heads know a bit for each head that does."""
    shared = reduce(and_, (head.known for head in heads))
    knowers: dict[int, int] = defaultdict(int)
    for i, head in enumerate(heads):
        for change in bits(head.known & ~shared):
            knowers[change] |= 1 << i
    return knowers


def _touch(history: History, regions: Mapping[int, Region], fixed: Sequence[int], knowers: Mapping[int, int]) -> None:
    """Notes in each region the acts of the changes that not all heads know."""
    label = history.order.label
    labels = [label[token] for token in fixed]
    standing = set(fixed)
    for change, known_by in knowers.items():
        for token in history.touched[change]:
            region = regions.get(bisect_left(labels, label[token]))
            if region and token not in standing:
                region.acts.add(known_by)


def known_to_its_authors(region: Region) -> Texts | None:
    """The one text whose heads together know every act in the region."""
    authors: dict[Texts, int] = defaultdict(int)
    for i, texts in enumerate(region.texts):
        authors[texts] |= 1 << i
    winners = [texts for texts, heads in authors.items() if all(heads & known_by for known_by in region.acts)]
    return winners[0] if len(winners) == 1 else None


def _removals(history: History, changes: Iterable[int], texts: Collection[str]) -> dict[str, list[tuple[int, int]]]:
    """By text: who of these changes removed which token."""
    removals = defaultdict(list)
    for change in changes:
        for token in history.acts[change].removed:
            if (text := history.text[token]) in texts:
                removals[text].append((change, token))
    return removals


def is_moved(
    history: History,
    region: Region,
    knowers: Mapping[int, int],
    removals: Mapping[str, Iterable[tuple[int, int]]],
) -> bool:
    """The move guard: somebody who did not know a sentence of the winner removed the same one elsewhere."""
    for i, (tokens, texts) in enumerate(zip(region.tokens, region.texts, strict=True)):
        if texts != region.winner:
            continue
        for token, text in zip(tokens, texts, strict=True):
            for change, removed in removals.get(text, ()):
                known_by = knowers[change]
                elsewhere = removed != token and known_by & region.heads_without(text) and not known_by >> i & 1
                if elsewhere and not history.knows(change, writer_of(token)):
                    return True
    return False


def guard_counts(regions: Sequence[Region]) -> None:
    """The count guard: no sentence stands more often than in every head, or less often than in every head.

    Takes the regions where heads differ: what else is shown counts the same for each. A conflict shows nothing for
    certain, so it may bring another.
    """
    spread = Counter(text for region in regions for text in region.telling)
    # A sentence of one region stands as often as in the head that wins it.
    watched = {text for text, places in spread.items() if places > 1}
    while watched and (wrong := _miscounted(regions, watched)):
        watched -= wrong
        for region in regions:
            if not wrong.isdisjoint(region.telling):
                region.winner = None


def _miscounted(regions: Sequence[Region], watched: Collection[str]) -> set[str]:
    shown = Counter(text for region in regions for text in region.winner or ())
    heads = [Counter(text for own in texts for text in own) for texts in zip(*(r.texts for r in regions), strict=True)]
    return {text for text in watched if not _is_between(shown[text], [head[text] for head in heads])}


def _is_between(count: int, counts: Sequence[int]) -> bool:
    return min(counts) <= count <= max(counts)
