"""Values as somebody types them, and what the program says of how it understood them."""

from datetime import date

from werkboek_desktop.domain.dates import weekday_differs
from werkboek_desktop.domain.dutch import DAYS, day, decimal, month, number
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.municipalities import Municipalities
from werkboek_desktop.domain.numbers import doubt
from werkboek_desktop.domain.text import clean_line, fold
from werkboek_desktop.domain.values import Value, ValueType


def written(field: Field, value: Value, municipalities: Municipalities) -> str:
    """A value as somebody types it, so that it can be changed; nothing is an empty text."""
    if value is None:
        return ""
    match field.type:
        case ValueType.INTEGER if isinstance(value, int):
            return str(value) if field.year else number(value)
        case ValueType.DECIMAL:
            return decimal(str(value))
        case ValueType.DATE:
            return day(date.fromisoformat(str(value)))
        case ValueType.MONTH:
            return month(str(value))
        case ValueType.ENUM | ValueType.LINE:
            return element_name(field, str(value), municipalities)
    return str(value)


def element_name(field: Field, element: str, municipalities: Municipalities) -> str:
    """What an element or a key is called; one that is not known is itself."""
    if field.municipal:
        return municipalities.name(element)
    return next((option.label for option in field.options if option.key == element), element)


def echo(field: Field, text: str, value: Value, municipalities: Municipalities) -> str:
    """How a typed text was understood, where that says more than the text itself: `dinsdag 26 januari 2021`."""
    if value is None or field.type not in _ECHOED:
        return ""
    words = written(field, value, municipalities)
    if field.type is ValueType.DATE:
        words = f"{DAYS[date.fromisoformat(str(value)).weekday()]} {words}"
    return "" if fold(clean_line(text)) == fold(words) else words


_ECHOED = frozenset({ValueType.DATE, ValueType.MONTH, ValueType.TIME, ValueType.INTEGER, ValueType.DECIMAL})


def remark(field: Field, text: str, value: Value) -> str:
    """What is odd about a text that was understood all the same; else nothing."""
    match field.type:
        case ValueType.DATE if value is not None:
            return weekday_differs(text, str(value))
        case ValueType.DECIMAL:
            return doubt(text, field.unit)
        case ValueType.LINE if isinstance(value, str) and field.characters and len(value) > field.characters:
            return f"{len(value)} tekens; hoogstens {field.characters} leest het prettigst. Opslaan kan gewoon."
    return ""
