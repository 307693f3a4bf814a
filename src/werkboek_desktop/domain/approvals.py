"""Whether an akkoord stands, by what was answered on which version of the text."""

from collections.abc import Iterable
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


def asks(answers: Iterable[Answer]) -> Sort | None:
    """What the answers of one type ask for; None where the akkoord stands, or nobody here can tell."""
    given = sorted(answers, key=in_time)
    if not given or holds(answer.outcome for answer in given if answer.verdict is Outcome.EQUAL):
        return None
    last = given[-1]
    if last.outcome == "refused":
        return Sort.REFUSED
    if last.outcome == "ask_again":
        return Sort.ASK_AGAIN
    agreed = last.outcome in {"approved", "minor_correction"}
    return Sort.LAPSED if agreed and last.verdict is Outcome.CHANGED else None
