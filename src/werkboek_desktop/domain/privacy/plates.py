"""Licence plates, of all side codes that the Netherlands gave out."""

import re
from collections.abc import Iterator

from werkboek_desktop.domain.privacy.finding import Certainty, Finding, Sort

_SHAPES = frozenset(
    "LL-DD-DD DD-DD-LL DD-LL-DD LL-DD-LL LL-LL-DD DD-LL-LL DD-LLL-D D-LLL-DD LL-DDD-L L-DDD-LL LLL-DD-L L-DD-LLL"
    " D-LL-DDD DDD-LL-D".split()
)
_TIGHT = frozenset(shape.replace("-", "") for shape in _SHAPES)
_WRITTEN = re.compile(
    r"(?<![\w-])(?:[A-Za-z]{1,3}|\d{1,3})-(?:[A-Za-z]{1,3}|\d{1,3})-(?:[A-Za-z]{1,3}|\d{1,3})(?![\w-])"
)
_LOOSE = re.compile(r"(?<![\w-])(?:[A-Z]|\d)(?:[ \xa0-]?(?:[A-Z]|\d)){5}(?![\w-])")
_VEHICLE = re.compile(
    r"\b(?:kenteken\w*|nummerplaat|\w*(?:auto|bus|busje|wagen|scooter|brommer|motor|aanhanger|vrachtwagen)|audi|bmw"
    r"|golf|mercedes|opel|volkswagen|toyota|peugeot|renault|ford|fiat|kia|seat|skoda|volvo)\b",
    re.IGNORECASE,
)


def plates(sentence: str) -> Iterator[Finding]:
    """As plates are written; without hyphens or in small letters only where a vehicle is spoken of."""
    vehicle = _VEHICLE.search(sentence) is not None
    for found in _WRITTEN.finditer(sentence):
        if _shape(found[0]) in _SHAPES and (vehicle or found[0].isupper()):
            yield Finding(Sort.PLATE, found.start(), found.end(), Certainty.SURE if vehicle else Certainty.LIKELY)
    for found in _LOOSE.finditer(sentence) if vehicle else ():
        if re.sub("[^LD]", "", _shape(found[0])) in _TIGHT:
            yield Finding(Sort.PLATE, found.start(), found.end(), Certainty.LIKELY)


def _shape(text: str) -> str:
    return re.sub(r"\d", "D", re.sub(r"[A-Za-z]", "L", text))
