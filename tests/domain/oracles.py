"""What must be seen, said in another way than the program does: by who knew what, change by change."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import takewhile

from werkboek_desktop.domain.change import DELETED, Change, FieldKey
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.records import Record
from werkboek_desktop.domain.sets import SetChange
from werkboek_desktop.domain.values import ValueType

type Changes = Mapping[ChangeId, Change]


def ancestors(changes: Changes, ids: Iterable[ChangeId]) -> frozenset[ChangeId]:
    """These changes and all they build on."""
    found: set[ChangeId] = set()
    todo = list(ids)
    while todo:
        change = todo.pop()
        if change not in found:
            found.add(change)
            todo += changes[change].header.parents
    return frozenset(found)


def by_tags(history: Sequence[SetChange], heads: Sequence[str]) -> tuple[str, ...]:
    """Of a set: every add is a tag of its own, every removal names the tags that it saw."""
    changes: Mapping[str, SetChange] = {entry.id: entry for entry in history}

    @cache
    def known(ids: tuple[str, ...]) -> frozenset[str]:
        return frozenset(ids).union(*(known(changes[id_].parents) for id_ in ids))

    @cache
    def tags_of(id_: str) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
        """What this one change added and what it removed."""
        entry = changes[id_]
        if entry.elements is None:
            return frozenset(), frozenset()
        seen = live(entry.parents)
        held = {element for element, _ in seen}
        added = frozenset((element, id_) for element in entry.elements if element not in held)
        return added, frozenset(tag for tag in seen if tag[0] not in entry.elements)

    def live(ids: tuple[str, ...]) -> frozenset[tuple[str, str]]:
        history = [tags_of(id_) for id_ in known(ids)]
        nothing = frozenset[tuple[str, str]]()
        return nothing.union(*(added for added, _ in history)).difference(*(gone for _, gone in history))

    return tuple(sorted({element for element, _ in live(tuple(heads))}))


def is_deleted(changes: Changes, chain: Sequence[Record], known: Mapping[ChangeId, frozenset[ChangeId]]) -> bool:
    """Whether the last of a chain of owners and owned is deleted; `known` is what the author of a delete knew.

    A record is deleted if nobody's last word is an undelete, and each change of it and of all below it was known
    to somebody whose last word is a delete.
    """
    here = {change.header.record for change in changes.values()}
    linked = takewhile(lambda record: record.id in here, reversed(chain))
    return any(_is_deleted_itself(changes, record, known) for record in linked)


def _is_deleted_itself(changes: Changes, record: Record, known: Mapping[ChangeId, frozenset[ChangeId]]) -> bool:
    own = FieldKey(*record, DELETED, ValueType.SET)
    words = {id_ for id_, change in changes.items() if change.header.key == own}
    last = words - {parent for word in words for parent in changes[word].header.parents}
    if not last or any(not changes[word].value for word in last):
        return False
    return all(
        any(id_ in known[word] for word in last)
        for id_, change in changes.items()
        if change.header.key != own and _is_within(changes, change, record)
    )


def _is_within(changes: Changes, change: Change, record: Record) -> bool:
    """Whether a change is of the record or of something that hangs below it in its scope."""
    if change.header.scope != record.scope:
        return False
    above = {other.header.record: other.header.owner for other in changes.values()}
    step: str | None = change.header.record
    while step and step != record.id:
        step = above.get(step)
    return step == record.id
