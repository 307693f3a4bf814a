"""Dutch on the screen: source strings are Dutch, dates and numbers are written as people say them."""

from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def tr(text: str) -> str:
    """A text of the program, in the language of the screen."""
    return QCoreApplication.translate("Werkboek", text)


def count(n: int, one: str, many: str) -> str:
    """A number with its noun: 1 versie, 3 versies. Thousands get a point."""
    return f"{number(n)} {one if n == 1 else many}"


def number(n: int) -> str:
    """12345 as 12.345."""
    return f"{n:,}".replace(",", ".")


def day(moment: date) -> str:
    """26 januari 2021."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def local(seconds: int) -> datetime:
    """A claimed time (seconds since 1970, UTC) on this computer's clock; one that no calendar has is 1970."""
    try:
        return datetime.fromtimestamp(seconds, UTC).astimezone()
    except (OverflowError, OSError, ValueError):
        return datetime.fromtimestamp(0, UTC).astimezone()


def moment(seconds: int) -> str:
    """vrijdag 20 november 2026, 15:12."""
    when = local(seconds)
    return f"{DAYS[when.weekday()]} {day(when)}, {when:%H:%M}"
