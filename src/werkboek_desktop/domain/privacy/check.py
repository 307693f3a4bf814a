"""The check of one sentence."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from werkboek_desktop.domain.privacy.bystanders import across, ages, groups, roles
from werkboek_desktop.domain.privacy.finding import Finding, apart
from werkboek_desktop.domain.privacy.names import Name, Names
from werkboek_desktop.domain.privacy.numbers import bsns, emails, ibans, phone_of, phones
from werkboek_desktop.domain.privacy.places import addresses
from werkboek_desktop.domain.privacy.plates import plates

_KEPT = 4096
_MOST = 100
"""So many in one sentence are enough to say that it cannot stay."""


class Known(NamedTuple):
    """Whom a project knows, and what of them may be printed: names, numbers and addresses that were agreed to."""

    people: tuple[Name, ...] = ()
    organisations: tuple[str, ...] = ()
    printable: tuple[str, ...] = ()


class Check:
    """Points at what may tell who somebody is. Sentences that it saw it need not read again."""

    def __init__(self, known: Known) -> None:
        self._names = Names(known.people, (*known.organisations, *known.printable))
        self._emails = frozenset(each.casefold() for each in known.printable if "@" in each)
        self._phones = frozenset(filter(None, map(phone_of, known.printable)))
        self.findings = lru_cache(_KEPT)(self._findings)
        self.across = lru_cache(_KEPT)(across)

    def _findings(self, sentence: str) -> tuple[Finding, ...]:
        found = islice(apart(self._all(sentence)), _MOST)
        return tuple(sorted(found, key=lambda finding: (finding.start, finding.end)))

    def _all(self, sentence: str) -> Iterator[Finding]:
        yield from emails(sentence, self._emails)
        yield from ibans(sentence)
        yield from phones(sentence, self._phones)
        yield from bsns(sentence)
        yield from addresses(sentence)
        yield from plates(sentence)
        yield from self._names.find(sentence)
        yield from ages(sentence)
        yield from roles(sentence)
        yield from groups(sentence)
