"""Marks in a field of one line what is misspelled, and offers other words for it, as in a longer text."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QMenu

from werkboek_desktop.ui.forms.offering import offer
from werkboek_desktop.ui.prose.document import points, units
from werkboek_desktop.ui.prose.dressing import WAIT, underline
from werkboek_desktop.ui.prose.marks import Layer, Mark
from werkboek_desktop.ui.spelling import Spelling
from werkboek_desktop.ui.widgets.inputs import LineInput


class LineSpelling(QObject):
    """Of one field, for one record after another.

    Qt draws in a line what an input method wants to be drawn, and nothing else: so marks come as from one that types
    nothing. They stand in no value, and undo knows nothing of them.
    """

    def __init__(self, line: LineInput, spelling: Spelling) -> None:
        super().__init__(line)
        self._line = line
        self._spelling = spelling
        self._drawn = False
        self._soon = QTimer(self, singleShot=True, interval=WAIT)
        self._soon.timeout.connect(self._draw)
        line.shown.connect(self._show_later)
        line.textChanged.connect(self._draw)
        line.menu_opens.connect(self._offer)
        spelling.changed.connect(self._draw)

    def marks(self) -> list[Mark]:
        """The words that are misspelled, at the places that Qt counts."""
        text = self._line.text()
        found = self._spelling.marks(text) if text and self._spelling.is_on else ()
        return [Mark(units(text, mark.start), units(text, mark.end)) for mark in found]

    def _show_later(self) -> None:
        """Another record is shown: its words first."""
        if self._drawn:
            self._put_marks([])
        self._soon.start()

    def _draw(self) -> None:
        if self._line.is_composing:
            return  # a letter that is being put together would be lost
        marks = self.marks()
        if marks or self._drawn:
            self._put_marks(marks)

    def _put_marks(self, marks: list[Mark]) -> None:
        self._drawn = bool(marks)
        at = self._line.cursorPosition()
        wave = underline(Layer.SPELLING)
        sort = QInputMethodEvent.AttributeType.TextFormat
        wanted = [QInputMethodEvent.Attribute(sort, mark.start - at, mark.end - mark.start, wave) for mark in marks]
        QCoreApplication.sendEvent(self._line, QInputMethodEvent("", wanted))

    def _offer(self, menu: QMenu, at: int) -> None:
        mark = next((each for each in self.marks() if each.start <= at <= each.end), None)
        if mark is None or self._line.isReadOnly():
            return
        text = self._line.text()
        word = text[points(text, mark.start) : points(text, mark.end)]
        offer(self._spelling, menu, word, partial(self._write, mark))

    def _write(self, mark: Mark, word: str) -> None:
        self._line.setSelection(mark.start, mark.end - mark.start)
        self._line.insert(word)
