"""Which changes count: ready, waiting for an ancestor that is not here, or invalid for ever."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.ids import ChangeId


class Standing(StrEnum):
    """What a change is worth here; a pure function of the changes that are here."""

    READY = "ready"
    WAITING = "waiting"
    INVALID = "invalid"
    ASIDE = "aside"


class Candidate(NamedTuple):
    """What a header claims about where a change stands."""

    id: ChangeId
    parents: tuple[ChangeId, ...]
    depth: int
    key: FieldKey


class Judged(NamedTuple):
    """A change with its standing."""

    depth: int
    key: FieldKey
    standing: Standing


def judge(candidates: Iterable[Candidate], here: Mapping[ChangeId, Judged]) -> dict[ChangeId, Standing]:
    """The standing of each candidate, ancestors first.

    Candidates are all that is new and all that was waiting; `here` has those of their parents that were ready
    or invalid already. With everything as candidates it is the full replay.
    """
    candidates = list(candidates)
    known = dict(here)
    # A parent that claims to be as deep as its child makes the child invalid, so one pass by depth sees each
    # parent that can count before its children.
    claimed = {candidate.id: candidate for candidate in candidates}
    for candidate in sorted(candidates, key=lambda candidate: (candidate.depth, candidate.id)):
        parents = list(_parents(candidate, known, claimed))
        known[candidate.id] = Judged(candidate.depth, candidate.key, _standing(candidate, parents))
    return {id_: judged.standing for id_, judged in known.items() if id_ in claimed}


def _parents(
    candidate: Candidate, known: Mapping[ChangeId, Judged], claimed: Mapping[ChangeId, Candidate]
) -> Iterator[Judged]:
    for parent in candidate.parents:
        if parent in known:
            yield known[parent]
        elif deeper := claimed.get(parent):
            yield Judged(deeper.depth, deeper.key, Standing.INVALID)


def _standing(candidate: Candidate, parents: list[Judged]) -> Standing:
    if any(_spoils(parent, candidate) for parent in parents):
        return Standing.INVALID
    all_here = len(parents) == len(candidate.parents)
    if all_here and candidate.depth != 1 + max((parent.depth for parent in parents), default=0):
        return Standing.INVALID
    if not all_here or any(parent.standing is Standing.WAITING for parent in parents):
        return Standing.WAITING
    return Standing.READY


def _spoils(parent: Judged, child: Candidate) -> bool:
    return parent.standing is Standing.INVALID or parent.key != child.key or parent.depth >= child.depth
