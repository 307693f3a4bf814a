"""The table of an overview: painted rows, a cell that has the keyboard, and keys for all that the mouse can."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from werkboek_desktop.domain.overview.entry import Entry
from werkboek_desktop.domain.overview.views import Column
from werkboek_desktop.ui.pages.overviews.cells import CellDelegate, checkbox_width
from werkboek_desktop.ui.pages.overviews.fitting import fitting
from werkboek_desktop.ui.pages.overviews.model import EntryModel
from werkboek_desktop.ui.theme.look import theme

ROW = 48
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class EntryTable(QTableView):
    """Rows of equal height, so that ten thousand need no measuring."""

    opened = Signal(Entry, Column)
    """Enter or a double click on a cell."""
    looked = Signal(Entry, Column)
    """The keyboard is in this cell now."""

    def __init__(self, model: EntryModel, name: str) -> None:
        super().__init__()
        self.entries = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(name)
        self._dress()
        self._dress_header()
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(self._open)
        model.modelReset.connect(self._show_order)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme().px(ROW))

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setMinimumSectionSize(theme().px(60))
        header.setFixedHeight(theme().px(44))
        header.sectionClicked.connect(self.sort)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sort(self, section: int) -> None:
        """Sorts by a column; the case that has the keyboard keeps it."""
        entry = self.current()
        self.entries.sort_by(section)
        self.go_to(entry.id if entry else "", section)

    def _show_order(self) -> None:
        by, header = self.entries.by, self.horizontalHeader()
        header.setSortIndicatorShown(by is not None)
        if by:
            order = Qt.SortOrder.DescendingOrder if by[1] else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(self.entries.columns.index(by[0]), order)

    def current(self) -> Entry | None:
        """The case that has the keyboard."""
        row = self.currentIndex().row()
        return self.entries.rows[row] if 0 <= row < len(self.entries.rows) else None

    def in_sight(self) -> list[Entry]:
        """The cases of the rows that are on the screen."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        rows = self.entries.rows
        return rows[max(0, first) : last + 1 if last >= 0 else len(rows)]

    def go_to(self, case: str, section: int = 0) -> None:
        """Puts the keyboard's cell at a case, or at the first one."""
        if self.entries.rows:
            row = max(0, self.entries.row_of(case))
            self.setCurrentIndex(self.entries.index(row, max(0, section)))

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.looked.emit(self.entries.rows[now.row()], self.entries.columns[now.column()])

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.entries.rows[index.row()], self.entries.columns[index.column()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space chooses, S sorts; the arrows are Qt's own."""
        index = self.currentIndex()
        if event.key() in ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._open(index)
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self.entries.tick(index.row())
        elif event.key() == Qt.Key.Key_S and not event.modifiers() and index.isValid():
            self.sort(index.column())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys here; who looks for a case types in the field above."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the box of a case chooses it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.position().x() - self.columnViewportPosition(0)
        if index.isValid() and index.column() == 0 and left < checkbox_width():
            self.entries.tick(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room, other widths."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Gives every column its width; one that has no room is not there, and the keyboard is not in it."""
        found = fitting(self.entries.view, self.entries.columns, self.viewport().width())
        self.entries.come_close(close=found.close)
        for section, width in enumerate(found.widths):
            self.setColumnHidden(section, not width)
            if width:
                self.setColumnWidth(section, int(width))
        now = self.currentIndex()
        if now.isValid() and self.isColumnHidden(now.column()):
            self.setCurrentIndex(now.siblingAtColumn(0))

    def changeEvent(self, event: QEvent) -> None:
        """Other text, other sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "entries"):
            self.verticalHeader().setDefaultSectionSize(theme().px(ROW))
            self.horizontalHeader().setFixedHeight(theme().px(44))
            self.fit()
