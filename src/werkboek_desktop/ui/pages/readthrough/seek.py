"""Looks for words in the whole book, and goes from one place to the next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.readthrough import Hit, look_for
from werkboek_desktop.ui.prose.marks import Finder, Mark
from werkboek_desktop.ui.widgets.basic import button, column, label, row
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.words import tr

PAUSE = 150
"""Milliseconds after a key until one looks."""


class Seek(QWidget):
    """A field with the words, how often they are found, and the way from place to place."""

    asked = Signal(str)
    went = Signal(object)
    """To this `Hit`."""

    def __init__(self) -> None:
        super().__init__()
        self.field = LineInput()
        self.field.search()
        self.field.setPlaceholderText(tr("Zoek in de tekst"))
        self.field.setAccessibleName(tr("Zoek in de tekst"))
        self.said = label("", "caption", "text2")
        self._hits: Sequence[Hit] = ()
        self._at = -1
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self.asked.emit(self.words()))
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

    @property
    def is_open(self) -> bool:
        """Whether it says how often something was found."""
        return not self._ways.isHidden()

    def finder(self) -> Finder | None:
        """Marks them in a text."""
        words = self.words()
        return (lambda text: [Mark(start, end) for start, end in look_for(words, text)]) if words else None

    def _typed(self) -> None:
        self._at = -1
        self._pause.start()

    def show_hits(self, hits: Sequence[Hit], here: tuple[int, int]) -> None:
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
            self.asked.emit(self.words())
        elif self._hits:
            self._at = (self._at + by) % len(self._hits) if self._at >= 0 or by > 0 else len(self._hits) - 1
            self._say(known=True)
            self.went.emit(self._hits[self._at])
