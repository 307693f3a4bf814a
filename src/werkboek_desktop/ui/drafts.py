"""What is typed and no change yet: kept in the file, tried again where the disk refuses. No word is lost."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.errors import NotSaved, Refusal

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Recovered, Workspace
    from werkboek_desktop.workspace.remarking import Begun

type Place = tuple[RecordId, str]
"""A field of a record."""

RETRY = 3_000


class Typed(NamedTuple):
    """What stands in a field and is not in the file yet; `leave` = the field was left, so seal it too."""

    value: Value
    seen: tuple[ChangeId, ...]
    leave: bool


class Unread(NamedTuple):
    """What was typed in a field and is no value of it: kept letter for letter, in the file too."""

    text: str
    seen: tuple[ChangeId, ...]


class Drafts(QObject):
    """Of one open project. `saved` tells that something was kept or not, `trouble` why not everything is."""

    saved = Signal()
    refused = Signal(object)
    answered = Signal()
    """Somebody said what is to become of what was recovered in a field."""

    def __init__(self, workspace: "Workspace", parent: QObject) -> None:
        super().__init__(parent)
        self.trouble: NotSaved | None = None
        self.recovered: dict[Place, Recovered] = {}
        self._workspace = workspace
        self._unsaved: dict[Place, Typed] = {}
        self._choices: dict[Place, Typed] = {}
        self._unread: dict[Place, Unread] = {}
        self._unread_waits = False
        self._remarks: dict[RecordId, Begun] = {}
        self._retry = QTimer(self, interval=RETRY)
        self._retry.timeout.connect(self.retry)

    def begin(self, recovered: "Iterable[Recovered]") -> None:
        """Takes over from a program that died what was saved of it; what was being chosen waits for its person."""
        self.recovered = {(each.record, each.field): each for each in recovered}
        if not self._workspace.read_only:  # there one could do nothing about it
            self._unread = {place: Unread(*kept) for place, kept in self._workspace.unread().items()}
        for kept in self._workspace.drafts():
            if kept.key.field:
                self._choices[kept.key.record, kept.key.field] = Typed(kept.value, kept.seen, leave=False)

    def answer(self, record: RecordId, field: str) -> None:
        """What was recovered in a field was read, and is to stay or went."""
        self.recovered.pop((record, field), None)
        self.answered.emit()

    def keep(self, record: RecordId, field: str, value: Value, seen: tuple[ChangeId, ...]) -> None:
        """Keeps what is being typed; where the disk refuses, it stays here and is tried again."""
        self._try(record, field, Typed(value, seen, leave=False))

    def seal(self, record: RecordId, field: str, value: Value, seen: tuple[ChangeId, ...]) -> bool:
        """Makes one change of what was typed in this visit; False when it could not be saved yet."""
        return self._try(record, field, Typed(value, seen, leave=True))

    def _try(self, record: RecordId, field: str, typed: Typed) -> bool:
        waiting = self._unsaved.get((record, field))
        kept = typed if waiting is None else typed._replace(seen=waiting.seen)
        choice = self._choices.get((record, field))
        try:
            if choice and choice.seen != kept.seen:
                self._workspace.drop_draft(record, field)
            self._workspace.draft(record, field, kept.value, kept.seen)
            if kept.leave:
                self._workspace.seal(record, field, initiator=self.parent())
        except NotSaved as error:
            self._unsaved[record, field] = kept
            self.stuck(error)
            return False
        except Refusal as error:
            self.refused.emit(error)
            return False
        self._unsaved.pop((record, field), None)
        if kept.leave:
            self._choices.pop((record, field), None)
        self.look()
        return True

    def retry(self) -> None:
        """Tries again what could not be saved: it goes on by itself when there is room."""
        for (record, field), typed in list(self._unsaved.items()):
            if not self._try(record, field, typed):
                return
        if all(map(self._try_comment, list(self._remarks.values()))) and self._try_unread():
            self.look()

    def stuck(self, error: NotSaved) -> None:
        """The disk refused: from now on it is tried again."""
        self.trouble = error
        self._retry.start()
        self.saved.emit()

    def look(self) -> None:
        """Something was written: once nothing waits any more, all is well."""
        if self.trouble is not None and not (self._unsaved or self._remarks or self._unread_waits):
            self.trouble = None
            self._retry.stop()
        self.saved.emit()

    def choice(self, record: RecordId, field: str) -> Typed | None:
        """What somebody wrote in a choice between versions and did not use yet."""
        return self._choices.get((record, field))

    def keep_choice(self, record: RecordId, field: str, value: Value, seen: tuple[ChangeId, ...]) -> None:
        """Keeps what is being chosen, by who sees all these versions, until it is used."""
        self.keep(record, field, value, seen)
        self._choices[record, field] = Typed(value, seen, leave=False)

    def drop_choice(self, record: RecordId, field: str) -> None:
        """Lets go what was being chosen."""
        if self._choices.pop((record, field), None):
            self._unsaved.pop((record, field), None)
            try:
                self._workspace.drop_draft(record, field)
            except Refusal as error:  # it is there again at the next start
                self.refused.emit(error)
            else:
                self.look()

    def unread(self, record: RecordId, field: str) -> Unread | None:
        """What stands in a field and was not understood."""
        return self._unread.get((record, field))

    def keep_unread(self, record: RecordId, field: str, unread: Unread | None) -> None:
        """Keeps it until it is understood or cleared; None lets it go."""
        before = self._unread.get((record, field))
        if unread is None:
            self._unread.pop((record, field), None)
        else:
            self._unread[record, field] = unread
        if unread != before:
            self._unread_waits = True
            self._try_unread()

    def _try_unread(self) -> bool:
        if not self._unread_waits:
            return True
        if not self._is_kept(lambda: self._workspace.keep_unread(self._unread)):
            return False
        self._unread_waits = False
        self.look()
        return True

    def keep_comment(self, writing: "Begun") -> bool:
        """Keeps a comment that is being written; where the disk refuses, it is tried again as typing is."""
        self._remarks[writing.owner] = writing
        return self._try_comment(writing)

    def _try_comment(self, writing: "Begun") -> bool:
        if not self._is_kept(lambda: self._workspace.keep_comment(writing)):
            return False
        self._remarks.pop(writing.owner)
        self.look()
        return True

    def _is_kept(self, keep: Callable[[], object]) -> bool:
        """Whether the disk took it; where it is full, all that waits is tried again later."""
        try:
            keep()
        except NotSaved as error:
            self.stuck(error)
            return False
        except Refusal as error:
            self.refused.emit(error)
            return False
        return True

    def drop_comment(self, owner: RecordId) -> None:
        """It was placed."""
        self._remarks.pop(owner, None)
        self.look()

    def close(self) -> None:
        """A last time; what cannot be sealed stays a draft in the file."""
        self._retry.stop()
        self.retry()
