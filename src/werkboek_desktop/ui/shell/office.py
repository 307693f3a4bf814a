"""What makes the window work on an open project: where links and keys lead, and what is told where."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.pages.conflict import ConflictPage
from werkboek_desktop.ui.pages.keys import KeysPage
from werkboek_desktop.ui.pages.packages import PackagesPage
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.shell.printer import Printer
from werkboek_desktop.ui.shell.rail import PACKAGES, destinations
from werkboek_desktop.ui.shell.window import MainWindow
from werkboek_desktop.ui.widgets.basic import button
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Changed, Workspace


class Office(QObject):
    """One open project in one window."""

    def __init__(self, window: MainWindow, workspace: "Workspace", *, demo: bool) -> None:
        super().__init__(window)
        self.window = window
        self.session = Session(workspace)
        self.jobs = Jobs(self)
        self.packages = PackagesPage(self.session, self.jobs)
        self.conflict = ConflictPage(self.session)
        self.keys = KeysPage()
        self.printer = Printer(self.session, self.jobs)
        self._touched: set[RecordId] = set()
        self._closed = False
        self._warned = False
        self._before: QWidget = window.records
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        self._connect()
        self._connect_keys()
        window.records.attach(self.session, self._make_page)
        window.show_title(workspace.project.name, workspace.project.path)
        window.rail.show_person(self.session.author(), demo=demo)
        workspace.sit_down()
        self.session.begin()
        self._show_state()

    def _connect(self) -> None:
        window, status = self.window, self.window.status
        window.rail.went.connect(self.go)
        window.closing.connect(self.close)
        window.may_close = self._may_close
        self.session.changed.connect(self._changed)
        self.session.saved.connect(self._show_saved)
        self.session.refused.connect(self._refused)
        self.packages.go.connect(self.go_to_field)
        self.conflict.later.connect(self._back_to_record)
        self.conflict.settled.connect(self._settled)
        self.conflict.go.connect(self.go_to_field)
        self.keys.back.connect(self._leave_keys)
        status.keys.connect(self.show_keys)
        status.conflicts.connect(self.next_conflict)
        status.merged.connect(self.next_merged)
        status.waiting.connect(lambda: self.go(PACKAGES))
        status.file.connect(self._say_where)

    def _connect_keys(self) -> None:
        window = self.window
        for number, entry in enumerate(destinations(), 1):
            window.on_key(f"Ctrl+{number}", partial(self.go, entry.key))
        window.on_key("Ctrl+S", lambda: window.status.say(tr("Alles is al bewaard.")))
        window.on_key("Ctrl+K", self._search)
        window.on_key("Ctrl+N", window.records.new)
        window.on_key("Ctrl+Shift+L", window.records.to_list)
        window.on_key("Alt+PgDown", lambda: window.records.list.step(1))
        window.on_key("Alt+PgUp", lambda: window.records.list.step(-1))
        window.on_key("Ctrl+E", self._export)
        window.on_key("Ctrl+P", self._print)
        window.on_key("F1", self.show_keys)

    def _make_page(self, kind: Kind) -> RecordPage:
        page = RecordPage(kind, self.session)
        page.choose.connect(self.choose)
        page.publish.connect(lambda record: self.printer.ask(page, record))
        page.convert.connect(self._convert)
        page.delete.connect(self._delete)
        page.shift.connect(self._shift)
        page.deleted.connect(self._offer_undelete)
        return page

    def go(self, key: str) -> None:
        """Goes to an entry of the rail."""
        self._leave()
        if key == PACKAGES:
            self.window.rail.show_current(key)
            self.window.show_page(self.packages)
        else:
            self.window.show_records(key)
        self.window.status.say("")

    def look_at(self, bundles: Sequence[Path]) -> None:
        """Shows what bundles would bring."""
        self.go(PACKAGES)
        self.packages.look_at(bundles)

    def go_to_field(self, record: RecordId, field: str) -> None:
        """To a field: on the conflict page where there is something to choose, else in its form."""
        if (record, field) in self.session.workspace.summary().conflicts:
            self.choose(record, field)
            return
        self._leave()
        owner = self._list_record(record)
        self.window.show_records(self.session.kind_of(owner), owner)
        self.window.records.reveal(record, owner, field)

    def _list_record(self, record: RecordId) -> RecordId:
        kinds = {entry.key for entry in destinations()} | {"workbook"}
        while self.session.kind_of(record) not in kinds and (owner := self.session.owner_of(record)):
            record = owner
        return record

    def choose(self, record: RecordId, field: str) -> None:
        """The conflict page of a field."""
        self._leave()
        self.window.show_page(self.conflict)
        self.conflict.show_place(record, field)

    def next_conflict(self) -> None:
        """The first field with two versions."""
        conflicts = self.session.workspace.summary().conflicts
        if conflicts:
            self.choose(*conflicts[0])

    def next_merged(self) -> None:
        """The first text to reread."""
        merged = self.session.workspace.summary().merged
        if merged:
            self.go_to_field(*merged[0])

    def _settled(self) -> None:
        conflicts = self.session.workspace.summary().conflicts
        if conflicts:
            self.conflict.show_place(*conflicts[0])
        else:
            self.window.show_records(self.window.records.kind.key if self.window.records.kind else "case")
            self.window.status.say(tr("Er zijn geen twee versies meer."))

    def _back_to_record(self, record: RecordId) -> None:
        record = self._list_record(record)
        self.window.show_records(self.session.kind_of(record), record)

    def show_keys(self) -> None:
        """All keys; Esc goes back."""
        if self.window.pages.currentWidget() is not self.keys:
            self._leave()
            self._before = self.window.pages.currentWidget() or self.window.records
            self.window.show_page(self.keys)
            self.keys.back_button.setFocus()

    def _leave_keys(self) -> None:
        self.window.show_page(self._before)

    def _search(self) -> None:
        if self.window.pages.currentWidget() is not self.window.records:
            self.go("case")
        self.window.records.to_list()
        self.window.records.list.field.setFocus()

    def _export(self) -> None:
        self.go(PACKAGES)
        self.packages.show_export()

    def _print(self) -> None:
        page = self.window.records.current_page()
        if page and self.window.pages.currentWidget() is self.window.records:
            self.printer.ask(page, page.record)

    def _convert(self, signup: RecordId) -> None:
        made = self.session.act(lambda: self.session.workspace.convert(signup, initiator=self))
        if made and made.record:
            self.window.show_records("case", made.record)

    def _delete(self, record: RecordId) -> None:
        self._leave()
        label = self.session.label_of(record)
        if self.session.act(lambda: self.session.workspace.delete(record, initiator=self)):
            kind = self.window.records.kind
            self.window.show_records(kind.key if kind else "case")
            self._offer_undelete(record, label)

    def _offer_undelete(self, record: RecordId, label: str) -> None:
        page = self.window.records.current_page()
        if page is None:
            return

        def back() -> None:
            page.panel.hide()
            self.session.act(lambda: self.session.workspace.undelete(record, initiator=self))

        page.panel.tell(f"{label} {tr('is verwijderd.')}", "", button(tr("Terugzetten"), back, "link", "undo-2"))

    def _shift(self, chapter: RecordId, by: int) -> None:
        order = [row.id for row in self.session.workspace.rows("chapter")]
        at = order.index(chapter)
        behind = at + by if by > 0 else at - 2
        if 0 <= at + by < len(order):
            after = order[behind] if behind >= 0 else None
            self.session.act(lambda: self.session.workspace.move(chapter, None, after, initiator=self))

    def _leave(self) -> None:
        self.window.records.leave()
        self.conflict.leave()

    def _changed(self, changed: "Changed") -> None:
        self._touched |= changed.records
        self._soon.start()

    def _refresh(self) -> None:
        touched, self._touched = frozenset(self._touched), set()
        self.window.records.refresh(touched)
        self._show_state()

    def _show_state(self) -> None:
        summary = self.session.workspace.summary()
        self.window.status.show_counts(len(summary.conflicts), summary.waiting, len(summary.merged))
        waiting: dict[str, int] = {}
        for record, _field in (*summary.conflicts, *summary.merged):
            kind = self.session.kind_of(self._list_record(record))
            waiting[kind] = waiting.get(kind, 0) + 1
        for key, entry in self.window.rail.buttons.items():
            entry.set_count(waiting.get(key, 0))
        self._show_saved()

    def _show_saved(self) -> None:
        if self.session.trouble:
            self.window.status.show_not_saved(self.session.trouble.message)
        else:
            self.window.status.show_saved(f"{datetime.now().astimezone():%H:%M}")

    def _say_where(self) -> None:
        self.window.status.say(f"{tr('Je bestand')}: {self.session.workspace.project.path}")

    def _refused(self, error: Refusal) -> None:
        page = self.window.records.current_page()
        if page:
            page.panel.refuse(error.message, tr("Er is niets gewijzigd."), error.advice)

    def _may_close(self) -> bool:
        """Once, the window stays open where words would be lost; who closes it again means it."""
        self._leave()
        self.session.retry()
        if not self.session.trouble or self._warned or self._closed:
            return True
        self._warned = True
        lost = tr("Je laatste tekst is nog niet opgeslagen.")
        self.window.status.say(f"{lost} {tr('Sluit nog een keer om toch te stoppen.')}")
        return False

    def close(self) -> None:
        """Seals what is open and lets the file go; doing it twice is fine."""
        if self._closed:
            return
        self._closed = True
        self._leave()
        self.jobs.finish()
        self.session.close()
