"""Dutch on the screen: source strings are Dutch, dates and numbers are written as people say them."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from werkboek_desktop.domain.dutch import DAYS, MONTHS, day, number

_BREAKABLE = str.maketrans({sign: f"{sign}\u200b" for sign in "/\\_-.@"})
_LONG = re.compile(r"\S{16,}")
_DAY = re.compile(rf"\b(\d\d?) (?=(?:{'|'.join(MONTHS)})\b)")


def tr(text: str) -> str:
    """A text of the program, in the language of the screen."""
    return QCoreApplication.translate("Werkboek", text)


def breakable(path: Path) -> str:
    """A path that a line may end in, after each part of it."""
    return str(path).translate(_BREAKABLE)


def foldable(text: str) -> str:
    """A text in which a long word may go on in the next line after each part of it: an address."""
    return _LONG.sub(lambda word: word[0].translate(_BREAKABLE), text)


def whole_days(text: str) -> str:
    """A text of which no line ends between a day and its month."""
    return _DAY.sub("\\1\u00a0", text)


def count(n: int, one: str, many: str) -> str:
    """A number with its noun: 1 versie, 3 versies. Thousands get a point."""
    return f"{number(n)} {one if n == 1 else many}"


def local(seconds: int) -> datetime:
    """A claimed time (seconds since 1970, UTC) on this computer's clock; past every calendar: their last day."""
    try:
        return datetime.fromtimestamp(seconds, UTC).astimezone()
    except (OverflowError, OSError, ValueError):
        return datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)


def at_time(seconds: int, today: date) -> str:
    """15:12; of another day: vrijdag 20 november 2026, 15:12."""
    when = local(seconds)
    return f"{when:%H:%M}" if when.date() == today else moment(seconds)


def moment(seconds: int) -> str:
    """vrijdag 20 november 2026, 15:12."""
    when = local(seconds)
    return f"{DAYS[when.weekday()]} {day(when)}, {when:%H:%M}"
