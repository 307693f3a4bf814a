"""Who wrote each part of what a field shows: of a text each sentence, of a set each element, of the rest the value."""

from collections.abc import Iterator
from typing import NamedTuple

from werkboek_desktop.domain.history import Entry, FieldHistory, elements_of
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.tokens import is_sentence, tokenize
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import Status
from werkboek_desktop.domain.weave_order import writer_of


class Wrote(NamedTuple):
    """A part of what is shown, and the change that wrote it. `version`: in which one; empty where there is one."""

    part: Value
    by: Entry
    version: ChangeId = ""


def blame(history: FieldHistory) -> list[Wrote]:
    """Every part in reading order; of versions that somebody has to choose from one after another."""
    if not history.entries:
        return []
    match history.type:
        case ValueType.PROSE:
            return list(_sentences(history))
        case ValueType.SET:
            return [Wrote(each, _added(history, each)) for each in elements_of(history.view().value)]
        case _:
            return list(_values(history))


def _sentences(history: FieldHistory) -> Iterator[Wrote]:
    weave, view = history.weave(), history.view()
    entries = {entry.id: entry for entry in history.entries}
    in_conflict = view.status is Status.CONFLICT
    for variant in view.variants if in_conflict else view.variants[:1]:
        text = str((variant.value if in_conflict else view.value) or "")
        standing = weave.standing(variant.changes if in_conflict else view.heads)
        for token, places in zip(tokenize(text), standing, strict=False):  # of what was erased nothing stands
            if is_sentence(token):
                writers = [entries[weave.acts.ids[writer_of(place)]] for place in places]
                first = min(writers, key=lambda entry: entry.rank)
                yield Wrote(token, first, variant.changes[0] if in_conflict else "")


def _added(history: FieldHistory, element: str) -> Entry:
    """The last change that brought an element which none of what it builds on had."""
    having = {entry.id for entry in history.entries if entry.has_value and element in elements_of(entry.value)}
    return next(entry for entry in reversed(history.entries) if entry.id in having and having.isdisjoint(entry.parents))


def _values(history: FieldHistory) -> Iterator[Wrote]:
    entries, view = {entry.id: entry for entry in history.entries}, history.view()
    in_conflict = view.status is Status.CONFLICT
    for variant in view.variants:
        heads = [entries[id_] for id_ in variant.changes]
        yield Wrote(variant.value, min(heads, key=lambda entry: entry.rank), variant.changes[0] if in_conflict else "")
