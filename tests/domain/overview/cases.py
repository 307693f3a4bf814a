"""Cases for the overviews' tests: made of records, as the store gives them."""

from collections.abc import Sequence
from itertools import count

from werkboek_desktop.domain.change import RecordKey
from werkboek_desktop.domain.overview.entry import Entry, entry
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView, RecordView, Status, Variant
from werkboek_desktop.resources import municipalities

_NUMBERS = count(1)


def field(*values: Value) -> FieldView:
    """A field of one value, or one in conflict between several."""
    variants = tuple(Variant(value, None, 0, (f"{place:064}",)) for place, value in enumerate(values, 1))
    heads = tuple(variant.changes[0] for variant in variants)
    if len(values) == 1:
        return FieldView(Status.SETTLED, values[0], heads, variants)
    return FieldView(Status.CONFLICT, None, heads, variants)


def record(kind: str, **values: Value | FieldView) -> RecordView:
    """A record with a fresh id."""
    fields = {key: value if isinstance(value, FieldView) else field(value) for key, value in values.items()}
    owner = None if kind == "case" else "c" * 32
    return RecordView(RecordKey(kind, owner, f"{next(_NUMBERS):032x}"), "work", fields=fields)


def measures(*types: Value | FieldView) -> list[RecordView]:
    """A measure of each type."""
    return [record("measure", measure="Iets", type=type_) for type_ in types]


def made(owned: Sequence[RecordView] = (), /, **values: Value | FieldView) -> Entry:
    """A case as the overviews see it."""
    return entry(record("case", **values), owned, {}, municipalities())
