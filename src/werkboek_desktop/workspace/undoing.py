"""Undo and redo of what a person did, by the rule of `domain.undo`: ordinary changes, and no colleague's work lost."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from werkboek_desktop.domain import deletion, undo
from werkboek_desktop.domain.change import DELETED, Change, FieldKey
from werkboek_desktop.domain.history import FieldHistory
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.places import Tree
from werkboek_desktop.domain.records import Record, record_of
from werkboek_desktop.domain.undo import Hindrance, Why
from werkboek_desktop.domain.values import Place, Value, ValueType
from werkboek_desktop.errors import Cancelled, NotTakenBack, NotYours, StillTyping, UnknownChange
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import drafting, reading
from werkboek_desktop.workspace.lookup import field_key, known_field
from werkboek_desktop.workspace.model import Changed, Progress, Undone, Untaken, unwatched
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session
from werkboek_desktop.workspace.steps import Step, Written, changed, written_of


class Stacks(NamedTuple):
    """Where a step is taken from, and where what took it back goes."""

    of: list[Step]
    to: list[Step]


def undoing(session: Session) -> Stacks:
    """The stacks of undo."""
    return Stacks(session.steps.done, session.steps.undone)


def redoing(session: Session) -> Stacks:
    """The stacks of redo: what was taken back is taken back itself."""
    return Stacks(session.steps.undone, session.steps.done)


def take_back_step(
    session: Session, stacks: Stacks, step: Step | None, *, progress: Progress = unwatched, initiator: object = None
) -> Undone | None:
    """Takes back the step that is uppermost, or this one; None: there is none, or not any more."""
    of, to = stacks
    step = of[-1] if of and step is None else step
    if step is None or step not in of:
        return None
    taking: list[_Taking] = []

    def act(scribe: Scribe) -> Change | None:
        _refuse_typing(scribe.transaction, step)
        taking.append(_Taking(scribe, step, progress))
        return taking[0].write()

    done = session.edit(step.record, act, initiator)
    of.remove(step)
    if written := taking[0].written:
        to.append(step._replace(written=tuple(written), made=frozenset(), typed=False))
    return Undone(step, done, tuple(taking[0].left))


def take_back(session: Session, change: ChangeId) -> Changed:
    """Takes back one change of one's own, whenever it was made."""
    with session.store.read() as reader:
        key, author = _about(reader, change)

    def act(scribe: Scribe) -> Change | None:
        if author != scribe.author:
            raise NotYours(_name(scribe.transaction, author))
        taking = _Taking(scribe, Step("", key.record, "", (Written(key, (), change, change),)))
        last = taking.write()
        for untaken in taking.left:
            raise NotTakenBack(untaken.why)
        return last

    return session.edit(key.record, act, name=changed(key.kind, str(key.field)))


def _about(reader: Reader, change: ChangeId) -> tuple[FieldKey, RecordId | None]:
    """The field of an edit that counts, and who wrote it."""
    found = reader.get([change]).get(change)
    key = found.key if found else None
    if key and key.field and key == field_key(key.record_key, key.field):
        for entry in reader.history(key).entries:
            if entry.id == change and entry.has_value:
                return key, entry.author
    raise UnknownChange(change)


def _refuse_typing(reader: Reader, step: Step) -> None:
    keys = {written.key for written in step.written}
    for kept in drafting.unfinished(reader):
        if kept.key in keys:
            raise StillTyping(known_field(kept.key.kind, str(kept.key.field)).label)


class _Write(NamedTuple):
    key: FieldKey
    value: Value
    seen: tuple[ChangeId, ...]


@dataclass
class _Taking:
    """One step being taken back, in one transaction: field by field, and what cannot be is said."""

    scribe: Scribe
    step: Step
    progress: Progress = unwatched
    written: list[Written] = field(default_factory=list)
    left: list[Untaken] = field(default_factory=list)

    def write(self) -> Change | None:
        """Writes all that can be taken back; the last change."""
        last = None
        for write in list(self._writes()):
            last = self.scribe.edit(write.key.record_key, str(write.key.field), write.value, write.seen)
            self.written.append(written_of(last))
        return last

    @property
    def _reader(self) -> Reader:
        return self.scribe.transaction

    @cached_property
    def _rest(self) -> list[Written]:
        """What the step wrote in records that it did not make."""
        mine = {written.key: written for written in self.step.written}
        return [written for key, written in mine.items() if record_of(key) not in self.step.made]

    @cached_property
    def _histories(self) -> Mapping[FieldKey, FieldHistory]:
        return self._reader.histories([written.key for written in self._rest])

    @cached_property
    def _records(self) -> deletion.Records:
        """What is to be known of the records that may be deleted again."""
        deletes = {record_of(written.key) for written in self._rest if written.key.field == DELETED}
        return self._reader.deletion_of(deletes | self.step.made)

    def _writes(self) -> Iterator[_Write]:
        deleted = self._reader.deleted({written.key.record for written in self._rest})
        for number, written in enumerate(self._rest):
            if not self.progress(number, len(self._rest), "teruggenomen"):
                raise Cancelled
            key, history = written.key, self._histories[written.key]
            if self._reader.erases.buries(record_of(key)):
                self._leave(key, Hindrance(Why.ERASED))
            elif key.field == DELETED:
                yield from self._deleted(key, history, written.last)
            elif deleted[record_of(key)]:
                self._leave(key, Hindrance(Why.DELETED))
            else:
                yield from self._value(written, history)
        for record in sorted(self.step.made):
            if not self._goes_along(record):
                yield from self._made(record)

    def _value(self, written: Written, history: FieldHistory) -> Iterator[_Write]:
        back = undo.take_back(history, written.first, written.last)
        if not isinstance(back, Hindrance) and self._hangs_in_itself(written.key, back.value):
            back = Hindrance(Why.LATER)
        if isinstance(back, Hindrance):
            self._leave(written.key, back)
        else:
            yield _Write(written.key, back.value, back.seen)

    def _hangs_in_itself(self, key: FieldKey, value: Value) -> bool:
        if key.type is not ValueType.PLACE or not isinstance(value, Place) or value.parent is None:
            return False
        return Tree(self._reader.hung(key.owner, key.kind)).is_below(value.parent, key.record)

    def _deleted(self, key: FieldKey, history: FieldHistory, change: ChangeId) -> Iterator[_Write]:
        back = undo.take_back_deleted(history, change)
        if isinstance(back, Hindrance):
            self._leave(key, back)
        elif self._owner_is_deleted(key):
            self._leave(key._replace(record=key.owner or key.record), Hindrance(Why.DELETED))
        elif back.listed:
            yield from self._delete(record_of(key), back.listed, back.seen)
        else:
            yield _Write(key, deletion.UNDELETE, back.seen)

    def _made(self, record: Record) -> Iterator[_Write]:
        """A record that the step made, in whoever's name, is deleted again, as long as nobody else wrote in it."""
        key = field_key(record.key, DELETED)
        if self._reader.erases.buries(record):
            self._leave(key, Hindrance(Why.ERASED))
        elif self._owner_is_deleted(key):
            self._leave(key._replace(record=key.owner or key.record), Hindrance(Why.DELETED))
        else:
            own = frozenset(written.last for written in self.step.written)
            seen = tuple(deletion.heads_of_deleted(self._records, record))
            yield from self._delete(record, frozenset(), seen, own)

    def _delete(
        self,
        record: Record,
        listed: frozenset[ChangeId],
        seen: tuple[ChangeId, ...],
        own: frozenset[ChangeId] = frozenset(),
    ) -> Iterator[_Write]:
        """A delete of what was listed before, of the step's `own`, and of what its author alone wrote since."""
        key, known = field_key(record.key, DELETED), listed | own
        if hindrance := undo.wrote_since(self._unlisted(record, known), known, self.scribe.author):
            self._leave(key, hindrance)
            return
        now = deletion.to_list(self._records, record)
        for portion in deletion.lists_for_delete(listed.union(now)):
            yield _Write(key, portion, seen)

    def _unlisted(self, record: Record, listed: frozenset[ChangeId]) -> Iterable[FieldHistory]:
        """The fields of a family where something stands that is not listed."""
        fields = chain.from_iterable(map(self._records.heads, deletion.family(self._records, record)))
        keys = [key for key, heads in fields if not listed.issuperset(heads)]
        found = self._reader.histories([key for key in keys if key not in self._histories])
        return [found.get(key) or self._histories[key] for key in keys]

    def _goes_along(self, record: Record) -> bool:
        return any(other.id == record.owner and other.scope == record.scope for other in self.step.made)

    def _owner_is_deleted(self, key: FieldKey) -> bool:
        owners: Mapping[Record, bool] = self._reader.deleted([key.owner] if key.owner else [])
        return any(deleted for owner, deleted in owners.items() if owner.scope == key.scope)

    def _leave(self, key: FieldKey, hindrance: Hindrance) -> None:
        self.left.append(Untaken(key.record, str(key.field), self._sentence(key.record, hindrance)))

    def _sentence(self, record: RecordId, hindrance: Hindrance) -> str:
        match hindrance.why:
            case Why.CHOICE:
                return "Dit was een keuze tussen twee versies: kies opnieuw."
            case Why.DELETED:
                return f"{reading.title(self._reader, record)}: zet dit eerst terug."
            case Why.ERASED:
                return "Dit is intussen voorgoed gewist en komt niet terug."
        if hindrance.by == self.scribe.author:
            return "Hier schreef je later zelf nog iets: vergelijk."
        return f"Hier kwam werk van {_name(self._reader, hindrance.by)} tussen: vergelijk."


def _name(reader: Reader, author: RecordId | None) -> str:
    return reading.author_name(reader, author) or "iemand anders"
