"""Days, months and times as people type them: `26 jan 2021`, `26-1-21`, `morgen`, `vorige ma`, `9u30`, `half tien`."""

import re
from calendar import monthrange
from datetime import date, timedelta

from werkboek_desktop.domain.dutch import DAYS, MONTHS, day
from werkboek_desktop.domain.text import clean_line, fold
from werkboek_desktop.domain.values import BadValue

CENTURY_TURNS = 20
"""A year of two digits lies at most so many years ahead; else it was in the century before."""
FIRST_AFTERNOON = 7 * 60
"""Spoken times before seven are in the afternoon: a masterclass at half past one in the night is none."""

_MONTH_NUMBERS = (
    {name: number for number, name in enumerate(MONTHS, 1)}
    | {name[:3]: number for number, name in enumerate(MONTHS, 1)}
    | {"mrt": 3, "sept": 9, "oct": 10, "may": 5}
)
_DAY_NUMBERS = {name: number for number, name in enumerate(DAYS)} | {
    name[:length]: number for number, name in enumerate(DAYS) for length in (2, 3)
}
_NEAR = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "nu": 0, "morgen": 1, "overmorgen": 2}

_WEEKDAY_FIRST = re.compile(r"([a-z]{2,9})[. ,]+(?=\d)")
_WEEKDAY = re.compile(r"(?:(vorige|afgelopen|volgende|komende|aanstaande) )?([a-z]{2,9})\.?")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WRITTEN = re.compile(r"(\d{1,2})(?:e|de|ste)?[-. ]{0,2}([a-z]{3,9})\.?(?:[-. ]{1,2}(\d{4}|\d{2}))?")
_MONTH_ALONE = re.compile(r"(?:[a-z]{3,9}\.? )?\d{4}")

_ISO_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})")
_SHORT_MONTH = re.compile(r"(\d{1,2})[-/. ](\d{4}|\d{2})")
_WRITTEN_MONTH = re.compile(r"([a-z]{3,9})\.?(?:[- ](\d{4}|\d{2}))?")

_CLOCK = re.compile(r"(\d{1,2})(?:[:.,hu]?(\d{2}))?(?: ?u(?:ur)?)?")
_SPOKEN_HOURS = dict(
    zip(
        ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
        range(1, 13),
        strict=True,
    )
)
_SPOKEN_MINUTES = {"vijf": 5, "tien": 10, "kwart": 15, "twintig": 20}
_SPOKEN = re.compile(
    r"(?:(vijf|tien|kwart|twintig|5|10|15|20) (voor|over) )?(half )?([a-z]+|\d{1,2})(?: uur)?(?: precies)?"
)


class NoSuchDay(BadValue):
    """A day that no calendar has; the text says which, and what would do."""


def read_date(text: str, today: date) -> str:
    """The day that a text means, as `2021-01-26`. Raises BadValue, and NoSuchDay where it means one that never was."""
    typed = " ".join(fold(clean_line(text)).replace("'", "").split())
    if typed in _NEAR:
        return (today + timedelta(_NEAR[typed])).isoformat()
    if named := _by_weekday(typed, today):
        return named.isoformat()
    if (first := _WEEKDAY_FIRST.match(typed)) and first[1] in _DAY_NUMBERS:
        typed = typed[first.end() :]
    year, month, number = _parts(typed, today)
    return _real(year, month, number).isoformat()


def _by_weekday(typed: str, today: date) -> date | None:
    found = _WEEKDAY.fullmatch(typed)
    if not found or found[2] not in _DAY_NUMBERS:
        return None
    ahead = (_DAY_NUMBERS[found[2]] - today.weekday()) % 7
    if found[1] in {"vorige", "afgelopen"}:
        return today + timedelta(ahead - 7)
    return today + timedelta(ahead if found[1] is None else ahead or 7)


def _parts(typed: str, today: date) -> tuple[int, int, int]:
    if found := _YEAR_FIRST.fullmatch(typed):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY_FIRST.fullmatch(typed):
        return _year(found[3], today), int(found[2]), int(found[1])
    if found := _DIGITS.fullmatch(typed):
        if 1900 <= int(found[1]) < 2100 and 1 <= int(found[2]) <= 12:
            return int(found[1]), int(found[2]), int(found[3])
        return int(typed[4:]), int(typed[2:4]), int(typed[:2])
    if (found := _WRITTEN.fullmatch(typed)) and (month := _MONTH_NUMBERS.get(found[2])):
        return _year(found[3], today), month, int(found[1])
    if _MONTH_ALONE.fullmatch(typed):
        raise NoSuchDay(f"de dag ontbreekt nog, zoals in 26 januari {typed[-4:]}")
    raise BadValue(typed[:80])


def _year(typed: str | None, today: date) -> int:
    if typed is None:
        return today.year
    if len(typed) == 4:
        return int(typed)
    year = today.year // 100 * 100 + int(typed)
    return year - 100 if year > today.year + CENTURY_TURNS else year


def _real(year: int, month: int, number: int) -> date:
    if not 1 <= month <= 12:
        swapped = 1 <= number <= 12 and 1 <= month <= 31
        hint = f"; bedoel je {month}-{number}-{year}? Schrijf de dag vóór de maand" if swapped else ""
        raise NoSuchDay(f"er is geen maand {month}{hint}")
    if year < 1:
        raise NoSuchDay("er is geen jaar 0")
    days = monthrange(year, month)[1]
    if not 1 <= number <= days:
        raise NoSuchDay(f"{number} {MONTHS[month - 1]} {year} bestaat niet: die maand heeft {days} dagen")
    return date(year, month, number)


def weekday_differs(text: str, value: str) -> str:
    """What to say where somebody wrote another day of the week than the date has; else nothing."""
    found = _WEEKDAY_FIRST.match(fold(clean_line(text)))
    meant = date.fromisoformat(value)
    if not found or _DAY_NUMBERS.get(found[1], meant.weekday()) == meant.weekday():
        return ""
    written = DAYS[_DAY_NUMBERS[found[1]]]
    return f"{day(meant)} is een {DAYS[meant.weekday()]}, geen {written}."


def read_month(text: str, today: date) -> str:
    """The month that a text means, as `2021-01`."""
    typed = fold(clean_line(text)).replace("'", "")
    if found := _ISO_MONTH.fullmatch(typed):
        return _real_month(int(found[1]), int(found[2]))
    if found := _SHORT_MONTH.fullmatch(typed):
        return _real_month(_year(found[2], today), int(found[1]))
    if (found := _WRITTEN_MONTH.fullmatch(typed)) and (month := _MONTH_NUMBERS.get(found[1])):
        return _real_month(_year(found[2], today), month)
    if re.fullmatch(r"\d{4}", typed):
        raise NoSuchDay(f"de maand ontbreekt nog, zoals in januari {typed}")
    raise BadValue(text[:80])


def _real_month(year: int, month: int) -> str:
    if not 1 <= month <= 12:
        raise NoSuchDay(f"er is geen maand {month}")
    return f"{year:04}-{month:02}"


def read_time(text: str) -> str:
    """The time that a text means, as `09:30`."""
    typed = " ".join(fold(clean_line(text)).removeprefix("om ").split())
    if found := _CLOCK.fullmatch(typed):
        return _real_time(int(found[1]), int(found[2] or 0))
    if found := _SPOKEN.fullmatch(typed):
        return _spoken(found)
    raise BadValue(text[:80])


def _real_time(hours: int, minutes: int) -> str:
    if hours == 24 and minutes == 0:
        raise NoSuchDay("24:00 is 0:00 van de volgende dag; schrijf 23:59 of 0:00")
    if hours > 23 or minutes > 59:
        raise NoSuchDay(f"{hours}:{minutes:02} bestaat niet: een dag loopt van 0:00 tot 23:59")
    return f"{hours:02}:{minutes:02}"


def _spoken(found: re.Match[str]) -> str:
    hour = _SPOKEN_HOURS.get(found[4]) or (int(found[4]) if found[4].isdigit() else 0)
    if not 1 <= hour <= 12:
        raise BadValue(found[0])
    aside = _SPOKEN_MINUTES.get(found[1] or "") or int(found[1] or 0)
    minutes = hour % 12 * 60 + (-30 if found[3] else 0) + (-aside if found[2] == "voor" else aside)
    minutes %= 12 * 60
    if minutes < FIRST_AFTERNOON:
        minutes += 12 * 60
    return _real_time(minutes // 60, minutes % 60)
