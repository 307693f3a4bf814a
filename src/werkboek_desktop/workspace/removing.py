"""The part of the door that takes away: erasing for good, and taking an import back."""

from collections.abc import Sequence

from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.store.shapes import Draft
from werkboek_desktop.workspace import aside, drafting, erased, erasing
from werkboek_desktop.workspace.aside import TakenBack
from werkboek_desktop.workspace.destroying import Erased
from werkboek_desktop.workspace.erased import Incoming
from werkboek_desktop.workspace.erasing import Request
from werkboek_desktop.workspace.model import Changed
from werkboek_desktop.workspace.session import Session


class Removing:
    """What can be taken away in an open project; a refusal changes nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def erase(
        self,
        record: RecordId,
        field: str | None = None,
        passage: str | None = None,
        *,
        initiator: object = None,
    ) -> Erased:
        """Destroys a record with all it owns, one field, or one passage in every version of a field, for good.

        It goes to every computer that hears of it. Where a colleague erased it, and nothing of it shows, it is the yes.
        Raises UnknownRecord, UnknownField, NotErasable, NothingToErase, PassageNotFound, WorkbookStays, StillTyping,
        NotTrusted.
        """
        return erasing.erase(self._session, Request(record, field, passage), initiator=initiator)

    def agree(self, record: RecordId, field: str | None = None) -> Erased:
        """The yes to what colleagues erased of this: what they hid is destroyed, and what shows stays."""
        return erasing.agree(self._session, Request(record, field))

    def erases(self) -> list[Incoming]:
        """What colleagues erased and nobody here answered: hidden already, and here until a yes."""
        with self._session.store.read() as reader:
            return erased.incoming(self._session, reader)

    def keep_hidden(self, erases: Sequence[ChangeId]) -> None:
        """The no to erases of colleagues: nothing is destroyed here, and what they hide stays hidden."""
        erased.say_no(self._session, erases)

    def take_over(self, erase: ChangeId, *, initiator: object = None) -> Changed:
        """Writes what an erase of a field hides once more, as one's own words; raises NothingToErase."""
        return erased.take_over(self._session, erase, initiator=initiator)

    def outlived(self) -> list[Draft]:
        """What was typed in a text that was erased meanwhile: never sealed, and here for its author to copy."""
        with self._session.store.read() as reader:
            return drafting.outlived(reader)

    def aside(self, bundle: str, *, undo: bool = False, initiator: object = None) -> TakenBack:
        """Takes an import back at this computer, or lifts that; raises UnknownBundle."""
        return aside.take_back(self._session, bundle, undo=undo, initiator=initiator)

    def aside_preview(self, bundle: str, *, undo: bool = False) -> TakenBack:
        """What the same would do; nothing changes."""
        return aside.preview(self._session, bundle, undo=undo)
