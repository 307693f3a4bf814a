"""The rows of a list and how they are filtered. Ten thousand rows are ten thousand tuples, nothing more."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from werkboek_desktop.domain.text import fold
from werkboek_desktop.ui.lists.line import LINE, ListRow, line, spoken
from werkboek_desktop.ui.lists.subtitle import subtitle

type Index = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractListModel):
    """Shows the rows whose title or place has the typed words, or whose text was found (then with the snippet)."""

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[ListRow] = ()
        self._folded: list[str] = []
        self._shown: Sequence[ListRow] = ()
        self._snippets: Mapping[str, str] = {}
        self._needle = ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself for the delegate, and a sentence for a screen reader."""
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case role if role == LINE:
                return line(row, self._snippets.get(row.id, ""))
        return None

    def show(self, rows: Sequence[ListRow]) -> None:
        """Takes fresh rows; the filter stays."""
        self.beginResetModel()
        self._all = rows
        self._folded = []
        self._apply()
        self.endResetModel()

    def filter(self, text: str, found: Mapping[str, str]) -> None:
        """Keeps what matches; `found` are the records that a search of their text gave, with a snippet each."""
        self.beginResetModel()
        self._needle = fold(text)
        self._snippets = found
        self._apply()
        self.endResetModel()

    def _apply(self) -> None:
        words = self._needle.split()
        if not words:
            self._shown = self._all
            return
        if not self._folded:
            self._folded = [fold(f"{row.title} {subtitle(row.kind, row.columns)}") for row in self._all]
        self._shown = [
            row
            for row, text in zip(self._all, self._folded, strict=True)
            if all(word in text for word in words) or row.id in self._snippets
        ]

    def all_rows(self) -> Sequence[ListRow]:
        """Every row, shown or not."""
        return self._all

    def row_of(self, record: str) -> int:
        """Where a record is shown; -1 if it is not."""
        return next((at for at, row in enumerate(self._shown) if row.id == record), -1)

    def at(self, row: int) -> ListRow:
        """A row that is shown."""
        return self._shown[row]
