"""Walks the demo journey with the real widgets and photographs every screen: `werkboek-desktop --screenshots MAP`."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QMimeData, QPropertyAnimation
from PySide6.QtWidgets import QApplication

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.overview.views import LABELS
from werkboek_desktop.resources import resource
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.overviews.page import OverviewsPage
from werkboek_desktop.ui.pages.replacing import ReplacingPage
from werkboek_desktop.ui.prose.cleaning import CleaningPanel
from werkboek_desktop.ui.shell.commands import KEYS
from werkboek_desktop.ui.shell.desk import Desk
from werkboek_desktop.ui.shell.places import REPLACING
from werkboek_desktop.ui.shell.rail import OVERVIEWS, PACKAGES, destinations
from werkboek_desktop.ui.shell.window import MainWindow
from werkboek_desktop.ui.widgets.slide import MILLISECONDS

PATIENCE = 120_000
ROUNDS = 16
"""How often at most a part tells what it stands in that it has another size."""
SOUGHT = "sleutel"
BUNDLES = ("fatima.wbx", "piet-1.wbx")
SENTENCE = " Zo werd elke sluiting ook het begin van een gesprek."
COPIED = ' De  maatschap-\npelijke opgave bleef: "wie woont hier, en wat heeft die nodig?"'


class Journey:
    """Open, edit a case, import two bundles, resolve a conflict, export a chapter."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk = desk
        self._office = desk.front()
        self._navigation = self._office.navigation
        self._window = self._office.window
        self._folder = folder
        self._number = 0
        folder.mkdir(parents=True, exist_ok=True)

    def walk(self) -> Iterator[Path]:
        """Yields each picture, and the PDF, as it is made."""
        yield from self._lists()
        yield from self._overviews()
        yield from self._privacy()
        yield from self._many()
        yield from self._edit()
        yield from self._import()
        yield from self._resolve()
        yield from self._send_and_print()
        yield from self._beside()

    def _lists(self) -> Iterator[Path]:
        for entry in destinations():
            self._navigation.go(entry.key)
            self._wait_for_work()
            yield self._picture(entry.text)

    def _overviews(self) -> Iterator[Path]:
        self._navigation.go(OVERVIEWS)
        page = self._navigation.page(OVERVIEWS)
        assert isinstance(page, OverviewsPage)
        for view, words in LABELS.items():
            page.show_view(view)
            self._wait_for_work()
            if not page.board.model.rows:
                page.board.show_everything()
            yield self._picture(f"overzicht {words}")

    def _privacy(self) -> Iterator[Path]:
        self._navigation.check_privacy()
        self._wait_for_work()
        yield self._picture("privacycheck")
        self._navigation.go(REPLACING)
        replacing = self._navigation.page(REPLACING)
        assert isinstance(replacing, ReplacingPage)
        replacing.old.setText("wijkteam")
        replacing.new.setText("buurtteam")
        replacing.look()
        self._wait_for_work()
        self._wait(lambda: bool(replacing.ticks) and not replacing.is_showing)
        yield self._picture("zoeken en vervangen")

    def _many(self) -> Iterator[Path]:
        """The list's own panel, and what is done with several records at once."""
        records = self._window.records
        self._navigation.go("case")
        records.show_filters()
        yield self._picture("filters")
        records.show_filters()
        records.to_list()
        records.list.rows.selectAll()
        self._wait_for_work()
        yield self._picture("samen kiezen")
        records.list.rows.clearSelection()
        records.list.step(1)

    def _edit(self) -> Iterator[Path]:
        rows = self._office.session.workspace.rows("case")
        busiest = max(rows, key=lambda row: row.conflicts + row.merged)
        self._window.show_records("case", busiest.id)
        page = self._window.records.current_page()
        assert page
        form = page.form
        page.reveal(page.record, "balance")
        self._settle()
        row = form.row_of("balance")
        assert row
        assert isinstance(row.editor, ProseEditor)
        row.editor.add(SENTENCE)
        yield self._picture("bewerken")
        yield from self._paste(row.editor)
        form.leave()
        for at in range(form.tab_bar.count()):
            form.tab_bar.setCurrentIndex(at)
            yield self._picture(f"praktijkvoorbeeld {form.tab_bar.tabText(at)}")

    def _paste(self, text: ProseEditor) -> Iterator[Path]:
        copied = QMimeData()
        copied.setText(COPIED)
        text.go_to_end()
        text.input.insertFromMimeData(copied)
        yield self._picture("geplakt")
        told = self._office.notices.shown()[-1]
        assert told.act
        told.act()
        yield self._picture("opgeschoond")
        for panel in self._window.findChildren(CleaningPanel):
            panel.slide_out()
        text.input.undo()

    def _import(self) -> Iterator[Path]:
        packages = self._navigation.packages
        self._navigation.go(PACKAGES)
        packages.look_at([resource("demo", "pakketten", name) for name in BUNDLES])
        self._wait_for_work()
        yield self._picture("pakket vooraf")
        for at in range(len(BUNDLES)):
            packages.rows.setCurrentIndex(packages.model.index(at))
            packages.read_in()
            self._wait_for_work()
            yield self._picture("pakket verslag")

    def _resolve(self) -> Iterator[Path]:
        workspace = self._office.session.workspace
        for place in workspace.summary().conflicts:
            self._office.settling.choose(*place)
            yield self._picture("twee versies")
        before = len(workspace.summary().conflicts)
        self._office.settling.page.take(1)
        yield self._picture("twee versies, een genomen")
        self._office.settling.page.use()
        self._settle()
        assert len(workspace.summary().conflicts) < before

    def _send_and_print(self) -> Iterator[Path]:
        self._navigation.packages.show_export()
        self._navigation.go(PACKAGES)
        yield self._picture("pakket versturen")
        chapter = self._first("chapter")
        self._window.show_records("chapter", chapter)
        page = self._window.records.current_page()
        assert page
        out = self._folder / "hoofdstuk.pdf"
        self._office.printer.make(page, chapter, out)
        self._wait_for_work()
        yield self._picture("pdf gemaakt")
        yield out
        self._navigation.go(KEYS)
        yield self._picture("toetsen")

    def _beside(self) -> Iterator[Path]:
        """What comes beside or over a page, and a second window."""
        self._navigation.go("case")
        palette = self._office.palette
        palette.ask()
        yield self._picture("zoeken en doen")
        palette.field.setText(SOUGHT)
        self._wait(lambda: any(SOUGHT in each.snippet for each in palette.passages))
        yield self._picture("zoeken in alles")
        palette.slide_out()
        self._office.where.ask()
        yield self._picture("waar staat mijn bestand")
        self._office.where.slide_out()
        self._office.remarks.step(1)
        self._wait(lambda: bool(self._office.remarks.panel.cards))
        yield self._picture("opmerkingen")
        self._office.remarks.panel.slide_out()
        for text, action in (("14 wijzigingen ingelezen", ""), ("Maatregel verwijderd", "Ongedaan maken")):
            self._office.session.told.emit(Notice(text, action, self._settle))
        yield self._picture("meldingen")
        second = self._desk.open_window()
        self._settle()
        yield self._picture("tweede venster", second.window)
        second.window.close()

    def _first(self, kind: str) -> RecordId:
        return self._office.session.workspace.rows(kind)[0].id

    def _picture(self, name: str, window: MainWindow | None = None) -> Path:
        self._settle()
        self._number += 1
        path = self._folder / f"{self._number:02}-{name.lower().replace(' ', '-').replace(',', '')}.png"
        (window or self._window).grab().save(str(path))
        return path

    def _settle(self) -> None:
        """Lets everything happen that was asked for, what slides in too."""
        deadline = QDeadlineTimer(2 * MILLISECONDS)
        while not deadline.hasExpired() or self._moves():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, MILLISECONDS)
        for _layout in range(ROUNDS):
            QApplication.processEvents()

    def _moves(self) -> bool:
        moving = QPropertyAnimation.State.Running
        return any(each.state() is moving for each in self._window.findChildren(QPropertyAnimation))

    def _wait_for_work(self) -> None:
        self._wait(lambda: not self._office.jobs.busy() and self._office.session.agenda.today is not None)

    def _wait(self, until: Callable[[], bool]) -> None:
        deadline = QDeadlineTimer(PATIENCE)
        while not until() and not deadline.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        self._settle()


def tell(path: Path) -> None:
    """A line of the answer of --screenshots; once nobody listens any more, the rest goes nowhere."""
    try:
        print(path, flush=True)  # noqa: T201
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
