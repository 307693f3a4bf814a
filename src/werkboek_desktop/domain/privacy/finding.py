"""What the check points at: of which kind it is, and how sure the check is."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from werkboek_desktop.domain import lists


class Sort(StrEnum):
    """What is told about somebody."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    BSN = "bsn"
    IBAN = "iban"
    PLATE = "plate"
    POSTCODE = "postcode"
    STREET = "street"
    AGE = "age"
    ROLE = "role"
    GROUP = "group"


class Certainty(StrEnum):
    """How sure the check is, as people say it."""

    SURE = "zeker"
    LIKELY = "waarschijnlijk"
    POSSIBLE = "misschien"


LABELS = {Sort(option.key): option.label for option in lists.FINDING}

REASONS = {
    Sort.NAME: "Deze naam hoort bij een deelnemer of contact.",
    Sort.PHONE: "Een telefoonnummer leidt naar één persoon.",
    Sort.EMAIL: "Een e-mailadres leidt naar één persoon.",
    Sort.BSN: "Een burgerservicenummer mag nooit in een tekst staan.",
    Sort.IBAN: "Een rekeningnummer leidt naar één persoon.",
    Sort.PLATE: "Een kenteken leidt naar één persoon.",
    Sort.POSTCODE: "Dit is het adres van één woning.",
    Sort.STREET: "Dit is het adres van één woning, ook zonder postcode.",
    Sort.AGE: "Wie in de buurt woont, weet met leeftijd en straat wie dit is.",
    Sort.ROLE: "Wie in de buurt woont, weet wie er gemeld of gezien heeft.",
    Sort.GROUP: "In een groep van minder dan vijf zijn mensen te herkennen.",
}


class Finding(NamedTuple):
    """From `start` to `end` in a sentence."""

    sort: Sort
    start: int
    end: int
    certainty: Certainty = Certainty.SURE


def apart(found: Iterable[Finding]) -> Iterator[Finding]:
    """Without those that lie wholly in one before them: a house number in an address is no finding of its own."""
    kept: list[Finding] = []
    for each in found:
        if not any(other.start <= each.start and each.end <= other.end for other in kept):
            kept.append(each)
            yield each
