"""The list pane: heading, "+ Nieuw", a search field, pills, what is filtered, and the rows."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.catalogue import Catalogue
from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.listing import MASTERCLASS, Facts, ListRow, Query
from werkboek_desktop.ui.lists.model import RowModel
from werkboek_desktop.ui.lists.pills import Chips, Pills, Views
from werkboek_desktop.ui.lists.rows import RowList
from werkboek_desktop.ui.widgets.basic import button, column, label, row
from werkboek_desktop.ui.widgets.fitted import Fitted
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.widgets.panels import EmptyState
from werkboek_desktop.ui.words import tr

UNDER = {"chapter": "workbook"}
"""Lists that begin with the record that owns them."""

PAUSE = 120


def list_name(kind: Kind) -> str:
    """What the list is called that a kind stands in."""
    return (schema.kind(UNDER.get(kind.key, kind.key)) or kind).plural


class ListPane(Fitted):
    """One kind's records. `chosen` has the id of the record that is now the current one."""

    chosen = Signal(str)
    new = Signal()
    searched = Signal(str)
    """A text was typed, to be looked for in all fields."""
    asked = Signal()
    """Another query is shown."""
    filtering = Signal()
    """Somebody wants to choose filters."""

    def __init__(self) -> None:
        super().__init__()
        self._read = False
        self.model = RowModel()
        self.rows = RowList(self.model)
        self.rows.picked.connect(self.chosen)
        self.heading = label("", "section")
        self.new_button = button(tr("Nieuw"), self.new.emit, "link", "plus")
        self.field = LineInput()
        self.field.search()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._search)
        self.field.textChanged.connect(lambda _text: self._timer.start())
        self.field.returnPressed.connect(self._to_found)
        self.pills = Pills()
        self.pills.asked.connect(self.ask)
        self.pills.filtering.connect(self.filtering)
        self.chips = Chips()
        self.chips.asked.connect(self.ask)
        self._empty, self.no_match = EmptyState("file-plus"), EmptyState("list-filter", "x")
        self._empty.act.connect(self.new.emit)
        self.no_match.act.connect(self.clear)
        self.further = button("", self.rows.entered.emit, "primary", "arrow-right")
        self.further.hide()
        self.rows.several.connect(self._show_further)
        self.stack = QStackedWidget()
        for part in (self.rows, self._empty, self.no_match):
            self.stack.addWidget(part)
        self._build()

    def _build(self) -> None:
        self.setProperty("page", "list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = column(
            row(self.heading, 0, self.new_button),
            self.field,
            self.pills,
            self.chips,
            margins=(20, 14, 12, 0),
            gap=10,
        )
        body = row(self.stack, margins=(8, 0, 8, 8))
        foot = row(self.further, 0, margins=(20, 0, 12, 8))
        layout = column(head, body, foot, gap=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_kind(self, kind: Kind, catalogue: Catalogue | None = None, plural: str = "") -> None:
        """Names the list; nothing is typed or filtered yet."""
        plural = plural or kind.plural
        self._read = False
        self.heading.setText(plural)
        self.new_button.setAccessibleName(f"{tr('Nieuw')}: {kind.label.lower()}")
        self.rows.setAccessibleName(plural)
        titled = schema.field(kind.key, "title") is not None
        self.field.setPlaceholderText(
            tr("Zoek in titel, plaats en tekst") if titled else tr("Zoek op naam of in tekst")
        )
        self.field.setAccessibleName(f"{tr('Zoek in')} {plural.lower()}")
        self.field.show_text("")
        if catalogue:
            self.model.begin(catalogue)
        else:
            self.model.begin_with(kind)
        self._empty.say(
            f"{tr('Nog geen')} {plural.lower()}",
            tr("Maak er een, of lees een pakket in."),
            f"{tr('Nieuw')}: {kind.label.lower()}",
        )

    def show_rows(
        self, rows: Sequence[ListRow], current: RecordId | None = None, above: Sequence[ListRow] = ()
    ) -> None:
        """Shows fresh rows and keeps the current record, or takes the given one."""
        self._read = True
        self._measure([*above, *rows])
        self.model.show(rows, above)
        if current:
            self.go_to(current)
        self._show()

    def wait(self) -> None:
        """Shows nothing while the rows are read: not what was there, nor that there is none."""
        self.model.show(())
        self._show()

    def update_rows(self, changed: Mapping[RecordId, ListRow | None]) -> None:
        """Some rows are others now, or gone."""
        if self.model.update(changed):
            self._show()

    def learn(self, facts: Mapping[RecordId, Facts]) -> None:
        """Shows what was found out about rows."""
        self.model.learn(facts)
        self._show()

    def show_views(self, views: Views) -> None:
        """Shows the kept queries as pills."""
        self.pills.show_views(views)
        self._show()

    def _measure(self, rows: Sequence[ListRow]) -> None:
        catalogue = self.model.catalogue
        assert catalogue
        declared = schema.field(catalogue.kind.key, "status") or MASTERCLASS in catalogue.facets
        tall = declared or any(row.conflicts or row.merged for row in rows)
        self.rows.measure(3 if tall else 2)

    def ask(self, query: Query) -> None:
        """Shows another query."""
        self.model.ask(query)
        self._show()
        self.asked.emit()

    def clear(self) -> None:
        """Lets all filters and what is typed go; the order and the groups stay."""
        self.field.show_text("")
        self.model.filter("", {})
        self.ask(Query(sort=self.model.query.sort, group=self.model.query.group))

    def show_found(self, text: str, found: Mapping[str, str]) -> None:
        """Adds what was found in the fields, if that is still what is looked for."""
        if text == self.model.text:
            self.model.filter(text, found)
            self._show()

    def _show(self) -> None:
        model, catalogue = self.model, self.model.catalogue
        assert catalogue
        self.pills.show_query(catalogue, model.query, model.all_rows)
        self.chips.show_query(catalogue, model.query)
        if not model.rowCount() and model.is_asking():
            typed = f" {tr('voor')} ‘{model.text}’" if model.text else ""
            wipe = tr("Wis filters") if model.query.filters else tr("Wis zoektekst")
            self.no_match.say(f"{tr('Niets gevonden')}{typed}", self._hidden(), wipe)
        self.stack.setCurrentIndex(0 if model.rowCount() or not self._read else 2 if model.is_asking() else 1)

    def _hidden(self) -> str:
        assert self.model.catalogue
        hidden = len(self.model.catalogue.rows)
        if not hidden:
            return tr("Deze lijst is nog leeg.")
        if hidden == 1:
            return tr("De enige in deze lijst past hier niet bij.")
        return f"{tr('Geen van de')} {number(hidden)} {tr('past hierbij.')}"

    def current(self) -> RecordId | None:
        """The record that is chosen."""
        entry = self.rows.current()
        return entry.row.id if entry and entry.row else None

    def chosen_records(self) -> list[RecordId]:
        """All that are chosen, of the list's own kind."""
        kind = self.model.catalogue.kind.key if self.model.catalogue else ""
        return [row.id for row in self.rows.chosen_rows() if row.kind == kind]

    def go_to(self, record: RecordId) -> None:
        """Keeps a record chosen; what hides it goes. Nobody chose, so nobody is told."""
        if self.model.row_of(record) < 0 and self.model.catalogue and self.model.is_asking():
            self.clear()
        if self.model.row_of(record) < 0:
            self.model.fold_all(opened=True)
        self.rows.select(record)

    def step(self, by: int) -> None:
        """Goes to a neighbouring record."""
        at = self.rows.currentIndex().row() + by
        while 0 <= at < self.model.rowCount() and self.model.entry(at).heading:
            at += by
        if 0 <= at < self.model.rowCount():
            self.rows.setCurrentIndex(self.model.index(at))

    def beside(self, records: Collection[RecordId]) -> RecordId | None:
        """Where one goes on when these go: the next that stays, at the end the one before."""
        at, entries = self.rows.currentIndex().row(), map(self.model.entry, range(self.model.rowCount()))
        ids = [entry.row.id if entry.row else "" for entry in entries]
        ways = (*ids[at + 1 :], *reversed(ids[: max(at, 0)]))
        return next((each for each in ways if each and each not in records), None) if at >= 0 else None

    def first(self) -> RecordId | None:
        """Goes to the first record, where none is chosen."""
        if self.current() is None:
            self.step(1)
        return self.current()

    def look_for(self, text: str) -> None:
        """Looks for a text at once, without waiting for more keys."""
        self.field.show_text(text)
        self._search()

    def _search(self) -> None:
        text = self.field.text().strip()
        self._timer.stop()
        self.model.filter(text, {})
        self._show()
        if len(text) > 1:
            self.searched.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In the search field: Esc wipes it, the arrow down goes to what it found, as Enter does."""
        if not self.field.hasFocus():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and self.field.text():
            self.look_for("")
        elif event.key() == Qt.Key.Key_Down:
            self._to_found()
        else:
            super().keyPressEvent(event)

    def _to_found(self) -> None:
        self._search()
        self.first()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """The keyboard comes to the rows; where there are none, to how one has some again."""
        ways = (self.rows, self.new_button, self.field)
        ways[self.stack.currentIndex()].setFocus(Qt.FocusReason.OtherFocusReason)

    def ids(self) -> list[RecordId]:
        """What is seen, in its order."""
        return [row.id for row in self.model.seen]

    def _show_further(self) -> None:
        """Where the list stands alone, what can be done with several records is a step further."""
        chosen = len(self.rows.chosen())
        self.further.setText(f"{tr('Verder met')} {number(chosen)}")
        self.further.setVisible(self.narrow and chosen > 1)

    def fit(self) -> None:
        """Follows whether a form stands beside it."""
        self._show_further()
