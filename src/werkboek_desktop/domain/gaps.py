"""What is missing: which bundles of a sender never came, as far as their numbers tell, and how one asks for them.

A number is a guess and is called one: a sender counts all bundles of a project, also those for somebody else.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from werkboek_desktop.domain.dutch import MONTHS, day
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.moments import begun, counted, listed
from werkboek_desktop.domain.proofs import Mail
from werkboek_desktop.domain.today_lines import person_of


class Parcel(NamedTuple):
    """A bundle that came: its sender's number for it, and the day it was made by the sender's clock."""

    number: int
    made: date


class Hole(NamedTuple):
    """Bundles that did not come: the numbers from `first` to `last`, made after and before those that did."""

    first: int
    last: int
    after: date | None
    before: date


class Missing(NamedTuple):
    """What one has to ask a sender for. `changes`: how many wait for it, in which `records`, with their `titles`.

    `goes_on`: a bundle was made to go on from what is not here. `lacks_too`: the sender may not have it either, and
    `writers` are the people who would.
    """

    sender: str
    holes: tuple[Hole, ...] = ()
    changes: int = 0
    records: tuple[RecordId, ...] = ()
    titles: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()
    goes_on: bool = False
    lacks_too: bool = False


def hole_before(parcels: Collection[Parcel], number: int) -> Hole | None:
    """The nearest bundles before this one, which came, that did not; None: all before it came."""
    made = {parcel.number: parcel.made for parcel in parcels}
    last = next((each for each in range(number - 1, 0, -1) if each not in made), None)
    if last is None:
        return None
    before = max((each for each in made if each < last), default=0)
    return Hole(before + 1, last, made.get(before), made[last + 1])


def parcel_words(hole: Hole, today: date) -> str:
    """`pakket 12, gemaakt tussen 3 en 9 november`."""
    which = f"pakket {hole.last}" if hole.first == hole.last else f"pakket {hole.first} tot en met {hole.last}"
    return f"{which}, gemaakt {_span(hole.after, hole.before, today)}"


def _span(after: date | None, before: date, today: date) -> str:
    until = _day(before, today)
    if after is None or after > before:
        return f"op of vóór {until}"
    if after == before:
        return f"op {until}"
    same = (after.year, after.month) == (before.year, before.month)
    return f"tussen {after.day if same else _day(after, today)} en {until}"


def _day(value: date, today: date) -> str:
    return day(value) if value.year != today.year else f"{value.day} {MONTHS[value.month - 1]}"


def waits_for(missing: Missing, today: date) -> str:
    """What waits for which bundle, in one sentence without a full stop."""
    which = listed([parcel_words(hole, today) for hole in missing.holes])
    guess = f": waarschijnlijk {which}" if which else ""
    if not missing.changes:
        return f"Wat er kwam, gaat verder op een pakket dat hier niet is{guess}"
    waits = counted(missing.changes, "wijziging wacht", "wijzigingen wachten")
    return f"{begun(waits)} op een eerder pakket{guess}"


def sentences(missing: Missing, today: date) -> Iterator[str]:
    """All there is to say about it: what waits, where, and whom to ask."""
    yield f"{waits_for(missing, today)}."
    if missing.titles:
        yield f"Nog niet compleet: {listed([f'‘{title}’' for title in missing.titles])}."
    if missing.lacks_too:
        yield f"Misschien mist {_name(missing)} het ook{_ask(missing.writers)}."
    if missing.goes_on:
        yield f"Stuur {_name(missing)} eerst een pakket terug: dan is bekend wat jij nog niet hebt."


def _name(missing: Missing) -> str:
    return person_of(missing.sender)


def _ask(writers: Sequence[str]) -> str:
    return f"; het bouwt voort op werk van {listed(list(writers))}" if writers else ""


def request(missing: Missing, project: str, me: str, today: date) -> Mail:
    """The mail to the sender: what is missing and what helps; no names of attendees, and no titles."""
    book = f"werkboek ‘{project}’" if project else "werkboek"
    which = listed([parcel_words(hole, today) for hole in missing.holes])
    guess = f"Waarschijnlijk gaat het om {which}." if which else ""
    whole = "Wil je mij een pakket sturen met alles erin, dus niet alleen met wat ik nog niet had? Dan klopt het weer."
    again = "Heb je het genoemde pakket nog, dan is dat ook goed. Dubbel sturen kan geen kwaad." if which else ""
    asked = f"Als jij het ook mist: weet je wie het wel heeft?{_from(missing.writers)}" if missing.lacks_too else ""
    parts = (
        f"Hallo {_name(missing)}," if missing.sender else "Hallo,",
        " ".join(filter(None, [f"In mijn {book} mist nog een pakket. {_why(missing)}", guess])),
        " ".join(filter(None, [whole, again])),
        asked,
        f"Groet,\n{me}" if me else "Groet",
    )
    return Mail(f"Er mist een pakket van ons {book}", "\n\n".join(filter(None, parts)) + "\n")


def _why(missing: Missing) -> str:
    if not missing.changes:
        return "Jouw laatste pakket gaat verder op iets dat hier niet is aangekomen."
    return f"{begun(counted(missing.changes, 'wijziging wacht', 'wijzigingen wachten'))} daarop."


def _from(writers: Sequence[str]) -> str:
    return f" Het bouwt voort op werk van {listed(list(writers))}." if writers else ""
