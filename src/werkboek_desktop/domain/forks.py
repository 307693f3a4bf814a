"""One project that goes on in two places: a copied file, a copied computer, a backup that came back."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from werkboek_desktop.domain.dutch import MONTHS, day
from werkboek_desktop.domain.today_lines import Line


class Sort(StrEnum):
    """How it shows.

    Everybody sees two changes after the same one (chain), and two bundles with one number. Only the computer itself
    knows that it has two files of one project, and that a file came from another computer.
    """

    CHAIN = "chain"
    NUMBER = "number"
    TWO_FILES = "two_files"
    COPIED = "copied"


class Fork(NamedTuple):
    """Where a project goes on twice. `sender`: "person · computer", empty for this one; `file`: the other one here."""

    sort: Sort
    sender: str
    since: date | None = None
    file: str = ""


def line(fork: Fork, today: date) -> Line:
    """What people should know of it, and what they can do."""
    since = f", sinds {_day(fork.since, today)}" if fork.since else ""
    match fork.sort:
        case Sort.COPIED:
            title = f"Dit bestand is een kopie van dat {_where(fork)}{since}"
            what_to_do = "Werkt daar ook nog iemand? Wissel dan pakketten uit, zodat jullie hetzelfde hebben."
        case Sort.TWO_FILES:
            title = f"Dit werkboek staat nog eens op deze computer: {fork.file}"
            what_to_do = "Ze gaan elk hun eigen gang. Wissel een pakket uit en werk daarna verder in één bestand."
        case _:
            title = f"Dit werkboek is op twee plekken verder bewerkt {_where(fork)}{since}"
            what_to_do = "Beide zijn bewaard. Wissel pakketten uit en werk daarna verder op één plek."
    return Line(title, what_to_do, fine=False)


def sentences(forks: Iterable[Fork], today: date) -> Iterator[str]:
    """The same in sentences, each once."""
    for title, what_to_do, _fine in dict.fromkeys(line(fork, today) for fork in forks):
        yield f"{title}. {what_to_do}"


def _where(fork: Fork) -> str:
    if not fork.sender:
        return "met de sleutel van deze computer"
    person, _, computer = fork.sender.partition(" · ")
    return f"op de computer van {person or 'iemand'}{f' ({computer})' if computer else ''}"


def _day(value: date, today: date) -> str:
    return day(value) if value.year != today.year else f"{value.day} {MONTHS[value.month - 1]}"
