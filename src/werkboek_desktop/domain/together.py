"""Changing many records at once: what would happen, said before it does."""

from collections.abc import Iterable
from typing import NamedTuple

from werkboek_desktop.domain import schema, workflow
from werkboek_desktop.domain.fields import Field, Kind, Surface
from werkboek_desktop.domain.history import elements_of
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value, ValueType, canonical_set
from werkboek_desktop.domain.view import RecordView, Status

STATUS, REASON = "status", "status_reason"


class Wish(NamedTuple):
    """What a field becomes. Of a set elements are added or removed, and the others stay."""

    field: Field
    value: Value = None
    add: frozenset[str] = frozenset()
    remove: frozenset[str] = frozenset()

    def of(self, before: Value) -> Value:
        """The value after it."""
        if self.field.type is not ValueType.SET:
            return self.value
        return canonical_set((set(elements_of(before)) | self.add) - self.remove) or None


class Change(NamedTuple):
    """What one record would become."""

    record: RecordId
    before: Value
    after: Value


class Preview(NamedTuple):
    """What a wish would do. `disputed` have two versions of the field, and are left alone; `back`: a step back.

    `lacking`: how many would lack something for the status they get.
    """

    changes: tuple[Change, ...] = ()
    same: int = 0
    disputed: tuple[RecordId, ...] = ()
    back: tuple[RecordId, ...] = ()
    lacking: int = 0


def fields_for_many(kind: Kind) -> tuple[Field, ...]:
    """The fields that make sense to set in many records at once: those whose value one chooses."""
    shown = (field for field in kind.fields if Surface.FORM in field.appears)
    return tuple(field for field in shown if _is_choice(field))


def _is_choice(field: Field) -> bool:
    if field.type is ValueType.SET:
        return bool(field.options) and not field.refers
    return field.type in {ValueType.ENUM, ValueType.REFERENCE}


def preview(views: Iterable[RecordView], wish: Wish) -> Preview:
    """What would happen to each of these records."""
    changes, disputed, same = [], [], 0
    for view in views:
        shown = view.fields.get(wish.field.key)
        before = shown.value if shown else None
        if shown and shown.status is Status.CONFLICT:
            disputed.append(view.id)
        elif wish.of(before) == (before or None):
            same += 1
        else:
            changes.append(Change(view.id, before, wish.of(before)))
    return Preview(tuple(changes), same, tuple(disputed), tuple(_back(wish, changes)))


def _back(wish: Wish, changes: Iterable[Change]) -> Iterable[RecordId]:
    if wish.field.key != STATUS:
        return ()
    return (change.record for change in changes if workflow.is_back(change.before, change.after))


def wants_reason(kind: Kind, found: Preview) -> bool:
    """Whether somebody should say why: a case goes a step back."""
    return bool(found.back) and schema.field(kind.key, REASON) is not None


def values_to_write(kind: Kind, found: Preview, wish: Wish, reason: str) -> list[tuple[RecordId, str, Value]]:
    """Record, field and value of all that is to be written; a step back brings its reason."""
    values: list[tuple[RecordId, str, Value]] = [(each.record, wish.field.key, each.after) for each in found.changes]
    if wants_reason(kind, found) and reason:
        values += [(record, REASON, reason) for record in found.back]
    return values
