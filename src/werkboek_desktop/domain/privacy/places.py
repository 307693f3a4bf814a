"""Where somebody lives: streets with and without a number, and places so small that all know each other."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from werkboek_desktop.domain.privacy.finding import Certainty, Finding, Sort

_ENDS = "straat|straatje|weg|laan|plein|pleintje|gracht|kade|singel|dijk|dreef|steeg|pad|plantsoen|boulevard|wal|hofje"
_MORE_ENDS = f"{_ENDS}|markt|baan|hof|park|haven|erf|brink|werf|hoek|tuin|vliet|wetering|passage|promenade|akker|weide"
_UP = "A-ZÀ-ÖØ-Þ"
_NAME = rf"(?<!\w)(?:[{_UP}][\w’'.-]{{0,40}}[ \xa0]){{0,3}}"


def _street(ends: str) -> str:
    return (
        rf"(?P<street>{_NAME}(?:[{_UP}][\w’'-]{{0,40}}?(?:{ends})(?!\w)|(?<=[ \xa0])(?:{ends.title()})(?!\w))"
        rf"|Laan van (?:[a-zé]+ )*[{_UP}]\w+(?: [{_UP}]\w+)?"
        rf"|(?<!\w)[a-zé]{{3,40}}(?:straat|laan|gracht|kade|singel|steeg)(?!\w))"
    )


_STREET = re.compile(_street(_ENDS))
_NUMBER = (
    r"[ \xa0](?P<said>nummer |nr\.? ?|huisnummer )?(?P<number>\d{1,4})"
    r"(?P<more>-?[a-zA-Z]{1,2}(?!\w)|-\d{1,3}(?!\w)|[ -]?(?:bis|hs|huis)(?!\w))?(?![\w.]\d|\w|,\d)"
)
_CALLED = rf"(?:Plein|Laan)[ \xa0]1[89]\d\d|(?:flat|toren|complex)[ \xa0](?:(?:De|Het|’t|'t)[ \xa0])?[{_UP}]\w{{1,40}}"
"""What is called by a year, or is no street and has numbers all the same."""
_NUMBERED = re.compile(rf"(?:{_street(_MORE_ENDS)}|(?<!\w)(?P<called>{_CALLED}))" + _NUMBER)
_BEFORE = re.compile(r"\b(?:huisnummer|nummer|nr\.) ?\d{1,4}[a-z]?(?!\w)(?: (?:in|aan|van|op) de)? $", re.IGNORECASE)
"""The number first: `nummer 14 in de Kerkstraat`."""
_AWAY = 40
_CODE = r"[1-9]\d{3}(?:[ \xa0]?[A-Z]{2}|[a-z]{2})(?!\w)"
_HOUSE = r"(?:,? ?(?:nummer|nr\.?|huisnummer|huis))?[ \xa0]\d{1,5}(?:[ -]?[a-zA-Z](?!\w))?(?![\w.]\d|\d)"
_POSTCODE = re.compile(rf"(?<![\w.,])(?:(?P<after>{_CODE}{_HOUSE})|(?P<lone>{_CODE}))")
_YEAR_AND_WORD = re.compile(r"(?:19|20)\d\d (?:OM|EU|VN|WK|EK|PC|TV|BV|NV|KM)")
_NO_STREET = re.compile(
    r"\b(?:loopbaan|rijbaan|snelweg|spoorweg|arbeidsmarkt|woningmarkt|kader|omweg|winkelstraat|gerechtshof|moerdijk|stellingwerf)$",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:(?:In|Op|De|Het|Een|Aan|Bij|Langs|Achter|Boven|Voor|Uit|Van|Naar|Sinds|Toen|Ook|Onder|Naast|Vanaf|Over|Die|Dat"
    r"|Deze|Met|Adres|Tegenover|Binnen|Rond)[ \xa0])+"
)
_NEXT = re.compile(r"[ \xa0]([a-zé][\w’']*)")
_GOES_ON = frozenset(
    "werden worden stonden hadden hebben staan waren wonen woonden liggen lagen gingen bleken kregen kwamen zaten"
    " zitten troffen vonden zagen sloten deden moesten tegen tussen binnen buiten en is was dus sinds als dichtgaan"
    " toen eens gesloten gevonden mochten konden zouden wilden".split()
)
_UNITS = frozenset(
    "keer jaar procent euro uur meter man kilometer km m2 maal week maand dag minuten cm kilo liter ton graden".split()
)
SMALL = (
    r"\w*(?:flat|portiek|galerij|pand|panden|loods|schuur|garagebox|garage|winkel|zaak|trappenhuis|verdieping|etage"
    r"|boerderij|woonwagenkamp|kampje|blok|woonblok|complex|hofje|woning|klas|groep (?:zeven|acht|[78])|kapper|kroeg"
    r"|school|café|overkant|hoek|steegje|pleintje|straat)(?!\w)"
)
"""A place where few enough people live or come to know who is meant."""


class Place(NamedTuple):
    """A street without its number, from `start` to `end`."""

    start: int
    end: int


def streets(sentence: str) -> Iterator[Place]:
    """The streets that a sentence names."""
    for found in _STREET.finditer(sentence):
        if (place := _named(found)) is not None:
            yield place


def _named(found: re.Match[str]) -> Place | None:
    """Without the words before it that begin the sentence and are no part of its name."""
    group = "street" if found["street"] else "called"
    lead = _LEADS.match(found[group])
    start = found.start(group) + (lead.end() if lead else 0)
    return Place(start, found.end(group)) if not _NO_STREET.search(found[group]) else None


def addresses(sentence: str) -> Iterator[Finding]:
    """Postcodes with a number, and streets with one."""
    numbered = [(place, found) for found in _NUMBERED.finditer(sentence) if (place := _address(found))]
    for code in _POSTCODE.finditer(sentence):
        if _YEAR_AND_WORD.match(code[0]):
            continue
        before = next((place for place, _found in numbered if 0 <= code.start() - place.end <= 2), None)
        if before or code["after"]:
            yield Finding(Sort.POSTCODE, before.start if before else code.start(), code.end())
    for place, found in numbered:
        yield Finding(Sort.STREET, place.start, place.end, Certainty.SURE if found["said"] else Certainty.LIKELY)
    for place in streets(sentence):
        if number := _BEFORE.search(sentence, max(0, place.start - _AWAY), place.start):
            yield Finding(Sort.STREET, number.start(), place.end)


def _address(found: re.Match[str]) -> Place | None:
    place = _named(found)
    if place is None or not (found["said"] or found["more"] or _numbers_a_house(found)):
        return None
    return Place(place.start, found.end())


def _numbers_a_house(found: re.Match[str]) -> bool:
    """No year, and no number of things: "in de Kerkstraat 12 panden opkopen"."""
    if len(found["number"]) == 4 and found["number"][:2] in {"19", "20"}:
        return False
    following = _NEXT.match(found.string, found.end())
    if not following or following[1] in _GOES_ON:
        return True
    return following[1] not in _UNITS and not following[1].endswith(("en", "s"))
