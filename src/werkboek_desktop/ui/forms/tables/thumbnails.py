"""Pictures as tables show them: looked at beside the window, once, and kept small."""

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from werkboek_desktop.ui.forms.picture_look import Seen, seen
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme

SIDE = 44
"""How high a picture is in a row, at 100 %."""
KEPT = 200


class Thumbnails(QObject):
    """`came`: one that was asked for is there."""

    came = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._seen: dict[str, Seen | None] = {}

    def of(self, sha: str) -> Seen | None:
        """A picture; None as long as it is looked at, and where it is not here."""
        if sha not in self._seen:
            self._look(sha)
        return self._seen[sha]

    def _look(self, sha: str) -> None:
        workspace, side = self._session.workspace, theme().px(SIDE)
        while len(self._seen) >= KEPT:
            del self._seen[next(iter(self._seen))]
        self._seen[sha] = None

        def show(found: Seen | None) -> None:
            if isValid(self) and found:
                self._seen[sha] = found
                self.came.emit()

        self._session.beside.look_up(lambda: seen(workspace.attachment(sha), side), show)
