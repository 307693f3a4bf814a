"""Dates and numbers as Dutch people write them: 15 februari 2026 · september 2023 · 4.210 · 61.000,5."""

from datetime import date

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

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

_SPELLED = "Geen Eén Twee Drie Vier Vijf Zes Zeven Acht Negen Tien Elf Twaalf".split()


def day(value: date) -> str:
    """`15 februari 2026`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year:04}"


def month(value: str) -> str:
    """`september 2023` of `2023-09`."""
    year, number_of_month = value.split("-")
    return f"{MONTHS[int(number_of_month) - 1]} {year}"


def number(value: int) -> str:
    """`4.210`."""
    return f"{value:,}".replace(",", ".")


def decimal(value: str) -> str:
    """`61.000,5` of `61000.5`."""
    whole, _, rest = value.partition(".")
    sign = "-" if whole.startswith("-") else ""
    return f"{sign}{number(abs(int(whole)))}{f',{rest}' if rest else ''}"


def amount(value: str) -> str:
    """`61.000,50` of `61000.5`: money has no cents, or two digits of them."""
    whole, _, cents = decimal(value).partition(",")
    return f"{whole},{cents:0<2}" if cents else whole


def spelled(value: int) -> str:
    """A number as it begins a sentence: Eén, Twee … Twaalf, 13."""
    return _SPELLED[value] if 0 <= value < len(_SPELLED) else number(value)
