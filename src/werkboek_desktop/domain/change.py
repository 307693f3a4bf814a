"""A change: one immutable edit of one field by one writer. Its identity is the hash of its header."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from werkboek_desktop.domain.ids import ChangeId, RecordId, WriterId
from werkboek_desktop.domain.values import Value, ValueType, canonical

FORMAT = 1
MERGE_RULE = 1
SALT_BYTES = 16
MAX_PARENTS = 64
DELETED = "deleted"
"""The field, known to every kind, that holds the ids of the changes a delete has seen."""

_encode = json.JSONEncoder(separators=(",", ":")).encode


class Op(StrEnum):
    """What a change does. A header may hold another word, from a newer program: that change is kept and shown raw."""

    EDIT = "edit"
    ERASE = "erase"


class Scope(StrEnum):
    """What goes together: `people` never leaves without a tick and a passphrase."""

    WORK = "work"
    PEOPLE = "people"


class RecordKey(NamedTuple):
    """A record's identity: a change that disagrees on kind or owner is about another record."""

    kind: str
    owner: RecordId | None
    id: RecordId


class FieldKey(NamedTuple):
    """A field's identity. `field` and `type` are None for the erase of a whole record."""

    scope: str
    kind: str
    owner: RecordId | None
    record: RecordId
    field: str | None
    type: ValueType | None

    @property
    def record_key(self) -> RecordKey:
        """The record this field belongs to."""
        return RecordKey(self.kind, self.owner, self.record)


class Header(NamedTuple):
    """All of a change but its value: hashed, signed and never erased. The order of the parts is the format's."""

    op: str
    scope: str
    kind: str
    record: RecordId
    owner: RecordId | None
    field: str | None
    type: ValueType | None
    writer: WriterId
    seq: int
    prev: ChangeId | None
    parents: tuple[ChangeId, ...]
    depth: int
    time: int
    author: RecordId | None
    format: int
    rule: int
    value_hash: str | None

    @property
    def key(self) -> FieldKey:
        """The field that is edited."""
        return FieldKey(self.scope, self.kind, self.owner, self.record, self.field, self.type)

    def canonical(self) -> bytes:
        """The exact bytes that are hashed: a JSON array, no spaces. Every part is ASCII by construction."""
        return _encode(self).encode("ascii")


class Body(NamedTuple):
    """The part that can be destroyed: 16 random bytes and the value."""

    salt: bytes
    value: Value

    def hash(self) -> str:
        """What the header holds of it."""
        return value_hash(self.salt, self.value)


@dataclass(frozen=True)
class Change:
    """A sealed change. `body` is None for an erase, and where the value was destroyed."""

    header: Header
    body: Body | None
    signature: bytes

    @cached_property
    def id(self) -> ChangeId:
        """SHA-256 of the canonical header."""
        return sha256(self.header.canonical()).hexdigest()

    @cached_property
    def key(self) -> FieldKey:
        """The field that is edited."""
        return self.header.key

    @property
    def value(self) -> Value:
        """The value; None also where it was cleared or destroyed."""
        return self.body.value if self.body else None


def value_hash(salt: bytes, value: Value) -> str:
    """SHA-256(salt ‖ canonical value)."""
    return sha256(salt + canonical(value)).hexdigest()


type Sign = Callable[[bytes], bytes]
"""Ed25519 over the message; the key itself stays outside the domain."""


def signed_message(change: ChangeId) -> bytes:
    """What the writer's key signs."""
    return b"werkboek change" + bytes.fromhex(change)


class Predecessor(NamedTuple):
    """The writer's last change before the one that is being sealed."""

    seq: int
    id: ChangeId | None


FIRST = Predecessor(0, None)


def seal(header: Header, body: Body | None, sign: Sign) -> Change:
    """Signs a complete header."""
    change = sha256(header.canonical()).hexdigest()
    return Change(header, body, sign(signed_message(change)))
