"""An open project in this process: one session, and the windows that are open on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.shell.dresser import Dresser
from werkboek_desktop.ui.shell.finder import Finder
from werkboek_desktop.ui.shell.office import Office
from werkboek_desktop.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Workspace


class Desk(QObject):
    """Seats a window on the project. When the last one closes, the file is let go."""

    closed = Signal()

    def __init__(self, workspace: "Workspace", *, demo: bool) -> None:
        super().__init__()
        self.session = Session(workspace)
        self.finder = Finder(self.session)
        self.demo = demo
        self.offices: list[Office] = []
        self.session.refused.connect(self._refused)
        self.session.told.connect(self._told)
        self.dresser = Dresser(self)
        workspace.sit_down()

    def seat(self, window: MainWindow) -> Office:
        """Makes a window work on the project."""
        office = Office(window, self.session, self.finder, demo=self.demo)
        self.offices.append(office)
        office.closed.connect(lambda: self._left(office))
        if len(self.offices) == 1:
            self.session.begin()
            self.finder.prepare()
        office.state.show()
        return office

    def front(self) -> Office:
        """The window that somebody is working in."""
        return next((office for office in self.offices if office.window.isActiveWindow()), self.offices[-1])

    def _refused(self, error: Refusal) -> None:
        self.front().refuse(error)

    def _told(self, notice: Notice) -> None:
        self.front().notices.show_notice(notice)

    def come_forward(self) -> None:
        """Somebody started the program again on this file."""
        self.front().window.come_forward()

    def _left(self, office: Office) -> None:
        self.offices.remove(office)
        if not self.offices:
            self.finder.close()
            self.session.close()
            self.closed.emit()

    def close(self) -> None:
        """Seals what is open in every window and lets the file go."""
        for office in tuple(self.offices):
            office.close()
