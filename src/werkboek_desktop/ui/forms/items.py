"""The items of one kind that a record owns, as a table that one writes in."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.ui.forms.editor import Editor
from werkboek_desktop.ui.forms.make import editor_for
from werkboek_desktop.ui.forms.tables.columns import candidates
from werkboek_desktop.ui.forms.tables.deeds import Deeds
from werkboek_desktop.ui.forms.tables.editing import Editing
from werkboek_desktop.ui.forms.tables.finder import Finder as ItemFinder
from werkboek_desktop.ui.forms.tables.leading import Leading
from werkboek_desktop.ui.forms.tables.model import ItemModel, Spot
from werkboek_desktop.ui.forms.tables.more import More
from werkboek_desktop.ui.forms.tables.moving import Moving
from werkboek_desktop.ui.forms.tables.thumbnails import Thumbnails
from werkboek_desktop.ui.forms.tables.view import ItemTable
from werkboek_desktop.ui.prose.marks import Finder, Layer
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import column
from werkboek_desktop.ui.widgets.keys import hears
from werkboek_desktop.ui.widgets.menu import Entry, pop_up
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace import Items


class Standing(NamedTuple):
    """Where somebody was before other columns came: the field they wrote in, at which letter, and the row."""

    spot: Spot | None = None
    caret: int = 0
    row: int = -1


class ItemList(QWidget):
    """`about`: the items are another's and about this record, as the days of an attendee are."""

    choose = Signal(str, str)
    changed = Signal()
    counted = Signal(int)
    """How many items there are."""
    erase = Signal(str)
    """Asks to erase an item for good."""

    def __init__(self, kind: Kind, session: Session, *, about: bool = False) -> None:
        super().__init__()
        self.kind = kind
        self._session = session
        self._deeds = Deeds(kind, session, about=about)
        self.model = ItemModel(kind, Thumbnails(session))
        self.editing = Editing(self, self.model, session, self._editor, self._start)
        self.table = ItemTable(self.model, self.editing.make, candidates(kind, about=about))
        self.editing.attach(self.table)
        self.leading = Leading(self.editing, self.model)
        self.more = More(kind, session, self._create)
        self.moving = Moving(self.table, self.model, self.editing, self.more, self._deeds)
        self._was = Standing()
        self.more.setParent(self.table.viewport())
        self._begun: RecordId = ""
        self._tidying = QTimer(self, singleShot=True, interval=0)
        self._tidying.timeout.connect(self._tidy)
        self.table.setAccessibleName(kind.plural)
        self.setLayout(column(self.table))
        self._connect()

    def _connect(self) -> None:
        self.editing.closed.connect(self._tidying.start)
        self.model.thumbnails.came.connect(self.table.fit)
        self.editing.sealed.connect(self._sealed)
        self.editing.choose.connect(self.choose)
        self.editing.long.connect(self.open)
        self.more.choose.connect(self.choose)
        self.more.closed.connect(self.close_more)
        self.more.grown.connect(self.table.fit)
        self.more.remove.connect(lambda record: self.remove(self.model.row_of(record)))
        self.table.more.connect(self.toggle)
        self.table.menu.connect(partial(_menu, self))
        self.table.remove.connect(self.remove)
        self.moving.moved.connect(self.refresh)
        self.table.narrowed.connect(self._narrowed)
        self.table.laid.connect(self._laid)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            hears(self, partial(self.moving.shift_current, by), keys)

    def show_owner(self, owner: RecordId, items: Items | None = None) -> None:
        """Shows the items of a record; of the same record, what is open and being typed stays."""
        found = items or self._session.workspace.items(owner, self.kind.key)
        if owner != self._deeds.owner:
            self.editing.drop()
            self.close_more()
            self.more.stand_elsewhere()
            self._tidy()
            self._deeds.owner = owner
            self.model.show_others(found)
            self.table.look.marks.forget_old()
            self.table.lay_columns()
            self._reopen()
        else:
            self._keep_up(found)
        self.table.fit()
        self.counted.emit(len(found.views))

    def _keep_up(self, found: Items) -> None:
        were, are = set(self.model.order()), {view.id for view in found.views}
        self.editing.let_go(were - are)
        if self.more.record in were - are:
            self.close_more()
        self.model.show_items(found)
        if were != are:
            self.table.lay_columns()
        self.editing.say()
        if self.more.isHidden():
            return
        row_ = self.model.row_of(self.more.record) if self.more.record else self.model.rowCount() - 1
        if view := self.model.view(row_):
            self.more.show_item(self.model.below(), view)
        self.table.show_below(row_, self.more)

    def refresh(self) -> None:
        """The items as the project has them now."""
        if self._deeds.owner:
            self.show_owner(self._deeds.owner)

    def _sealed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _editor(self, field: Field, adds: bool) -> Editor:
        if not adds or self.kind.subject is None:
            return editor_for(field, self._session)
        made = ItemFinder(field, self._session, self._deeds.search)
        made.makes.connect(lambda name: self._stand_on_list(self._deeds.come_new(name)))
        made.stuck.connect(self.editing.stuck)
        return made

    def show_remarks(self, remarks: Mapping[Spot, int]) -> None:
        """How many open comments there are at which field of which item."""
        if self.model.show_remarks(remarks):
            self.table.fit()

    def set_layer(self, layer: Layer, finder: Finder | None) -> None:
        """Which marks stand in the words of closed cells."""
        if self.table.look.marks.set_layer(layer, finder):
            self.table.viewport().update()

    def asks(self) -> Field:
        """The questions that stand beside the list, as those of a field."""
        return Field(self.kind.key, self.kind.plural, self.kind.fields[0].type, questions=self.kind.questions)

    def add(self) -> None:
        """Goes to the row that adds and starts writing."""
        self.editing.write(self.model.index(self.model.rowCount() - 1, 0))

    def _start(self, editor: Editor) -> RecordView | None:
        """The first letter makes the item; of one that is about somebody, choosing them does."""
        if self.kind.subject is not None:
            self._stand_on_list(self._deeds.put_on_list(str(editor.read().value)))
            return None
        return self._create()

    def _create(self) -> RecordView | None:
        view = self._deeds.create()
        if view:
            self._begun = view.id
            self.model.adopt(view)
            self.table.fit()
            self.changed.emit()
        return view

    def _tidy(self) -> None:
        """An item that was begun here, and in which nothing stands when its person goes on, was none."""
        begun = self._begun
        if not begun or self.more.record == begun or self.editing.cells.has(begun):
            return
        self._begun = ""
        if self._deeds.drop_empty(begun):
            self._sealed()

    def _stand_on_list(self, made: RecordId | None) -> None:
        if made is None:
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editing.drop()
        self._session.drafts.keep_unread(*self._deeds.search, None)
        self.refresh()
        self.table.setCurrentIndex(self.model.index(self.model.row_of(made), 1))
        self.changed.emit()

    def _reopen(self) -> None:
        """What was typed here before and is of no field yet stands in its cell again."""
        self.editing.reopen()
        if self._session.drafts.unread(*self._deeds.search):
            self.table.openPersistentEditor(self.model.index(self.model.rowCount() - 1, 0))
            self.editing.say()

    def open(self, row_: int, field: str = "", key: QKeyEvent | None = None) -> None:
        """Opens more of an item, or of one to be, with the keyboard in a field; a key that was pressed goes there."""
        self.table.setCurrentIndex(self.model.index(row_, 0))
        if not self.model.below():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.more.show_item(self.model.below(), self.model.view(row_))
        self.more.show()
        self.table.show_below(row_, self.more)
        self.more.enter(field, key)
        self.table.show_row_in_page()

    def toggle(self, row_: int) -> None:
        """Opens more of an item, or closes it."""
        view = self.model.view(row_)
        if view and view.id == self.more.record and not self.more.isHidden():
            self.close_more()
        else:
            self.open(row_)

    def close_more(self) -> None:
        """Seals and closes what is open below a row."""
        self.more.leave()
        inside = not self.more.isHidden()
        row_ = self.model.row_of(self.more.record)
        if inside and (row_ >= 0 or not self.more.record):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.more.hide()
        self.more.record = ""
        self.table.show_below(-1, None)
        self._tidying.start()

    def _narrowed(self) -> None:
        self._was = Standing(self.held(), self.editing.cells.caret(), self.table.currentIndex().row())
        self.editing.drop()
        self.close_more()

    def _laid(self) -> None:
        """Where somebody was writing they go on, in its cell or below its row; a row that is current stays it."""
        self._reopen()
        self.table.setCurrentIndex(self.model.index(self._was.row, 0))
        if held := self._was.spot:
            self.reveal(*held) if held[0] else self.add()
            self.editing.cells.go_on(self._was.caret)

    def remove(self, row_: int) -> None:
        """Takes the item of a row away."""
        view = self.model.view(row_)
        self.leave()
        if view and self._deeds.delete(view.id):
            self._sealed()
            self.table.setCurrentIndex(self.model.index(row_, 0))

    def reveal(self, record: RecordId, field: str) -> QWidget | None:
        """Goes to a field of an item: in its cell, or in more of it."""
        row_, at = self.model.row_of(record), self.model.column_of(field)
        if at >= 0 and self.model.fields[at].is_short:
            return self.editing.write(self.model.index(row_, at))
        self.open(row_, field)
        return self.more.row_of(field)

    def held(self) -> Spot | None:
        """The item, empty for one that is not there yet, and the field that somebody is writing in."""
        return self.editing.cells.held() or self.more.held()

    def has(self, record: RecordId) -> bool:
        """Whether this item is in the list."""
        return self.model.row_of(record) >= 0

    def leave(self) -> None:
        """Seals whatever is being typed."""
        self.editing.leave()
        self.more.leave()
        self._tidy()


def _menu(items: ItemList, row_: int, at: QPoint) -> None:
    """What can be done with a row."""
    view = items.model.view(row_)
    if view is None:
        return
    more = Entry("chevron-down", tr("Meer"), lambda: items.toggle(row_), "Ctrl+Return")
    entries = [more] if items.model.below() else []
    if items.kind.is_placed:
        entries.append(Entry("arrow-up", tr("Omhoog"), lambda: items.moving.shift(view.id, -1), "Alt+Up"))
        entries.append(Entry("arrow-down", tr("Omlaag"), lambda: items.moving.shift(view.id, 1), "Alt+Down"))
    entries.append(Entry("trash-2", tr("Verwijderen"), lambda: items.remove(row_), "Del"))
    if items.kind.scope == Scope.PEOPLE:
        entries.append(Entry("eraser", tr("Voorgoed wissen (AVG)"), lambda: items.erase.emit(view.id)))
    pop_up(items, entries, at)
