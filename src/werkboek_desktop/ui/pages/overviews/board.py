"""What the three views share: a filter, a table, and the cases that are in it now."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.overview.entry import Entry
from werkboek_desktop.domain.overview.gathered import Gathered
from werkboek_desktop.domain.overview.views import ABOUT, LABELS, View, matching, shown
from werkboek_desktop.ui.pages.overviews.model import EntryModel
from werkboek_desktop.ui.pages.overviews.table import EntryTable
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, label, row, scrolled
from werkboek_desktop.ui.widgets.fitted import Fitted
from werkboek_desktop.ui.widgets.inputs import Choice, LineInput
from werkboek_desktop.ui.widgets.keys import key_hint
from werkboek_desktop.ui.widgets.panels import EmptyState
from werkboek_desktop.ui.words import count, tr

PAUSE = 60
EVERY = "*"
STATUS = 200
NOTHING = {
    View.BALANCE: "Nog geen praktijkvoorbeelden",
    View.CHOICE: "Er is niets aangemeld of geselecteerd; wat er is, is al verder",
    View.MISSING: "Er doet nu geen praktijkvoorbeeld mee",
}


class Board(Fitted):
    """A view of all cases."""

    go = Signal(str, str)
    drawn = Signal()
    """Other cases, or another order."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view
        self.cases = Gathered(())
        self.model = EntryModel(view)
        self.table = EntryTable(self.model, tr(LABELS[view]))
        self.field = LineInput()
        self.field.setPlaceholderText(tr("Zoek op titel, gemeente of vorm"))
        self.field.setAccessibleName(tr("Filter de praktijkvoorbeelden"))
        self.field.setMinimumWidth(theme().px(180))
        self.status = Choice()
        self.status.setAccessibleName(tr("Alleen met status"))
        self.status.setMinimumWidth(theme().px(STATUS))
        self._found = label("", "caption", "text2")
        self._hints = QWidget()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self.draw)
        self._empty = EmptyState("chart-column", "list-filter")
        self._empty.act.connect(self.show_everything)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(scrolled(self._empty))
        self._connect()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._soon.start)
        self.field.returnPressed.connect(self.enter)
        self.status.currentIndexChanged.connect(self._soon.start)
        self.model.modelReset.connect(self.drawn)

    def bar(self, *more: QWidget) -> QHBoxLayout:
        """The filter above the table."""
        line = row(self.field, self.status, *more, 0, self._found, margins=(24, 10, 24, 6), gap=10)
        line.setStretch(0, 100)
        self.field.setMaximumWidth(theme().px(380))
        return line

    def content(self) -> QHBoxLayout:
        """The table, or what is said where nothing stands in it."""
        return row(self._stack, margins=(16, 0, 8, 0))

    def hints(self, keys: Mapping[str, str]) -> QWidget:
        """The keys of the table, at the foot."""
        hints = (key_hint(key, does) for key, does in keys.items())
        self._hints.setLayout(row(*hints, 0, margins=(24, 6, 24, 8), gap=18))
        return self._hints

    def fit(self) -> None:
        """In a narrow window the rows need the room; F1 has the keys."""
        self._found.setHidden(self.narrow)
        self._hints.setHidden(self.narrow)

    def show_cases(self, cases: Gathered) -> None:
        """Takes the cases as they are now; who has the keyboard keeps it."""
        self.cases = cases
        self._offer_statuses()
        self.draw()

    def _offer_statuses(self) -> None:
        before = self.status.currentData()
        self.status.blockSignals(True)
        self.status.clear()
        self.status.addItem(tr(ABOUT[self.view]), "")
        if self.view is not View.BALANCE:
            self.status.addItem(tr("Elke status"), EVERY)
        for part in self.cases.statuses:
            self.status.addItem(f"{part.label} ({part.cases})", part.label)
        self.status.setCurrentIndex(max(0, self.status.findData(before)))
        self.status.blockSignals(False)

    def entries(self) -> list[Entry]:
        """The cases that the view is about and that the filter leaves."""
        status = str(self.status.currentData() or "")
        about = shown(self.view, self.cases.orders[self.view], all_=bool(status))
        return matching(about, self.field.text(), "" if status == EVERY else status)

    def draw(self) -> None:
        """Fills the table."""
        self._soon.stop()
        before = self.table.current()
        section, is_seen = self.table.currentIndex().column(), before in self.table.in_sight()
        entries = self.entries()
        self.model.show(entries, self.wanted())
        self.table.go_to(before.id if before else "", section)
        if is_seen:
            self.table.scrollTo(self.table.currentIndex())
        self._found.setText(count(len(entries), tr("praktijkvoorbeeld"), tr("praktijkvoorbeelden")))
        self._say_empty()

    def wanted(self) -> AbstractSet[RecordId]:
        """The cases that are ticked; none where nothing is chosen."""
        return frozenset()

    def pictured(self) -> list[Entry]:
        """The cases that a picture of the view shows."""
        return self.model.rows

    def _say_empty(self) -> None:
        self._stack.setCurrentIndex(0 if self.model.rows else 1)
        is_filtered = self.field.text() or self.status.currentData()
        if self.cases.entries:
            title = tr("Hier past geen praktijkvoorbeeld bij") if is_filtered else tr(NOTHING[self.view])
            self._empty.say(title, "", tr("Laat alles zien"))
        else:
            more = tr("Maak er een onder Praktijkvoorbeelden, of lees een pakket in.")
            self._empty.say(tr("Nog geen praktijkvoorbeelden"), more, "")

    def show_everything(self) -> None:
        """Takes the filter away."""
        self.field.clear()
        self.status.setCurrentIndex(max(0, self.status.findData(EVERY)))
        self.draw()
        self.enter()

    def enter(self) -> None:
        """Puts the keyboard in the table."""
        if self._soon.isActive():
            self.draw()
        target = self.table if self.model.rows else self.field
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def toggle(text: str, name: str) -> QPushButton:
    """A pill that is on or off."""
    made = button(text, lambda: None, "pill", name=name)
    made.setCheckable(True)
    return made


def beside(main: QWidget, side: QWidget) -> QHBoxLayout:
    """A table with what is said of it at the right."""
    layout = row(main, side, gap=0)
    layout.setStretch(0, 1)
    return layout
