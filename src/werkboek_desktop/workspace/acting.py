"""The half of the door that edits: an action writes in one transaction and returns what it changed."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.privacy.clearing import Ground
from werkboek_desktop.domain.privacy.reading import Sentence
from werkboek_desktop.domain.replacing import Search
from werkboek_desktop.domain.values import Value
from werkboek_desktop.store.attachments import Taken
from werkboek_desktop.workspace import (
    agreeing,
    attending,
    comments,
    conversion,
    drafting,
    editing,
    history,
    many,
    pictures,
    privacy,
    referring,
    remarking,
    replacing,
    terms,
    undoing,
    unread,
)
from werkboek_desktop.workspace.agreeing import Answered, Drawn, Sending, Sent
from werkboek_desktop.workspace.editing import Target
from werkboek_desktop.workspace.model import (
    Changed,
    Edit,
    Given,
    NewRecord,
    PlaceAfter,
    Progress,
    Undone,
    Untaken,
    unwatched,
)
from werkboek_desktop.workspace.replacing import Hit
from werkboek_desktop.workspace.session import Session
from werkboek_desktop.workspace.steps import Step, Steps


class Acting:
    """What can be done in an open project; a refusal changes nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def new_record(self, kind: str, owner: RecordId | None = None) -> NewRecord:
        """A record that its first edit makes; raises UnknownKind, WrongOwner, UnknownRecord."""
        return editing.new_record(self._session, kind, owner)

    def sign(self) -> Changed:
        """Makes whoever writes here a person of the project, if they aren't one yet."""
        return editing.sign(self._session)

    def workbook(self) -> Target:
        """The one workbook, there or to be made."""
        return editing.workbook(self._session)

    def attendance(self, masterclass: RecordId, attendee: RecordId) -> Target:
        """The one attendance of a person at a masterclass, there or to be made."""
        return editing.attendance(self._session, masterclass, attendee)

    def put_on_list(self, masterclass: RecordId, attendee: RecordId, *, initiator: object = None) -> Changed:
        """Puts a person on the list of a masterclass; who stands on it stays as they are."""
        return attending.put_on_list(self._session, masterclass, attendee, initiator=initiator)

    def come_new(self, masterclass: RecordId, name: str, *, initiator: object = None) -> Changed:
        """Somebody new at the door: makes the person and puts them on the list, as one step."""
        return attending.come_new(self._session, masterclass, name, initiator=initiator)

    def edit(
        self, target: Target, field: str, value: Value, seen: tuple[ChangeId, ...], *, initiator: object = None
    ) -> Changed:
        """Writes a value on exactly the heads that its author saw."""
        return editing.edit(self._session, target, field, value, seen, initiator=initiator)

    def set_field(self, target: Target, field: str, given: Given) -> Changed:
        """Reads what was given by the field's type, and writes it on all that is there now."""
        return editing.set_field(self._session, target, field, given)

    def change_set(self, target: Target, field: str, add: Iterable[str], remove: Iterable[str]) -> Changed:
        """Adds and removes elements of a set."""
        return editing.change_set(self._session, target, field, add, remove)

    def create_record(
        self,
        kind: str,
        owner: RecordId | None = None,
        fields: Mapping[str, Value] | None = None,
        *,
        initiator: object = None,
    ) -> Changed:
        """Makes a record at once."""
        return editing.create(self._session, self.new_record(kind, owner), fields or {}, initiator=initiator)

    def delete(self, record: RecordId, *, initiator: object = None) -> Changed:
        """Deletes a record and what it owns; an edit elsewhere that this one didn't see keeps it alive."""
        return editing.delete(self._session, record, initiator=initiator)

    def edit_many(
        self, edits: Sequence[Edit], name: str, *, progress: Progress = unwatched, initiator: object = None
    ) -> Changed:
        """Writes many values, each on all that is there now, as one step that is called `name`; raises Cancelled."""
        return many.edit_many(self._session, edits, name, progress=progress, initiator=initiator)

    def delete_many(self, records: Sequence[RecordId], name: str, *, initiator: object = None) -> Changed:
        """Deletes many records with what they own, as one step that is called `name`."""
        return many.delete_many(self._session, records, name, initiator=initiator)

    def abandon(self, record: RecordId, *, initiator: object = None) -> bool:
        """Lets a record go that was begun and in which nothing stands, without a step; False: something does."""
        return editing.abandon(self._session, record, initiator=initiator)

    def undelete(self, record: RecordId, *, initiator: object = None) -> Changed:
        """Brings a deleted record back."""
        return editing.undelete(self._session, record, initiator=initiator)

    def move(
        self, record: RecordId, parent: RecordId | None, after: RecordId | None, *, initiator: object = None
    ) -> Changed:
        """Puts a record behind another, or first; raises PlaceInItself."""
        return editing.move(self._session, record, PlaceAfter(parent, after), initiator=initiator)

    def refer_to_new(
        self, record: RecordId, field: str, title: str, seen: tuple[ChangeId, ...], *, initiator: object = None
    ) -> Changed:
        """Makes a record from its name alone and refers to it."""
        return referring.refer_to_new(self._session, record, field, title, seen, initiator=initiator)

    def convert(self, signup: RecordId, *, initiator: object = None) -> Changed:
        """Makes the case of a sign-up; made on two computers it is one case."""
        return conversion.convert(self._session, signup, initiator=initiator)

    def clear_sentence(
        self, sentence: Sentence, ground: Ground, note: str = "", *, initiator: object = None
    ) -> Changed:
        """What the privacy check points at in a sentence may stay, and why; raises NoReason."""
        return privacy.clear(self._session, sentence, ground, note, initiator=initiator)

    def replace_words(self, search: Search, hits: Iterable[Hit], *, initiator: object = None) -> Changed:
        """Writes other words at these places, as one step."""
        return replacing.replace(self._session, search, hits, initiator=initiator)

    def prefer_spelling(self, spelling: str, *, initiator: object = None) -> Changed:
        """From now on a term is spelled so, in the list of terms; raises BadFieldValue."""
        return terms.prefer(self._session, spelling, initiator=initiator)

    def accept_spellings(self, spellings: Sequence[str], *, initiator: object = None) -> Changed:
        """These spellings of a term may stand beside each other; raises BadFieldValue."""
        return terms.accept(self._session, spellings, initiator=initiator)

    def lift_clearance(self, sentence: Sentence, *, initiator: object = None) -> Changed:
        """Takes back what was decided about a sentence."""
        return privacy.lift(self._session, sentence, initiator=initiator)

    def comment(
        self, record: RecordId, field: str, text: str, anchor: str = "", *, initiator: object = None
    ) -> Changed:
        """Says something about a field, a sentence of it, or the whole (without a field); raises BadFieldValue."""
        return comments.comment(self._session, record, field, text, anchor, initiator=initiator)

    def keep_comment(self, writing: remarking.Begun) -> None:
        """Keeps a comment that is being written; without words there is nothing to keep. Raises NotSaved."""
        remarking.keep(self._session, writing)

    def keep_unread(self, everything: unread.Unread) -> None:
        """Keeps what was typed in fields and is no value of them: from now on this is all. Raises NotSaved."""
        unread.keep(self._session, everything)

    def place_comment(self, writing: remarking.Begun, *, initiator: object = None) -> Changed:
        """Makes a comment or an answer of what was being written; raises UnknownRecord, BadFieldValue."""
        return remarking.place(self._session, writing, initiator=initiator)

    def answer(self, comment: RecordId, text: str, *, initiator: object = None) -> Changed:
        """Answers a comment; raises UnknownRecord, BadFieldValue."""
        return comments.answer(self._session, comment, text, initiator=initiator)

    def close_comment(self, comment: RecordId, *, is_open: bool = False, initiator: object = None) -> Changed:
        """Says that a discussion is over, or open again; raises UnknownRecord."""
        return comments.close(self._session, comment, is_open=is_open, initiator=initiator)

    def make_proof(
        self, case: RecordId, out: Path, sending: Sending, *, force: bool = False, progress: Progress = unwatched
    ) -> Sent:
        """Writes a proof and records that it went out; raises NoAuthor, BadFieldValue, FileExists, NotSaved."""
        return agreeing.make_proof(self._session, case, out, sending, force=force, progress=progress)

    def check_sending(self, sending: Sending) -> Sending:
        """The same; raises NoAuthor, BadFieldValue where `record_proof` would."""
        agreeing.check(self._session, sending)
        return sending

    def draw_proof(self, case: RecordId, out: Path, *, force: bool = False, progress: Progress = unwatched) -> Drawn:
        """Writes a proof and records nothing yet; raises FileExists, NotSaved, Cancelled."""
        return agreeing.draw(self._session, case, out, force=force, progress=progress)

    def record_proof(self, case: RecordId, drawn: Drawn, sending: Sending, *, initiator: object = None) -> Sent:
        """Records that a proof went out, as one step."""
        return agreeing.record_proof(self._session, case, drawn, sending, initiator)

    def register_akkoord(self, proof: RecordId, answered: Answered, *, initiator: object = None) -> Changed:
        """Keeps an answer to a proof; raises UnknownRecord, BadFieldValue, UnreadableFile, AttachmentTooLarge."""
        return agreeing.register(self._session, proof, answered, initiator=initiator)

    def decide_akkoord(self, approval: RecordId, outcome: str, *, initiator: object = None) -> Changed:
        """Says that an akkoord stays for the text of now (`minor_correction`), or is asked again (`ask_again`)."""
        return agreeing.decide(self._session, approval, outcome, initiator=initiator)

    def put_back(self, proof: RecordId, *, initiator: object = None) -> tuple[Changed, tuple[Untaken, ...]]:
        """Writes what a proof said again, as one step, and says what was left; raises NoProof, StillTyping."""
        return agreeing.put_back(self._session, proof, initiator=initiator)

    @property
    def steps(self) -> Steps:
        """What was done here since the project was opened, and can be undone or done again."""
        return self._session.steps

    def undo(
        self, step: Step | None = None, *, progress: Progress = unwatched, initiator: object = None
    ) -> Undone | None:
        """Takes back the last step, or this one, as far as nobody else's work is in the way; None: there is none."""
        stacks = undoing.undoing(self._session)
        return undoing.take_back_step(self._session, stacks, step, progress=progress, initiator=initiator)

    def redo(
        self, step: Step | None = None, *, progress: Progress = unwatched, initiator: object = None
    ) -> Undone | None:
        """Does again what was taken back last, or this step; None: there is none."""
        stacks = undoing.redoing(self._session)
        return undoing.take_back_step(self._session, stacks, step, progress=progress, initiator=initiator)

    def take_back(self, change: ChangeId) -> Changed:
        """Takes back one change of one's own; raises UnknownChange, NotYours, NotTakenBack."""
        return undoing.take_back(self._session, change)

    def revert(self, record: RecordId, field: str, change: ChangeId, *, initiator: object = None) -> Changed:
        """Writes an earlier version of a field again, as a new change; raises UnknownChange, NotReverted."""
        return history.revert(self._session, record, field, change, initiator=initiator)

    def add_attachment(self, path: Path) -> str:
        """Takes a file in, a picture cleaned of what it tells about its maker; returns its SHA-256."""
        return pictures.add(self._session, path)

    def keep_file(self, taken: Taken) -> str:
        """Puts a file in the project that was read and cleaned before; returns its SHA-256."""
        return pictures.keep(self._session, taken)

    def draft(self, record: RecordId, field: str, value: Value, seen: tuple[ChangeId, ...]) -> None:
        """Keeps what is being typed, from power cuts too."""
        drafting.draft(self._session, record, field, value, seen)

    def seal(self, record: RecordId, field: str, *, initiator: object = None) -> Changed | None:
        """Makes one change of a draft."""
        return drafting.seal(self._session, record, field, initiator=initiator)

    def recover(self, *, initiator: object = None) -> list[drafting.Recovered]:
        """Makes changes of what a program that was killed had kept, as `seal_all` does, and tells what came of it."""
        return drafting.recover(self._session, initiator)

    def seal_all(self) -> Changed:
        """Makes changes of all drafts but those of a choice between versions."""
        return drafting.seal_all(self._session)

    def drop_draft(self, record: RecordId, field: str) -> None:
        """Lets a draft go."""
        drafting.drop(self._session, record, field)
