"""What the conflict page shows of a field: the text where it began, every version, and what nobody disputes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.tokens import LINE_END, compose, tokenize
from werkboek_desktop.domain.view import FieldView, Variant
from werkboek_desktop.domain.weave import Text, Variants
from werkboek_desktop.ui.widgets.difference import Stretch, Tone, difference

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Revision

GAP = "…"


def beginning(history: Sequence["Revision"], heads: Iterable[ChangeId]) -> "Revision | None":
    """The last change that all versions build on; None where they began apart."""
    parents = {revision.change: revision.parents for revision in history}
    common: set[ChangeId] | None = None
    for head in heads:
        known = _known(head, parents)
        common = known if common is None else common & known
    return next((revision for revision in reversed(history) if revision.change in (common or ())), None)


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
    return " ".join(kept) if set(kept) - {GAP} else began


def _known_sentences(view: FieldView) -> set[str]:
    return {sentence for part in view.parts if isinstance(part, Text) for sentence in tokenize(part.text)}


def stretches(view: FieldView, variant: Variant, began: str) -> list[Stretch]:
    """One version to read: what nobody disputes in grey, and in the rest what it added and left out."""
    disputed = [part for part in view.parts if isinstance(part, Variants)]
    known = _known_sentences(view)
    rest = compose(token for token in tokenize(began) if token not in known)
    shown: list[Stretch] = []
    for part in view.parts:
        if isinstance(part, Text):
            shown.append(Stretch(part.text, Tone.GREY))
        elif len(disputed) == 1 and rest:
            shown += difference(rest, _of(part, variant))
        else:
            shown.append(Stretch(_of(part, variant)))
        shown.append(Stretch(" "))
    return shown
