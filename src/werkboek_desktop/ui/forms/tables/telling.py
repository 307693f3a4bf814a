"""Which of the cells that stand open has something to say, and how the keyboard gets there and back."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from werkboek_desktop.ui.forms.editor import Editor, Offer, Reading
from werkboek_desktop.ui.forms.saying import Points, no_points
from werkboek_desktop.ui.forms.tables.model import Index, Spot
from werkboek_desktop.ui.forms.tables.note import NOTHING, Note
from werkboek_desktop.ui.forms.tables.view import ItemTable
from werkboek_desktop.ui.forms.visit import Visit
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.spoken import announce

SOON = 50
"""Milliseconds until the page may be as high as what is said makes it."""
LOOKS = 5
NOT_REFUSED = (-1, NOTHING)


class CellVisit(Visit):
    """A visit that knows its cell."""

    def __init__(self, editor: Editor, session: Session, index: Index) -> None:
        super().__init__(editor, session)
        self.index = QPersistentModelIndex(index)
        self.input = editor.focusProxy() or editor

    @property
    def spot(self) -> Spot:
        """The item, empty for one that is not there yet, and the field."""
        return self.record or "", self.editor.field.key


class Telling(QObject):
    """Of several cells that are not understood the one that somebody is at is spoken of, else the latest."""

    passed = Signal(object, int)
    """The keyboard goes on from what was said of a cell."""
    closed = Signal(object)

    def __init__(self, table: ItemTable) -> None:
        super().__init__(table)
        self.note = Note(table)
        self.points: Points = no_points
        self._table = table
        self._of: CellVisit | None = None
        self._refused = NOT_REFUSED
        table.selectionModel().currentChanged.connect(self._go_on)
        table.model().modelReset.connect(self._go_on)
        self.note.passed.connect(self._leave)
        self.note.closed.connect(lambda: self.closed.emit(self._of))

    def refuse(self, row: int, why: str) -> None:
        """Says why what was done with a row came to nothing, until somebody goes on."""
        self._refused = (row, Reading(None, why))
        self.say(())

    def _go_on(self) -> None:
        if self._refused is not NOT_REFUSED:
            self._refused = NOT_REFUSED
            self.say(())

    def say(self, visits: Iterable[CellVisit]) -> None:
        """Says under its row how a cell was understood, or why not."""
        found = [(visit, self._read(visit)) for visit in visits]
        if found:
            self._refused = NOT_REFUSED
        told = [each for each in found if each[1].advice or (each[1].said and (each[0].typed or each[1].offer))]
        self._of, reading = min(reversed(told), key=self._rank, default=(None, NOTHING))
        if self._of is None:
            self.note.say(*self._refused)
        else:
            self.note.say(self._of.index.row(), self._named(self._of, reading))

    def _rank(self, told: tuple[CellVisit, Reading]) -> tuple[bool, bool]:
        visit, reading = told
        focus = QApplication.focusWidget()
        return reading.understood, not (is_within(visit.editor, focus) or self.is_at(visit, focus))

    def _read(self, visit: CellVisit) -> Reading:
        """What stands in a cell, and what somebody may be recognised by in it."""
        reading = visit.editor.read()
        if not visit.record or not isinstance(reading.value, str) or reading.advice:
            return reading
        return reading._replace(advice=self.points(visit.record, visit.editor.field, reading.value))

    def _named(self, visit: CellVisit, reading: Reading) -> Reading:
        """Several fields stand in a row: an advice says of which it is."""
        offer = reading.offer and reading.offer._replace(act=partial(self._accept, visit, reading.offer))
        named = f"{visit.editor.field.label}: "
        advice = reading.advice and named + reading.advice.removeprefix(named)
        return reading._replace(advice=advice, offer=offer)

    def _accept(self, visit: CellVisit, offer: Offer) -> None:
        visit.input.setFocus(Qt.FocusReason.OtherFocusReason)  # what was pressed goes
        offer.act()

    def announce(self) -> None:
        """Lets it be heard, where nothing gets the keyboard."""
        announce(self._table, self.note.words())

    def is_at(self, visit: CellVisit, widget: QWidget | None) -> bool:
        """Whether a widget is in what is said of this cell."""
        return visit is self._of and is_within(self.note, widget)

    def enter(self, visit: CellVisit) -> bool:
        """Puts the keyboard on what can be done about this cell; False where that is nothing."""
        if visit is not self._of or not self.note.enter():
            return False
        self.show()
        return True

    def show(self, looks: int = LOOKS) -> None:
        """The page scrolls to what is said, once it is laid out there and as high as that makes it."""
        QTimer.singleShot(SOON, self.note, partial(self._bring, looks))

    def _bring(self, looks: int) -> None:
        self._table.show_in_page(self.note)
        if looks and self.note.visibleRegion().boundingRect().height() < self.note.height():
            self.show(looks - 1)

    def _leave(self, forward: bool) -> None:
        if self._of and forward:
            self.passed.emit(self._of, 1)
        elif self._of:
            self._of.input.setFocus(Qt.FocusReason.BacktabFocusReason)


def is_within(editor: QWidget, widget: QWidget | None) -> bool:
    """Whether a widget is the editor's, a list that it opens as a window of its own too."""
    while widget is not None and widget is not editor:
        widget = widget.parentWidget()
    return widget is editor
