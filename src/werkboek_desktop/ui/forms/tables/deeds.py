"""What is done with the items of one record: each an action of the project, refused or undone as one."""

from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.ui.session import Session

ON_THE_LIST = "registered"
"""The status of who is put on the list of a day."""


class Deeds:
    """`about`: the items are another's and about this record, as the days of an attendee are."""

    def __init__(self, kind: Kind, session: Session, *, about: bool) -> None:
        self.owner: RecordId = ""
        self._kind = kind
        self._session = session
        self._about = about

    def create(self) -> RecordView | None:
        """A new item, the last; None where it was refused."""
        workspace = self._session.workspace
        made = self._session.act(lambda: workspace.create_record(self._kind.key, self.owner, initiator=self))
        return workspace.record(made.record) if made and made.record else None

    def put_on_list(self, chosen: RecordId) -> RecordId | None:
        """The one attendance of a person on a day, there or made."""
        day, person = (chosen, self.owner) if self._about else (self.owner, chosen)
        return self._session.act(lambda: self._attend(day, person))

    def _attend(self, day: RecordId, person: RecordId) -> RecordId | None:
        workspace = self._session.workspace
        target = workspace.attendance(day, person)
        if isinstance(target, str):
            return target
        return workspace.edit(target, "status", ON_THE_LIST, (), initiator=self).record

    def move(self, record: RecordId, after: RecordId | None) -> bool:
        """Puts an item behind another, or first."""
        workspace = self._session.workspace
        return self._session.act(lambda: workspace.move(record, None, after, initiator=self)) is not None

    def delete(self, record: RecordId) -> bool:
        """Takes an item away; it can be brought back."""
        workspace = self._session.workspace
        return self._session.act(lambda: workspace.delete(record, initiator=self)) is not None
