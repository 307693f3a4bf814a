"""The cells that stand open: which is where, and in which of them somebody is."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.forms.tables.model import Index, Spot
from werkboek_desktop.ui.forms.tables.telling import CellVisit, is_within


class OpenCells(list[CellVisit]):
    """In the order in which they were opened."""

    def at(self, index: Index) -> CellVisit | None:
        """The one at this place."""
        return next((visit for visit in self if visit.index == index), None)

    def of(self, widget: QObject) -> CellVisit | None:
        """The one that is typed in here."""
        return next((visit for visit in self if visit.input is widget), None)

    def has(self, record: RecordId) -> bool:
        """Whether a cell of this item stands open."""
        return any(visit.record == record for visit in self)

    def held(self) -> Spot | None:
        """The cell that somebody is writing in."""
        focus = QApplication.focusWidget()
        return next((visit.spot for visit in self if focus is not None and is_within(visit.editor, focus)), None)

    def caret(self) -> int:
        """Where in the cell that has the keyboard somebody is."""
        line = self._line()
        return line.cursorPosition() if line else 0

    def go_on(self, caret: int) -> None:
        """At the same letter of the cell that has the keyboard."""
        if line := self._line():
            line.setCursorPosition(caret)

    def _line(self) -> QLineEdit | None:
        focus = QApplication.focusWidget()
        return focus if isinstance(focus, QLineEdit) and self.of(focus) else None
