"""The rows on screen: one is the current one, several can be chosen, groups fold, all by keyboard too."""

from collections.abc import Iterable
from itertools import chain, groupby, starmap
from typing import NamedTuple

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.listing import ListRow
from werkboek_desktop.ui.lists.delegate import WIDE_FROM, RowDelegate
from werkboek_desktop.ui.lists.model import Entry, Key, RowModel
from werkboek_desktop.ui.lists.strip import Heights, Strip
from werkboek_desktop.ui.theme.look import theme

Flag = QItemSelectionModel.SelectionFlag
State = QAbstractItemView.State
ALT = Qt.KeyboardModifier.AltModifier


class Kept(NamedTuple):
    """What stays when the rows become others: the current one, the chosen ones, and which stood how high."""

    current: Key | None = None
    chosen: tuple[RecordId, ...] = ()
    anchor: Key | None = None
    top: int = 0
    at_top: bool = True


class RowList(Strip):
    """The rows. `painted` comes once, when the first real row stands on the screen; Enter opens the form."""

    painted = Signal()
    entered = Signal()
    picked = Signal(str)
    """Somebody went to this record; it is the only one chosen."""
    alone = Signal()
    """Esc: not several any more."""
    several = Signal()
    """Other records are chosen than before."""
    shifted = Signal(int)
    """The current record is to go so many places further, in a list with an order of its own."""

    def __init__(self, model: RowModel) -> None:
        super().__init__(model)
        self._told = False
        self._lines = 3
        self._kept = Kept()
        self._before: list[RecordId] = []
        self._start = QPersistentModelIndex()
        self._model = model
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._clicked)
        self.selectionModel().currentChanged.connect(self._went)
        self.selectionModel().selectionChanged.connect(self._chose)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)

    def measure(self, lines: int) -> None:
        """How many lines a row has where it is narrow."""
        self._lines = lines
        self._stack()

    def _stack(self) -> None:
        model, delegate = self._model, self._delegate
        delegate.measure(self._lines, wide=self.viewport().width() >= theme().px(WIDE_FROM))
        self.set_heights(Heights(delegate.row, delegate.heading, model.rowCount(), model.headings))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a wide list the rows are lower."""
        super().resizeEvent(event)
        if self._delegate.wide != (self.viewport().width() >= theme().px(WIDE_FROM)):
            self._stack()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints, and tells it the first time there was something to paint."""
        super().paintEvent(event)
        if not self._told and self.model().rowCount():
            self._told = True
            self.painted.emit()

    def chosen(self) -> list[RecordId]:
        """The records that are chosen, each once, from top to bottom."""
        return [row.id for row in self.chosen_rows()]

    def chosen_rows(self) -> list[ListRow]:
        """The same as rows."""
        selection = self.selectionModel().selection()
        parts = sorted((part.top(), part.bottom()) for part in map(selection.at, range(selection.count())))
        rows = chain.from_iterable(starmap(self._model.rows_between, parts))
        return list({row.id: row for row in rows}.values())

    def current(self) -> Entry | None:
        """The row that has the keyboard."""
        index = self.currentIndex()
        return self._model.entry(index.row()) if index.isValid() else None

    def select(self, record: RecordId) -> None:
        """Keeps a record chosen; nobody chose, so nobody is told."""
        at = self._model.row_of(record)
        if at >= 0:
            index = self._model.index(at)
            with QSignalBlocker(self.selectionModel()):
                self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
            self._start = QPersistentModelIndex(index)
            self._before = self.chosen()
            self._kept = Kept(self._model.entry(at).key, (record,))
            self.viewport().update()
            self.scrollTo(index)

    def _remember(self) -> None:
        """Before the rows become others: who is chosen, and where that stands on the screen."""
        if not self._model.rowCount():
            self._kept = Kept(self._kept.current)
            return
        current = self.current()
        key = current.key if current else self._kept.current
        seen = self.visualRect(self.currentIndex()) if current else QRect()
        anchor = key
        if not seen.intersects(self.viewport().rect()):
            first = self.indexAt(QPoint(1, 1))
            anchor = self._model.entry(first.row()).key if first.isValid() else None
            seen = self.visualRect(first)
        at_top = self.verticalScrollBar().value() == 0
        self._kept = Kept(key, tuple(self.chosen()), anchor, seen.top(), at_top)

    def _restore(self) -> None:
        self._stack()
        kept, selection = self._kept, self.selectionModel()
        with QSignalBlocker(selection):
            selection.select(self._parts(self._model.places(kept.chosen)), Flag.Select)
            current = self._model.place_of(kept.current)
            if current >= 0:
                chosen = Flag.NoUpdate if kept.chosen or not kept.current or not kept.current[1] else Flag.Select
                selection.setCurrentIndex(self._model.index(current), chosen)
        self._scroll_back(kept)
        if kept.chosen or kept.current:
            self.viewport().update()
        self._chose()

    def _parts(self, places: Iterable[int]) -> QItemSelection:
        """These rows to be chosen: those that stand below each other as one part, for each part costs."""
        found = QItemSelection()
        for _apart, part in groupby(enumerate(sorted(places)), lambda each: each[1] - each[0]):
            at = [place for _number, place in part]
            found.select(self._model.index(at[0]), self._model.index(at[-1]))
        return found

    def _scroll_back(self, kept: Kept) -> None:
        """What stood on the screen stands there again; a list at its beginning stays there while that shows it too."""
        anchor = self._model.index(self._model.place_of(kept.anchor))
        bar = self.verticalScrollBar()
        if kept.at_top or not anchor.isValid():
            bar.setValue(0)
        if kept.at_top and kept.anchor == kept.current and anchor.isValid():
            self.scrollTo(anchor)
        elif anchor.isValid() and not kept.at_top:
            bar.setValue(bar.value() + self.visualRect(anchor).top() - kept.top)

    def _went(self) -> None:
        entry = self.current()
        if entry and entry.row and self.chosen() == [entry.row.id]:
            self.picked.emit(entry.row.id)

    def _chose(self) -> None:
        chosen = self.chosen()
        if chosen != self._before:
            self._before = chosen
            self.several.emit()

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: object = None
    ) -> QItemSelectionModel.SelectionFlag:
        """A heading is gone through, and never chosen by itself."""
        flag: QItemSelectionModel.SelectionFlag = super().selectionCommand(index, event)  # type: ignore[arg-type]
        if index.isValid() and not flag & flag.Current:
            if self._model.entry(index.row()).heading:
                return flag.NoUpdate
            if flag & flag.Select:
                self._start = QPersistentModelIndex(index)
        return flag

    def setSelection(self, area: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """With Shift from the row that one went to last; Qt only knows to which one went by key or mouse."""
        if not command & Flag.Current or not self._start.isValid() or self.state() is State.DragSelectingState:
            super().setSelection(area, command)
            return
        start, end = sorted((self._start.row(), self.currentIndex().row()))
        self.selectionModel().select(QItemSelection(self._model.index(start), self._model.index(end)), command)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on in the form, Space chooses one more, arrows fold and open groups; the rest is Qt's.

        With Alt the arrows move a record.
        """
        at = self.currentIndex().row()
        heading = at >= 0 and self._model.entry(at).heading is not None
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if heading:
                self._fold(at)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape if len(self._before) > 1:
                self.alone.emit()
            case Qt.Key.Key_Space if at >= 0:
                self.selectionModel().select(self.currentIndex(), Flag.Toggle)
            case Qt.Key.Key_Up | Qt.Key.Key_Down if self._model.is_placed() and event.modifiers() & ALT:
                self.shifted.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Right if heading:
                self._fold(at, opened=True)
            case Qt.Key.Key_Left if at >= 0 and self._model.query.group:
                self._fold(self._heading_of(at), opened=False)
            case _:
                super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if self._model.entry(index.row()).heading:
            self._fold(index.row())
        else:
            self._went()  # a key chooses a row and then goes to it; a click goes first, so then it was not chosen yet

    def _heading_of(self, at: int) -> int:
        while at > 0 and self._model.entry(at).heading is None:
            at -= 1
        return at

    def _fold(self, at: int, *, opened: bool | None = None) -> None:
        self._model.fold(at, opened=opened)
        self.selectionModel().setCurrentIndex(self._model.index(at), Flag.NoUpdate)
