"""Who was there: the attendances of one person at one masterclass are one row."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.joining import joined_field
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import FieldView, Status

_STAGES = ("invited", "registered", "waitlisted", "confirmed", "walk_in", "present")
_RANK = {stage: rank for rank, stage in enumerate(_STAGES)}
_PRESENT = frozenset({"present", "walk_in"})
_HELD = frozenset({"held", "finished"})


class Row(NamedTuple):
    """One person at one masterclass; ids are canonical. `replaces`: whose seat it is."""

    attendee: RecordId
    status: Value
    replaces: RecordId | None = None


def joined_status(views: Sequence[FieldView]) -> FieldView:
    """The status of one person from several attendances: the furthest; "cancelled" against another is for people."""
    joined = joined_field(ValueType.ENUM, views)
    values = {str(view.value) for view in views if view.value is not None}
    disputed = any(view.status is Status.CONFLICT for view in views)
    if disputed or not (values <= _RANK.keys() or len(values) == 1):
        return joined
    furthest = max(values, key=lambda status: _RANK.get(status, 0), default=None)
    variant = next(variant for variant in joined.variants if variant.value == furthest)
    return FieldView(Status.SETTLED, furthest, joined.heads, (variant._replace(changes=joined.heads),))


def is_present(row: Row) -> bool:
    """Whether the person came."""
    return row.status in _PRESENT


def no_shows(rows: Iterable[Row], masterclass_status: Value) -> set[RecordId]:
    """Who was expected, sent nobody and left no mark; never written, for it follows from the marks."""
    rows = list(rows)
    replaced = {row.replaces for row in rows if is_present(row)}
    if masterclass_status not in _HELD:
        return set()
    return {row.attendee for row in rows if row.status == "confirmed" and row.attendee not in replaced}
