"""Writing in cells: the editor of the field opens in its cell."""

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.view import RecordView, Status
from werkboek_desktop.ui.forms.editor import Editor
from werkboek_desktop.ui.forms.references import ReferenceEditor
from werkboek_desktop.ui.forms.tables.model import Index, ItemModel
from werkboek_desktop.ui.forms.tables.open_cells import OpenCells
from werkboek_desktop.ui.forms.tables.telling import CellVisit, Telling, is_within
from werkboek_desktop.ui.forms.tables.view import ItemTable, again
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.words import tr

type MakeEditor = Callable[[Field, bool], Editor]
"""The editor of a field; True: in the row that adds."""
type Start = Callable[[Editor], RecordView | None]
"""Makes the item of which somebody typed the first letter."""


class Editing(QObject):
    """The editors that stand open. One that the keyboard left closes, unless what it holds is not understood."""

    sealed = Signal()
    choose = Signal(str, str)
    opened = Signal(object)
    """A cell: the visit to it."""
    closed = Signal()
    """The keyboard left a cell."""
    long = Signal(int, str, object)
    """Somebody wants to write in a field of a row that is no cell: the key they pressed, or None."""

    def __init__(self, parent: QWidget, model: ItemModel, session: Session, editor: MakeEditor, start: Start) -> None:
        super().__init__(parent)
        self._model = model
        self._session = session
        self._editor = editor
        self._start = start
        self.cells = OpenCells()
        self.added = ""
        """The item that somebody is adding: after it comes another, wherever its day or time puts it."""
        self.table: ItemTable
        self.telling: Telling
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def attach(self, table: ItemTable) -> None:
        """The table that the editors stand in."""
        self.table, self.telling = table, Telling(table)
        table.wanted.connect(self.write)

    def make(self, parent: QWidget, index: Index) -> QWidget:
        """The editor of a cell; a screen reader hears which cell it is."""
        field, view = self._model.fields[index.column()], self._model.view(index.row())
        editor = self._editor(field, view is None)
        editor.setParent(parent)
        editor.show_value(view.value(field.key) if view else None)
        editor.name(f"{field.label}, {self._where(index.row())}", field.help)
        visit = CellVisit(editor, self._session, index)
        if view is None and isinstance(visit.input, QLineEdit):
            visit.input.setPlaceholderText(visit.input.placeholderText() or field.label)  # its heading may not be there
        visit.begin(view.id if view else None, view.fields.get(field.key) if view else None)
        if visit.record != self.added:
            self.added = ""
        self.opened.emit(visit)
        visit.sealed.connect(self.sealed)
        editor.typed.connect(partial(self._typed, visit))
        editor.left.connect(visit.leave)
        editor.told.connect(self.say)
        editor.opens.connect(lambda record: self.choose.emit(record, ""))
        if isinstance(editor, ReferenceEditor):
            editor.makes.connect(partial(self._make_and_refer, visit))
        self.cells.append(visit)
        return editor

    def _where(self, row: int) -> str:
        if self._model.adds(row):
            return f"{tr('nieuw')}: {self._model.kind.label.lower()}"
        return f"{self._model.kind.label.lower()} {row + 1} {tr('van')} {self._model.rowCount() - 1}"

    def write(self, index: Index, key: QKeyEvent | None = None) -> Editor | None:
        """Opens the editor of a cell and puts the keyboard in it; what has no cell editor opens elsewhere."""
        row, column = index.row(), index.column()
        view = self._model.view(row)
        if self._model.adds(row):
            column = 0 if self._model.kind.form_fields[0].is_short else len(self._model.fields)
        if column == len(self._model.fields):
            self.long.emit(row, "", key)
            return None
        field = self._model.fields[column]
        found = view.fields.get(field.key) if view else None
        if view and found and found.status is Status.CONFLICT:
            self.choose.emit(view.id, field.key)
            return None
        if not field.is_short:
            self.long.emit(row, field.key, key)
            return None
        if self.writable(row, column):
            return self._open(row, column, key)
        if key is not None:  # who an item is about is not written in, but looked for
            self.table.keyboardSearch(key.text())
        return None

    def writable(self, row: int, column: int) -> bool:
        """Whether a cell is written in: who or what an item is about is said once, when it is made."""
        if column >= len(self._model.fields):
            return False
        field, kind = self._model.fields[column], self._model.kind
        is_subject = kind.subject is not None and column == 0
        return field.is_short and (self._model.adds(row) or not is_subject)

    def _open(self, row: int, column: int, key: QKeyEvent | None) -> Editor:
        index = self._model.index(row, column)
        self.table.setCurrentIndex(index)
        visit = self.cells.at(index)
        if visit is None:
            self.table.openPersistentEditor(index)
            visit = self.cells.at(index)
        assert visit
        visit.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.show_in_page(visit.editor)
        if isinstance(visit.input, QLineEdit):
            _put_cursor(visit.input, visit.editor.field)
        if key is not None:
            QApplication.sendEvent(visit.input, again(key))
        return visit.editor

    def _typed(self, visit: CellVisit) -> None:
        if visit.record is None:
            made = self._start(visit.editor)
            if made is None or visit not in self.cells:
                return
            visit.begin(made.id, made.fields.get(visit.editor.field.key))
            self.added = made.id
        visit.type()
        self.say()

    def _make_and_refer(self, visit: CellVisit, title: str) -> None:
        if visit.refer_to_new(title) and visit.record:
            visit.editor.show_value(self._session.workspace.record(visit.record).value(visit.editor.field.key))
        self.say()

    def say(self) -> None:
        """Says of one of them what there is to say."""
        self.telling.say(self.cells)

    def stuck(self) -> None:
        """Enter did nothing: what there is to do gets the keyboard, or it is said why."""
        self.say()
        if not self.telling.note.enter():
            self.telling.announce()
        self.telling.show()

    def finish(self, visit: CellVisit) -> None:
        """The keyboard is elsewhere: what was typed is sealed, and the editor closes."""
        was_typed = visit.typed
        if visit in self.cells and visit.editor.lets_go() and visit.leave():
            self._shut(visit)
            was_typed = False
        self.say()
        if was_typed:
            self.telling.announce()

    def _shut(self, visit: CellVisit) -> None:
        if visit not in self.cells:
            return
        self.cells.remove(visit)
        if visit.index.isValid():
            self.table.closePersistentEditor(self._model.index(visit.index.row(), visit.index.column()))
        self.closed.emit()

    def leave(self) -> None:
        """Seals everything; what is not understood stays on screen."""
        for visit in list(self.cells):
            self.finish(visit)

    def seal(self) -> None:
        """Seals everything and leaves the editors open."""
        for visit in list(self.cells):
            visit.leave()

    def reopen(self) -> None:
        """What was typed here before and is not understood stands in its cell again."""
        for row, record in enumerate(self._model.order()):
            for column, field in enumerate(self._model.fields):
                index = self._model.index(row, column)
                if self._session.drafts.unread(record, field.key) and field.is_short and self.cells.at(index) is None:
                    self.table.openPersistentEditor(index)
        self.say()

    def drop(self) -> None:
        """The table shows something else: all editors go; what nobody could understand waits in the session."""
        self.leave()
        for visit in list(self.cells):
            self._shut(visit)
        self.say()

    def let_go(self, records: Collection[RecordId]) -> None:
        """These items are gone: what is typed in one is sealed, which brings it back, and the editors close."""
        for visit in [visit for visit in self.cells if visit.record in records]:
            visit.blockSignals(True)
            visit.leave()
            self._shut(visit)
        self.say()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        for visit in list(self.cells) if new is not None else ():
            if not is_within(visit.editor, new) and not self.telling.is_at(visit, new):
                self.finish(visit)


def _put_cursor(line: QLineEdit, field: Field) -> None:
    """Nobody adds a letter to a date; words are added to, so that a stray key wipes none."""
    if field.type is ValueType.LINE:
        line.end(False)
    else:
        line.selectAll()
