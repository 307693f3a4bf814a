"""Steps: what a person did, one action after another, with its name and the changes that it wrote."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from werkboek_desktop.domain.change import Change, FieldKey, RecordKey
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.records import Record, record_of
from werkboek_desktop.domain.titles import impersonal
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.view import Status
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace.lookup import known_field, known_kind

WORKBOOK = "workbook"
KEPT = 200
"""How many steps back one can go."""
PAUSE = 60
"""Seconds after which typing on in the same field is a step of its own."""
CHOSEN = frozenset({ValueType.ATTACHMENT, ValueType.BOOLEAN, ValueType.ENUM, ValueType.REFERENCE})
"""Nobody types on in these: each choice is a step of its own."""


class Written(NamedTuple):
    """What a step wrote in a field: a change, or more of which each builds on exactly the one before.

    `seen` is what the first of them builds on.
    """

    key: FieldKey
    seen: tuple[ChangeId, ...]
    first: ChangeId
    last: ChangeId


class Step(NamedTuple):
    """An action of a person. `record` and `field` are what it is about, nothing where that is many.

    `made` are the records that it began; `typed`: it was typing in one field.
    """

    name: str
    record: RecordId | None
    field: str
    written: tuple[Written, ...]
    made: frozenset[Record] = frozenset()
    typed: bool = False
    time: int = 0

    @property
    def is_news(self) -> bool:
        """Whether its author would want to hear of it: not of what they typed or added themselves under their eyes."""
        return not self.typed and any(record_of(written.key) not in self.made for written in self.written)


@dataclass
class Steps:
    """The steps of an open project that can be taken back, and those that were: the newest last."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def add(self, step: Step) -> None:
        """A new action: what was taken back before it stays so. Typing that goes on belongs to the step before."""
        self.undone.clear()
        if self.done and _goes_on(self.done[-1], step):
            (before,), (now,) = self.done[-1].written, step.written
            self.done[-1] = step._replace(written=(now._replace(seen=before.seen, first=before.first),))
        else:
            self.done.append(step)
            del self.done[:-KEPT]

    def clear(self) -> None:
        """What was erased is not taken back, and the names of steps say what they were about."""
        self.done.clear()
        self.undone.clear()

    def forget(self, record: RecordId) -> None:
        """What was only about this record was nothing."""
        self.done[:] = [step for step in self.done if {each.key.record for each in step.written} != {record}]


def _goes_on(last: Step, step: Step) -> bool:
    alone = len(last.written) == len(step.written) == 1
    if not (alone and last.typed and step.typed and step.time - last.time <= PAUSE):
        return False
    if step.written[0].key.type in CHOSEN:
        return False
    return step.written[0].seen == (last.written[0].last,)


def written_of(change: Change) -> Written:
    """A change as a step keeps it."""
    return Written(change.key, change.header.parents, change.id, change.id)


def step_of(
    reader: Reader, name: str, record: RecordId | None, changes: Sequence[Change], *, typed: bool
) -> Step | None:
    """The step that these changes are, before they are in the file; a choice between versions is none."""
    records = {record_of(one.key) for one in changes}
    new = records - reader.deleted({record.id for record in records}).keys()
    written = [written_of(one) for one in changes if not _is_choice(reader, one)]
    made = frozenset(record for record in new if record.kind != WORKBOOK)
    if not written:
        return None
    shown = [each.key.field for each in written if each.key.record == record and each.key.field]
    return Step(name, record, shown[-1] if shown else "", tuple(written), made, typed, changes[-1].header.time)


def _is_choice(reader: Reader, change: Change) -> bool:
    """Whether it only says which of several versions counts, or that a merged text was read."""
    header = change.header
    if len(header.parents) < 2:
        return False
    seen = reader.history(header.key).at(header.parents).view()
    return seen.status is Status.CONFLICT or seen.value == change.value


def changed(kind: str, name: str) -> str:
    """What an edit of a field is called."""
    return f"‘{known_field(kind, name).label}’ gewijzigd"


def reverted(kind: str, name: str) -> str:
    """What writing an earlier version of a field again is called."""
    return f"‘{known_field(kind, name).label}’ teruggezet naar een eerdere versie"


def joined(kind: str) -> str:
    """What it is called that two records are one from now on."""
    return f"Samengevoegd tot één {known_kind(kind).label.lower()}"


def added(kind: str) -> str:
    """What making a record is called."""
    return f"{known_kind(kind).label} toegevoegd"


def deleted(reader: Reader, key: RecordKey) -> str:
    """What a delete is called."""
    return f"{_named(reader, key)} verwijderd{_owned(reader, key, 'uit')}"


def put_back(reader: Reader, key: RecordKey) -> str:
    """What an undelete is called."""
    return f"{_named(reader, key)} teruggezet{_owned(reader, key, 'in')}"


def moved(reader: Reader, key: RecordKey) -> str:
    """What a move is called."""
    return f"{_named(reader, key)} verplaatst{_owned(reader, key, 'in')}"


def converted(kind: str) -> str:
    """What turning a record into one of another kind is called."""
    return f"{known_kind(kind).label} omgezet"


def _named(reader: Reader, key: RecordKey) -> str:
    title = _title(reader, key.id)
    return f"{known_kind(key.kind).label}{f' ‘{title}’' if title else ''}"


def _owned(reader: Reader, key: RecordKey, word: str) -> str:
    """Of what it is a part. There is one workbook, so that goes without saying."""
    owner = reader.record_key(key.owner) if key.owner else None
    title = _title(reader, owner.id) if owner and owner.kind != WORKBOOK else ""
    return f" {word} ‘{title}’" if title else ""


def _title(reader: Reader, record: RecordId) -> str:
    view = reader.record(record)
    return impersonal(view) if view else ""
