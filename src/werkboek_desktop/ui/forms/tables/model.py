"""The items of one list as a table: a row each, the fields as columns, and the row that adds another."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.ui.forms.tables.cells import Cell, asks, cell, spoken
from werkboek_desktop.ui.forms.tables.columns import OWNER
from werkboek_desktop.ui.forms.tables.thumbnails import Thumbnails
from werkboek_desktop.ui.widgets.marks import remarks_mark
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace import Items

CELL = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()

type Index = QModelIndex | QPersistentModelIndex
type Spot = tuple[RecordId, str]
"""An item and a field of it."""


class ItemModel(QAbstractTableModel):
    """The last row adds; the last column is for what has no column: marks, and the way to more."""

    def __init__(self, kind: Kind, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.thumbnails = thumbnails
        thumbnails.came.connect(self._look_again)
        self.kind = kind
        self.fields: Sequence[Field] = ()
        self.items = Items()
        self._views: list[RecordView] = []
        self._cells: dict[tuple[RecordId, int], Cell] = {}
        self._hidden: set[str] = set()
        self._remarks: Mapping[Spot, int] = {}

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """The items and the row that adds."""
        return 0 if parent.isValid() else len(self._views) + 1

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """The fields and the column for the rest."""
        return 0 if parent.isValid() else len(self.fields) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for a reader, the cell itself for the delegate."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index.row(), index.column())
            case Qt.ItemDataRole.DisplayRole:
                return self.cell(index.row(), index.column()).words
            case role if role == CELL:
                return self.cell(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The labels of the fields."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        is_field = section < len(self.fields)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.fields[section].label if is_field else ""
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.fields[section].label if is_field else tr("Meer")
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def below(self) -> list[Field]:
        """What of an item is written below its row: there is more of it where this is something."""
        cells = {field.key for field in self.fields if field.is_short}
        return [field for field in self.kind.form_fields if field.key not in cells and field != self.kind.subject]

    def cell(self, row: int, column: int) -> Cell:
        """What a cell shows."""
        if self.adds(row):
            return Cell(self._adds()) if column == 0 else Cell()
        view = self._views[row]
        if (view.id, column) not in self._cells:
            self._cells[view.id, column] = self._cell(view, column)
        return self._cells[view.id, column]

    def _cell(self, view: RecordView, column: int) -> Cell:
        if column < len(self.fields):
            made = cell(self.fields[column], view, self.items, self.thumbnails.of)
            number = self._remarks_in(view.id, column)
            return made._replace(asks=(*made.asks, remarks_mark(number))) if number else made
        return Cell(asks=asks(each for key, each in view.fields.items() if key in self._hidden))

    def _remarks_in(self, record: RecordId, column: int) -> int:
        """What was said of a field without a column, or of the whole item, stands in the first one."""
        return sum(
            number
            for (part, field), number in self._remarks.items()
            if part == record and max(self.column_of(field), 0) == column
        )

    def show_remarks(self, remarks: Mapping[Spot, int]) -> bool:
        """How many open comments there are at which field of which item; whether that is other than it was."""
        if remarks == self._remarks:
            return False
        self._remarks, self._cells = remarks, {}
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        return True

    def _spoken(self, row: int, column: int) -> str:
        if self.adds(row):
            return f"{self._adds()} {tr('toevoegen')}"
        shown = self.cell(row, column)
        if column == len(self.fields):
            number = f"{self.kind.label} {row + 1} {tr('van')} {len(self._views)}"
            return ", ".join(filter(None, (number, tr("meer") if self.below() else "", shown.words)))
        return spoken(self.kind, row, len(self._views), self.fields[column], shown)

    def _adds(self) -> str:
        """What is added: of what is about somebody, that of which it is a part."""
        about = self.fields and self.fields[0].key == OWNER
        return self.fields[0].label if about else self.kind.label

    def adds(self, row: int) -> bool:
        """Whether this is the row that adds."""
        return row == len(self._views)

    def view(self, row: int) -> RecordView | None:
        """The item of a row; None for the row that adds."""
        return self._views[row] if 0 <= row < len(self._views) else None

    def order(self) -> list[RecordId]:
        """The items as they stand."""
        return [view.id for view in self._views]

    def row_of(self, record: RecordId) -> int:
        """Where an item stands; -1: not here."""
        return next((row for row, view in enumerate(self._views) if view.id == record), -1)

    def column_of(self, field: str) -> int:
        """Where a field stands; -1: it has no column."""
        return next((at for at, each in enumerate(self.fields) if each.key == field), -1)

    def show_fields(self, fields: Sequence[Field]) -> None:
        """Takes other columns."""
        if list(fields) != list(self.fields):
            self.beginResetModel()
            self.fields, self._cells = list(fields), {}
            self._hidden = {field.key for field in self.kind.form_fields} - {field.key for field in fields}
            self.endResetModel()

    def show_others(self, items: Items) -> None:
        """Takes the items of another record."""
        self.beginResetModel()
        self.items, self._views, self._cells = items, list(items.views), {}
        self.endResetModel()

    def _look_again(self) -> None:
        self._cells = {}

    def adopt(self, view: RecordView) -> None:
        """The row that added is this item from now on, and below it stands another that adds."""
        below = len(self._views) + 1
        self.beginInsertRows(NOWHERE, below, below)
        self._views.append(view)
        self.endInsertRows()

    def show_items(self, items: Items) -> None:
        """Takes the same list as it is now: rows come, go and move, and what is being typed in one moves along."""
        self.items, self._cells = items, {}
        wanted = {view.id: view for view in items.views}
        for row in reversed([row for row, view in enumerate(self._views) if view.id not in wanted]):
            self.beginRemoveRows(NOWHERE, row, row)
            del self._views[row]
            self.endRemoveRows()
        for row, view in enumerate(items.views):
            self._put(row, view)
        self._views = list(items.views)
        self._cells = {}
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _put(self, row: int, view: RecordView) -> None:
        now = self.row_of(view.id)
        if now < 0:
            self.beginInsertRows(NOWHERE, row, row)
            self._views.insert(row, view)
            self.endInsertRows()
        elif now != row:
            self.beginMoveRows(NOWHERE, now, now, NOWHERE, row)
            self._views.insert(row, self._views.pop(now))
            self.endMoveRows()
