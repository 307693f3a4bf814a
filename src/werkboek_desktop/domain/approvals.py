"""Whether an akkoord stands, by what was answered on which version of the text."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from werkboek_desktop.domain.today_facts import Sort
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.version import Outcome, holds


class Answer(NamedTuple):
    """One approval of a type: what was said, on which day, recorded when, and how its version compares with now."""

    outcome: Value
    on: str
    recorded: int
    verdict: Outcome


def in_time(answer: Answer) -> tuple[object, ...]:
    """Sorts answers as they were given."""
    return answer.on, answer.recorded, str(answer.outcome), answer.verdict


class State(StrEnum):
    """How an akkoord stands."""

    UNASKED = "unasked"
    """Nobody answered yet."""
    STANDS = "stands"
    LAPSED = "lapsed"
    REFUSED = "refused"
    ASK_AGAIN = "ask_again"
    NOT_YET = "not_yet"
    ERASED = "erased"


_SORTS = {State.LAPSED: Sort.LAPSED, State.REFUSED: Sort.REFUSED, State.ASK_AGAIN: Sort.ASK_AGAIN}
_BY_VERDICT = {
    Outcome.CHANGED: State.LAPSED,
    Outcome.NOT_YET: State.NOT_YET,
    Outcome.ERASED: State.ERASED,
    Outcome.EQUAL: State.REFUSED,  # agreed to this very text, and refused as well: else it would stand
}
_AGREED = frozenset({"approved", "minor_correction"})


def state(answers: Iterable[Answer]) -> State:
    """How the akkoord of one type stands, by all the answers of that type."""
    given = sorted(answers, key=in_time)
    if holds(answer.outcome for answer in given if answer.verdict is Outcome.EQUAL):
        return State.STANDS
    if not given or given[-1].outcome is None:
        return State.UNASKED
    if given[-1].outcome in _AGREED:
        return _BY_VERDICT[given[-1].verdict]
    return State.ASK_AGAIN if given[-1].outcome == "ask_again" else State.REFUSED


type Stands = Mapping[str, State]
"""How the akkoorden about a case as a whole stand, by type; of a type that is not in it nobody answered."""

_WHO = {"municipality": "de gemeente", "partner": "de partner", "reader": "de tegenlezer"}
_SPEAKER = "wie het gaf"
_WHAT = {"quote": "Het citaat", "photo": "De foto"}
_UNASKED = {
    "municipality": "Het akkoord van de gemeente is nog niet vastgelegd.",
    "reader": "Kijk of iemand te herkennen is, en leg het ja van de tegenlezer vast.",
}


def told(type_: str, state: State) -> str:
    """What a step, a board or paper says of an akkoord that does not stand; empty for one that does."""
    who = _WHO.get(type_, _SPEAKER)
    return {
        State.UNASKED: _UNASKED.get(type_, ""),
        State.STANDS: "",
        State.LAPSED: f"{_WHAT.get(type_, 'De tekst')} is gewijzigd na het akkoord van {who}.",
        State.REFUSED: f"Er is geen akkoord van {who}: het antwoord was nee.",
        State.ASK_AGAIN: f"Het akkoord van {who} moet opnieuw gevraagd worden.",
        State.NOT_YET: f"Of het akkoord van {who} nog geldt is hier niet te zien: er mist een pakket.",
        State.ERASED: f"Wat het akkoord van {who} had is deels gewist: vraag het opnieuw.",
    }[state]


def asks(answers: Iterable[Answer]) -> Sort | None:
    """What the answers of one type ask for; None where the akkoord stands, or nobody here can tell."""
    return _SORTS.get(state(answers))


class Next(StrEnum):
    """What is to be done about the akkoord of a case."""

    SEND = "send"
    REGISTER = "register"
    DECIDE = "decide"
    """The text changed: does the akkoord stay, is it asked again, or does the old text come back?"""
    NOTHING = "nothing"


def next_step(states: Iterable[State], *, waits: bool) -> Next:
    """The one thing to do now; `waits`: a proof was sent that nobody answered."""
    found = set(states)
    if waits:
        return Next.REGISTER  # it was asked for the text as it became
    if State.LAPSED in found:
        return Next.DECIDE
    if found & {State.REFUSED, State.ASK_AGAIN, State.ERASED}:
        return Next.SEND
    if State.UNASKED not in found or State.NOT_YET in found:
        return Next.NOTHING
    return Next.REGISTER if State.STANDS in found else Next.SEND
