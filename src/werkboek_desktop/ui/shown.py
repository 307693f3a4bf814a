"""Values as people read them, for variants, summaries and reports."""

from collections.abc import Callable

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.shown_prose import readable
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.written import element_name, written
from werkboek_desktop.resources import municipalities
from werkboek_desktop.ui.words import tr

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
        case ValueType.INTEGER | ValueType.DECIMAL if field.unit:
            number = as_typed(field, value)
            return f"{field.unit} {number}" if field.unit == "€" else f"{number} {field.unit}"
    return as_typed(field, value)


def both_shown(field: Field, before: Value, after: Value, title: Title) -> tuple[str, str]:
    """Two values as people read them, to be laid beside each other; nothing is an empty text."""
    old, new = (shown(field, value, title) if value is not None else "" for value in (before, after))
    return readable(old, new) if field.type is ValueType.PROSE else (old, new)


def as_typed(field: Field, value: Value) -> str:
    """A value as somebody types it, so that it can be changed; nothing is an empty text."""
    return written(field, value, municipalities())


def _element(field: Field, element: str) -> str:
    return element_name(field, element, municipalities())
