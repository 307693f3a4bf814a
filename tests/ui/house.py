"""A window on the demo project, and the way past every screen there is."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPropertyAnimation, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from tests.ui.dressing import dress
from tests.ui.room import PATIENCE, computer, memory_of
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.overview.views import View
from werkboek_desktop.errors import Refusal
from werkboek_desktop.resources import resource
from werkboek_desktop.ui.forms.items import ItemList
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.overviews.page import OverviewsPage
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.shell.commands import KEYS
from werkboek_desktop.ui.shell.desk import Desk
from werkboek_desktop.ui.shell.rail import OVERVIEWS, PACKAGES, destinations
from werkboek_desktop.ui.shell.start import StartWindow
from werkboek_desktop.ui.shell.window import MainWindow
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.workspace import Workspace, create_demo

BUNDLES = ("fatima.wbx", "piet-1.wbx", "fatima-afgebroken.wbx")
SMALLEST = (1280, 720)
SHIFT = Qt.KeyboardModifier.ShiftModifier


class House:
    """Somebody walks through every room of it. Each place is told by its name when it is on the screen."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        dress(theme)
        QAccessible.setActive(True)  # as with a screen reader: Qt tells it of rows that come and go
        self.app = app = computer(folder, "marit")
        file = folder / "demo.werkboek"
        create_demo(file, app)
        self.window: QWidget = MainWindow()
        self.workspace = Workspace.open(file, app)
        self.desk = Desk(self.workspace, memory_of(app, file), demo=True)
        self.main = self.window
        assert isinstance(self.main, MainWindow)
        self._show(self.window)
        self.office = self.desk.seat(self.main)
        self.records = self.main.records
        self.office.navigation.go(destinations()[1].key)
        self.settle()

    def _show(self, window: QWidget) -> None:
        self.window = window
        window.resize(*SMALLEST)
        window.show()
        window.activateWindow()

    def close(self) -> None:
        """Lets the project go."""
        QAccessible.setActive(False)
        self.main.close()
        self.main.deleteLater()
        self.settle()

    def settle(self) -> None:
        """Waits until nothing is being read, made or moved any more."""
        deadline = QDeadlineTimer(PATIENCE)
        for _round in range(3):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        while self.office.jobs.busy() and not deadline.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        for page in self.window.findChildren(RecordPage):
            if page.isVisible():
                page.form._current().finish()
        self._stand_still()

    def _stand_still(self) -> None:
        for move in self.window.findChildren(QPropertyAnimation):
            while isValid(move) and move.state() is QPropertyAnimation.State.Running:
                QTest.qWait(10)
        QTest.qWait(10)
        for _layout in range(8):
            QApplication.processEvents()  # each tells what it stands in that it has another size

    def places(self, *, cells: bool = True) -> Iterator[str]:
        """Every screen; with `cells` every open cell of a table too."""
        self._with_cells = cells
        yield from self._lists()
        yield from self._forms()
        yield from self._beside_lists()
        yield from self._conflicts()
        yield from self._packages()
        yield from self._overviews()
        yield from self._over_pages()
        yield from self._other_windows()

    def _at(self, name: str) -> str:
        self.settle()
        return name

    def _lists(self) -> Iterator[str]:
        for key in (*(entry.key for entry in destinations()), KEYS):
            self.office.navigation.go(key)
            yield self._at(key)

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
                yield self._at(f"{kind}, {bar.tabText(at)}")
                yield from self._items(page, f"{kind}, {bar.tabText(at)}")
            if page.steps:
                page.head.status_button.click()
                yield self._at(f"{kind}, status")
                page.steps.close_card()

    def _worth_seeing(self) -> Iterator[tuple[str, RecordId]]:
        """Of each kind one, the fullest; and one that has only just begun."""
        for entry in destinations():
            rows = self.workspace.rows(entry.key) if schema.kind(entry.key) else []
            if rows:
                yield entry.key, max(rows, key=lambda row: (row.conflicts + row.merged, len(row.title))).id
        owner = self.workspace.project.workbook
        for kind in ("case", "chapter"):
            made = self.workspace.create_record(kind, owner if kind == "chapter" else None, {"title": "Nog leeg"})
            yield f"{kind}, nieuw", str(made.record)

    def _items(self, page: RecordPage, place: str) -> Iterator[str]:
        for items in page.findChildren(ItemList):
            if not items.isVisible():
                continue
            name = f"{place}, {items.kind.label.lower()}"
            if items.model.rowCount() > 1:
                items.open(0)
                yield self._at(f"{name}: meer")
                items.close_more()
            for column, field in enumerate(items.model.fields):
                if self._with_cells and field.is_short and items.model.rowCount() > 1:
                    items.editing.write(items.model.index(0, column))
                    yield self._at(f"{name}: {field.label.lower()}")
                    items.table.setFocus()
            items.leave()

    def _beside_lists(self) -> Iterator[str]:
        self.office.navigation.go("case")
        self.office.navigation.to_list()
        rows = self.records.list.rows
        QTest.keyClick(rows, Qt.Key.Key_Home)
        for _step in range(2):
            QTest.keyClick(rows, Qt.Key.Key_Down, SHIFT)
        yield self._at("drie gekozen")
        self.records.enter_form()
        self.records.together.delete.click()
        yield self._at("drie gekozen, verwijderen?")
        self.records.to_list()
        QTest.keyClick(rows, Qt.Key.Key_Escape)
        self.records.list.look_for("zwxzwx")
        yield self._at("niets gevonden")
        self.records.list.clear()
        self.records.list.look_for("de")
        yield self._at("gezocht")
        self.records.list.clear()
        self.office.navigation.filters()
        yield self._at("filters")
        QTest.keyClick(self._focus(), Qt.Key.Key_Escape)

    def _conflicts(self) -> Iterator[str]:
        for at, place in enumerate(self.workspace.summary().conflicts):
            self.office.navigation.choose(*place)
            yield self._at(f"twee versies {at + 1}")

    def _packages(self) -> Iterator[str]:
        packages = self.office.navigation.packages
        self.office.navigation.go(PACKAGES)
        packages.look_at([resource("demo", "bundles", name) for name in BUNDLES])
        for at, name in enumerate(BUNDLES):
            packages.rows.setCurrentIndex(packages.model.index(at))
            yield self._at(f"pakket vooraf {name}")
            if at < 2:
                packages.read_in()
                yield self._at(f"pakket verslag {name}")
        packages.show_export()
        yield self._at("pakket versturen")
        packages.export.people.click()
        packages.export.make()
        yield self._at("pakket versturen, geweigerd")

    def _overviews(self) -> Iterator[str]:
        self.office.navigation.go(OVERVIEWS)
        self.settle()
        page = self.office.navigation.page(OVERVIEWS)
        assert isinstance(page, OverviewsPage)
        for view in View:
            page.show_view(view)
            QTest.qWait(100)  # what is missing comes a moment later
            yield self._at(f"overzicht {view}")
        page.show_view(View.CHOICE)
        page.choice.show_everything()
        self.settle()
        for row in range(page.choice.model.rowCount()):
            page.choice.model.tick(row)
        yield self._at("overzicht choice, gekozen")

    def _over_pages(self) -> Iterator[str]:
        self.office.navigation.go("case")
        self.settle()
        self.office.palette.ask()
        yield self._at("zoeken en doen")
        self.office.palette.field.setText("sleutel")
        yield self._at("zoeken en doen, gevonden")
        self.office.palette.slide_out()
        self.office.where.ask()
        yield self._at("waar staat mijn bestand")
        self.office.where.slide_out()
        for text, action in (("14 wijzigingen ingelezen", ""), ("Maatregel verwijderd", "Ongedaan maken")):
            self.desk.session.told.emit(Notice(text, action, self.settle))
        self.office.notices.progress.begin("Lezen")
        yield self._at("meldingen")
        self.office.notices.progress.hide()
        for _card in range(2):
            self.office.notices._drop(self.office.notices.cards[0])
        self.office.refuse(_Refused())
        yield self._at("geweigerd")

    def _other_windows(self) -> Iterator[str]:
        second = self.desk.open_window()
        self._show(second.window)
        yield self._at("tweede venster")
        second.window.close()
        start = StartWindow(self.app)
        self._show(start)
        start.home()
        yield self._at("start")
        start.refuse(_Refused())
        yield self._at("start, geweigerd")
        start.close()
        start.deleteLater()
        self.window = self.main

    @staticmethod
    def _focus() -> QWidget:
        focus = QApplication.focusWidget()
        assert focus
        return focus


class _Refused(Refusal):
    def __init__(self) -> None:
        super().__init__("Dit pakket is niet compleet.", "Vraag de afzender om het opnieuw te sturen.")


def plain() -> Theme:
    """The look that tests begin with."""
    return Theme(Look.LIGHT)
