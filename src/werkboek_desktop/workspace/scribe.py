"""Seals edits: takes what a person meant and makes signed changes of it, inside one write transaction."""

from collections.abc import Collection
from dataclasses import dataclass, field

from werkboek_desktop.bundle.keys import OwnKey
from werkboek_desktop.domain.change import (
    FIRST,
    FORMAT,
    MAX_PARENTS,
    MERGE_RULE,
    SALT_BYTES,
    Body,
    Change,
    FieldKey,
    Header,
    Op,
    Predecessor,
    RecordKey,
    seal,
)
from werkboek_desktop.domain.ids import ChangeId, RecordId, new_record_id, writer_id
from werkboek_desktop.domain.records import record_of
from werkboek_desktop.domain.values import Value, check
from werkboek_desktop.errors import FieldErased, RecordErased
from werkboek_desktop.settings import App, Incarnation, WriterState
from werkboek_desktop.store.writing import Transaction
from werkboek_desktop.workspace.lookup import field_key, known_field


@dataclass(slots=True)
class Scribe:
    """One author's edits in one transaction. `changes` grows with each edit, in the order of writing."""

    transaction: Transaction
    incarnation: Incarnation
    app: App
    key: OwnKey
    project: str
    author: RecordId | None = None
    changes: list[Change] = field(default_factory=list)
    _writers: dict[str, str] = field(default_factory=dict)
    _tips: dict[str, Predecessor] = field(default_factory=dict)
    _depths: dict[ChangeId, int] = field(default_factory=dict)

    def edit(self, record: RecordKey, name: str, value: Value, seen: tuple[ChangeId, ...]) -> Change:
        """One change of one field, built on exactly what its author saw (of more than 64 heads the first by id)."""
        key = field_key(record, name)
        if key.type is not None:
            check(key.type, value)
        parents = self._parents(key, seen)
        depth = 1 + max(map(self._depth, parents), default=0)
        return self._seal(Op.EDIT, key, value, parents, depth)

    def erase(self, key: FieldKey) -> Change:
        """Erases a field, or with a key that has none the whole record."""
        return self._seal(Op.ERASE, key, None, (), 1)

    def _parents(self, key: FieldKey, seen: Collection[ChangeId]) -> tuple[ChangeId, ...]:
        """What was seen, the erases first; raises RecordErased, FieldErased for what would be dead at once."""
        erases = self.transaction.erases
        if erases.buries(record_of(key)):
            raise RecordErased
        named = erases.fields.get(key, frozenset())
        named |= {one.id for one in self.changes if one.header.op == Op.ERASE and one.key == key}
        if not named.issubset(seen) or len(named) > MAX_PARENTS:
            raise FieldErased(known_field(key.kind, str(key.field)).label)
        rest = sorted(set(seen) - named)
        return tuple(sorted([*named, *rest[: MAX_PARENTS - len(named)]]))

    def sign_as(self, name: str) -> RecordId:
        """The same, of somebody who sits at this computer."""
        if name not in self.incarnation.persons:
            self.incarnation.persons.append(name)
        return self.write_for(name)

    def write_for(self, name: str) -> RecordId:
        """The author is the person of exactly this name from now on; who isn't here yet is made."""
        self.author = self.transaction.person(name)
        if self.author is None:
            record = RecordKey("person", None, new_record_id(self.app.entropy))
            self.author = record.id
            self.edit(record, "name", name, ())
        return self.author

    def _seal(self, op: Op, key: FieldKey, value: Value, parents: tuple[ChangeId, ...], depth: int) -> Change:
        writer = self._writer(key.scope)
        tip = self._tips[key.scope]
        body = None if op is Op.ERASE else Body(self.app.entropy(SALT_BYTES), value)
        header = Header(
            op=op,
            scope=key.scope,
            kind=key.kind,
            record=key.record,
            owner=key.owner,
            field=key.field,
            type=key.type,
            writer=writer,
            seq=tip.seq + 1,
            prev=tip.id,
            parents=parents,
            depth=depth,
            time=self.app.clock(),
            author=self.author,
            format=FORMAT,
            rule=MERGE_RULE,
            value_hash=body.hash() if body else None,
        )
        change = seal(header, body, self.key.sign)
        self._tips[key.scope] = Predecessor(header.seq, change.id)
        self._depths[change.id] = header.depth
        self.changes.append(change)
        return change

    def _depth(self, change: ChangeId) -> int:
        if change not in self._depths:
            self._depths[change] = self.transaction.depth(change)
        return self._depths[change]

    def _writer(self, scope: str) -> str:
        """The writer of this scope: the one this computer last wrote with here, if file and key still agree."""
        if scope not in self._writers:
            state = self.incarnation.writers.get(scope)
            tip = self.transaction.writer_tip(state.writer) if state else FIRST
            if state is None or tip.id is None or tip.id != state.last or not self._is_own(state, scope):
                state, tip = self._fresh_writer(scope), FIRST
            self._writers[scope] = state.writer
            self._tips[scope] = tip
        return self._writers[scope]

    def _is_own(self, state: WriterState, scope: str) -> bool:
        """Whether it is of the key that signs now: the key's file may have been lost, or have been renewed."""
        return state.writer == writer_id(self.project, scope, self.key.public, bytes.fromhex(state.nonce))

    def _fresh_writer(self, scope: str) -> WriterState:
        nonce = self.app.entropy(16)
        writer = writer_id(self.project, scope, self.key.public, nonce)
        self.transaction.add_writer(writer, scope, self.key.public, nonce)
        state = WriterState(writer, nonce.hex(), None)
        self.incarnation.writers[scope] = state
        return state

    def finish(self) -> None:
        """After the append: the incarnation holds what was written last. It is saved once the commit returned."""
        for scope, writer in self._writers.items():
            state = self.incarnation.writers[scope]
            self.incarnation.writers[scope] = WriterState(writer, state.nonce, self._tips[scope].id)
