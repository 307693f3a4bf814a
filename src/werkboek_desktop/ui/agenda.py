"""What waits for a person, worked out beside the window whenever something changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from werkboek_desktop.ui.work import Jobs

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Workspace
    from werkboek_desktop.workspace.today import Today

SOON = 1_500


class Agenda(QObject):
    """One for all windows of a project. `told` has a `Today`; who comes later finds the last one in `today`."""

    told = Signal(object)
    waits = Signal(int)
    """How many things wait."""

    def __init__(self, workspace: "Workspace", parent: QObject) -> None:
        super().__init__(parent)
        self.today: Today | None = None
        self._workspace = workspace
        self._jobs = Jobs(self)
        self._again = False
        self._open = True
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.look)

    def look_soon(self) -> None:
        """Something changed; more may follow."""
        if self._open:
            self._soon.start()

    def look(self) -> None:
        """Works it out now."""
        self._soon.stop()
        self._again = self._jobs.busy()
        if not self._again:
            author = self._workspace.author  # here, for the window waits for nobody who reads it elsewhere
            self._jobs.look_up(lambda: self._workspace.agenda(author), self._done)

    def _done(self, today: "Today") -> None:
        self.today = today
        self.told.emit(today)
        self.waits.emit(len(today.waiting))
        if self._again:
            self.look()

    def busy(self) -> bool:
        """Whether something newer is still to be told."""
        return self._soon.isActive() or self._jobs.busy()

    def close(self) -> None:
        """Before the file is let go."""
        self._open = self._again = False
        self._soon.stop()
        self._jobs.finish()
