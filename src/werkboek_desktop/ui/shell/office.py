"""What makes one window work on an open project."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.keys import KeysPage
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.shell.commands import KEYS, commands, widget_keys
from werkboek_desktop.ui.shell.deeds import Deeds
from werkboek_desktop.ui.shell.looked import Looked
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.notices import Notices
from werkboek_desktop.ui.shell.printer import Printer
from werkboek_desktop.ui.shell.rail import PACKAGES
from werkboek_desktop.ui.shell.state import State
from werkboek_desktop.ui.shell.window import MainWindow
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Changed


class Office(QObject):
    """Puts together what a window needs, and keeps it in step with the project."""

    closed = Signal()

    def __init__(self, window: MainWindow, session: Session, *, demo: bool) -> None:
        super().__init__(window)
        self.window = window
        self.session = session
        self.jobs = Jobs(self)
        self.navigation = Navigation(window, session, self.jobs)
        self.printer = Printer(session, self.jobs)
        self.deeds = Deeds(window, session, self.navigation, self.printer)
        self.state = State(window, session, self.navigation)
        self.looked = Looked(window, session, self.jobs)
        self.notices = Notices(window.pages)
        self.commands = commands(window, self.navigation, self.deeds)
        self._add_keys()
        self._touched: set[RecordId] = set()
        self._closed = False
        self._warned = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        self._connect()
        window.records.attach(session, self.deeds.make_page, self.jobs)
        window.show_title(session.workspace.project.name, session.workspace.project.path)
        window.rail.show_person(session.author(), demo=demo)

    def _connect(self) -> None:
        window, status, navigation = self.window, self.window.status, self.navigation
        for command in self.commands:
            if command.keys:
                window.on_key(command.keys, command.act)
        window.rail.went.connect(navigation.go)
        window.closing.connect(self.close)
        window.may_close = self._may_close
        self.session.changed.connect(self._changed)
        self.session.saved.connect(self.state.show_saved)
        status.keys.connect(lambda: navigation.go(KEYS))
        status.conflicts.connect(navigation.next_conflict)
        status.merged.connect(navigation.next_merged)
        status.waiting.connect(lambda: navigation.go(PACKAGES))
        status.file.connect(self._say_where)

    def _add_keys(self) -> None:
        own = [(each.keys, each.label) for each in self.commands if each.keys]
        page = KeysPage([*own, *widget_keys()])
        page.back.connect(self.navigation.back)
        self.navigation.add(KEYS, page)

    def _changed(self, changed: "Changed") -> None:
        self._touched |= changed.records
        self._soon.start()

    def _refresh(self) -> None:
        touched, self._touched = frozenset(self._touched), set()
        self.navigation.current().refresh(touched)
        self.state.show()

    def _say_where(self) -> None:
        self.window.status.say(f"{tr('Je bestand')}: {self.session.workspace.project.path}")

    def refuse(self, error: Refusal) -> None:
        """Says what was refused: above the form that is shown, else bottom right."""
        page = self.window.records.current_page()
        if page and page.isVisible():
            page.panel.refuse(error.message, tr("Er is niets gewijzigd."), error.advice)
        else:
            self.notices.show_notice(Notice(f"{error.message} {error.advice}"))

    def _may_close(self) -> bool:
        """Once, the window stays open where words would be lost; who closes it again means it."""
        self.navigation.leave()
        self.session.retry()
        if not self.session.trouble or self._warned or self._closed:
            return True
        self._warned = True
        lost = tr("Je laatste tekst is nog niet opgeslagen.")
        self.window.status.say(f"{lost} {tr('Sluit nog een keer om toch te stoppen.')}")
        return False

    def close(self) -> None:
        """Seals what is being typed in this window; doing it twice is fine."""
        if self._closed:
            return
        self._closed = True
        self.navigation.leave()
        self.jobs.finish()
        self.session.changed.disconnect(self._changed)
        self.session.saved.disconnect(self.state.show_saved)
        self.closed.emit()
