"""Values as people read them, for variants, summaries and reports."""

from collections.abc import Callable
from datetime import date

from werkboek_desktop.domain.dutch import MONTHS, day, number
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.resources import municipalities
from werkboek_desktop.ui.words import tr

_YEAR = "year"
_CODE = "GM"

type Title = Callable[[str], str]


def shown(field: Field, value: Value, title: Title) -> str:
    """A value in words; nothing at all is said to be so."""
    if value is None or value == ():
        return tr("(leeg)")
    match field.type:
        case ValueType.BOOLEAN:
            return tr("ja") if value else tr("nee")
        case ValueType.REFERENCE:
            return title(str(value))
        case ValueType.ATTACHMENT:
            return f"{tr('bestand')} {str(value)[:8]}"
        case ValueType.SET if isinstance(value, tuple):
            return ", ".join(title(each) if field.refers else _element(field, each) for each in map(str, value))
        case ValueType.ENUM | ValueType.LINE:
            return _element(field, str(value))
    return written(field, value)


def written(field: Field, value: Value) -> str:
    """A value as somebody types it, so that it can be changed; nothing is an empty text."""
    if value is None:
        return ""
    match field.type:
        case ValueType.INTEGER if isinstance(value, int):
            return str(value) if field.key.endswith(_YEAR) else number(value)
        case ValueType.DECIMAL:
            whole, _point, rest = str(value).partition(".")
            return f"{number(int(whole))},{rest}" if rest else number(int(whole))
        case ValueType.DATE:
            return day(date.fromisoformat(str(value)))
        case ValueType.MONTH:
            year, month = str(value).split("-")
            return f"{MONTHS[int(month) - 1]} {year}"
        case ValueType.LINE:
            return _element(field, str(value))
    return str(value)


def _element(field: Field, element: str) -> str:
    if field.municipal and element.startswith(_CODE):
        return municipalities().name(element)
    return next((option.label for option in field.options if option.key == element), element)
