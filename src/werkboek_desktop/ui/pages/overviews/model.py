"""Cases as a table: the columns and the order are the domain's."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.overview.entry import Entry
from werkboek_desktop.domain.overview.views import COLUMNS, Column, View, by_column
from werkboek_desktop.ui.pages.overviews.fitting import under
from werkboek_desktop.ui.words import tr

type Index = QModelIndex | QPersistentModelIndex

ENTRY = int(Qt.ItemDataRole.UserRole)
NO_PARENT = QModelIndex()


class EntryModel(QAbstractTableModel):
    """Rows of one view. Where cases can be chosen, `wanted` are those that are ticked."""

    ticked = Signal()
    fitted = Signal()
    """The room became little, or is there again: `close`."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view
        self.columns = COLUMNS[view]
        self.rows: list[Entry] = []
        self._first: list[Entry] = []
        self.wanted: set[RecordId] = set()
        self.by: tuple[Column, bool] | None = None
        """The column that the rows are sorted by, and whether from high to low."""
        self.close = False
        """Whether the room is little: then facts stand under each other, and words are short."""
        self._said: Sequence[str] = ("",) * len(self.columns)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many cases are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """How many columns the view has."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The case for who paints, words for who reads or listens."""
        if not index.isValid():
            return None
        entry, column = self.rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(entry)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (column.text(entry), _place(entry, column))))
            case Qt.ItemDataRole.AccessibleTextRole:
                each = filter(None, (column, self.under(column)))
                said = (f"{tr(one.label)}: {one.text(entry) or tr('(leeg)')}" for one in each)
                return ", ".join(filter(None, (*said, _place(entry, column))))
            case Qt.ItemDataRole.CheckStateRole if index.column() == 0:
                return self._check(entry)
            case role if role == ENTRY:
                return entry
        return None

    def _check(self, entry: Entry) -> Qt.CheckState | None:
        if self.view is not View.CHOICE or not entry.can_be_chosen:
            return None
        return Qt.CheckState.Checked if entry.id in self.wanted else Qt.CheckState.Unchecked

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The label of a column, with what is said under it."""
        if way != Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                column = self.columns[section]
                below = self.under(column)
                return "\n".join(filter(None, (tr(column.label), tr(below.label) if below else self._said[section])))
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def say_under(self, words: Sequence[str]) -> None:
        """Says something under the label of each column."""
        self._said = words
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def come_close(self, *, close: bool) -> None:
        """The room became little, or is there again."""
        if close != self.close:
            self.close = close
            self.fitted.emit()
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def under(self, column: Column) -> Column | None:
        """The column that stands under another one now."""
        return under(self.view, column, self.columns) if self.close else None

    def show(self, entries: list[Entry], wanted: AbstractSet[RecordId]) -> None:
        """Takes fresh rows, as the view begins; the order that somebody asked for stays."""
        self.beginResetModel()
        self.wanted = set(wanted)
        self._first = entries
        self.rows = self._sorted()
        self.endResetModel()

    def put(self, known: Mapping[RecordId, Entry]) -> None:
        """Takes what became known of cases that are shown; every row stays where it is."""
        self._first = [known.get(entry.id, entry) for entry in self._first]
        self.rows = [known.get(entry.id, entry) for entry in self.rows]
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def _sorted(self) -> list[Entry]:
        return by_column(self.by[0], self._first, descending=self.by[1]) if self.by else self._first

    def sort_by(self, section: int) -> None:
        """Sorts by a column; again: the other way round; a third time: as the view began."""
        column = self.columns[section]
        if self.by is None or self.by[0] is not column:
            self.by = (column, False)
        else:
            self.by = None if self.by[1] else (column, True)
        self.beginResetModel()
        self.rows = self._sorted()
        self.endResetModel()

    def tick(self, row: int) -> None:
        """Chooses a case, or not after all."""
        entry = self.rows[row]
        if self._check(entry) is None:
            return
        self.wanted ^= {entry.id}
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        self.ticked.emit()

    def row_of(self, case: RecordId) -> int:
        """Where a case is shown; -1 if it is not."""
        return next((at for at, entry in enumerate(self.rows) if entry.id == case), -1)


def _place(entry: Entry, column: Column) -> str:
    """What stands under a title."""
    return entry.place if column.key == "title" else ""
