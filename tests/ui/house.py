"""A window on the demo project, and the way past every screen there is."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QPropertyAnimation, Qt, QThread
from PySide6.QtGui import QAccessible, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from tests.ui.agreements import agreements
from tests.ui.beginnings import beginnings
from tests.ui.documents import documents
from tests.ui.dressing import dress
from tests.ui.openings import openings, tour
from tests.ui.over_pages import over_pages
from tests.ui.parcels import packages
from tests.ui.room import PATIENCE, computer, memory_of
from tests.ui.round import round_by_hand
from tests.ui.whole_book import whole_book
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.kinds.cases import CASE
from werkboek_desktop.domain.kinds.workbook import CHAPTER
from werkboek_desktop.settings import App
from werkboek_desktop.ui.forms.items import ItemList
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.qt_words import speak_dutch
from werkboek_desktop.ui.shell.commands import KEYS
from werkboek_desktop.ui.shell.desk import Desk
from werkboek_desktop.ui.shell.rail import TODAY, destinations
from werkboek_desktop.ui.shell.window import MainWindow
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.heard import speak_well
from werkboek_desktop.workspace import Workspace, create_demo

SMALLEST = (1280, 720)
WINDOWS = frozenset({"MainWindowClassWindow", "StartWindowClassWindow"})
"""As Qt calls them."""
SHIFT = Qt.KeyboardModifier.ShiftModifier


class House:
    """Somebody walks through every room of it. Each place is told by its name when it is on the screen."""

    def __init__(
        self,
        folder: Path,
        theme: Theme,
        size: tuple[int, int] = SMALLEST,
        furnish: Callable[[Path, App], object] = create_demo,
    ) -> None:
        dress(theme)
        self._dutch = speak_dutch(qt_app())
        self.flashed: list[str] = []
        qt_app().focusWindowChanged.connect(self._came_forward)
        self._size = size
        speak_well()
        QAccessible.setActive(True)  # as with a screen reader: Qt tells it of rows that come and go
        self._folder = folder
        self.app = app = computer(folder, "marit")
        file = folder / "demo.werkboek"
        furnish(file, app)
        self.window: QWidget = MainWindow()
        self.workspace = Workspace.open(file, app)
        self.desk = Desk(self.workspace, memory_of(app, file), demo=True)
        self.main = self.window
        assert isinstance(self.main, MainWindow)
        self.show(self.window)
        self.office = self.desk.seat(self.main)
        self.records = self.main.records
        self.office.navigation.go(destinations()[1].key)
        self.settle()

    def show(self, window: QWidget) -> None:
        """Looks at another window from now on."""
        self.window = window
        window.resize(*self._size)
        window.show()
        window.activateWindow()

    def close(self) -> None:
        """Lets the project go."""
        QAccessible.setActive(False)
        qt_app().focusWindowChanged.disconnect(self._came_forward)
        for translator in self._dutch:
            qt_app().removeTranslator(translator)
        self.main.close()
        self.main.deleteLater()
        self.settle()

    def _came_forward(self, window: QWindow | None) -> None:
        """A part that is shown before it has a place is a window for a moment, and takes the keyboard."""
        if window is not None and window.type() is not Qt.WindowType.Popup:
            self.flashed += [] if window.objectName() in WINDOWS else [window.objectName()]

    def settle(self) -> None:
        """Waits until nothing is being read, made or moved any more."""
        deadline = QDeadlineTimer(PATIENCE)
        for _round in range(3):
            self.turn()
        session = self.desk.session
        while self._is_busy() and not deadline.hasExpired():
            if session.agenda._soon.isActive():  # it waits a second and a half for more to change
                session.agenda.look()
            self.turn()
        while any(page.form._current()._more.isActive() for page in self._pages()):
            self.turn()
        self._stand_still()

    def _is_busy(self) -> bool:
        session = self.desk.session
        beside = [self.office.jobs, session.beside, *(office.jobs for office in self.desk.offices)]
        return session.agenda.busy() or any(jobs.busy() for jobs in beside)

    def _pages(self) -> list[RecordPage]:
        return [page for page in self.in_window(RecordPage) if page.isVisible()]

    def in_window[Part: QObject](self, kind: type[Part]) -> list[Part]:
        """All of a kind in the window that one looks at."""
        return self.window.findChildren(kind)

    @staticmethod
    def turn() -> None:
        """Lets happen what is due."""
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QThread.msleep(1)  # leaves the core to what runs beside the window

    def _stand_still(self) -> None:
        for move in self.in_window(QPropertyAnimation):
            while isValid(move) and move.state() is QPropertyAnimation.State.Running:
                QTest.qWait(10)
        QTest.qWait(10)
        for _layout in range(8):
            QApplication.processEvents()  # each tells what it stands in that it has another size

    def records_only(self, *, cells: bool = False) -> Iterator[str]:
        """Every list, and every tab of every form."""
        self._with_cells = cells
        yield from self._lists()
        yield from self._forms()

    def places(self, *, cells: bool = True) -> Iterator[str]:
        """Every screen; with `cells` every open cell of a table too."""
        yield from self.records_only(cells=cells)
        yield from self._beside_lists()
        yield from openings(self)
        yield from agreements(self)
        yield from self._conflicts()
        yield from packages(self, self._folder)
        yield from round_by_hand(self, self._folder)
        yield from whole_book(self)
        yield from over_pages(self)
        yield from documents(self, self._folder)
        yield from self._pages_after()
        yield from self._other_windows()
        yield from tour(self)

    def at(self, name: str) -> str:
        """A place to look round in."""
        self.settle()
        return name

    def popped_up(self, name: str) -> Iterator[str]:
        """What opened as a window of its own, and is closed again."""
        self.settle()
        opened = QApplication.activePopupWidget()
        assert opened, name
        self.window = opened
        yield name
        opened.close()
        self.window = self.main
        self.settle()

    def _lists(self) -> Iterator[str]:
        for key in (*(entry.key for entry in destinations()), KEYS):
            self.office.navigation.go(key)
            yield self.at(key)

    def _forms(self) -> Iterator[str]:
        for kind, record in self._worth_seeing():
            self.office.navigation.to_record(record)
            self.settle()
            page = self.records.current_page()
            assert page
            bar = page.form.tab_bar
            for at in range(bar.count()):
                bar.setFocus()
                bar.setCurrentIndex(at)
                yield self.at(f"{kind}, {bar.tabText(at)}")
                yield from self._items(page, f"{kind}, {bar.tabText(at)}")
            if page.steps:
                page.head.status_button.click()
                yield self.at(f"{kind}, status")
                page.steps.close_card()

    def _worth_seeing(self) -> Iterator[tuple[str, RecordId]]:
        """Of each kind one, the fullest; and one that has only just begun."""
        for entry in destinations():
            rows = self.workspace.rows(entry.key) if schema.kind(entry.key) else []
            if rows:
                yield entry.key, max(rows, key=lambda row: (row.conflicts + row.merged, len(row.title))).id
        owner = self.workspace.project.workbook
        for kind in (CASE, CHAPTER):
            title = f"Nog leeg: {kind.label.lower()}"
            made = self.workspace.create_record(kind.key, owner if kind is CHAPTER else None, {"title": title})
            yield f"{kind.key}, nieuw", str(made.record)

    def _items(self, page: RecordPage, place: str) -> Iterator[str]:
        for items in page.findChildren(ItemList):
            if not items.isVisible():
                continue
            name = f"{place}, {items.kind.label.lower()}"
            if items.model.rowCount() > 1 and items.model.below():
                items.open(0)
                yield self.at(f"{name}: meer")
                items.close_more()
                self.settle()
            for column, field in enumerate(items.model.fields):
                if self._with_cells and field.is_short and items.model.rowCount() > 1:
                    items.editing.write(items.model.index(0, column))
                    yield self.at(f"{name}: {field.label.lower()}")
                    items.table.setFocus()
            items.leave()

    def _beside_lists(self) -> Iterator[str]:
        self.office.navigation.go("case")
        self.settle()
        self.office.navigation.to_list()
        rows = self.records.list.rows
        QTest.keyClick(rows, Qt.Key.Key_Home)
        for _step in range(2):
            self.settle()
            QTest.keyClick(rows, Qt.Key.Key_Down, SHIFT)
        yield self.at("drie gekozen")
        together = self.records.together
        for choice, text in ((together.field, "Status"), (together.value, "Concept")):
            choice.setCurrentText(text)
            choice.activated.emit(choice.currentIndex())
        self.records.enter_form()
        yield self.at("drie gekozen, wat er verandert")
        together.delete.click()
        yield self.at("drie gekozen, verwijderen?")
        self.records.to_list()
        QTest.keyClick(rows, Qt.Key.Key_Escape)
        self.settle()
        self.records.list.look_for("zwxzwx")
        yield self.at("niets gevonden")
        self.records.list.clear()
        self.records.list.look_for("de")
        yield self.at("gezocht")
        self.records.list.clear()
        self.office.navigation.filters()
        yield self.at("filters")
        QTest.keyClick(self._focus(), Qt.Key.Key_Escape)

    def _conflicts(self) -> Iterator[str]:
        for at, place in enumerate(self.workspace.summary().conflicts):
            self.office.settling.choose(*place)
            yield self.at(f"twee versies {at + 1}")

    def _pages_after(self) -> Iterator[str]:
        """What there is to see once somebody worked here, and for who joined just now."""
        self.office.navigation.go(TODAY)
        yield self.at("today, bezocht")
        for author, what in ((None, "voor jou"), ("Noor Vos", "wat er is")):
            self.workspace._session.author = author
            self.office.navigation.welcome(partial=False)
            yield self.at(f"welkom, {what}")
        self.workspace._session.author = None

    def _other_windows(self) -> Iterator[str]:
        second = self.desk.open_window()
        self.show(second.window)
        yield self.at("tweede venster")
        second.window.close()
        yield from beginnings(self, self._folder)
        self.show(self.main)

    @staticmethod
    def _focus() -> QWidget:
        focus = QApplication.focusWidget()
        assert focus
        return focus


def qt_app() -> QApplication:
    """The application of these tests."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def plain() -> Theme:
    """The look that tests begin with."""
    return Theme(Look.LIGHT)
