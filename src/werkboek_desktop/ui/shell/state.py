"""Keeps the state of the project in sight: in the status bar, and as counts in the rail."""

from collections import Counter
from datetime import datetime

from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.part import Part
from werkboek_desktop.ui.shell.rail import PACKAGES, TODAY


class State(Part):
    """What one window says of the project as a whole."""

    def __init__(self, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._session.agenda.waits.connect(self._window.rail.buttons[TODAY].set_count)

    def show(self) -> None:
        """All of it."""
        summary = self._session.workspace.summary()
        self._window.status.show_counts(len(summary.conflicts), summary.missing, len(summary.merged))
        places = (*summary.conflicts, *summary.merged)
        waiting = Counter(self._session.kind_of(self._navigation.listed(record)) for record, _field in places)
        today = self._session.agenda.today
        waiting[TODAY] = len(today.waiting) if today else 0
        waiting[PACKAGES] = self._navigation.unread()
        for key, entry in self._window.rail.buttons.items():
            entry.set_count(waiting[key])
        self.show_saved()

    def show_saved(self) -> None:
        """Whether everything is in the file."""
        if self._session.workspace.read_only:
            self._window.status.show_read_only()
        elif self._session.drafts.trouble:
            self._window.status.show_not_saved(self._session.drafts.trouble.why)
        else:
            self._window.status.show_saved(f"{datetime.now().astimezone():%H:%M}")
