"""What a record is called."""

from collections.abc import Mapping
from datetime import date

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.dutch import day
from werkboek_desktop.domain.fields import Kind, Privacy
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import RecordView

MOST = 40
"""Characters of a title that is said in passing."""


def title(kind: Kind, values: Mapping[str, Value]) -> str:
    """The fields of its title with spaces between them, a date as people write it."""
    dates = {field.key for field in kind.fields if field.type is ValueType.DATE}
    found = ((key, value) for key in kind.title if (value := values.get(key)))
    return " ".join(_written(str(value)) if key in dates else str(value) for key, value in found)


def impersonal(record: RecordView) -> str:
    """Its title for a sentence in passing: no more than a few words, and nothing that is a person's name."""
    kind = schema.kind(record.key.kind)
    keys = kind.title if kind else ()
    values = {key: record.value(key) for key in keys if not _is_of_a_person(record, key)}
    words = " ".join(title(kind, values).split()) if kind else ""
    return f"{words[:MOST]}{'…' * (len(words) > MOST)}"


def _is_of_a_person(record: RecordView, key: str) -> bool:
    field = schema.field(record.key.kind, key)
    return field is not None and field.privacy is Privacy.PERSON


def _written(value: str) -> str:
    """A date that another program wrote may be none."""
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value
