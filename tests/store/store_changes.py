"""Makes changes for the tests of the store: a writer that knows its chain, and random ids that can be repeated."""

from hashlib import sha256
from itertools import count

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import (
    FORMAT,
    MERGE_RULE,
    SALT_BYTES,
    Body,
    Change,
    FieldKey,
    Header,
    Op,
    seal,
)
from werkboek_desktop.domain.ids import RecordId, WriterId, writer_id
from werkboek_desktop.domain.values import Value
from werkboek_desktop.store.appending import Appended
from werkboek_desktop.store.project_file import Store

PROJECT = "ab" * 16
KEY = b"k" * 32
SIGNATURE = b"s" * 64
NONCES: dict[WriterId, bytes] = {}
"""Of every writer that an author made."""


class Author:
    """Writes one change after another, each on the parents it is told."""

    def __init__(self, name: str = "Anna", scope: str = "work") -> None:
        self.name = name
        self.scope = scope
        nonce = sha256(name.encode()).digest()[:16]
        self.id = writer_id(PROJECT, scope, KEY, nonce)
        NONCES[self.id] = nonce
        self.person = self.id[:32]
        self._last: Change | None = None
        self._numbers = count(1)

    def record(self) -> RecordId:
        return self.entropy(16).hex()

    def entropy(self, size: int) -> bytes:
        return sha256(f"{self.id} {next(self._numbers)}".encode()).digest()[:size]

    def key(self, kind: str, record: RecordId, name: str, owner: RecordId | None = None) -> FieldKey:
        declared = schema.field(kind, name)
        assert declared, (kind, name)
        return FieldKey(self.scope, kind, owner, record, name, declared.type)

    def write(self, key: FieldKey, value: Value, *parents: Change, op: str = Op.EDIT, rule: int = MERGE_RULE) -> Change:
        body = Body(self.entropy(SALT_BYTES), value)
        before = self._last
        header = Header(
            op=op,
            scope=key.scope,
            kind=key.kind,
            record=key.record,
            owner=key.owner,
            field=key.field,
            type=key.type,
            writer=self.id,
            seq=before.header.seq + 1 if before else 1,
            prev=before.id if before else None,
            parents=tuple(sorted(parent.id for parent in parents)),
            depth=1 + max((parent.header.depth for parent in parents), default=0),
            time=1_000,
            author=self.person,
            format=FORMAT,
            rule=rule,
            value_hash=body.hash(),
        )
        self._last = seal(header, body, lambda _: SIGNATURE)
        return self._last


def append(store: Store, *changes: Change) -> Appended:
    """In one transaction, with the writers they need."""
    with store.write() as transaction:
        for writer, scope in {(change.header.writer, change.header.scope) for change in changes}:
            transaction.add_writer(writer, scope, KEY, NONCES.get(writer, b""))
        return transaction.append(changes)
