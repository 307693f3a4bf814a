"""The whole book as it was read last; what changed of it is read again beside the window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.readthrough import Book, with_texts
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.pages.readthrough.sheet import CASE
from werkboek_desktop.ui.session import MANY, Session
from werkboek_desktop.ui.widgets.panels import ProgressCard
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs

TELLING = frozenset({CASE, "chapter", "workbook", *schema.owned_kinds(CASE)})
"""Kinds by which the book reads otherwise."""


class ReadBook(QObject):
    """`came`: `book` was read."""

    came = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.book = Book([], {})
        self._session = session
        self._jobs = jobs

    def again(self, progress: ProgressCard, refused: Callable[[Refusal], None]) -> None:
        """All of it, in sight of who waits for it."""
        workspace = self._session.workspace
        what = tr("Het werkboek lezen")
        self._jobs.read(what, lambda step: Book.of(workspace.read_through(step)), progress, self._take, refused)

    def _whole(self) -> Book:
        return Book.of(self._session.workspace.read_through())

    def refresh(self, records: frozenset[RecordId]) -> None:
        """These changed: of cases their texts alone are read."""
        is_many = len(records) >= MANY
        touched = {each for each in records if is_many or self._session.kind_of(each) in TELLING}
        before, workspace = self.book, self._session.workspace
        places = [before.places.get(record, -1) for record in touched]
        parts = [before.parts[at] for at in places if at >= 0]
        if len(parts) == len(places) > 0 and all(part.kind == CASE for part in parts):
            cases = {part.record for part in parts}
            again = partial(self._take_again, before)
            self._jobs.look_up(lambda: Book.of(with_texts(before.parts, workspace.parts(cases))), again)
        elif touched:
            self._jobs.look_up(self._whole, self._take)

    def _take_again(self, before: Book, book: Book) -> None:
        if before is self.book:
            self._take(book)
        else:  # something else was read in meanwhile
            self._jobs.look_up(self._whole, self._take)

    def _take(self, book: Book) -> None:
        if isValid(self):
            self.book = book
            self.came.emit()
