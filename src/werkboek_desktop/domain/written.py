"""Values as somebody types them."""

from datetime import date

from werkboek_desktop.domain.dutch import amount, day, decimal, month, number
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.municipalities import Municipalities
from werkboek_desktop.domain.values import Value, ValueType

EURO = "€"


def written(field: Field, value: Value, municipalities: Municipalities) -> str:
    """A value as somebody types it, so that it can be changed; nothing is an empty text."""
    if value is None:
        return ""
    match field.type:
        case ValueType.INTEGER if isinstance(value, int):
            return str(value) if field.year else number(value)
        case ValueType.DECIMAL:
            return amount(str(value)) if field.unit == EURO else decimal(str(value))
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
