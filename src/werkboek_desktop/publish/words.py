"""Values as Dutch text: 15 februari 2026 · september 2023 · 4.210 · € 61.000,50."""

from datetime import date

from werkboek_desktop.domain.dutch import amount, day, decimal, month, number
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.text import clean_line
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.publish.material import Lookups

_JOIN = " · "


def iso_day(value: str) -> str:
    """The same of `2026-02-15`."""
    return day(date.fromisoformat(value))


def euros(value: str) -> str:
    """`€ 61.000`, with cents where there are any."""
    return f"€\xa0{amount(value)}"


def words(field: Field, value: Value, lookups: Lookups) -> str:
    """A value of a field on one line; empty where it is absent, or nothing that text can show."""
    match field.type, value:
        case (ValueType.SET, tuple()) if not field.refers:
            return _JOIN.join(_elements(field, tuple(map(str, value)), lookups))
        case (ValueType.INTEGER, int()):
            return number(value)
        case (ValueType.BOOLEAN, bool()):
            return "ja" if value else "nee"
        case (ValueType.DECIMAL, str()):
            return decimal(value)
        case (ValueType.DATE, str()):
            return iso_day(value)
        case (ValueType.MONTH, str()):
            return month(value)
        case (ValueType.ENUM, str()):
            return _label(field, value)
        case ((ValueType.LINE | ValueType.TIME), str()):
            return clean_line(value)
        case _:
            return ""


def _elements(field: Field, elements: tuple[str, ...], lookups: Lookups) -> list[str]:
    if field.municipal:
        return [clean_line(lookups.municipality(element)) for element in elements]
    listed = [option.label for option in field.options if option.key in elements]
    keys = {option.key for option in field.options}
    return listed + [clean_line(element) for element in elements if element not in keys]


def _label(field: Field, key: str) -> str:
    return next((option.label for option in field.options if option.key == key), key)
