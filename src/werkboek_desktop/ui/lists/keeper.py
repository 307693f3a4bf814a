"""Keeps a list in step with the project: its rows, what is known of them, what is looked for, and kept views."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from werkboek_desktop.domain.catalogue import Catalogue
from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.listing import MASTERCLASS, Facts, ListRow, Query
from werkboek_desktop.domain.spreadsheet import PEOPLE_INSIDE, has_people
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.lists.pane import UNDER, ListPane, list_name
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs

if TYPE_CHECKING:
    from werkboek_desktop.workspace.lists import Lists, Views

MANY = 200
"""From so many changed records on the whole list is read anew."""
MUCH = 2_000
"""So many rows are read beside the window."""

type Read = tuple[Sequence[ListRow], Sequence[ListRow]]
"""The rows of a list, and what stands above them."""


class Keeper(QObject):
    """Everything that the list pane of one window asks of the project."""

    came = Signal()
    """The rows of a long list are there, some time after it was gone to."""

    def __init__(self, pane: ListPane, session: Session, jobs: Jobs) -> None:
        super().__init__(pane)
        self._pane = pane
        self._session = session
        self._jobs = jobs
        self._asked: dict[str, Query] = {}
        self._catalogues: dict[str, Catalogue] = {}
        self.kind: Kind | None = None
        pane.searched.connect(self._search)
        pane.asked.connect(self._remember)

    @property
    def _lists(self) -> "Lists":
        return self._session.workspace.lists

    def go(self, kind: Kind, record: RecordId | None = None) -> None:
        """Shows the list of a kind, asked as it was the last time, and a record in it."""
        if self.kind is not kind:
            catalogue = self._catalogue(kind)
            self.kind = kind
            self._pane.show_kind(kind, catalogue, list_name(kind))
            self._pane.model.query = self._asked.get(kind.key, Query())
            self._pane.show_views(self._lists.views(kind.key))
            if len(catalogue.rows) > MUCH:
                self._pane.show_rows(catalogue.rows)
        self.load(record)

    def _catalogue(self, kind: Kind) -> Catalogue:
        """What was known of a list before; of the first list what is on screen already."""
        if kind.key not in self._catalogues:
            self._catalogues[kind.key] = made = Catalogue(kind, self._lists.names(), self._lists.me())
            on_screen = self._pane.model.catalogue
            made.show(on_screen.rows if on_screen and on_screen.kind is kind else ())
        return self._catalogues[kind.key]

    def load(self, record: RecordId | None = None) -> None:
        """Reads all rows anew, and what is known of them; very many beside the window: the old ones stay so long."""
        assert self.kind
        workspace, key, catalogue = self._session.workspace, self.kind.key, self._pane.model.catalogue
        assert catalogue

        def read() -> Read:
            with workspace.snapshot():
                return workspace.rows(key), workspace.rows(UNDER[key]) if key in UNDER else []

        def show(found: Read, wanted: RecordId | None) -> None:
            if self._pane.model.catalogue is catalogue:
                self._pane.show_rows(found[0], wanted, found[1])
                self._find_out(None)

        def come(found: Read) -> None:
            show(found, None if was_there else record)  # who went on meanwhile stays where they are
            self.came.emit()

        if self._lists.size(key) <= MUCH:
            show(read(), record)
            return
        was_there = bool(catalogue.rows)
        if not catalogue.rows:
            self._pane.wait()
        elif record:
            self._pane.update_rows(self._lists.rows_of(key, [record]))
            self._pane.go_to(record)
        self._jobs.look_up(read, come)

    def refresh(self, records: frozenset[RecordId]) -> None:
        """Reads what changed; one edit does not cost ten thousand rows."""
        catalogue = self._pane.model.catalogue
        if self.kind is None or catalogue is None:
            return
        if not catalogue.me and (me := self._lists.me()):  # who writes here becomes a person with the first edit
            catalogue.look_for(me)
        catalogue.call(self._lists.names())
        if self.kind.is_placed or len(records) > MANY:
            self.load()
            return
        changed = self._lists.rows_of(self.kind.key, records)
        self._pane.update_rows(changed)
        everybody = MASTERCLASS in catalogue.facets
        if changed or everybody:
            self._find_out(None if everybody else frozenset(changed))

    def _find_out(self, records: frozenset[RecordId] | None) -> None:
        catalogue = self._pane.model.catalogue
        assert self.kind
        assert catalogue
        lists, key = self._lists, self.kind.key

        def task() -> Mapping[RecordId, Facts]:
            catalogue.prepare()
            return lists.facts(key, records)

        def done(facts: Mapping[RecordId, Facts]) -> None:
            if self._pane.model.catalogue is catalogue:
                self._pane.learn(facts)

        self._jobs.look_up(task, done)

    def _search(self, text: str) -> None:
        assert self.kind
        lists, key = self._lists, self.kind.key
        self._jobs.look_up(lambda: lists.find(key, text), lambda found: self._pane.show_found(text, found))

    def _remember(self) -> None:
        if self.kind:
            self._asked[self.kind.key] = self._pane.model.query

    def keep_view(self, name: str) -> None:
        """Keeps what is asked now under a name."""
        self._keep(self._views() | {name: self._pane.model.query})

    def rename_view(self, old: str, new: str) -> None:
        """Gives a kept view another name, at the same place."""
        self._keep({new if name == old else name: query for name, query in self._views().items()})

    def drop_view(self, name: str) -> None:
        """Lets a kept view go; what is shown stays."""
        self._keep({kept: query for kept, query in self._views().items() if kept != name})

    def view_now(self) -> str:
        """The kept view that is shown; empty if it is none."""
        shown = self._pane.model.query
        return next((name for name, query in self._views().items() if query == shown), "")

    def _views(self) -> "Views":
        return self._lists.views(self.kind.key) if self.kind else {}

    def _keep(self, views: "Views") -> None:
        assert self.kind
        key = self.kind.key
        self._session.act(lambda: self._lists.keep_views(key, views))
        self._pane.show_views(self._views())

    def folder(self) -> Path:
        """Where the project lies, to put a file beside it."""
        return self._session.workspace.project.path.parent

    def save_table(self, records: list[RecordId], out: Path) -> None:
        """Writes these records for a spreadsheet, beside the window; the notice says where it is."""
        assert self.kind
        lists, key, session = self._lists, self.kind.key, self._session

        def task() -> Path | Refusal:
            try:
                return lists.save_table(key, records, out, force=True)
            except Refusal as error:
                return error

        def done(result: Path | Refusal) -> None:
            if isinstance(result, Refusal):
                session.refused.emit(result)
            else:
                session.told.emit(_made(key, result))

        self._jobs.do(task, done)


def _made(kind: str, path: Path) -> Notice:
    people = f" {PEOPLE_INSIDE}" if has_people(kind) else ""
    folder = QUrl.fromLocalFile(str(path.parent))
    return Notice(f"{tr('Gemaakt')}: {path.name}.{people}", tr("Open map"), lambda: QDesktopServices.openUrl(folder))
