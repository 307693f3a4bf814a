"""More of one item, below its row: the fields that have no cell, and what can be done with the item."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.forms.grid import FieldGrid
from werkboek_desktop.ui.forms.tables.view import again
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, row
from werkboek_desktop.ui.widgets.keys import hears
from werkboek_desktop.ui.words import tr

type Start = Callable[[], RecordView | None]
"""Makes the item of which somebody typed the first letter."""


class More(QFrame):
    """Made once a table, and used for one item after another; its fields are made when it first opens.

    Of an item that is not there yet the record is empty.
    """

    choose = Signal(str, str)
    closed = Signal()
    grown = Signal()
    up = Signal(str)
    down = Signal(str)
    remove = Signal(str)

    def __init__(self, kind: Kind, session: Session, start: Start) -> None:
        super().__init__()
        self._start = start
        self.record: RecordId = ""
        self._kind = kind
        self._session = session
        self._fields: Sequence[Field] = ()
        self.grid: FieldGrid | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(*(theme().space(side) for side in (12, 4, 12, 12)))
        self._box.setSpacing(theme().space(12))
        self._box.addWidget(self._tools())
        self.hide()
        hears(self, self.closed, "Esc", "Ctrl+Enter")

    def _tools(self) -> QWidget:
        name = self._kind.label.lower()
        self._ready = button(tr("Klaar"), self.closed.emit, "link", "chevron-up", f"{tr('Klaar met')} {name}")
        made = [self._ready]
        if self._kind.is_placed:
            made += [
                button("", lambda: self.up.emit(self.record), "quiet", "arrow-up", f"{name} {tr('omhoog')}"),
                button("", lambda: self.down.emit(self.record), "quiet", "arrow-down", f"{name} {tr('omlaag')}"),
            ]
        gone = button(
            tr("Verwijderen"), lambda: self.remove.emit(self.record), "quiet", "trash-2", f"{name} {tr('verwijderen')}"
        )
        tools = QWidget()
        tools.setLayout(row(*made, 0, gone))
        return tools

    def show_item(self, fields: Sequence[Field], view: RecordView | None) -> None:
        """Shows an item, or the empty fields of a new one; of the one before, what was typed is sealed."""
        record = view.id if view else ""
        if record != self.record:
            self.leave()
        self.record = record
        if list(fields) != list(self._fields):
            self._make(fields)
        if self.grid and view:
            self.grid.show_record(view)
        elif self.grid:
            self.grid.show_new(self._begin)

    def _begin(self) -> RecordView | None:
        made = self._start()
        self.record = made.id if made else ""
        return made

    def _make(self, fields: Sequence[Field]) -> None:
        before = self.grid
        if before:
            self._box.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._fields, self.grid = list(fields), None
        if fields:
            self.grid = FieldGrid(fields, self._session, lock=self._kind.scope is not Scope.PEOPLE)
            self.grid.choose.connect(self.choose)
            self._box.insertWidget(0, self.grid)
            if before:
                self.grid.take_over(before)

    def row_of(self, field: str) -> QWidget | None:
        """The row of a field."""
        return self.grid.rows.get(field) if self.grid else None

    def held(self) -> tuple[RecordId, str] | None:
        """The item and the field that somebody is writing in."""
        focus, rows = QApplication.focusWidget(), self.grid.rows if self.grid else {}
        inside = (key for key, row_ in rows.items() if focus is not None and row_.isAncestorOf(focus))
        return next(((self.record, key) for key in inside if not self.isHidden()), None)

    def enter(self, field: str = "", key: QKeyEvent | None = None) -> None:
        """Puts the keyboard in a field, or in the first; a key goes on behind what stands there."""
        rows = self.grid.rows if self.grid else {}
        row_ = rows.get(field) or next(iter(rows.values()), None)
        target = row_.editor if row_ and not row_.editor.isHidden() else row_ or self._ready
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if key is not None and row_ and isinstance(row_.editor, ProseEditor):
            row_.editor.go_to_end()
            QApplication.sendEvent(row_.editor.input, again(key))

    def event(self, event: QEvent) -> bool:
        """A text that grows makes the row grow."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return done

    def stand_elsewhere(self) -> None:
        """The items are of another owner from now on: what comes late of those before comes here no more."""
        for row_ in self.grid.rows.values() if self.grid else ():
            row_.editor.stand_at_new(afresh=True)

    def leave(self) -> None:
        """Seals whatever is being typed."""
        if self.grid:
            self.grid.leave()
