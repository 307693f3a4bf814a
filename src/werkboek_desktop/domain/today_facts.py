"""What can wait for a person, as plain data: `domain.today` says what of it does, and in which words."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from werkboek_desktop.domain.gaps import Missing
from werkboek_desktop.domain.ids import RecordId


class Sort(StrEnum):
    """The kinds of waiting, the most urgent first."""

    CONFLICT = "conflict"
    LAPSED = "lapsed"
    ERASE = "erase"
    DOUBT = "doubt"
    REFUSED = "refused"
    ASK_AGAIN = "ask_again"
    DEADLINE = "deadline"
    COMMENT = "comment"
    MISSING = "missing"
    MERGED = "merged"
    ASSIGNED = "assigned"
    CHANGED = "changed"
    EMBARGO = "embargo"
    SIGNUP = "signup"


class Spot(NamedTuple):
    """A field, and in which part of the work: `top` and `title` are the case's where a measure is meant."""

    record: RecordId
    field: str
    label: str
    top: RecordId
    title: str


class Conflict(NamedTuple):
    """A field with more than one version. `others` wrote them, besides oneself; `on`: the latest of theirs."""

    spot: Spot
    versions: int
    others: tuple[str, ...]
    mine: bool
    on: date
    prose: bool = True


class Agreement(NamedTuple):
    """An akkoord that doesn't stand: `sort` is LAPSED, REFUSED or ASK_AGAIN. `by`: the kind of akkoord.

    `changed`: what of a lapsed one reads otherwise.
    """

    sort: Sort
    spot: Spot
    by: str
    on: date | None
    sentences: int = 0
    changed: tuple[Spot, ...] = ()


class Proof(NamedTuple):
    """A proof that nobody answered yet."""

    spot: Spot
    deadline: date


class Remark(NamedTuple):
    """A discussion whose last word is somebody else's."""

    spot: Spot
    by: str
    on: date


class Changed(NamedTuple):
    """A field of a case that somebody else changed since one last looked at the case."""

    spot: Spot
    by: str
    on: date


class Embargo(NamedTuple):
    """A case that may not be published before a day."""

    spot: Spot
    until: date


class SignUp(NamedTuple):
    """A sign-up that nobody called yet."""

    record: RecordId
    municipality: str
    wants: tuple[str, ...]
    received: date | None


class Facts(NamedTuple):
    """All that can wait. `assigned`: cases that are somebody's turn and that they never opened.

    `erases`: who erased something, once for each thing; `doubts`: the people who sent with another key than before.
    """

    today: date
    conflicts: tuple[Conflict, ...] = ()
    merged: tuple[Spot, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    proofs: tuple[Proof, ...] = ()
    remarks: tuple[Remark, ...] = ()
    missing: tuple[Missing, ...] = ()
    changed: tuple[Changed, ...] = ()
    assigned: tuple[Spot, ...] = ()
    embargoes: tuple[Embargo, ...] = ()
    signups: tuple[SignUp, ...] = ()
    erases: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
