"""What goes through the door: frozen data, the same for both user interfaces."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from werkboek_desktop.domain.change import RecordKey
from werkboek_desktop.domain.gaps import Missing
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.trust import Met
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import RecordView, Variant
from werkboek_desktop.domain.workflow import Balance, Gap
from werkboek_desktop.errors import Refusal
from werkboek_desktop.workspace.steps import Step

type Progress = Callable[[int, int, str], bool]
"""Told (done, of, Dutch word); answering False stops the work before anything is written."""


def unwatched(done: int, of: int, word: str) -> bool:  # noqa: ARG001 - the shape of Progress
    """The progress of work that nobody watches: it never stops."""
    return True


class Project(NamedTuple):
    """The open project. `name` is the workbook's title."""

    id: str
    name: str
    path: Path
    workbook: RecordId


class Author(NamedTuple):
    """Who writes: a person record of the project."""

    id: RecordId
    name: str


class NewRecord(NamedTuple):
    """A record that its first edit will make. `first` are fields that come with that edit."""

    key: RecordKey
    first: tuple[tuple[str, Value], ...] = ()


class FromFile(NamedTuple):
    """A value that stands in a file: text, or the bytes of an attachment."""

    path: Path


class PlaceAfter(NamedTuple):
    """Where a record goes: under `parent` (None = top level), behind `after` (None = first)."""

    parent: RecordId | None
    after: RecordId | None


class Edit(NamedTuple):
    """A value to write in a field, one of many in one action."""

    record: RecordId
    field: str
    value: Value


type Given = bool | int | str | tuple[str, ...] | FromFile | PlaceAfter | None
"""A value as a person or script gives it, before it is read by the field's type."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What an action changed, and who started it: screens refresh from this. A `step` can be taken back.

    `waits`: changes came that show nothing yet.
    """

    records: frozenset[RecordId] = frozenset()
    initiator: object = None
    record: RecordId | None = None
    change: ChangeId | None = None
    step: Step | None = None
    waits: bool = False


class Untaken(NamedTuple):
    """Where an undo left things as they are, and why: a Dutch sentence."""

    record: RecordId
    field: str
    why: str


@dataclass(frozen=True, slots=True)
class Undone:
    """The step that was taken back, or done again, and what of it stays."""

    step: Step
    changed: Changed
    left: tuple[Untaken, ...] = ()


class Standing(NamedTuple):
    """How far a record is: which numbered parts are there, what the next step lacks, how its measures lie.

    `asking`: what it owns of which two people wanted something else as a whole. `doubles`: attendees who may be this
    one, entered at another computer.
    """

    parts: tuple[bool, ...]
    gaps: list[Gap]
    balance: Balance
    asking: Sequence[RecordView] = ()
    doubles: Sequence[RecordId] = ()


class Revision(NamedTuple):
    """One change of a field, for its history."""

    change: ChangeId
    author: str | None
    time: int
    value: Value
    parents: tuple[ChangeId, ...]
    erased: bool = False


class Waits(NamedTuple):
    """A computer of which a bundle is missing: whose it is, empty where nobody knows, and how many changes wait."""

    who: str
    changes: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The state of the whole project in one line: (record, field) pairs that ask for a person.

    `missing`: one for each computer that has to be asked for a bundle.
    """

    conflicts: tuple[tuple[RecordId, str], ...]
    merged: tuple[tuple[RecordId, str], ...]
    missing: Sequence[Waits]

    @property
    def waiting(self) -> int:
        """How many changes wait."""
        return sum(each.changes for each in self.missing)


class FieldChange(NamedTuple):
    """How one field reads before and after an import; None = absent, or in conflict. `versions`: who stands where."""

    record: RecordId
    field: str
    before: Value
    after: Value
    versions: tuple[Variant, ...] = ()
    kind: str = ""
    owner: RecordId | None = None
    """Both of the record, which need not be here yet."""


class ReadAs(NamedTuple):
    """How to read a document that does not say itself what it was made from: of a proof, or as a new case."""

    proof: RecordId | None = None
    new: bool = False


AS_IT_SAYS = ReadAs()


class Result(StrEnum):
    """How one file of an import ended."""

    IMPORTED = "imported"
    KNOWN = "known"
    WAITING = "waiting"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one file brought, or would bring. `lacking`: it counts on an earlier bundle that never came here.

    `partial`: it has chosen records only.
    `told`: what else a person should hear of what `is_document` and no bundle, in sentences. `trust`: what the
    sender of a bundle is to this computer. `lapsed`: the cases of which an akkoord stood that stands no longer.
    `fresh`: of a preview of a bundle, the records that are not here yet. `missing`: what has to be asked of whom, for
    it counts on that. `phrase`: where the key is another than before, six words to compare it by.
    """

    path: Path
    result: Result
    bundle: str | None = None
    sender: str | None = None
    created: int | None = None
    new: int = 0
    known: int = 0
    waiting: int = 0
    lacking: bool = False
    partial: bool = False
    merged: tuple[tuple[RecordId, str], ...] = ()
    conflicts: tuple[tuple[RecordId, str], ...] = ()
    deleted: tuple[RecordId, ...] = ()
    erases: tuple[RecordId, ...] = ()
    lapsed: tuple[RecordId, ...] = ()
    fresh: frozenset[RecordId] = frozenset()
    changes: tuple[FieldChange, ...] = ()
    error: Refusal | None = None
    is_document: bool = False
    told: tuple[str, ...] = ()
    trust: Met | None = None
    missing: tuple[Missing, ...] = ()
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """A file each, in the given order, and the state hash afterwards (None: there is no project).

    `missed`: where the backup that was made before could not be taken to.
    """

    files: tuple[FileReport, ...]
    state_hash: str | None
    missed: tuple[Refusal, ...] = ()


class Case(NamedTuple):
    """A case that goes along in a bundle, or does not: `why` is a Dutch sentence, empty where it goes."""

    record: RecordId
    title: str
    why: str = ""


class Paper(NamedTuple):
    """A file to print or post, and what somebody should look at before it leaves the room: Dutch sentences."""

    path: Path
    checks: tuple[str, ...]


class Backup(NamedTuple):
    """The verified copy that was made, and why one of the other places did not take it."""

    path: Path
    missed: tuple[Refusal, ...] = ()


_MAILED = (4 / 3) * (78 / 76)
"""In a mail three bytes are four letters, with a line end after every 76."""


def as_sent(mailed_mb: int) -> int:
    """The bytes of a bundle that weighs so much as an attachment."""
    return int(mailed_mb * 1_000_000 / _MAILED)


class Part(NamedTuple):
    """One file of a bundle that may have been split; size in bytes."""

    path: Path
    size: int
    changes: int


class Exported(NamedTuple):
    """The bundle that was made, or the first of several `parts`. `mail_limit_mb`: what the mail of this computer takes.

    `size` and `changes` are of all parts together. `stays`: the cases that may not leave for who it is for.
    `unproven`: changes that do not go, for whoever wrote them signed them falsely.
    """

    path: Path
    size: int
    changes: int
    mail_limit_mb: int
    parts: tuple[Part, ...]
    stays: tuple[Case, ...] = ()
    unproven: int = 0

    @property
    def mailed_mb(self) -> float:
        """What the largest weighs as an attachment."""
        return max(part.size for part in self.parts) * _MAILED / 1_000_000

    @property
    def is_too_large_to_mail(self) -> bool:
        """Whether a mail server would send it back."""
        return self.mailed_mb > self.mail_limit_mb
