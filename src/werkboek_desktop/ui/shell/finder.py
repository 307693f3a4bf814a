"""Looks through the project for Ctrl+K, beside the windows that ask."""

from PySide6.QtCore import QObject, Signal

from werkboek_desktop.domain.finding import Name, Names
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.work import Jobs

MOST_NAMES = 8
MOST_PASSAGES = 12


class Finder(QObject):
    """Names lie in memory, and are read again when somebody asks after a change. Texts are searched by a worker."""

    fresh = Signal()
    """The names were read again."""
    found = Signal(str, object)
    """A query, and the passages in which its words stand."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._workspace = session.workspace
        self._jobs = Jobs(self)
        self._names = Names()
        self._stale = True
        self._asked = ""
        session.changed.connect(self._changed)

    def prepare(self) -> None:
        """Reads the names where they are not those of now."""
        if self._stale:
            self._stale = False
            self._jobs.look_up(self._workspace.names, self._take)

    def names(self, query: str) -> list[Name]:
        """The records whose name has the words of a query."""
        return self._names.find(query, MOST_NAMES)

    def search(self, query: str) -> None:
        """Asks for passages; only the answer to the latest question comes."""
        self._asked = query

        def task() -> object:
            return self._workspace.passages(query, MOST_PASSAGES) if query == self._asked else ()

        self._jobs.look_up(task, lambda passages: self._answer(query, passages))

    def close(self) -> None:
        """Ends what is being looked for."""
        self._asked = ""
        self._jobs.finish()

    def _answer(self, query: str, passages: object) -> None:
        if query == self._asked:
            self.found.emit(query, passages)

    def _take(self, names: Names) -> None:
        self._names = names
        self.fresh.emit()

    def _changed(self, _changed: object) -> None:
        self._stale = True
