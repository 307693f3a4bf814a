"""What is done with the items of one record: each an action of the project, refused or undone as one."""

from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.ui.drafts import Place
from werkboek_desktop.ui.session import Session


class Deeds:
    """`about`: the items are another's and about this record, as the days of an attendee are."""

    def __init__(self, kind: Kind, session: Session, *, about: bool) -> None:
        self.owner: RecordId = ""
        self._kind = kind
        self._session = session
        self._about = about

    @property
    def search(self) -> Place:
        """Where a name waits that somebody looked for, to put on this list."""
        return self.owner, self._kind.key

    def create(self) -> RecordView | None:
        """A new item, the last; None where it was refused."""
        workspace = self._session.workspace
        made = self._session.act(lambda: workspace.create_record(self._kind.key, self.owner, initiator=self))
        return workspace.record(made.record) if made and made.record else None

    def put_on_list(self, chosen: RecordId) -> RecordId | None:
        """The one attendance of a person on a day, there or made."""
        day, person = (chosen, self.owner) if self._about else (self.owner, chosen)
        workspace = self._session.workspace
        made = self._session.act(lambda: workspace.put_on_list(day, person, initiator=self))
        return made.record if made else None

    def come_new(self, name: str) -> RecordId | None:
        """The attendance of somebody new at the door."""
        workspace = self._session.workspace
        made = self._session.act(lambda: workspace.come_new(self.owner, name, initiator=self))
        return made.record if made else None

    def drop_empty(self, record: RecordId) -> bool:
        """Lets an item go that was begun and in which nothing stands: it was none. False: something does."""
        unread = any(self._session.drafts.unread(record, field.key) for field in self._kind.fields)
        return not unread and bool(self._session.act(lambda: self._session.workspace.abandon(record, initiator=self)))

    def move(self, record: RecordId, after: RecordId | None) -> bool:
        """Puts an item behind another, or first."""
        workspace = self._session.workspace
        return self._session.act(lambda: workspace.move(record, None, after, initiator=self)) is not None

    def delete(self, record: RecordId) -> bool:
        """Takes an item away; it can be brought back."""
        workspace = self._session.workspace
        return self._session.act(lambda: workspace.delete(record, initiator=self)) is not None
