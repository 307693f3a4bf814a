"""Puts the items of a table in another order, by keys, buttons or the mouse."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import PlaceInItself
from werkboek_desktop.ui.forms.tables.deeds import Deeds
from werkboek_desktop.ui.forms.tables.editing import Editing
from werkboek_desktop.ui.forms.tables.model import ItemModel
from werkboek_desktop.ui.forms.tables.more import More
from werkboek_desktop.ui.forms.tables.view import ItemTable


class Moving(QObject):
    """What is being typed is sealed before anything moves."""

    moved = Signal()

    def __init__(self, table: ItemTable, model: ItemModel, editing: Editing, more: More, deeds: Deeds) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._editing = editing
        self._more = more
        self._deeds = deeds
        more.up.connect(lambda record: self.shift(record, -1))
        more.down.connect(lambda record: self.shift(record, 1))
        table.dropped.connect(self._drop)

    def shift_current(self, by: int) -> None:
        """Moves the item that has the keyboard up or down."""
        focus = QApplication.focusWidget()
        if focus is not None and self._more.isAncestorOf(focus):
            self.shift(self._more.record, by)
        elif view := self._model.view(self._table.currentIndex().row()):
            self.shift(view.id, by)

    def shift(self, record: RecordId, by: int) -> None:
        """Moves an item up or down."""
        at = self._model.row_of(record)
        if self._model.kind.is_placed and 0 <= at + by < self._model.rowCount() - 1:
            self._move(record, at + by if by > 0 else at - 2)

    def _drop(self, row: int, before: int) -> None:
        view = self._model.view(row)
        if view is None:
            return
        if before == row:
            refusal = PlaceInItself()
            self._editing.telling.refuse(row, f"{refusal.message} {refusal.advice}")
        elif before != row + 1:
            self._move(view.id, before - 1)

    def _move(self, record: RecordId, behind: int) -> None:
        self._editing.seal()
        self._more.leave()
        after = self._model.order()[behind] if behind >= 0 else None
        if self._deeds.move(record, after):
            self.moved.emit()
