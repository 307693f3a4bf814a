"""Numbers as people type them: `4.210`, `4 210`, `€ 61.000,50`, `85000.50`, `1,2 miljoen`; minutes too: `half uur`.

A point between groups of three digits separates thousands, as Dutch people write: a decimal `1.234` is 1234.
"""

import re

from werkboek_desktop.domain.text import clean_line, fold
from werkboek_desktop.domain.values import BadValue

_NUMBER = re.compile(r"(-?)(\d{1,3}(?:[. \xa0\u202f]\d{3})+|\d+)(?:,(\d+|-))?")
_PLAIN_DECIMAL = re.compile(r"(-?)(\d+)\.(\d{1,2}|\d{4,})")
_ENGLISH = re.compile(r"-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,2})?")
_ROUND = re.compile(r"(-?)(\d+)(?:[,.](\d{1,3}))? ?(duizend|miljoen|mln\.?|miljard|mld\.?)", re.IGNORECASE)
_ZEROS = {"duizend": 3, "miljoen": 6, "mln": 6, "miljard": 9, "mld": 9}
DIGITS = 15
MINUTES = "minuten"
_HOURS = re.compile(
    r"(\d{1,2})(?:[,.](25|5|75))? ?(?:uur|u)(?: ?(?:en )?(\d{1,2})(?: ?min\.?| minuten)?)?|(\d{1,2}):([0-5]\d)"
)
_PARTS = {"25": 15, "5": 30, "75": 45}
_SPOKEN = {
    "kwartier": 15,
    "half uur": 30,
    "halfuur": 30,
    "drie kwartier": 45,
    "uur": 60,
    "anderhalf uur": 90,
    "anderhalfuur": 90,
    "twee uur": 120,
}


class NotClear(BadValue):
    """It may mean two numbers; the text says which."""


def read_integer(text: str, unit: str = "") -> int:
    """A whole number; with its unit behind it is fine. Raises BadValue, NotClear."""
    if unit == MINUTES and (minutes := _minutes(clean_line(text))) is not None:
        return minutes
    typed = _without(text, unit)
    if found := _ROUND.fullmatch(typed):
        whole, rest = _rounded(found)
        if rest:
            raise BadValue(text[:80])
        return int(found[1] + whole)
    if unclear := _unclear(typed):
        raise unclear
    found = _NUMBER.fullmatch(typed)
    if not found or (found[3] or "").strip("-0"):
        raise BadValue(text[:80])
    digits = _digits(found[2])
    if len(digits) > DIGITS:
        raise BadValue(text[:80])
    return int(found[1] + digits)


def _minutes(typed: str) -> int | None:
    """How long something lasts, of who thinks in hours: `half uur`, `1,5 uur`, `1u30`, `1:30`."""
    words = fold(typed)
    spoken = _SPOKEN.get(words.removeprefix("een "))
    found = _HOURS.fullmatch(words)
    if spoken is not None or found is None:
        return spoken
    hours, part, over, before, after = found.groups()
    return int(hours or before) * 60 + _PARTS.get(part, 0) + int(over or after or 0)


def read_decimal(text: str, unit: str = "") -> str:
    """An amount as it is stored: `61000.5`. Raises BadValue, NotClear."""
    typed = _without(text, unit).removeprefix("€").strip()
    if found := _ROUND.fullmatch(typed):
        whole, rest = _rounded(found)
        return _joined(found[1], whole, rest)
    if ("." in typed or typed.count(",") > 1) and (unclear := _unclear(typed)):
        raise unclear
    found = _NUMBER.fullmatch(typed) or _PLAIN_DECIMAL.fullmatch(typed)
    if not found:
        raise BadValue(text[:80])
    return _joined(found[1], found[2], (found[3] or "").strip("-"))


def _joined(sign: str, whole: str, rest: str) -> str:
    digits, rest = _digits(whole), rest.rstrip("0")
    number = f"{digits}.{rest}" if rest else digits
    return number if number == "0" else sign + number


def _without(text: str, unit: str) -> str:
    typed = clean_line(text)
    for ending in filter(None, (unit, unit[:3] if len(unit) > 3 else "", "euro")):
        if typed.casefold().endswith(ending.casefold()):
            return typed[: -len(ending)].rstrip()
    return typed


def _rounded(found: re.Match[str]) -> tuple[str, str]:
    zeros = _ZEROS[found[4].casefold().rstrip(".")]
    moved = (found[3] or "").ljust(zeros, "0")
    return found[2] + moved[:zeros], moved[zeros:].rstrip("0")


def _unclear(typed: str) -> NotClear | None:
    """Who copies `4,210` from English means four thousand; in Dutch it is four and a bit."""
    if not _ENGLISH.fullmatch(typed):
        return None
    thousands = typed.translate({ord(","): ".", ord("."): ","})
    return NotClear(f"bedoel je {thousands}? Schrijf duizendtallen met een punt, of zonder iets ertussen")


def doubt(text: str, unit: str = "") -> str:
    """What to say of an amount that was read as four and a bit, and may have been meant as four thousand."""
    typed = _without(text, unit).removeprefix("€").strip()
    if typed.count(",") != 1 or "." in typed or not _ENGLISH.fullmatch(typed):
        return ""
    return f"Bedoel je {typed.replace(',', '.')}? Schrijf dan een punt in plaats van een komma."


def _digits(found: str) -> str:
    return re.sub(r"\D", "", found).lstrip("0") or "0"
