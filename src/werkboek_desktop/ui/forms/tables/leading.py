"""The keys that lead from cell to cell, and out of the table."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from werkboek_desktop.ui.forms.tables.editing import Editing
from werkboek_desktop.ui.forms.tables.finder import Finder
from werkboek_desktop.ui.forms.tables.model import ItemModel
from werkboek_desktop.ui.forms.tables.telling import CellVisit
from werkboek_desktop.ui.forms.tables.view import ENTER


class Leading(QObject):
    """Enter goes down, Tab aside, Escape back to the table; each seals what was typed first."""

    def __init__(self, editing: Editing, model: ItemModel) -> None:
        super().__init__(editing)
        self._editing = editing
        self._model = model
        self._table = editing.table
        editing.opened.connect(self._follow)
        editing.telling.passed.connect(self._go_on)
        editing.telling.closed.connect(self._close)

    def _follow(self, visit: CellVisit) -> None:
        visit.input.installEventFilter(self)
        if isinstance(visit.editor, Finder):
            visit.editor.passed.connect(lambda forward: self._aside(visit, 1 if forward else -1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that lead out of a cell."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        visit = self._editing.cells.of(watched)
        return visit is not None and self._key(visit, event)

    def _key(self, visit: CellVisit, event: QKeyEvent) -> bool:
        row, key = visit.index.row(), event.key()
        if key in ENTER and isinstance(visit.editor, Finder) and visit.editor.text():
            visit.editor.choose()
        elif key in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._editing.finish(visit)
            self._editing.long.emit(row, "", None)
        elif key in ENTER:
            self._down(visit)
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._aside(visit, -1 if key == Qt.Key.Key_Backtab else 1)
        elif key == Qt.Key.Key_Escape:
            self._close(visit)
        else:
            return False
        return True

    def _close(self, visit: CellVisit) -> None:
        if isinstance(visit.editor, Finder):
            visit.editor.forget()
        self._editing.finish(visit)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _down(self, visit: CellVisit) -> None:
        was_new = visit.record is None
        self._editing.finish(visit)
        row = visit.index.row() + (not was_new)
        if visit.record == self._editing.added:
            row = self._model.rowCount() - 1
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._table.setCurrentIndex(self._model.index(row, 0 if self._model.adds(row) else visit.index.column()))
        if not was_new and self._model.adds(row) and self._editing.writable(row, 0):  # a text would make an empty item
            self._editing.write(self._table.currentIndex())

    def _aside(self, visit: CellVisit, by: int) -> None:
        if by > 0 and isinstance(visit.editor, Finder) and visit.editor.text():
            visit.editor.choose()
            if visit in self._editing.cells and visit.input.hasFocus():
                self._go_on(visit, by)
        elif by < 0 or not self._editing.telling.enter(visit):
            self._go_on(visit, by)

    def _go_on(self, visit: CellVisit, by: int) -> None:
        self._editing.finish(visit)
        row, column = visit.index.row(), visit.index.column() + by
        while 0 <= column < len(self._model.fields) and not self._editing.writable(row, column):
            column += by
        if 0 <= column < len(self._model.fields) and not self._model.adds(row):
            self._editing.write(self._model.index(row, column))
        else:
            self._table.leave(forward=by > 0)
