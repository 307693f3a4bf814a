"""How prose merges: a field's history as one weave of tokens, and its heads as one text (docs/weave.md)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from werkboek_desktop.domain.diff import Match, matches
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.tokens import LINE_END, compose, is_telling, tokenize
from werkboek_desktop.domain.weave_history import Act, History, View
from werkboek_desktop.domain.weave_merge import Merge, merge
from werkboek_desktop.domain.weave_order import START, token_of, writer_of


@dataclass(frozen=True, slots=True)
class Text:
    """What nobody disputes."""

    text: str


@dataclass(frozen=True, slots=True)
class Variants:
    """What people must decide: the text of each head here, which may be empty."""

    by_head: Mapping[ChangeId, str]


type Part = Text | Variants
"""`tokens.compose` joins the texts of parts, whichever variants are chosen."""


class Weave:
    """One prose field: every change to it, and what any of its heads show together."""

    def __init__(self) -> None:
        self._history = History()
        self._index: dict[ChangeId, int] = {}
        self._values: list[str | None] = []

    def add(self, change: ChangeId, parents: Collection[ChangeId], depth: int, value: str | None) -> None:
        """Adds a change, after its parents. The value is None where it was erased.

        Raises:
            ValueError: the change is here already.
        """
        if change in self._index:
            raise ValueError(f"{change} is in the weave already")
        index = len(self._values)
        views = self._views(parents)
        tokens, old = _live(self._history, views)
        texts = [] if value is None else tokenize(value)
        act = self._act(index, views, tokens, matches(old, texts), len(texts))
        known = reduce(or_, (view.known for view in views), 1 << index)
        self._history.append(change, depth, act, View(index, known, _rewritten(tokens, act), texts))
        self._index[change] = index
        self._values.append(value)

    def state(self, heads: Collection[ChangeId]) -> tuple[Part, ...]:
        """What heads show together; of one head, or of equal ones, exactly the value. Erased ones show nothing."""
        views = self._shown(self._views(heads))
        if not views:
            return ()
        if merged := self._merged(views):
            heads = [self._history.ids[view.change] for view in views]
            return tuple(_without_last_line_end(_parts(merged, heads)))
        return (Text(self._values[views[0].change] or ""),)

    @property
    def acts(self) -> History:
        """Who wrote and who removed each token."""
        return self._history

    def view(self, change: ChangeId) -> View | None:
        """What stands in a change; None: it is not here."""
        return self._history.view(self._index[change]) if change in self._index else None

    def standing(self, heads: Collection[ChangeId]) -> list[tuple[int, ...]]:
        """Which tokens stand at each place of the text that heads show together; nothing where they do not agree."""
        views = self._shown(self._views(heads))
        merged = self._merged(views)
        if merged:
            return [] if merged.conflicts() else list(merged.standing())
        return list(zip(*(view.tokens for view in views), strict=True))

    def _views(self, changes: Collection[ChangeId]) -> list[View]:
        """Those that are in no other's history, sorted by id; an erase holds no text and is left out."""
        views = [self._history.view(self._index[change]) for change in sorted(set(changes)) if change in self._index]
        return [
            view for view in views if not any(other.known >> view.change & 1 for other in views if other is not view)
        ]

    def _shown(self, views: Iterable[View]) -> list[View]:
        return [view for view in views if self._values[view.change] is not None]

    def _merged(self, views: Sequence[View]) -> Merge | None:
        """None where there is nothing to merge: one head, or equal ones."""
        values = {self._values[view.change] for view in views}
        return merge(self._history, views) if len(values) > 1 else None

    def _act(
        self, index: int, parents: Sequence[View], tokens: Sequence[int], kept: Iterable[Match], length: int
    ) -> Act:
        """What a change of `length` tokens does that keeps `kept` of what its parents show."""
        runs = {}
        left, place, stay = START, 0, set[int]()
        for match in (*kept, Match(len(tokens), length, 0)):
            if match.new > place:
                runs[left] = [token_of(index, i) for i in range(place, match.new)]
            place = match.new + match.length
            stay.update(span := tokens[match.old : match.old + match.length])
            left = span[-1] if span else left
        disputed = self._disputed(parents)
        removed = disputed.union(tokens) - stay
        decided = disputed & stay | self._preferred(removed, stay)
        return Act(runs, removed, decided)

    def _preferred(self, removed: Iterable[int], kept: Iterable[int]) -> set[int]:
        """The sentences kept while the same one was removed: who makes one of two wants that one to stay."""
        text = self._history.text
        lessened = {text[token] for token in removed if is_telling(text[token])}
        return {token for token in kept if text[token] in lessened} if lessened else set()

    def _disputed(self, views: Sequence[View]) -> set[int]:
        """Every token of every variant that these heads show: who builds on them all decides about it."""
        merged = self._merged(self._shown(views))
        conflicts = merged.conflicts() if merged else []
        return {token for region in conflicts for own in region.tokens for token in own}


def _live(history: History, views: Sequence[View]) -> tuple[Sequence[int], Sequence[str]]:
    """What stands in every one of the changes whose history wrote it: tokens and texts."""
    if len(views) == 1:
        return views[0].tokens, views[0].texts
    standing = set().union(*(view.tokens for view in views))
    for view in views:
        gone = standing.difference(view.tokens)
        standing.difference_update(token for token in gone if view.known >> writer_of(token) & 1)
    tokens = sorted(standing, key=history.order.label.__getitem__)
    return tokens, [history.text[token] for token in tokens]


def _rewritten(tokens: Iterable[int], act: Act) -> list[int]:
    """The tokens of a change, from those of what it built on."""
    removed = set(act.removed)
    standing = [*act.runs.get(START, ())]
    for token in tokens:
        if token not in removed:
            standing.append(token)
            if token in act.runs:
                standing += act.runs[token]
    return standing


def _parts(merged: Merge, heads: Sequence[ChangeId]) -> list[Part]:
    """Every line end included, the last one too."""
    parts: list[Part] = []
    sure: list[str] = []
    for i in range(len(merged.fixed) + 1):
        region = merged.regions.get(i)
        if region and region.winner is None:
            parts += [Text(compose(sure))] if sure else []
            sure = []
            by_head = zip(heads, map(compose, region.texts), strict=True)
            parts.append(Variants(dict(by_head)))
        elif region:
            sure += region.winner or ()
        sure += merged.fixed[i : i + 1]
    return [*parts, Text(compose(sure))] if sure else parts


def _without_last_line_end(parts: Sequence[Part]) -> list[Part]:
    *before, last = parts
    if isinstance(last, Text):
        return [*before, Text(last.text[:-1])] if last.text != LINE_END else before
    texts = last.by_head
    if not all(texts.values()):
        before = _without_last_line_end(before)
        texts = {head: LINE_END + text for head, text in texts.items()}
    return [*before, Variants({head: text[:-1] for head, text in texts.items()})]
