"""A kind's list with the chosen record beside it; without room for both they take turns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.listing import ListRow
from werkboek_desktop.ui.lists.pane import UNDER, ListPane
from werkboek_desktop.ui.pages.detail import Detail, MakePage
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import column
from werkboek_desktop.ui.widgets.fitted import Beside

if TYPE_CHECKING:
    from werkboek_desktop.ui.lists.arranging import Arranging
    from werkboek_desktop.ui.lists.keeper import Keeper
    from werkboek_desktop.ui.lists.together import TogetherPanel
    from werkboek_desktop.ui.pages.record import RecordPage
    from werkboek_desktop.ui.session import Session
    from werkboek_desktop.ui.work import Jobs

FIRST_NAMES = 3
"""So many records that are chosen together are named."""


class RecordsPage(Page):
    """Shows rows before there is a session; forms come with it."""

    def __init__(self) -> None:
        super().__init__()
        self.kind: Kind | None = None
        self._session: Session | None = None
        self._keeper: Keeper | None = None
        self._jobs: Jobs | None = None
        self._arranging: Arranging | None = None
        self._together: TogetherPanel | None = None
        self.list = ListPane()
        self.list.rows.several.connect(self._chose)
        self.list.rows.entered.connect(self.enter_form)
        self.list.rows.alone.connect(self._choose_none)
        self.list.rows.clicked.connect(self._clicked)
        self.list.new.connect(self.new)
        self.list.filtering.connect(self.show_filters)
        self._detail = Detail()
        self._detail.back.connect(self.to_list)
        self.list.chosen.connect(self._detail.show_record)
        self._beside = Beside(self.list, self._detail, theme().size("list"))
        self.setLayout(column(self._beside, gap=0))

    def attach(self, session: "Session", make: MakePage, jobs: "Jobs") -> None:
        """From here on there are forms; `make` makes the page of a kind."""
        from werkboek_desktop.ui.lists.keeper import Keeper  # the first list is on screen without it

        self._session, self._jobs = session, jobs
        self._detail.attach(session, make)
        self._keeper = Keeper(self.list, session, jobs)
        self._keeper.came.connect(self._came, Qt.ConnectionType.QueuedConnection)  # when the rows are on screen

    @property
    def arranging(self) -> "Arranging":
        """The filters; made when somebody wants them."""
        if self._arranging is None:
            from werkboek_desktop.ui.lists.arranging import Arranging

            assert self._keeper
            self._arranging = Arranging(self, self.list, self._keeper)
        return self._arranging

    @property
    def together(self) -> "TogetherPanel":
        """What is done with several records; made when several are chosen."""
        if self._together is None:
            from werkboek_desktop.ui.lists.together import TogetherPanel

            assert self._session
            assert self._jobs
            self._together = made = TogetherPanel(self._session, self._jobs)
            made.none.connect(self._choose_none)
            made.back.connect(self.to_list)
            made.table.connect(lambda: self.arranging.ask_table(made.records))
            self._detail.addWidget(made)
        return self._together

    def show_first(self, kind: Kind, rows: Sequence[ListRow]) -> None:
        """The first rows, before anything else is loaded."""
        self.kind = kind
        self.list.show_kind(kind)
        self.list.show_rows(rows)

    def show_kind(self, key: str, record: RecordId | None = None) -> None:
        """Goes to a kind's list, and to a record in it."""
        kind = schema.kind(key)
        if kind is None or self._keeper is None:
            return
        self.leave()
        if self._arranging and kind is not self.kind:
            self._arranging.close()
        self.kind = kind
        self._keeper.go(kind, record)
        if current := record or self.list.current():
            self._detail.show_record(current)
        elif self.list.first() is None:  # where there is one, it was chosen and shown by that
            self._detail.show_nothing()
        self._detail.invite(to_choose=bool(self.list.model.seen))  # of an empty list there is none to choose
        if record:
            self._beside.to_detail()

    def _came(self) -> None:
        """A long list is there: its first record is shown, where none is."""
        if self._detail.is_empty():
            self.list.first()

    def turn(self, by: int) -> None:
        """To a neighbouring tab of the form."""
        if shown := self.current_page():
            shown.form.step(by)

    def step(self, by: int) -> None:
        """To the neighbour of the record that is shown."""
        self.list.step(by)

    def show_filters(self) -> None:
        """Filters, order and groups of this list."""
        if self._keeper:
            self.arranging.show()

    def place(self) -> object:
        """The list, what is sought in it, the record, where in its form, and whether that is in front."""
        shown = self.current_page()
        there = shown.form.place() if shown else None
        kind, sought = self.kind.key if self.kind else "", self.list.field.text()
        return kind, sought, self.list.current(), there, self._beside.in_detail

    def return_to(self, place: object) -> None:
        """The same list, record and place in its form."""
        match place:
            case (str(kind), str(sought), str() | None as record, there, bool(in_form)) if kind:
                self.show_kind(kind, record)
                self.list.look_for(sought)
                shown = self.current_page()
                if shown:
                    shown.form.return_to(there)
                if not in_form:
                    self._beside.to_rows()

    def arrive(self) -> None:
        """Comes back to the same list and record, as they are now."""
        if self._keeper and self._keeper.kind:
            self._keeper.load()
        if (shown := self.current_page()) and shown.has_gone():
            self._choose_none(self.list.beside([shown.record]))
        elif shown:
            shown.refresh()

    def refresh(self, records: frozenset[RecordId]) -> None:
        """Shows what changed elsewhere; what is being typed stays."""
        shown, are_several = self.current_page(), self._detail.currentWidget() is self._together
        is_gone = shown is not None and shown.record in records and shown.has_gone()
        if self._keeper:
            beside = self.list.beside(records) if is_gone or are_several else None
            self._keeper.refresh(records)
            if is_gone or (are_several and len(self.list.chosen_records()) < 2):
                self._choose_none(beside)  # what was chosen is gone
            elif are_several and not records.isdisjoint(self.together.records):
                self.together.look_again()
        if (shown := self.current_page()) and self._session:
            owned = any(self._session.owner_of(record) == shown.record for record in records)
            if shown.record in records or owned:
                shown.refresh()

    def current_page(self) -> "RecordPage | None":
        """The form that is shown."""
        return self._detail.form()

    def _chose(self) -> None:
        """With several records chosen, what is done with all of them stands beside the list."""
        chosen = self.list.chosen_records()
        if self.kind is None or self._keeper is None:
            return
        if len(chosen) > 1:
            self.leave()
            titles = [row.title for row in self.list.model.seen if row.id in set(chosen[:FIRST_NAMES])]
            self.together.show_chosen(self.kind, chosen, titles)
            self._detail.setCurrentWidget(self.together)
        elif self._detail.currentWidget() is self._together and (current := self.list.current()):
            self._detail.show_record(current)

    def _choose_none(self, beside: RecordId | None = None) -> None:
        """Only the current record is left; `beside`: where one goes on if that is gone."""
        current = self.list.current() or beside or self.list.first()
        if current:
            self.list.rows.select(current)
            self._detail.show_record(current)
        else:
            self._detail.show_nothing()
        self.to_list()

    def _clicked(self) -> None:
        if len(self.list.rows.chosen()) == 1:
            self._beside.to_detail()

    def forget(self) -> bool:
        """Lets go of one form, or tab of it, that nobody sees; whether there was one."""
        return self._detail.forget()

    def new(self) -> None:
        """Makes a record of this kind and puts the keyboard in its first field."""
        if self._session is None or self.kind is None:
            return
        self.leave()
        workspace, kind = self._session.workspace, self.kind.key
        owner = workspace.project.workbook if kind in UNDER else None
        made = self._session.act(lambda: workspace.create_record(kind, owner, initiator=self))
        if made and made.record:
            self.show_kind(kind, made.record)
            shown = self.current_page()
            if shown:
                shown.reveal(made.record, self.kind.title[0])

    def reveal(self, record: RecordId, owner: RecordId, field: str) -> None:
        """Goes to a field of a record, or of one of its items."""
        self.list.go_to(owner)
        shown = self.current_page()
        if shown is None or shown.record != owner:
            self._detail.show_record(owner)
            shown = self.current_page()
        self._beside.to_detail()
        if shown:
            shown.reveal(record, field)

    def enter_form(self) -> None:
        """From the list into the form."""
        self._beside.to_detail()
        if shown := self.current_page():
            shown.enter()
        elif self._keeper and self._detail.currentWidget() is self._together:
            self.together.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def to_list(self) -> None:
        """From the form to the list."""
        self.leave()
        self._beside.to_rows()
        self.list.enter()

    def regions(self) -> Sequence[QWidget]:
        """The list, and the parts of what stands beside it."""
        shown = self.current_page()
        return (self.list, *(shown.regions() if shown else (self._detail,)))

    def leave(self) -> None:
        """Seals whatever is being typed."""
        shown = self.current_page()
        if shown:
            shown.leave()
