"""The list pane: heading, "+ Nieuw", a search field, and the rows."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QStackedWidget, QWidget

from werkboek_desktop.ui.lists.delegate import RowDelegate
from werkboek_desktop.ui.lists.line import ListRow
from werkboek_desktop.ui.lists.model import RowModel
from werkboek_desktop.ui.theme.icons import icon
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, column, label, row
from werkboek_desktop.ui.widgets.panels import EmptyState
from werkboek_desktop.ui.words import tr

type Search = Callable[[str], Mapping[str, str]]
"""Finds a text in all fields: records with a snippet each."""

PAUSE = 120


class RowList(QListView):
    """The rows. `painted` comes once, when the first real row stands on the screen; Enter opens the form."""

    painted = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = False
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def set_lines(self, lines: int) -> None:
        """How many lines a row has."""
        self._delegate.lines = lines
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints, and tells it the first time there was something to paint."""
        super().paintEvent(event)
        if not self._told and self.model().rowCount():
            self._told = True
            self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on in the form; the rest is the list's own."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class ListPane(QWidget):
    """One kind's records. `chosen` has the id of the record that is now the current one."""

    chosen = Signal(str)
    new = Signal()

    def __init__(self, search: Search) -> None:
        super().__init__()
        self._search = search
        self._choosing = True
        self.model = RowModel()
        self.rows = RowList()
        self.rows.setModel(self.model)
        self.rows.selectionModel().currentChanged.connect(self._current_changed)
        self.heading = label("", "section")
        self.new_button = button(tr("Nieuw"), self.new.emit, "link", "plus")
        self.field = QLineEdit()
        self.field.addAction(QAction(icon("search"), "", self.field), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setClearButtonEnabled(True)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._filter)
        self.field.textChanged.connect(lambda _text: self._timer.start())
        self._empty = EmptyState("file-plus")
        self._empty.act.connect(self.new.emit)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._empty)
        self._build()

    def _build(self) -> None:
        self.setProperty("page", "list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = column(
            row(self.heading, 0, self.new_button),
            self.field,
            margins=(20, 14, 12, 0),
            gap=10,
        )
        body = row(self._stack, margins=(8, 0, 8, 8))
        self.setLayout(column(head, body, gap=10))

    def show_kind(self, plural: str, singular: str, *, can_add: bool) -> None:
        """Names the list; the search field starts empty."""
        self.heading.setText(plural)
        self.new_button.setVisible(can_add)
        self.new_button.setAccessibleName(f"{tr('Nieuw')}: {singular.lower()}")
        self.rows.setAccessibleName(plural)
        self.field.setPlaceholderText(tr("Zoek in titel, plaats en tekst"))
        self.field.setAccessibleName(f"{tr('Zoek in')} {plural.lower()}")
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.model.filter("", {})
        self._empty.say(
            f"{tr('Nog geen')} {plural.lower()}",
            tr("Maak er een, of lees een pakket in.") if can_add else tr("Lees een pakket in."),
            f"{tr('Nieuw')}: {singular.lower()}" if can_add else "",
        )

    def show_rows(self, rows: Sequence[ListRow], current: str | None = None) -> None:
        """Shows fresh rows and keeps the current record, or takes the given one."""
        keep = current or self.current()
        self.rows.set_lines(3 if any(row.status or row.conflicts or row.merged for row in rows) else 2)
        selection = self.rows.selectionModel()
        selection.blockSignals(True)
        top = self.rows.verticalScrollBar().value()
        self.model.show(rows)
        self.rows.verticalScrollBar().setValue(top)
        selection.blockSignals(False)
        self._select(keep)
        self._stack.setCurrentIndex(0 if rows else 1)

    def current(self) -> str | None:
        """The record that is chosen."""
        index = self.rows.currentIndex()
        return self.model.at(index.row()).id if index.isValid() else None

    def step(self, by: int) -> None:
        """Goes to a neighbouring row."""
        at = max(0, min(self.rows.currentIndex().row() + by, self.model.rowCount() - 1))
        self.rows.setCurrentIndex(self.model.index(at))

    def _select(self, record: str | None) -> None:
        """Keeps a record chosen; nobody chose, so nobody is told."""
        at = self.model.row_of(record) if record else -1
        if at >= 0:
            index = self.model.index(at)
            self._choosing = False
            self.rows.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._choosing = True
            self.rows.scrollTo(index)

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and self._choosing:
            self.chosen.emit(self.model.at(now.row()).id)

    def _filter(self) -> None:
        text = self.field.text().strip()
        keep = self.current()
        self.model.filter(text, self._search(text) if len(text) > 1 else {})
        self._select(keep)

    def set_narrow(self, *, narrow: bool) -> None:
        """Beside a form the list has a width of its own; alone on a page it takes what there is."""
        width = theme().size("list")
        self.setFixedWidth(width) if not narrow else self.setMinimumWidth(0)
        if narrow:
            self.setMaximumWidth(16777215)
