"""Sets merge by add wins: an element stands if some add of it has no later change without it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.values import canonical_set


class SetChange(NamedTuple):
    """One change of a set. `elements` is None where its value cannot be read: it neither adds nor removes."""

    id: ChangeId
    parents: tuple[ChangeId, ...]
    elements: Sequence[str] | None


class _Branch(NamedTuple):
    """A change as its children see it: the adds that stand, by element, and a bit for each known change."""

    adds: Mapping[str, frozenset[int]]
    known: int


def merged(changes: Iterable[SetChange], heads: Sequence[ChangeId]) -> tuple[str, ...]:
    """The elements that stand in heads; `changes` is their whole history, ancestors first."""
    history = list(changes)
    readers = Counter(parent for change in history for parent in change.parents)
    readers.update(heads)
    branches: dict[ChangeId, _Branch] = {}
    for number, change in enumerate(history):
        parents = [branches[parent] for parent in change.parents]
        branches[change.id] = _branch(number, change.elements, _joined(parents))
        for parent in change.parents:
            readers[parent] -= 1
            if not readers[parent]:
                del branches[parent]
    return canonical_set(set(_joined([branches[head] for head in heads]).adds))


def _branch(number: int, elements: Sequence[str] | None, before: _Branch) -> _Branch:
    known = before.known | 1 << number
    if elements is None:
        return _Branch(before.adds, known)
    added = frozenset((number,))
    return _Branch({element: before.adds.get(element, added) for element in elements}, known)


def _joined(branches: Sequence[_Branch]) -> _Branch:
    if len(branches) == 1:
        return branches[0]
    known = 0
    standing: dict[str, frozenset[int]] = {}
    for branch in branches:
        known |= branch.known
    for element in {element for branch in branches for element in branch.adds}:
        if adds := _standing(element, branches):
            standing[element] = adds
    return _Branch(standing, known)


def _standing(element: str, branches: Sequence[_Branch]) -> frozenset[int]:
    """The adds of an element that no branch which knows them has dropped."""
    kept = [(branch.adds.get(element, frozenset()), branch.known) for branch in branches]
    adds = frozenset[int]().union(*(adds for adds, _ in kept))
    return frozenset(add for add in adds if all(add in held or not known >> add & 1 for held, known in kept))
