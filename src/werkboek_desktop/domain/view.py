"""What a person sees of a field and of a record: a pure function of the set of changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from werkboek_desktop.domain.change import RecordKey
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.weave import Part


class Status(StrEnum):
    """How sure a field is of its value."""

    SETTLED = "settled"
    MERGED = "merged"
    CONFLICT = "conflict"


class Variant(NamedTuple):
    """One distinct head value. `changes` are the heads that have it, the highest (depth, id) first.

    Author and time are those of that highest head.
    """

    value: Value
    author: RecordId | None
    time: int
    changes: tuple[ChangeId, ...]


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field's value and the heads it was made from: an edit takes `heads` as what its author saw.

    `value` is None on a conflict; `parts` then has the undisputed text and the variants of prose.
    """

    status: Status
    value: Value
    heads: tuple[ChangeId, ...]
    variants: tuple[Variant, ...]
    parts: tuple[Part, ...] = ()


class Notice(NamedTuple):
    """Something about a record that a person should know: "deleted_and_edited", "moved", "erased", …"""

    kind: str
    by: RecordId | None
    change: ChangeId


@dataclass(frozen=True, slots=True)
class RecordView:
    """One record. `fields` lacks what was never set; `joined` has the ids of the others that are the same person."""

    key: RecordKey
    scope: str
    deleted: bool = False
    fields: Mapping[str, FieldView] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    joined: tuple[RecordId, ...] = ()

    @property
    def id(self) -> RecordId:
        """The record's id."""
        return self.key.id

    def value(self, name: str) -> Value:
        """The value as far as it is undisputed; None where absent or in conflict."""
        view = self.fields.get(name)
        return view.value if view else None

    def filled(self) -> frozenset[str]:
        """The fields in which something stands, be it two versions."""
        views = self.fields.items()
        return frozenset(
            name for name, view in views if view.status is Status.CONFLICT or view.value not in (None, "", ())
        )
