"""What the program says of how it understood somebody."""

from datetime import date

from werkboek_desktop.domain.dates import weekday_differs
from werkboek_desktop.domain.dutch import DAYS
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.municipalities import Municipalities
from werkboek_desktop.domain.numbers import doubt
from werkboek_desktop.domain.text import clean_line, fold
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.written import written

YEAR_DIGITS = 4


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
        case ValueType.INTEGER if field.year and isinstance(value, int) and len(str(value)) != YEAR_DIGITS:
            return "Een jaar heeft vier cijfers, zoals 2021. Opslaan kan gewoon."
        case ValueType.DECIMAL:
            return doubt(text, field.unit)
        case ValueType.LINE if isinstance(value, str) and field.characters and len(value) > field.characters:
            return f"{len(value)} tekens; hoogstens {field.characters} leest het prettigst. Opslaan kan gewoon."
    return ""
