"""Puts the program together: arguments, look, lock, first list, and then the rest.

The first list row is on screen before SQLAlchemy, pydantic or ReportLab is loaded; what needs them follows.
"""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QApplication

from werkboek_desktop.domain.text import sort_key_name
from werkboek_desktop.errors import Refusal
from werkboek_desktop.settings import App
from werkboek_desktop.store.first_list import first_list, is_project
from werkboek_desktop.ui.qt_words import speak_dutch
from werkboek_desktop.ui.shell.memory import STATE, Memory
from werkboek_desktop.ui.shell.window import FIRST, MainWindow
from werkboek_desktop.ui.start.arguments import parse
from werkboek_desktop.ui.start.early import Early
from werkboek_desktop.ui.start.instance import Instance
from werkboek_desktop.ui.start.key import KeyAwaited
from werkboek_desktop.ui.sweeping import sweep_here
from werkboek_desktop.ui.theme.look import apply_first, apply_rest
from werkboek_desktop.ui.theme.system import look_of
from werkboek_desktop.ui.theme.tokens import Theme
from werkboek_desktop.ui.widgets.heard import speak_well

if TYPE_CHECKING:
    from werkboek_desktop.ui.shell.desk import Desk
    from werkboek_desktop.ui.start.window import Begun, StartWindow
    from werkboek_desktop.workspace import Apart, Workspace

SETTLED = 2_000
"""Milliseconds after which the first window has all that it keeps."""


def run(arguments: Sequence[str]) -> int:
    """Opens the window; the answer is the exit code."""
    options = parse(arguments)
    qt = QApplication(sys.argv[:1])
    app = App.of_this_computer()
    dress(qt, app, options)
    program = Program(qt, app, options)
    sys.excepthook = program.defect
    try:
        if not program.start():
            return 0
    except Exception as error:  # a defect of ours, that the window tells
        program.defect(type(error), error, error.__traceback__)
    code = qt.exec()
    QThreadPool.globalInstance().waitForDone()  # what loads would tell that it did when all that is Qt's is gone
    program.leave()
    return code


def dress(qt: QApplication, app: App, options: Namespace) -> None:
    """Dutch, in the look and text size of the settings unless the arguments say otherwise."""
    settings = app.settings()
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    qt.setApplicationName("werkboek")
    qt.setApplicationDisplayName("Werkboek")
    apply_first(qt, Theme(look_of(options.theme or settings.theme), (options.scale or settings.text_percent) / 100))


def dress_rest(qt: QApplication) -> None:
    """What may come after the first paint: the other fonts, the style, Qt's own words in Dutch."""
    sweep_here()
    speak_dutch(qt)
    speak_well()
    apply_rest(qt)


class Loader(QObject):
    """Loads the rest of the program beside the window, which goes on painting meanwhile."""

    loaded = Signal()

    def run(self) -> None:
        """Imports what is slow; what fails here fails again, and is told, where it is used."""
        with suppress(ImportError):
            import_module("werkboek_desktop.workspace")
            import_module("werkboek_desktop.ui.shell.desk")
        self.loaded.emit()


class Program(QObject):
    """One start of the program: from an argument to a window that works."""

    def __init__(self, qt: QApplication, app: App, options: Namespace) -> None:
        super().__init__()
        self._qt = qt
        self._own = app
        self._app = app
        """Another one while the demo is open."""
        self._options = options
        self._path = Path()
        self._demo: Apart | None = None
        self._tours = False
        self._begun: Begun | None = None
        self._instance: Instance | None = None
        self._window: MainWindow | None = None
        self._early: Early | None = None
        self._memory: Memory | None = None
        self._start_window: StartWindow | None = None
        self._loader: Loader | None = None
        self._told = False
        self.desk: Desk | None = None

    def start(self) -> bool:
        """Shows something; False when another window has the file and came forward."""
        file: Path | None = self._options.file
        if self._options.demo or self._options.screenshots:
            from werkboek_desktop.workspace import Apart  # a project that opens needs none of it

            return self.open(self._take_demo(Apart(self._app)))
        if self._options.tour:
            self._welcome()
            self._begin_tour()
        elif file is None:
            self._welcome().home()
        elif is_project(file):
            return self.open(file)
        else:
            self._welcome().take(file)
        return True

    def start_window(self) -> "StartWindow":
        """The window before there is a project."""
        assert self._start_window
        return self._start_window

    def open(self, path: Path) -> bool:
        """Shows the first list of a project at once, and lets the rest follow."""
        instance = Instance(path, self._app.folder / "locks")
        if not instance.is_first() and instance.call_first(self._begun.bundle if self._begun else None):
            return False
        try:
            rows = first_list(path, FIRST)
        except Refusal as error:
            instance.release()
            self._welcome().refuse(error)
            return True
        self._instance, self._path = instance, path
        self._window = MainWindow()
        self._memory = Memory(partial(self._app.kept, STATE), partial(self._app.keep, STATE), path)
        self._memory.place(self._window)
        self._window.show_first(sorted(rows, key=lambda row: sort_key_name(row.title)))
        if rows or self._options.exit_after_first_paint:
            self._window.records.list.rows.painted.connect(self._painted)
        else:
            QTimer.singleShot(0, self._finish)  # and not again when its first row is there
        self._window.show()
        self._early = Early(self._window)
        return True

    def _painted(self) -> None:
        QTimer.singleShot(0, self._quit if self._options.exit_after_first_paint else self._finish)

    def _quit(self) -> None:
        if self._instance:
            self._instance.release()
        os._exit(0)  # the time until the first row is what counts, not that of tearing down a window without words

    def _finish(self) -> None:
        assert self._window
        key = KeyAwaited(self._app, self._window, self._window.status.say, self._open_workspace)
        dress_rest(self._qt)
        self._loader = Loader()
        self._loader.loaded.connect(key.begin)
        QThreadPool.globalInstance().start(self._loader.run)

    def _open_workspace(self) -> None:
        from werkboek_desktop.workspace import Workspace

        try:
            workspace = Workspace.open_as_allowed(self._path, self._app)
        except Refusal as error:
            self._refuse(error)
        else:
            if workspace.author is None and not workspace.read_only:
                self._ask_name(workspace)
            else:
                self._work(workspace)

    def _ask_name(self, workspace: "Workspace") -> None:
        from werkboek_desktop.ui.start.name import NamePage  # once, for a person who is new here

        def told(name: str) -> None:
            self._app.save_settings(replace(self._app.settings(), author=name))
            self._work(workspace)

        assert self._window
        page = NamePage()
        page.told.connect(told)
        self._window.show_page(page)
        page.begin()
        if self._early:
            self._early.give()

    def _work(self, workspace: "Workspace") -> None:
        from werkboek_desktop.ui.shell.desk import Desk  # forms and pages: after the first paint

        if self._window is None or self._instance is None or self._memory is None:
            return
        self._told = False
        self.desk = Desk(workspace, self._memory, demo=self._demo is not None)
        self.desk.closed.connect(self._closed)
        self.desk.toured.connect(self._tour)
        office = self.desk.begin(self._window)
        settled = QTimer(self.desk, singleShot=True, interval=SETTLED)
        settled.timeout.connect(gc.freeze)  # what stays is not looked through for garbage again
        self.desk.closed.connect(settled.stop)
        settled.start()
        self._instance.listen(self.desk.come_forward)
        if self._begun and self._begun.bundle:
            office.navigation.look_at([self._begun.bundle], self._begun.passphrase)
        elif self._begun and self._begun.offer:
            office.navigation.welcome(partial=self._begun.offer.is_partial)
        elif self._tours:
            self._tour()
        if self._early:
            self._early.give()
        if self._options.screenshots:
            QTimer.singleShot(0, self._photograph)

    def _photograph(self) -> None:
        from werkboek_desktop.ui.journey import Journey, tell  # walked on request only

        assert self.desk
        if self._options.size:
            self.desk.front().window.resize(*self._options.size)
        for path in Journey(self.desk, self._options.screenshots).walk():
            tell(path)
        for office in tuple(self.desk.offices):
            office.window.close()

    def _tour(self) -> None:
        """In this window if it is the demo; else the demo gets a window of its own, and this file is left alone."""
        if self._demo and self.desk:
            from werkboek_desktop.ui.tour.tour import Tour  # walked on request only

            Tour(self.desk.front()).begin()
        else:
            from werkboek_desktop.ui.tour.elsewhere import start_elsewhere

            start_elsewhere()

    def leave(self) -> None:
        """Lets go of what the last window left open when it closed in the midst of something."""
        if self._start_window:
            self._start_window.jobs.finish()
        if self.desk:
            self.desk.close()
        self._closed()

    def _closed(self) -> None:
        if self._instance:
            self._instance.release()
        self._leave_demo()

    def _leave_demo(self) -> None:
        demo, self._demo, self._app, self._tours = self._demo, None, self._own, False
        if demo:
            demo.close()

    def _refuse(self, error: Refusal) -> None:
        if self._window:
            self._window.hide()
        if self._instance:
            self._instance.release()
        self._welcome().refuse(error)

    def _welcome(self) -> "StartWindow":
        from werkboek_desktop.ui.start.window import StartWindow  # a project that opens needs none of it

        dress_rest(self._qt)
        self._start_window = window = StartWindow(self._own)
        window.begun.connect(self._begin)
        window.tour.connect(self._begin_tour)
        window.show()
        return window

    def _begin(self, begun: "Begun") -> None:
        self._begun = begun
        if self._start_window:
            self._start_window.hide()
        if not self.open(begun.file):
            self._qt.quit()

    def _begin_tour(self) -> None:
        from werkboek_desktop.ui.start.window import Begun
        from werkboek_desktop.workspace import Apart

        def done(apart: Apart) -> None:
            self._tours = True
            self._begin(Begun(self._take_demo(apart)))

        app = self._app
        self.start_window().work("Proefgegevens klaarzetten", lambda _progress: Apart(app), done)

    def _take_demo(self, apart: "Apart") -> Path:
        self._demo, self._app = apart, apart.app
        return apart.file

    def defect(self, kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        """A defect of ours: what was typed is sealed, the log has the details, and a window says so and leads back."""
        from werkboek_desktop.ui.start.log import write_down  # seldom needed

        details = write_down(self._own.folder, kind, error, at)
        desk, self.desk = self.desk, None
        goes_on = self._lead_back(details)
        if desk:
            desk.give_up()
            self._window = None
        self._leave_demo()
        if not goes_on:
            self._qt.exit(1)

    def _lead_back(self, details: str) -> bool:
        """Tells a defect on the page that one begins on; not twice, and not where nobody would read it."""
        options = self._options
        if self._told or options.screenshots or options.exit_after_first_paint:
            return False
        self._told = True
        try:
            window = self._start_window if self._start_window and self._start_window.isVisible() else self._welcome()
            window.tell_defect(details, kept=self._demo is None)
        except Exception:  # the page itself may be what fails
            return False
        if self._window:
            self._window.hide()
        if self._instance:
            self._instance.release()
        return True
