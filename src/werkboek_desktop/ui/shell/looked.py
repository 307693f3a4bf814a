"""Notices which case somebody is looking at, so that what colleagues change afterwards is news to them."""

from PySide6.QtCore import QTimer

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.part import Part

TICK = 1_000
LOOKED = 3
"""So many ticks make a look: going through a list by key is none."""


class Looked(Part):
    """Looks at what the window shows; a case that stays a while was seen, and again after each change of it."""

    def __init__(self, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._record: RecordId = ""
        self._ticks = 0
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self._session.changed.connect(self._changed)

    def tick(self) -> None:
        """A moment went by."""
        record = self._shown()
        self._ticks = self._ticks + 1 if record and record == self._record else 0
        self._record = record
        if self._ticks == LOOKED:
            self._jobs.do(lambda: self._session.workspace.saw(record), lambda _done: self._session.agenda.look_soon())

    def _shown(self) -> RecordId:
        page = self._window.records.current_page()
        return page.record if page and page.isVisible() and self._window.isActiveWindow() else ""

    def _changed(self) -> None:
        self._ticks = min(self._ticks, LOOKED - 1)
