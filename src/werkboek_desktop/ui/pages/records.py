"""A kind's list with the chosen record beside it; with large text one of the two at a time."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.lists.line import ListRow
from werkboek_desktop.ui.lists.pane import ListPane
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import is_narrow
from werkboek_desktop.ui.widgets.basic import column, page, row
from werkboek_desktop.ui.widgets.panels import EmptyState
from werkboek_desktop.ui.words import tr

if TYPE_CHECKING:
    from werkboek_desktop.ui.pages.record import RecordPage

type MakePage = "Callable[[Kind], RecordPage]"

UNDER = {"chapter": "workbook"}
"""Lists that begin with the record that owns them."""


class RecordsPage(Page):
    """Shows rows before there is a session; forms come with it."""

    def __init__(self) -> None:
        super().__init__()
        self.kind: Kind | None = None
        self._session: Session | None = None
        self._make: MakePage | None = None
        self._pages: dict[str, RecordPage] = {}
        self._narrow = is_narrow()
        self.list = ListPane(self._search)
        self.list.set_narrow(narrow=self._narrow)
        self.list.chosen.connect(self._show)
        self.list.rows.entered.connect(self.enter_form)
        self.list.rows.clicked.connect(lambda _index: self._narrow_to_form())
        self.list.new.connect(self.new)
        self._forms = QStackedWidget()
        self._nothing = EmptyState("text-align-start")
        self._nothing.say(tr("Kies links een regel"), "", "")
        self._forms.addWidget(page("surface", column(24, self._nothing, 0)))
        layout = row(self.list, self._forms, gap=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._forms.setVisible(not self._narrow)

    def attach(self, session: Session, make: MakePage) -> None:
        """From here on there are forms; `make` makes the page of a kind."""
        self._session = session
        self._make = make

    def show_first(self, kind: Kind, rows: Sequence[ListRow]) -> None:
        """The first rows, before anything else is loaded."""
        self.kind = kind
        self.list.show_kind(kind.plural, kind.label, can_add=True)
        self.list.show_rows(rows)

    def show_kind(self, key: str, record: RecordId | None = None) -> None:
        """Goes to a kind's list, and to a record in it."""
        kind = schema.kind(key)
        if kind is None or self._session is None:
            return
        self.leave()
        if self.kind is None or key != self.kind.key:
            self.kind = kind
            heading = schema.kind(UNDER.get(key, key)) or kind
            self.list.show_kind(heading.plural, kind.label, can_add=True)
        self.refresh_list(record)
        current = self.list.current()
        if current is None and self.list.model.rowCount():
            self.list.rows.setCurrentIndex(self.list.model.index(0))
            current = self.list.current()
        if current:
            self._show(current)
        else:
            self._forms.setCurrentIndex(0)
        if record:
            self._narrow_to_form()

    def arrive(self) -> None:
        """Comes back to the same list and record, as they are now."""
        self.refresh_list()
        shown = self.current_page()
        if shown:
            shown.refresh()

    def refresh_list(self, record: RecordId | None = None) -> None:
        """The rows as they are now."""
        if self._session and self.kind:
            workspace = self._session.workspace
            above = workspace.rows(UNDER[self.kind.key]) if self.kind.key in UNDER else []
            self.list.show_rows([*above, *workspace.rows(self.kind.key)], record)

    def refresh(self, records: frozenset[RecordId]) -> None:
        """Shows what changed elsewhere; what is being typed stays."""
        self.refresh_list()
        shown = self.current_page()
        if shown and self._session:
            owned = any(self._session.owner_of(record) == shown.record for record in records)
            if shown.record in records or owned:
                shown.refresh()

    def current_page(self) -> "RecordPage | None":
        """The form that is shown."""
        widget = self._forms.currentWidget()
        return next((page_ for page_ in self._pages.values() if page_ is widget), None)

    def _show(self, record: RecordId) -> None:
        if self._session is None:
            return
        kind = schema.kind(self._session.kind_of(record))
        if kind is None:
            return
        shown = self.current_page()
        if shown and shown.record != record:
            shown.leave()
        made = self._page(kind)
        made.show_record(record)
        self._forms.setCurrentWidget(made)

    def _page(self, kind: Kind) -> "RecordPage":
        assert self._make
        if kind.key not in self._pages:
            made = self._make(kind)
            made.set_narrow(narrow=self._narrow)
            made.back.connect(self.to_list)
            self._forms.addWidget(made)
            self._pages[kind.key] = made
        return self._pages[kind.key]

    def new(self) -> None:
        """Makes a record of this kind and puts the keyboard in its first field."""
        if self._session is None or self.kind is None:
            return
        self.leave()
        workspace, kind = self._session.workspace, self.kind.key
        owner = workspace.project.workbook if kind in UNDER else None
        made = self._session.act(lambda: workspace.create_record(kind, owner, initiator=self))
        if made and made.record:
            self.list.field.clear()
            self.show_kind(kind, made.record)
            shown = self.current_page()
            if shown:
                shown.reveal(made.record, self.kind.title[0])

    def reveal(self, record: RecordId, owner: RecordId, field: str) -> None:
        """Goes to a field of a record, or of one of its items."""
        self.list.show_rows(self.list.model.all_rows(), owner)
        self._show(owner)
        self._narrow_to_form()
        shown = self.current_page()
        if shown:
            shown.reveal(record, field)

    def enter_form(self) -> None:
        """From the list into the form."""
        self._narrow_to_form()
        shown = self.current_page()
        if shown:
            shown.enter()

    def to_list(self) -> None:
        """From the form to the list."""
        self.leave()
        if self._narrow:
            self._forms.hide()
            self.list.show()
        self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow_to_form(self) -> None:
        if self._narrow:
            self.list.hide()
            self._forms.show()

    def _search(self, text: str) -> Mapping[str, str]:
        if self._session is None:
            return {}
        found: dict[str, str] = {}
        for hit in self._session.workspace.search(text):
            record = self._session.owner_of(hit.record) or hit.record
            found.setdefault(record, hit.snippet.replace("«", "").replace("»", ""))
        return found

    def leave(self) -> None:
        """Seals whatever is being typed."""
        shown = self.current_page()
        if shown:
            shown.leave()
