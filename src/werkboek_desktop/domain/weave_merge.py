"""Several heads as one text: regions between what stands in all heads, and which text wins each region."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from werkboek_desktop.domain.tokens import is_telling
from werkboek_desktop.domain.weave_history import History, View, bits
from werkboek_desktop.domain.weave_order import writer_of

type Texts = tuple[str, ...]


@dataclass(slots=True)
class Region:
    """What each head has between two fixed tokens. `touched` has a bit for each act here that not all know."""

    tokens: list[Sequence[int]]
    texts: list[Texts]
    touched: int = 0
    winner: Texts | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """`fixed` has the texts that stand in all heads; region i, where there is one, stands before fixed text i."""

    fixed: Sequence[str]
    regions: Mapping[int, Region]

    def conflicts(self) -> list[Region]:
        """The regions that people must decide."""
        return [region for region in self.regions.values() if region.winner is None]


def merge(history: History, heads: Sequence[View]) -> Merge:
    """Merges two or more heads; none is in another's history."""
    fixed = _fixed(heads)
    regions = _regions(heads, fixed)
    apart = reduce(or_, (head.known for head in heads)) & ~reduce(and_, (head.known for head in heads))
    _touch(history, regions, fixed, apart)
    for region in regions.values():
        region.winner = known_to_its_authors(region, heads)
    removals = _removals(history, apart)
    for region in regions.values():
        if region.winner is not None and is_moved(history, heads, region, removals):
            region.winner = None
    guard_counts([region for region in regions.values() if len(set(region.texts)) > 1])
    return Merge([history.text[token] for token in fixed], regions)


def _fixed(heads: Sequence[View]) -> list[int]:
    """The tokens that stand in all heads, in order."""
    common = set(heads[0].tokens).intersection(*(head.tokens for head in heads[1:]))
    return [token for token in heads[0].tokens if token in common]


def _regions(heads: Sequence[View], fixed: Sequence[int]) -> dict[int, Region]:
    regions = {}
    stops = [[*map({token: i for i, token in enumerate(head.tokens)}.__getitem__, fixed)] for head in heads]
    starts = [0] * len(heads)
    for i in range(len(fixed) + 1):
        ends = [stops[h][i] if i < len(fixed) else len(head.tokens) for h, head in enumerate(heads)]
        spans = list(map(slice, starts, ends))
        texts = [tuple(head.texts[span]) for head, span in zip(heads, spans, strict=True)]
        if any(texts):
            regions[i] = Region([head.tokens[span] for head, span in zip(heads, spans, strict=True)], texts)
        starts = [end + 1 for end in ends]
    return regions


def _touch(history: History, regions: Mapping[int, Region], fixed: Sequence[int], apart: int) -> None:
    """Notes in each region the acts of the changes that not all heads know."""
    label = history.order.label
    labels = [label[token] for token in fixed]
    for change in bits(apart):
        for token in history.deeds[change].touched():
            i = bisect_left(labels, label[token])
            is_fixed = i < len(fixed) and fixed[i] == token
            if i in regions and not is_fixed:
                regions[i].touched |= 1 << change


def known_to_its_authors(region: Region, heads: Sequence[View]) -> Texts | None:
    """The one text whose heads together know every act in the region."""
    known: dict[Texts, int] = defaultdict(int)
    for head, texts in zip(heads, region.texts, strict=True):
        known[texts] |= head.known
    winners = [texts for texts, acts in known.items() if region.touched & ~acts == 0]
    return winners[0] if len(winners) == 1 else None


def _removals(history: History, apart: int) -> dict[str, list[tuple[int, int]]]:
    """By text: the changes that not all heads know and the telling tokens that they removed."""
    removals = defaultdict(list)
    for change in bits(apart):
        for token in history.deeds[change].removed:
            if is_telling(text := history.text[token]):
                removals[text].append((change, token))
    return removals


def is_moved(
    history: History, heads: Sequence[View], region: Region, removals: Mapping[str, Iterable[tuple[int, int]]]
) -> bool:
    """The move guard: somebody who did not know a sentence of the winner removed the same one elsewhere."""
    for head, tokens, texts in zip(heads, region.tokens, region.texts, strict=True):
        if texts != region.winner:
            continue
        for token, text in zip(tokens, texts, strict=True):
            lacking = (other.known for other, own in zip(heads, region.texts, strict=True) if text not in own)
            theirs = reduce(or_, lacking, 0) & ~head.known
            for change, removed in removals.get(text, ()):
                if removed != token and theirs >> change & 1 and not history.knows(change, writer_of(token)):
                    return True
    return False


def guard_counts(regions: Sequence[Region]) -> None:
    """The count guard: no sentence stands more often than in every head, or less often than in every head.

    What stands in all heads counts the same for each; a region in conflict shows nothing for certain.
    """
    texts_by_head = zip(*(region.texts for region in regions), strict=True)
    counts = [_count(texts) for texts in texts_by_head]
    while decided := [region for region in regions if region.winner is not None]:
        shown = _count(region.winner or () for region in decided)
        wrong = {text for text in set().union(shown, *counts) if not _is_between(text, shown, counts)}
        unsafe = [region for region in decided if any(not wrong.isdisjoint(texts) for texts in region.texts)]
        if not unsafe:
            return
        for region in unsafe:
            region.winner = None


def _count(texts: Iterable[Texts]) -> Counter[str]:
    return Counter(text for own in texts for text in own if is_telling(text))


def _is_between(text: str, shown: Counter[str], counts: Sequence[Counter[str]]) -> bool:
    each = [count[text] for count in counts]
    return min(each) <= shown[text] <= max(each)
