"""List items below their owner: each a card that opens to a form, with keys to add, move and delete."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.fields import Kind, Surface
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.text import sort_key_name
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.view import RecordView, Status
from werkboek_desktop.ui.forms.attendance import AttendanceAdder
from werkboek_desktop.ui.forms.grid import FieldGrid
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.shown import shown
from werkboek_desktop.ui.theme.icons import icon, icon_size
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, clear, column, label, row
from werkboek_desktop.ui.widgets.marks import Mark, MarkLabel, conflict_mark, merged_mark
from werkboek_desktop.ui.words import tr

SUMMARY_FIELDS = 3
TIMES = frozenset({ValueType.TIME, ValueType.DATE})
LAST = "~"
"""Behind every time: an item that has none yet."""


class TitleButton(QPushButton):
    """A title that opens and closes what is below it; too long a title ends in dots."""

    def __init__(self, on_click: Callable[[], None]) -> None:
        super().__init__()
        self._title = ""
        self.setProperty("kind", "quiet")
        self.setIconSize(icon_size())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_open(is_open=False)
        self.clicked.connect(lambda _on=False: on_click())

    def show_title(self, title: str, spoken: str) -> None:
        """Its name."""
        self._title = title
        self.setAccessibleName(spoken)
        self._elide()

    def show_open(self, *, is_open: bool) -> None:
        """Which way the arrow points."""
        self.setIcon(icon("chevron-down" if is_open else "chevron-right", "text"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the title in the room there is."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - icon_size().width() - theme().space(20)
        metrics = QFontMetrics(theme().font("body_strong"))
        self.setText(metrics.elidedText(" ".join(self._title.split()), Qt.TextElideMode.ElideRight, max(room, 0)))


class ItemCard(QFrame):
    """One item. Closed it is a line; open it is a form."""

    choose = Signal(str, str)
    up = Signal(str)
    down = Signal(str)
    delete = Signal(str)

    def __init__(self, kind: Kind, session: Session) -> None:
        super().__init__()
        self.record: RecordId = ""
        self._kind = kind
        self._session = session
        self._view: RecordView | None = None
        self._grid: FieldGrid | None = None
        self._toggle = TitleButton(self.toggle)
        self._marks = row(gap=6)
        self._more = label("", "caption", "text2", wrap=True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(*(theme().space(side) for side in (10, 6, 8, 8)))
        self._build()

    def _build(self) -> None:
        self.setProperty("card", "surface")
        tools = [self._tool(*each) for each in self._tools()]
        head = row(self._toggle, self._marks, *tools, gap=4)
        head.setStretch(0, 1)
        self._box.addLayout(head)
        self._box.addWidget(self._more)
        for keys, signal in (("Alt+Up", self.up), ("Alt+Down", self.down)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda signal=signal: signal.emit(self.record))

    def _tools(self) -> list[tuple[str, str, Callable[[], None]]]:
        name = self._kind.label.lower()
        tools = [("trash-2", f"{name} {tr('verwijderen')}", lambda: self.delete.emit(self.record))]
        if any(field.key == "place" for field in self._kind.fields):
            tools.insert(0, ("arrow-down", f"{name} {tr('omlaag (Alt+Omlaag)')}", lambda: self.down.emit(self.record)))
            tools.insert(0, ("arrow-up", f"{name} {tr('omhoog (Alt+Omhoog)')}", lambda: self.up.emit(self.record)))
        return tools

    def _tool(self, icon_name: str, name: str, act: Callable[[], None]) -> QToolButton:
        made = QToolButton()
        made.setIcon(icon(icon_name))
        side = theme().px(16)
        made.setIconSize(QSize(side, side))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.clicked.connect(lambda _on=False: act())
        return made

    def show_view(self, view: RecordView) -> None:
        """Shows the item, open or closed as it was."""
        self.record, self._view = view.id, view
        title = self._session.title_of(view)
        self._toggle.show_title(title, f"{self._kind.label}: {title}")
        self._show_marks(view)
        self._more.setText(self._summary(view))
        self._more.setVisible(bool(self._more.text()) and not self.is_open())
        if self._grid:
            self._grid.show_record(view)

    def _show_marks(self, view: RecordView) -> None:
        clear(self._marks)
        statuses = [field.status for field in view.fields.values()]
        kind = next((MEASURE_MARKS[str(v)] for v in [view.value("type")] if v in MEASURE_MARKS), None)
        found = [kind] if kind else []
        if Status.CONFLICT in statuses:
            found.append(conflict_mark(tr("2 versies")))
        if Status.MERGED in statuses:
            found.append(merged_mark(tr("lees na")))
        for mark in found:
            self._marks.addWidget(MarkLabel(mark))

    def _summary(self, view: RecordView) -> str:
        fields = [f for f in self._kind.fields if Surface.FORM in f.appears and f.key not in self._kind.title]
        values = [(field, view.value(field.key)) for field in fields if field.key != "type"]
        texts = [shown(field, value, self._session.workspace.title) for field, value in values if value]
        return " · ".join(text if len(text) < 60 else f"{text[:58]} …" for text in texts[:SUMMARY_FIELDS])

    def is_open(self) -> bool:
        """Whether the form shows."""
        return self._grid is not None and not self._grid.isHidden()

    def toggle(self) -> None:
        """Opens or closes it."""
        self.open() if not self.is_open() else self._close()

    def open(self) -> None:
        """Opens the form; it is made the first time."""
        if self._grid is None and self._view is not None:
            fixed = self._kind.key == "attendance"
            fields = [f for f in self._kind.fields if Surface.FORM in f.appears and not (fixed and f.key == "attendee")]
            self._grid = FieldGrid(fields, self._session, lock=self._kind.scope is not Scope.PEOPLE)
            self._grid.choose.connect(self.choose)
            self._grid.show_record(self._view)
            self._box.addWidget(self._grid)
        if self._grid:
            self._grid.show()
        self._toggle.show_open(is_open=True)
        self._more.hide()

    def _close(self) -> None:
        if self._grid:
            self._grid.leave()
            self._grid.hide()
        self._toggle.show_open(is_open=False)
        self._more.setVisible(bool(self._more.text()))

    def focus(self) -> None:
        """Puts the keyboard in the first field."""
        self.open()
        if self._grid:
            next(iter(self._grid.rows.values())).editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def row_of(self, field: str) -> QWidget | None:
        """The row of a field, opened to be seen."""
        self.open()
        return self._grid.rows.get(field) if self._grid else None

    def leave(self) -> None:
        """Seals whatever is being typed."""
        if self._grid:
            self._grid.leave()


MEASURE_MARKS = {
    "repressive": Mark("repressief", "shield", "repr", "none"),
    "both": Mark("beide", "shield-plus", "neutral", "none"),
    "preventive": Mark("preventief", "sprout", "prev", "none"),
}


class ItemList(QWidget):
    """All items of one kind that a record owns."""

    choose = Signal(str, str)
    changed = Signal()
    deleted = Signal(str, str)
    """A record and its kind's label: it can be brought back."""

    def __init__(self, kind: Kind, session: Session) -> None:
        super().__init__()
        self.kind = kind
        self._session = session
        self._owner: RecordId = ""
        self._cards: dict[RecordId, ItemCard] = {}
        self._items = column(gap=8)
        self._none = label(f"{tr('Nog geen')} {kind.plural.lower()}.", tone="text2")
        self.setLayout(column(self._none, self._items, self._adder(), gap=8))

    def _adder(self) -> QWidget:
        if self.kind.key == "attendance":
            return AttendanceAdder(self._session, lambda: self._owner, self._made)
        return button(self.kind.label, self.add, "link", "plus", f"{self.kind.label} {tr('toevoegen')}")

    def show_owner(self, owner: RecordId) -> None:
        """Shows the items of a record; those that were shown already stay open."""
        if owner != self._owner:
            self.leave()
        self._owner = owner
        views = self.views()
        if [view.id for view in views] != list(self._cards):
            self._lay([view.id for view in views])
        for view in views:
            self._cards[view.id].show_view(view)
        self._none.setVisible(not views)

    def _lay(self, records: list[RecordId]) -> None:
        for record in set(self._cards) - set(records):
            card = self._cards.pop(record)
            card.hide()
            card.deleteLater()
        while self._items.takeAt(0):
            pass
        self._cards = {record: self._cards.get(record) or self._card() for record in records}
        for card in self._cards.values():
            self._items.addWidget(card)

    def _card(self) -> ItemCard:
        card = ItemCard(self.kind, self._session)
        card.choose.connect(self.choose)
        card.up.connect(lambda record: self._move(record, -1))
        card.down.connect(lambda record: self._move(record, 1))
        card.delete.connect(self._delete)
        return card

    def add(self) -> None:
        """Makes a new item, opens it and puts the keyboard in it."""
        workspace = self._session.workspace
        made = self._session.act(lambda: workspace.create_record(self.kind.key, self._owner, initiator=self))
        if made and made.record:
            self._made(made.record)

    def _made(self, record: RecordId) -> None:
        self.show_owner(self._owner)
        self._cards[record].focus()
        self.changed.emit()

    def _move(self, record: RecordId, by: int) -> None:
        order = list(self._cards)
        at = order.index(record)
        if not 0 <= at + by < len(order):
            return
        self._cards[record].leave()
        behind = at + by if by > 0 else at - 2
        after = order[behind] if behind >= 0 else None
        workspace = self._session.workspace
        if self._session.act(lambda: workspace.move(record, None, after, initiator=self)):
            self.show_owner(self._owner)

    def _delete(self, record: RecordId) -> None:
        self._cards[record].leave()
        if self._session.act(lambda: self._session.workspace.delete(record, initiator=self)):
            self.show_owner(self._owner)
            self.changed.emit()
            self.deleted.emit(record, self.kind.label)

    def reveal(self, record: RecordId, field: str) -> QWidget | None:
        """Opens an item and gives the row of a field."""
        card = self._cards.get(record)
        return card.row_of(field) if card else None

    def has(self, record: RecordId) -> bool:
        """Whether this item is in the list."""
        return record in self._cards

    def views(self) -> list[RecordView]:
        """The items as the project has them: in their places, else by time and name."""
        found = self._session.workspace.owned(self._owner, self.kind.key) if self._owner else []
        return (
            found
            if any(field.type is ValueType.PLACE for field in self.kind.fields)
            else sorted(found, key=self._order)
        )

    def _order(self, view: RecordView) -> tuple[str, str]:
        times = (
            view.value(field.key) for field in self.kind.fields if field.type in TIMES and Surface.LIST in field.appears
        )
        return str(next(times, None) or LAST), sort_key_name(self._session.title_of(view))

    def leave(self) -> None:
        """Seals whatever is being typed."""
        for card in self._cards.values():
            card.leave()
