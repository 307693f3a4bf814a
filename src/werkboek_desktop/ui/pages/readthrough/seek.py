"""Looks for words in the whole book, and goes from one place to the next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.readthrough import Hit, find, look_for
from werkboek_desktop.ui.pages.readthrough.column import Column
from werkboek_desktop.ui.pages.readthrough.sheet import Sheet
from werkboek_desktop.ui.prose.marks import Layer, Mark
from werkboek_desktop.ui.widgets.basic import button, column, label, row
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs

PAUSE = 150
"""Milliseconds after a key until one looks."""


class Seek(QWidget):
    """A field with the words, how often they are found, and the way from place to place."""

    went = Signal()
    """Somebody is led to a place."""

    def __init__(self, column_: Column, jobs: Jobs) -> None:
        super().__init__()
        self._column = column_
        self._jobs = jobs
        self.field = LineInput()
        self.field.search()
        self.field.setPlaceholderText(tr("Zoek in de tekst"))
        self.field.setAccessibleName(tr("Zoek in de tekst"))
        self.said = label("", "caption", "text2")
        self._hits: Sequence[Hit] = ()
        self._at = -1
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(partial(self.step, 1))
        arrows = [
            button("", partial(self.step, -1), "quiet", "chevron-up", tr("Vorige vindplaats (Shift+F3)")),
            button("", partial(self.step, 1), "quiet", "chevron-down", tr("Volgende vindplaats (F3)")),
        ]
        self._ways = QWidget()
        self._ways.setLayout(row(self.said, 0, *arrows, gap=4))
        self._ways.hide()
        self.setLayout(column(self.field, self._ways, gap=4))

    def words(self) -> str:
        """What one looks for."""
        return self.field.text().strip()

    def mark(self) -> None:
        """Marks them in the texts that are there."""
        words = self.words()
        finder = (lambda text: [Mark(start, end) for start, end in look_for(words, text)]) if words else None
        for text in self._column.rows():
            text.input.set_layer(Layer.FOUND, finder)

    def look(self) -> None:
        """Looks for them in all that the column shows, made or not."""
        self.mark()
        shown, words = self._column.sheet, self.words()
        if shown is not None and (words or not self._ways.isHidden()):
            self._jobs.look_up(lambda: find(shown.parts, words), partial(self._found, shown, words))

    def _found(self, shown: Sheet, words: str, hits: list[Hit]) -> None:
        if isValid(self) and shown is self._column.sheet and words == self.words():
            at = self._column.in_sight()
            part = shown.part_at(at) if at >= 0 else 0
            self._show_hits(hits, (part, at - shown.starts[part] - 1 if at >= 0 else 0))

    def _typed(self) -> None:
        self._at = -1
        self._pause.start()

    def _show_hits(self, hits: Sequence[Hit], here: tuple[int, int]) -> None:
        """Where they stand; the first one asked for is behind the place where one is."""
        self._hits = hits
        before = [at for at, hit in enumerate(hits) if (hit.part, hit.passage) < here]
        self._at = min(self._at, len(hits) - 1) if self._at >= 0 else (before[-1] if before else -1)
        self._ways.setVisible(bool(self.words()))
        self._say(known=False)

    def _say(self, *, known: bool) -> None:
        many = number(len(self._hits))
        if not self._hits:
            self.said.setText(tr("Niet gevonden"))
        elif known:
            self.said.setText(f"{number(self._at + 1)} {tr('van')} {many}")
        else:
            self.said.setText(f"{many} × {tr('gevonden')}")

    def step(self, by: int) -> None:
        """To the next place or the one before, round and round."""
        if self._pause.isActive():
            self._pause.stop()
            self.look()
        elif self._hits:
            self._at = (self._at + by) % len(self._hits) if self._at >= 0 or by > 0 else len(self._hits) - 1
            self._say(known=True)
            self._go_to(self._hits[self._at])

    def _go_to(self, hit: Hit) -> None:
        shown = self._column.sheet
        if shown is None:
            return
        self.went.emit()
        at = shown.starts[hit.part] + 1 + hit.passage
        self._column.bring(at)
        if text := self._column.row_at(at):
            text.choose_words(hit.line, hit.start, hit.end)
