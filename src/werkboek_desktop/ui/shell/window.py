"""The main window: rail at the left, one page beside it, what is told below it, the state of everything at the foot."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import delete

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.listing import ListRow
from werkboek_desktop.ui.pages.records import RecordsPage
from werkboek_desktop.ui.shell.notices import Notices
from werkboek_desktop.ui.shell.rail import Rail
from werkboek_desktop.ui.shell.status import StatusBar
from werkboek_desktop.ui.theme.look import ROOM, wear
from werkboek_desktop.ui.widgets.basic import column, press_by_enter, row
from werkboek_desktop.ui.widgets.reading import ReadWindow
from werkboek_desktop.ui.words import tr

SMALLEST = (ROOM, 600)
SIZE = (1280, 800)
FIRST = "case"


class MainWindow(ReadWindow):
    """Shows rows at once; `Office` makes it work when the project is open."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle(tr("Werkboek"))
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self.furnish()

    def furnish(self) -> None:
        """Puts everything in the window, in the look of now."""
        wear(self)
        self.rail = Rail()
        self.records = RecordsPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.records)
        self.notices = Notices(self.pages)
        self.status = StatusBar()
        self.content = content = QWidget()
        told = column(self.pages, self.notices, gap=0)
        told.setStretch(0, 1)
        beside = QWidget()
        beside.setLayout(told)
        above = row(self.rail, beside, gap=0)
        above.setStretch(1, 1)
        layout = column(above, self.status, gap=0)
        layout.setStretch(0, 1)
        content.setLayout(layout)
        self.setCentralWidget(content)
        content.show()  # now, for what is put in a window on screen is shown only later

    def strip(self) -> None:
        """Takes everything out of the window, its keys too."""
        delete(self.content)

    def show_first(self, rows: Sequence[ListRow]) -> None:
        """The first list, before the project is open."""
        kind = schema.kind(FIRST)
        assert kind
        self.rail.show_current(FIRST)
        self.records.show_first(kind, rows)

    def show_page(self, page: QWidget) -> None:
        """Shows a page; it is added when it is new."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self._fit_rail()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail gives room where there is little."""
        super().resizeEvent(event)
        self._fit_rail()

    def _fit_rail(self) -> None:
        page = self.pages.currentWidget()
        alone = page is not None and bool(page.property("alone"))
        self.rail.setHidden(alone)
        if not alone:
            self.rail.collapse(collapsed=page is not None and bool(page.property("wide")))

    def show_records(self, kind: str, record: RecordId | None = None) -> None:
        """Goes to a kind's list."""
        self.rail.show_current(kind)
        self.show_page(self.records)
        self.records.show_kind(kind, record)

    def show_title(self, name: str, path: Path) -> None:
        """Which project this is."""
        self.setWindowTitle(f"{name or path.stem} – {tr('Werkboek')}")

    def on_key(self, keys: str, act: Callable[[], object]) -> None:
        """A key that works everywhere in the window."""
        QShortcut(QKeySequence(keys), self.content).activated.connect(act)

    def come_forward(self) -> None:
        """Somebody started the program again on this file."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as the space bar does."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is being typed is sealed before the window goes; it stays while words would be lost."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        event.accept()
