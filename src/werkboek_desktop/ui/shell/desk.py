"""An open project in this process: one session, and the windows that are open on it."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.shell import position
from werkboek_desktop.ui.shell.dresser import Dresser
from werkboek_desktop.ui.shell.finder import Finder
from werkboek_desktop.ui.shell.memory import Memory, Spot
from werkboek_desktop.ui.shell.office import Office
from werkboek_desktop.ui.shell.window import MainWindow
from werkboek_desktop.ui.start.early import Early
from werkboek_desktop.ui.turns import after_layout
from werkboek_desktop.workspace.demo import is_demo

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Step, Workspace


STEP = QPoint(32, 32)


class Desk(QObject):
    """Seats windows on the project, and keeps them in step. When the last one closes, the file is let go.

    When the keyboard goes to another window, the one it comes from seals what was typed there, and the other shows
    that before the first key: nobody writes against themselves.
    """

    closed = Signal()
    toured = Signal()
    """Somebody asks for the tour."""

    def __init__(self, workspace: "Workspace", memory: Memory, *, demo: bool) -> None:
        super().__init__()
        self._memory = memory
        self._front: Office | None = None
        self._is_begun = False
        self.session = Session(workspace)
        self.finder = Finder(self.session)
        self.demo = demo or is_demo(workspace.project.id)
        self.offices: list[Office] = []
        self.session.refused.connect(self._refused)
        self.session.told.connect(self._told)
        self.session.stepped.connect(self._stepped)
        self.dresser = Dresser(self.session, self.offices, self.seat)
        self.closed.connect(self.dresser.stop)
        workspace.sit_down()
        _application().focusChanged.connect(self._focus_moved)

    def begin(self, window: MainWindow) -> Office:
        """Seats the first window, where the last one of the time before was."""
        office = self.seat(window)
        position.start(office, self._memory.spot())
        return office

    def seat(self, window: MainWindow) -> Office:
        """Makes a window work on the project."""
        office = Office(window, self.session, self.finder, demo=self.demo)
        self.offices.append(office)
        office.closed.connect(lambda: self._left(office))
        office.another.connect(self.open_window)
        office.toured.connect(self.toured)
        window.may_close = lambda: not self.dresser.is_busy() and office.may_close(last=len(self.offices) == 1)
        office.navigation.begin_reading_at(self._memory.read_at())
        if not self._is_begun:
            self._is_begun = True
            self.session.begin()
            self.finder.prepare()
            if self.session.workspace.read_only:
                office.tell_read_only()
            office.tell_recovered()
        office.state.show()
        return office

    def open_window(self) -> Office:
        """Another window beside the one in front, showing the same."""
        front = self.front()
        window = MainWindow()
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.resize(front.window.size())
        window.move(front.window.pos() + STEP)
        window.show()
        office = self.seat(window)
        early = Early(window)
        after_layout(early, partial(self._start, window, position.spot(front), early))
        return office

    def _start(self, window: MainWindow, at: Spot, early: Early) -> None:
        """Once a window is on screen, what it shows; it may be made anew just now, or be closed."""
        if self.dresser.is_busy():
            after_layout(early, partial(self._start, window, at, early))
            return
        if office := next((each for each in self.offices if each.window is window), None):
            position.start(office, at)
            window.activateWindow()
        early.give()
        early.deleteLater()

    def front(self) -> Office:
        """The window that somebody is working in, or was last."""
        return self._front if self._front in self.offices else self.offices[-1]

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        window = new.window() if new else None
        came = next((office for office in self.offices if office.window is window), None)
        if came is None or came is self._front:
            return
        before, self._front = self._front, came
        if before in self.offices:
            before.navigation.leave()
            came.catch_up()

    def _refused(self, error: Refusal) -> None:
        self.front().refuse(error)

    def _stepped(self, step: "Step") -> None:
        self.front().undoing.offer(step)

    def _told(self, notice: Notice) -> None:
        self.front().notices.show_notice(notice)

    def come_forward(self, bundle: Path | None = None) -> None:
        """Somebody started the program again on this file, or on a bundle for it."""
        self.front().window.come_forward()
        if bundle:
            self.front().navigation.look_at([bundle])

    def _left(self, office: Office) -> None:
        self.offices.remove(office)
        self._memory.keep(office.window, position.spot(office), office.navigation.read_at())
        if not self.offices:
            _application().focusChanged.disconnect(self._focus_moved)
            self.finder.close()
            self.session.close()
            self.closed.emit()

    def close(self) -> None:
        """Seals what is open in every window and lets the file go."""
        for office in tuple(self.offices):
            office.close()

    def give_up(self) -> None:
        """The same after a defect, which may be in a window: none of them stays to read what is closed."""
        windows = [office.window for office in self.offices]
        with suppress(Exception):
            self.close()
        for window in windows:
            window.hide()
            window.deleteLater()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
