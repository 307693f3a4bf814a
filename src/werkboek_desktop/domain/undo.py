"""Taking back one's own work: what an undo writes and what it builds on, so that nobody else's goes along.

An undo is an ordinary change on top of exactly the change that it takes back. What others wrote meanwhile was not seen
by it, so it stays. Of one's own later work it is known whether it was taken back before: then it left the same value.
"""

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

from werkboek_desktop.domain.change import MERGE_RULE, Op
from werkboek_desktop.domain.history import Entry, FieldHistory, elements_of
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.tokens import is_sentence, tokenize
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import FieldView, Status

MERGING = frozenset({ValueType.PROSE, ValueType.SET})
"""The types of which two versions become one without a person."""
_UNDO = "undo"


class Why(StrEnum):
    """Why something is not taken back."""

    LATER = "later"
    CHOICE = "choice"
    DELETED = "deleted"
    ERASED = "erased"


class Hindrance(NamedTuple):
    """What is in the way, and who wrote that."""

    why: Why
    by: RecordId | None = None


class Back(NamedTuple):
    """What takes a change back: a value, on exactly these changes."""

    value: Value
    seen: tuple[ChangeId, ...]


def take_back(history: FieldHistory, first: ChangeId, last: ChangeId) -> Back | Hindrance:
    """What takes back a person's changes from `first` to `last`, each of which builds on exactly the one before."""
    entries = {entry.id: entry for entry in history.entries}
    if first not in entries or last not in entries:
        return Hindrance(Why.ERASED)
    before = history.at(entries[first].parents)
    shown = before.view() if before.entries else None
    if shown and shown.status is Status.CONFLICT:
        return Hindrance(Why.CHOICE)
    tip = _tip(history, entries[last])
    back = Back(shown.value if shown else None, (tip.id,)) if tip else None
    if back is None or not _may_stand(history, back):
        return _later(history, (first,), entries[first].author)
    return back._replace(seen=tuple(sorted((*back.seen, *(erase.id for erase in history.erases)))))


def _tip(history: FieldHistory, change: Entry) -> Entry | None:
    """The change to build on: the change itself, or its author's last one on top of it if that left the same value."""
    later = _built_on(history, (change.id,))
    own = [entry for entry in later if entry.author == change.author]
    if not own:
        return change
    last = own[-1]
    below = {entry.id for entry in history.at((last.id,)).entries}
    between = [entry for entry in later if entry.id in below]
    undone = last.value == change.value and last.has_value
    return last if undone and between == own else None


def _may_stand(history: FieldHistory, back: Back) -> bool:
    """Texts and sets merge, as long as that asks nothing of anybody; of the rest the change must be all there is."""
    if history.living_heads == back.seen:
        return True
    if history.type not in MERGING:
        return False
    depth = 1 + max(entry.depth for entry in history.entries if entry.id in back.seen)
    undone = Entry(_UNDO, back.seen, depth, back.value, None, 0, Op.EDIT, MERGE_RULE)
    now, after = history.view(), FieldHistory(history.type, [*history.entries, undone]).view()
    if after.value == now.value or (after.status is Status.CONFLICT and now.status is not Status.CONFLICT):
        return False
    appears = _said(history.type, after) - _said(history.type, now)
    return appears.isdisjoint(_taken_out(history, back.seen))


def _taken_out(history: FieldHistory, seen: Iterable[ChangeId]) -> set[str]:
    """What others took out, not seen by these changes: it would come back as if somebody wrote it anew."""
    known = {entry.id for entry in history.at(seen).entries}
    return {
        part
        for entry in history.entries
        if entry.id not in known and entry.parents
        for part in _said(history.type, history.at(entry.parents).view()) - _parts(history.type, entry.value)
    }


def _said(type_: ValueType | None, view: FieldView) -> set[str]:
    """The elements, or the sentences, that are shown; of two versions those of both."""
    values = [view.value] if view.status is not Status.CONFLICT else [variant.value for variant in view.variants]
    return {part for value in values for part in _parts(type_, value)}


def _parts(type_: ValueType | None, value: Value) -> set[str]:
    if type_ is ValueType.SET:
        return set(elements_of(value))
    return set(filter(is_sentence, tokenize(str(value or ""))))


def _built_on(history: FieldHistory, changes: Iterable[ChangeId]) -> list[Entry]:
    """All that builds on these, directly or through others, the lowest (depth, id) first."""
    found = set(changes)
    later = []
    for entry in history.entries:
        if not found.isdisjoint(entry.parents):
            found.add(entry.id)
            later.append(entry)
    return later


def _later(history: FieldHistory, changes: Collection[ChangeId], author: RecordId | None) -> Hindrance:
    """Whose work is in the way: somebody else's where there is any."""
    seen = {entry.id for entry in history.at(changes).entries}
    others = [entry.author for entry in history.entries if entry.id not in seen and entry.author != author]
    return Hindrance(Why.LATER, others[-1] if others else author)


class BackDeleted(NamedTuple):
    """What takes a delete or an undelete back: the changes that were listed before, on exactly these changes."""

    listed: frozenset[ChangeId]
    seen: tuple[ChangeId, ...]


def take_back_deleted(history: FieldHistory, change: ChangeId) -> BackDeleted | Hindrance:
    """What takes back a change of `deleted`. Several deletes with the same parents are one."""
    entries = {entry.id: entry for entry in history.entries}
    taken = entries[change]
    seen = {entry.id for entry in history.at(taken.parents).entries}
    since = [entry for entry in history.entries if entry.id not in seen]
    alike = all(bool(head.value) is bool(taken.value) for head in history.head_entries)
    if not alike or any(entry.author != taken.author for entry in since):
        return _later(history, taken.parents, taken.author)
    listed = {id_ for head in history.at(taken.parents).head_entries for id_ in elements_of(head.value)}
    return BackDeleted(frozenset(listed), history.heads)


def wrote_since(
    histories: Iterable[FieldHistory], listed: Collection[ChangeId], author: RecordId | None
) -> Hindrance | None:
    """Who else wrote in these fields since what is listed: it was not seen, so it keeps a record alive."""
    known = set(listed)
    for history in histories:
        seen = {entry.id for entry in history.at(known).entries}
        for entry in history.entries:
            if entry.id not in seen and entry.author != author:
                return Hindrance(Why.LATER, entry.author)
    return None
