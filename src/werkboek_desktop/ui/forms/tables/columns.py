"""Which fields stand beside each other in a table, and how wide: what the schema lists, more where there is room."""

from collections.abc import Sequence
from typing import NamedTuple

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Field, Kind, Surface
from werkboek_desktop.domain.values import ValueType

OWNER = "owner"
"""The column of who owns an item, in a table of what is about somebody."""

_LEAST = {
    ValueType.LINE: 116,
    ValueType.PROSE: 190,
    ValueType.DATE: 168,
    ValueType.MONTH: 132,
    ValueType.TIME: 68,
    ValueType.INTEGER: 84,
    ValueType.DECIMAL: 100,
    ValueType.BOOLEAN: 84,
    ValueType.REFERENCE: 150,
    ValueType.SET: 140,
}
_NAME = 168
_PICTURE = 224
_LETTER = 7.2
"""A letter of a label, more or less."""
_MARK, _PAD = 46, 18
TIGHT = 0.75
_GROWS = {ValueType.LINE: 3, ValueType.PROSE: 5, ValueType.REFERENCE: 3, ValueType.SET: 2, ValueType.ENUM: 1}


class Column(NamedTuple):
    """A field with its width at 100 %."""

    field: Field
    width: int


def candidates(kind: Kind, *, about: bool) -> list[Field]:
    """All fields that may be a column, the most telling first. `about`: the table is of the subject's own page."""
    listed = [field for field in kind.form_fields if field.picture or Surface.LIST in field.appears]
    others = [field for field in kind.form_fields if field not in listed and field.is_short]
    return [_owner(kind) if about and field == kind.subject else field for field in (*listed, *others)]


def _owner(kind: Kind) -> Field:
    owner = schema.kind(kind.owners[0])
    return Field(OWNER, owner.label if owner else "", ValueType.REFERENCE, refers=kind.owners)


def plan(kind: Kind, fields: Sequence[Field], room: int) -> list[Column]:
    """The columns that fit; one at least. What is left over goes to those that hold words."""
    found: list[Column] = []
    left = room
    for field in fields:
        least = _least(kind, field)
        if found and least > left:
            break
        found.append(Column(field, least))
        left -= least
    return _grown(found, left)


def spread(kind: Kind, columns: Sequence[Column], needs: Sequence[int]) -> list[Column]:
    """The same room, so that what needs so much folds only where no other column can spare it, the least first."""
    lacks = [max(need - column.width, 0) for column, need in zip(columns, needs, strict=True)]
    spare = [
        max(column.width - max(_tight(kind, column.field), need), 0)
        for column, need in zip(columns, needs, strict=True)
    ]
    given, left = [0] * len(columns), sum(spare)
    for at in sorted(range(len(columns)), key=lacks.__getitem__):
        given[at] = min(lacks[at], left)
        left -= given[at]
    taken = sum(given)
    return [
        column._replace(width=column.width + more - taken * less // (sum(spare) or 1))
        for column, more, less in zip(columns, given, spare, strict=True)
    ]


def _tight(kind: Kind, field: Field) -> int:
    """To this a column gives way to words that are there: it still shows its name, and one can write in it."""
    share = TIGHT if field.type in _GROWS else 1
    return max(round(_least(kind, field) * share), _named(field))


def _named(field: Field) -> int:
    return round(len(field.label) * _LETTER) + _PAD


def _least(kind: Kind, field: Field) -> int:
    if field.picture:
        return _PICTURE
    is_name = field.key == kind.title[-1] and field.type is ValueType.LINE
    own = _NAME if is_name else _LEAST.get(field.type, 0)
    if field.type is ValueType.ENUM:
        longest = max((len(option.label) for option in field.options), default=0)
        own = min(round(longest * _LETTER) + _MARK, _NAME)
    counted = round(len(f"000 {field.unit}") * _LETTER) + _PAD if field.unit else 0
    return max(own, counted, _named(field))


def _grown(columns: Sequence[Column], left: int) -> list[Column]:
    shares = [_GROWS.get(column.field.type, 0) for column in columns]
    total = sum(shares) or 1
    return [
        column._replace(width=max(column.width + left * share // total, 1))
        for column, share in zip(columns, shares, strict=True)
    ]
