"""Who was there: the attendances of one person at one masterclass are one row."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.joining import joined_field
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import FieldView, Status

ON_THE_LIST = "registered"
AT_THE_DOOR = "walk_in"
"""The status of who is put on the list of a day, and of who came without standing on it."""

_STAGES = ("invited", "registered", "waitlisted", "confirmed", "walk_in", "present")
_RANK = {stage: rank for rank, stage in enumerate(_STAGES)}
_PRESENT = frozenset({"present", "walk_in"})
_HELD = frozenset({"held", "finished"})


class Attendance(NamedTuple):
    """One record. `replaces`: the attendee whose seat it is; `status` is None where it was never set."""

    id: RecordId
    masterclass: RecordId
    attendee: RecordId
    status: FieldView | None
    replaces: RecordId | None = None


class Row(NamedTuple):
    """One person at one masterclass, from one attendance or more; attendees are canonical."""

    masterclass: RecordId
    attendee: RecordId
    attendances: tuple[RecordId, ...]
    status: FieldView | None
    replaces: frozenset[RecordId]

    @property
    def stage(self) -> Value:
        """The status as far as it is undisputed."""
        return self.status.value if self.status else None

    @property
    def is_present(self) -> bool:
        """Whether the person came."""
        return self.stage in _PRESENT


def rows(attendances: Iterable[Attendance], canonical: Callable[[RecordId], RecordId]) -> list[Row]:
    """One row a person and masterclass; `canonical` gives the id that stands for a joined attendee."""
    together: dict[tuple[RecordId, RecordId], list[Attendance]] = defaultdict(list)
    for attendance in sorted(attendances, key=lambda attendance: attendance.id):
        together[attendance.masterclass, canonical(attendance.attendee)].append(attendance)
    return [
        Row(
            masterclass,
            attendee,
            tuple(attendance.id for attendance in own),
            joined_status([attendance.status for attendance in own if attendance.status]),
            frozenset(canonical(attendance.replaces) for attendance in own if attendance.replaces),
        )
        for (masterclass, attendee), own in together.items()
    ]


def joined_status(views: Sequence[FieldView]) -> FieldView | None:
    """The status of one person from several attendances: the furthest; "cancelled" against another is for people."""
    if not views:
        return None
    joined = joined_field(ValueType.ENUM, views)
    values = {str(view.value) for view in views if view.value is not None}
    disputed = any(view.status is Status.CONFLICT for view in views)
    if disputed or not (values <= _RANK.keys() or len(values) == 1):
        return joined
    furthest = max(values, key=lambda status: _RANK.get(status, 0), default=None)
    variant = next(variant for variant in joined.variants if variant.value == furthest)
    return FieldView(Status.SETTLED, furthest, joined.heads, (variant._replace(changes=joined.heads),))


def no_shows(rows_: Iterable[Row], masterclass_status: Value) -> set[RecordId]:
    """Who of one masterclass was expected, sent nobody and left no mark; never written, for it follows from marks."""
    found = list(rows_)
    replaced = {attendee for row in found if row.is_present for attendee in row.replaces}
    if masterclass_status not in _HELD:
        return set()
    return {row.attendee for row in found if row.stage == "confirmed"} - replaced
