"""The intake: what a municipality is asked first of its case. The rest waits until that is there."""

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Field, Kind, Surface

CASE = "case"


def is_asked(field: Field) -> bool:
    """Whether the intake has this field."""
    return Surface.INTAKE in field.appears


def fields(kind: Kind) -> tuple[Field, ...]:
    """What is asked of a record of this kind, in the order of its form."""
    return tuple(filter(is_asked, kind.form_fields))


def items(kind: Kind) -> tuple[Kind, ...]:
    """The kinds of items that are asked with it."""
    owned = (found for key in schema.owned_kinds(kind.key) if (found := schema.kind(key)))
    return tuple(each for each in owned if fields(each))


def kinds() -> frozenset[str]:
    """The kinds of records that a filled form can make."""
    case = schema.kind(CASE)
    return frozenset({CASE, *(each.key for each in items(case))}) if case else frozenset()
