"""Adds an attendance: it is about somebody, so first the person and then the row."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.forms.choices import LazyChoice
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import button, row
from werkboek_desktop.ui.words import tr


class AttendanceAdder(QWidget):
    """Choose an attendee, and the attendance is there: the same one on every computer."""

    def __init__(self, session: Session, owner: Callable[[], RecordId], made: Callable[[RecordId], None]) -> None:
        super().__init__()
        self._session = session
        self._owner = owner
        self._made = made
        self.choice = LazyChoice(self._fill)
        self.choice.setAccessibleName(tr("Deelnemer om toe te voegen"))
        self._fill()
        self.setLayout(row(self.choice, button(tr("Zet op de lijst"), self.add, "", "plus"), 0))

    def _fill(self) -> None:
        now = self.choice.currentData()
        self.choice.clear()
        self.choice.addItem(tr("Kies een deelnemer"), None)
        for person in self._session.workspace.rows("attendee"):
            self.choice.addItem(person.title, person.id)
        self.choice.setCurrentIndex(max(self.choice.findData(now), 0))

    def add(self) -> None:
        """Puts the chosen person on the list of this masterclass."""
        attendee = self.choice.currentData()
        made = self._session.act(lambda: self._attend(attendee)) if attendee else None
        if made:
            self._made(made)

    def _attend(self, attendee: RecordId) -> RecordId | None:
        workspace = self._session.workspace
        target = workspace.attendance(self._owner(), attendee)
        if isinstance(target, str):
            return target
        return workspace.edit(target, "status", "registered", (), initiator=self).record
