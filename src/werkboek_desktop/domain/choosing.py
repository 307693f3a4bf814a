"""Choosing between versions: where a field began, what nobody disputes, and what each version makes of the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from werkboek_desktop.domain.diff import matches
from werkboek_desktop.domain.difference import Stretch, Tone, difference
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.shown_prose import as_read, places, read_line, readable
from werkboek_desktop.domain.tokens import LINE_END, compose, tokenize
from werkboek_desktop.domain.view import FieldView, Variant
from werkboek_desktop.domain.weave import Text, Variants

GAP = "…"
_DISPUTED = "\0"
"""Where two versions stand, among tokens: no text has it."""


class Built(Protocol):
    """A change, and those it was built on."""

    @property
    def change(self) -> ChangeId: ...

    @property
    def parents(self) -> tuple[ChangeId, ...]: ...


class Part(NamedTuple):
    """A stretch of a field with versions: what they all have, or what each has. `began`: what stood there before.

    `began` is empty where nothing stood; None where that cannot be said.
    """

    texts: tuple[str, ...]
    began: str | None = None
    disputed: bool = True


def beginning[Change: Built](history: Sequence[Change], heads: Iterable[ChangeId]) -> Change | None:
    """The last change that all versions build on; None where they began apart."""
    parents = {change.change: change.parents for change in history}
    common: set[ChangeId] | None = None
    for head in heads:
        known = _known(head, parents)
        common = known if common is None else common & known
    return next((change for change in reversed(history) if change.change in (common or ())), None)


def _known(head: ChangeId, parents: Mapping[ChangeId, Sequence[ChangeId]]) -> set[ChangeId]:
    found: set[ChangeId] = set()
    waiting = [head]
    while waiting:
        change = waiting.pop()
        if change not in found:
            found.add(change)
            waiting += parents.get(change, ())
    return found


def undisputed(view: FieldView) -> str:
    """The text that nobody disputes."""
    return compose(part.text for part in view.parts if isinstance(part, Text))


def both(view: FieldView) -> str:
    """The undisputed text with every version of the rest, one after another."""
    return compose(text for part in view.parts for text in _texts(part, view.variants))


def _texts(part: Text | Variants, variants: Sequence[Variant]) -> Iterable[str]:
    if isinstance(part, Text):
        return [part.text]
    return dict.fromkeys(_of(part, variant) for variant in variants)


def _of(part: Variants, variant: Variant) -> str:
    return next((part.by_head[change] for change in variant.changes if change in part.by_head), "")


def parts(view: FieldView, began: str | None) -> Iterator[Part]:
    """The field stretch by stretch, one text for each of its variants where they differ."""
    before = iter(_beginnings(view, began))
    for part in view.parts:
        if isinstance(part, Text):
            yield Part((part.text,), disputed=False)
        else:
            yield Part(tuple(_of(part, variant) for variant in view.variants), next(before))


def _beginnings(view: FieldView, began: str | None) -> Iterator[str | None]:
    """What stood at first in each disputed stretch: what lies between its neighbours that are there still."""
    if began is None:
        yield from [None] * len(view.parts)
        return
    old, new = tokenize(began), list(_undisputed_tokens(view))
    stays = {match.new + at: match.old + at for match in matches(old, new) for at in range(match.length)}
    edges = [-1, *(at for at in range(len(new)) if at in stays), len(new)]
    stays |= {-1: -1, len(new): len(old)}
    for left, right in pairwise(edges):
        between = new[left + 1 : right].count(_DISPUTED)
        if between:
            yield from [compose(old[stays[left] + 1 : stays[right]]) if between == 1 else None] * between


def _undisputed_tokens(view: FieldView) -> Iterator[str]:
    for part in view.parts:
        if isinstance(part, Text):
            yield from tokenize(part.text)[:-1]
        else:
            yield _DISPUTED
    yield LINE_END


def excerpt(view: FieldView, began: str) -> str:
    """Of the text where it began what is disputed now, with … for what all still share; all of it if nothing is."""
    known = _known_sentences(view)
    kept: list[str] = []
    for token in tokenize(began):
        if token == LINE_END:
            continue
        if token not in known:
            kept.append(token)
        elif not kept or kept[-1] != GAP:
            kept.append(GAP)
    return " ".join(map(as_read, kept)) if set(kept) - {GAP} else as_read(began)


def _known_sentences(view: FieldView) -> set[str]:
    return {sentence for part in view.parts if isinstance(part, Text) for sentence in tokenize(part.text)}


def stretches(view: FieldView, variant: Variant, began: str | None) -> list[Stretch]:
    """One version to read: what nobody disputes in grey, and in the rest what it added and left out."""
    number = view.variants.index(variant)
    shown: list[Stretch] = []
    for part in parts(view, began):
        if not part.disputed:
            shown.append(Stretch(as_read(part.texts[0]), Tone.GREY))
        elif part.began is not None:
            shown += difference(*readable(part.began, part.texts[number]))
        else:
            shown.append(Stretch(as_read(part.texts[number])))
        shown.append(Stretch(" "))
    return shown


def from_others(view: FieldView, mine: Variant | None) -> dict[str, tuple[Variant, ...]]:
    """The sentences of a merged text, as they are shown, that somebody else brought in, and who did.

    Without a version of one's own: those that not all versions have.
    """
    brought: dict[str, tuple[Variant, ...]] = {}
    having = [(variant, frozenset(tokenize(str(variant.value or "")))) for variant in view.variants]
    own = next((sentences for variant, sentences in having if variant is mine), None)
    value = str(view.value or "")
    tokens, lines = tokenize(value), value.split("\n")
    for place in places(value):
        sentence = tokens[place.token]
        writers = tuple(variant for variant, sentences in having if sentence in sentences)
        if sentence not in own if own is not None else len(writers) < len(having):
            shown = "".join(run.text for run in read_line(lines[place.line]).runs)
            brought[shown[place.start : place.end]] = writers
    return brought
