"""Computers without screen or disk: each a set of changes, that edits what it sees and takes in what others send."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from werkboek_desktop.domain.change import (
    DELETED,
    FORMAT,
    MAX_PARENTS,
    MERGE_RULE,
    SALT_BYTES,
    Body,
    Change,
    FieldKey,
    Header,
    Op,
    seal,
)
from werkboek_desktop.domain.deletion import UNDELETE, lists_for_delete
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.project import ProjectState, replay
from werkboek_desktop.domain.records import Record
from werkboek_desktop.domain.values import Value, ValueType, check
from werkboek_desktop.domain.view import FieldView, RecordView


def record_id(name: str) -> RecordId:
    """A record id that is the same in every run."""
    return sha256(name.encode()).hexdigest()[:32]


class Draft(NamedTuple):
    """What somebody is typing, and the heads that were seen when it began."""

    value: Value
    seen: tuple[ChangeId, ...]


class Replica:
    """One computer with one writer a scope. `file` differs where a copy goes on as the same writer."""

    def __init__(self, name: str, file: str = "") -> None:
        self.name, self.file = name, file
        self.changes: dict[ChangeId, Change] = {}
        self.drafts: dict[FieldKey, Draft] = {}
        self._chains: dict[str, tuple[int, ChangeId | None]] = {}
        self._state: tuple[int, ProjectState] = (0, replay([]))

    @property
    def state(self) -> ProjectState:
        """Everything that is seen here."""
        if self._state[0] != len(self.changes):
            self._state = len(self.changes), replay(self.changes.values())
        return self._state[1]

    def ready(self) -> frozenset[ChangeId]:
        """The changes that count here."""
        return frozenset(self.changes) - self.state.waiting - self.state.invalid

    def record(self, record: Record) -> RecordView | None:
        """What is seen of a record."""
        return self.state.records.get(record)

    def view(self, key: FieldKey) -> FieldView | None:
        """What is seen of a field."""
        record = self.record(Record(*key[:4]))
        return record.fields.get(str(key.field)) if record else None

    def heads(self, key: FieldKey) -> tuple[ChangeId, ...]:
        """The heads of a field by itself, whoever it is joined with."""
        view = self.view(key)
        return tuple(head for head in view.heads if self.changes[head].header.key == key) if view else ()

    def edit(
        self, key: FieldKey, value: Value, seen: Iterable[ChangeId] | None = None, *, op: str = Op.EDIT
    ) -> ChangeId:
        """Seals an edit on what was seen; without `seen`: on all that is seen now."""
        seen = self.heads(key) if seen is None else seen
        parents = tuple(sorted(seen)[:MAX_PARENTS])
        seq, _prev = self._chains.get(key.scope, (0, None))
        if key.type:
            check(key.type, value)
        body = Body(sha256(f"{self.name} {self.file} {key} {seq}".encode()).digest()[:SALT_BYTES], value)
        return self._seal(op, key, parents, body)

    def erase(self, record: Record, field: FieldKey | None = None) -> ChangeId:
        """Erases a field, or a record with all it owns in its scope."""
        return self._seal(Op.ERASE, field or FieldKey(*record, None, None), (), None)

    def _seal(self, op: str, key: FieldKey, parents: tuple[ChangeId, ...], body: Body | None) -> ChangeId:
        seq, prev = self._chains.get(key.scope, (0, None))
        header = Header(
            op,
            key.scope,
            key.kind,
            key.record,
            key.owner,
            key.field,
            key.type,
            sha256(f"{self.name} {key.scope}".encode()).hexdigest(),
            seq + 1,
            prev,
            parents,
            1 + max((self.changes[parent].header.depth for parent in parents), default=0),
            seq,
            record_id(self.name),
            FORMAT,
            MERGE_RULE,
            body.hash() if body else None,
        )
        change = seal(header, body, lambda message: message)
        self.changes[change.id] = change
        self._chains[key.scope] = (seq + 1, change.id)
        return change.id

    def type(self, key: FieldKey, value: Value) -> None:
        """Goes on with the draft of a field; its first keystroke decides what was seen."""
        seen = self.drafts[key].seen if key in self.drafts else self.heads(key)
        self.drafts[key] = Draft(value, seen)

    def leave(self, key: FieldKey) -> ChangeId:
        """Seals the draft of a field."""
        draft = self.drafts.pop(key)
        return self.edit(key, draft.value, draft.seen)

    def delete(self, record: Record, most: int = 15_000) -> Sequence[ChangeId]:
        """Deletes a record with all it owns in its scope."""
        key = FieldKey(*record, DELETED, ValueType.SET)
        seen = self.heads(key)
        return [self.edit(key, listed, seen) for listed in lists_for_delete(self.to_list(record), most)]

    def to_list(self, record: Record) -> Collection[ChangeId]:
        """The heads that a delete lists, worked out without the program's own rule."""
        known = [self.changes[id_] for id_ in self.ready()]
        built_on = {parent for change in known for parent in change.header.parents}
        ids = {record.id}
        while (
            more := {c.header.record for c in known if c.header.owner in ids and c.header.scope == record.scope} - ids
        ):
            ids |= more
        return {
            change.id
            for change in known
            if change.id not in built_on
            and change.header.op != Op.ERASE
            and change.header.scope == record.scope
            and change.header.record in ids
            and change.header.key != FieldKey(*record, DELETED, ValueType.SET)
        }

    def undelete(self, record: Record) -> ChangeId:
        """Brings a record back."""
        return self.edit(FieldKey(*record, DELETED, ValueType.SET), UNDELETE)

    def receive(self, changes: Iterable[Change]) -> int:
        """Imports; returns how many were new."""
        before = len(self.changes)
        self.changes |= {change.id: change for change in changes}
        return len(self.changes) - before

    def clone(self) -> "Replica":
        """A copied file that goes on as the same writer, so that both are a fork."""
        copy = type(self)(self.name, self.file + "'")
        copy.changes, copy.drafts = dict(self.changes), dict(self.drafts)
        copy._chains = dict(self._chains)
        return copy


def exchange(replicas: Collection[Replica]) -> None:
    """Everybody gets everything."""
    everything: Mapping[ChangeId, Change] = {id_: c for replica in replicas for id_, c in replica.changes.items()}
    for replica in replicas:
        replica.receive(everything.values())
