"""Which tokens of an old text a new text keeps.  Frozen with the merge rule: two versions must not differ."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from operator import neg
from typing import NamedTuple

from werkboek_desktop.domain.tokens import LINE_END, is_sentence

CELLS = 60_000
_SENTENCE = 1 << 32


class Match(NamedTuple):
    """`length` tokens from place `old` in the old text on stand from place `new` in the new text on."""

    old: int
    new: int
    length: int


class _Gap(NamedTuple):
    """A stretch of both texts: from (old, new) up to (old_end, new_end)."""

    old: int
    new: int
    old_end: int
    new_end: int


def matches(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    """What stays: equal prefix and suffix; between them the most sentences, then the most other tokens.

    A stretch of over `CELLS` pairs is first cut at sentences that occur once on both sides; a gap between
    those that is still too large counts as replaced.
    """
    return [match for match in _matches(old, new, _Gap(0, 0, len(old), len(new))) if match.length]


def _matches(old: Sequence[str], new: Sequence[str], whole: _Gap) -> Iterator[Match]:
    prefix, gap, suffix = _trim(old, new, whole)
    yield prefix
    if _is_small(gap):
        yield from _common_subsequence(old, new, gap)
    else:
        start = gap
        for i, j in _anchors(old, new, gap):
            yield from _gap_matches(old, new, _Gap(start.old, start.new, i, j))
            yield Match(i, j, 1)
            start = _Gap(i + 1, j + 1, gap.old_end, gap.new_end)
        yield from _gap_matches(old, new, start)
    yield suffix


def _gap_matches(old: Sequence[str], new: Sequence[str], whole: _Gap) -> Iterator[Match]:
    prefix, gap, suffix = _trim(old, new, whole)
    yield prefix
    if _is_small(gap):
        yield from _common_subsequence(old, new, gap)
    yield suffix


def _is_small(gap: _Gap) -> bool:
    return (gap.old_end - gap.old) * (gap.new_end - gap.new) <= CELLS


def _trim(old: Sequence[str], new: Sequence[str], gap: _Gap) -> tuple[Match, _Gap, Match]:
    """The equal prefix, what lies between, and the equal suffix from its first sentence or marker on.

    A line end belongs to the line before it: whether that line ended here already is for the subsequence to say.
    """
    i, j, old_end, new_end = gap
    while i < old_end and j < new_end and old[i] == new[j]:
        i, j = i + 1, j + 1
    prefix = Match(gap.old, gap.new, i - gap.old)
    while i < old_end and j < new_end and old[old_end - 1] == new[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
    while old_end < gap.old_end and old[old_end] == LINE_END:
        old_end, new_end = old_end + 1, new_end + 1
    return prefix, _Gap(i, j, old_end, new_end), Match(old_end, new_end, gap.old_end - old_end)


def _common_subsequence(old: Sequence[str], new: Sequence[str], gap: _Gap) -> Iterator[Match]:
    """The heaviest common subsequence; ties: match, else skip old, else skip new."""
    if gap.old == gap.old_end or gap.new == gap.new_end:
        return
    best = _weights(old, new, gap)
    i, j = gap.old, gap.new
    while i < gap.old_end and j < gap.new_end:
        here, below = best[i - gap.old], best[i - gap.old + 1]
        at = j - gap.new
        if old[i] == new[j] and here[at] == below[at + 1] + _weight(old[i]):
            yield Match(i, j, 1)
            i, j = i + 1, j + 1
        elif here[at] == below[at]:
            i += 1
        else:
            j += 1


def _weights(old: Sequence[str], new: Sequence[str], gap: _Gap) -> list[list[int]]:
    """For each pair of places in the gap the weight of the best common subsequence from there on."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, token in enumerate(new[gap.new : gap.new_end]):
        places[token].append(at)
    below = [0] * (gap.new_end - gap.new + 1)
    rows = [below]
    for token in reversed(old[gap.old : gap.old_end]):
        row = below.copy() if token in places else below
        for at in places.get(token, ()):
            best = below[at + 1] + _weight(token)
            # A row never rises, so what this match improves is one stretch.
            start = bisect_right(row, -best, hi=at + 1, key=neg)
            row[start : at + 1] = [best] * (at + 1 - start)
        rows.append(row)
        below = row
    rows.reverse()
    return rows


def _weight(token: str) -> int:
    return _SENTENCE if is_sentence(token) else 1


def _anchors(old: Sequence[str], new: Sequence[str], gap: _Gap) -> list[tuple[int, int]]:
    """The longest rising chain of the sentences that occur once on both sides."""
    places = _once(new, gap.new, gap.new_end)
    pairs = [(i, places[token]) for token, i in _once(old, gap.old, gap.old_end).items() if token in places]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, j) in enumerate(pairs):
        length = bisect_left(tails, j)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [j]
        ends[length : length + 1] = [at]
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _once(text: Sequence[str], start: int, end: int) -> dict[str, int]:
    """The place of each sentence that stands once in a stretch, in the order of the text."""
    count = Counter(text[start:end])
    return {token: at for at, token in enumerate(text[start:end], start) if count[token] == 1 and is_sentence(token)}
