"""What a record is called."""

from collections.abc import Mapping
from datetime import date

from werkboek_desktop.domain.dutch import day
from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.values import Value, ValueType


def title(kind: Kind, values: Mapping[str, Value]) -> str:
    """The fields of its title with spaces between them, a date as people write it."""
    dates = {field.key for field in kind.fields if field.type is ValueType.DATE}
    found = ((key, value) for key in kind.title if (value := values.get(key)))
    return " ".join(_written(str(value)) if key in dates else str(value) for key, value in found)


def _written(value: str) -> str:
    """A date that another program wrote may be none."""
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value
