"""The second line of a row: where or when something is, from the columns that the schema lists."""

from collections.abc import Mapping
from functools import cache

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.ui.shown import shown

PARTS = 2


def subtitle(kind: str, columns: Mapping[str, object]) -> str:
    """At most two columns in words, beside the title and the status."""
    texts = (_text(field, columns[field.key]) for field in _columns(kind) if columns.get(field.key))
    return " · ".join([text for text, _at in zip(texts, range(PARTS), strict=False)])


@cache
def _columns(kind_key: str) -> tuple[Field, ...]:
    kind = schema.kind(kind_key)
    if kind is None:
        return ()
    wanted = [key for key in kind.columns if key != "status" and key not in kind.title]
    fields = [field for field in kind.fields if field.key in wanted and not _is_long(field)]
    return tuple(sorted(fields, key=lambda field: field.type is ValueType.ENUM))


def _is_long(field: Field) -> bool:
    """Several words out of a list, and names of others, say what something is about, not where it is."""
    return field.type is ValueType.REFERENCE or (field.type is ValueType.SET and bool(field.options))


def _text(field: Field, value: object) -> str:
    """A number without a unit says nothing on its own."""
    elements = tuple(map(str, value)) if isinstance(value, list) else value
    text = shown(field, elements, str)  # type: ignore[arg-type]  # columns hold values as JSON has them
    return f"{field.label.lower()} {text}" if field.type is ValueType.INTEGER and not field.unit else text
