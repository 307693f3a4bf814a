"""What the store gives out; no SQLAlchemy here, for the first list is read without it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # nor the merging of texts
    from werkboek_desktop.domain.change import FieldKey
    from werkboek_desktop.domain.ids import ChangeId, RecordId
    from werkboek_desktop.domain.values import Value
    from werkboek_desktop.domain.view import Status


class Row(NamedTuple):
    """A record in a list. `columns` has the fields that lists show, as JSON has them: a set is a list."""

    id: RecordId
    kind: str
    owner: RecordId | None
    title: str
    status: str | None
    columns: Mapping[str, object]
    conflicts: int
    merged: int
    deleted: bool


def read_columns(text: str) -> Mapping[str, object]:
    """The columns as they lie in the table."""
    columns: dict[str, object] = json.loads(text)
    return columns


class Unsettled(NamedTuple):
    """A field that asks for a person."""

    key: FieldKey
    status: Status


class Draft(NamedTuple):
    """Typed text that is not a change yet, and the heads its author saw at the first keystroke."""

    key: FieldKey
    value: Value
    seen: tuple[ChangeId, ...]
    time: int


class Receipt(NamedTuple):
    """What a computer was last known to have, by scope. Not usable: its file was copied or restored, so send all."""

    tips: Mapping[str, tuple[ChangeId, ...]]
    usable: bool


class Writer(NamedTuple):
    """What the id of a writer was made of."""

    key: bytes
    scope: str
    nonce: bytes


class Received(NamedTuple):
    """A bundle that was imported. `key` and `number` are its sender's; `tips`: by scope, what the sender had.

    `whole`: all that the sender had was in it. `lacks`: what it was made to go on from, and was not here then.
    """

    id: str
    sender: str
    key: bytes
    number: int
    created: int
    tips: Mapping[str, tuple[ChangeId, ...]]
    whole: bool = True
    lacks: Mapping[str, tuple[ChangeId, ...]] = {}


class Hit(NamedTuple):
    """A field that a search found; in the snippet the words that match stand between « and »."""

    record: RecordId
    kind: str
    field: str
    snippet: str
