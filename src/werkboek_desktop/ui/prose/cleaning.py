"""What cleaning did to a passage, before and after beside each other; each rule can be left out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain.difference import Tone, difference
from werkboek_desktop.domain.pasting.cleaning import Cleaned
from werkboek_desktop.domain.text import clean_text
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.prose.pasting import NO_RULE, Passage
from werkboek_desktop.ui.widgets.basic import button, column, label, row, scrolled, separator
from werkboek_desktop.ui.widgets.difference import Legend, ReadText
from werkboek_desktop.ui.widgets.inputs import Tick
from werkboek_desktop.ui.widgets.slide import SlidePanel, ground
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace.pasting import cleaned

ABOUT = "cleaning"
"""Of what is said of it only the last counts."""
WIDE = 860
MOST_COMPARED = 20_000
"""Letters of which the difference is shown; of a longer text its beginning."""


class CleaningPanel(SlidePanel):
    """For one passage; it goes for good when it slides out."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._made = passage.made
        self._raw = "\n".join(filter(None, clean_text(passage.source.text).split("\n")))
        self._ticks = {done.rule.key: Tick(f"{done.rule.label} ({done.times})") for done in passage.made.done}
        self._was, self._becomes = ReadText(), ReadText()
        super().__init__(ground(passage.text), tr("Wat is er opgeschoond?"), self._content(), WIDE)
        for tick in self._ticks.values():
            tick.setChecked(True)
            tick.toggled.connect(lambda _on: self._look())
        self.gone.connect(self.deleteLater)
        self._show(passage.made)

    def ask(self) -> None:
        """Comes, with the keyboard at the first rule."""
        self.slide_in(next(iter(self._ticks.values()), self._button))

    def _content(self) -> QWidget:
        self._was.setAccessibleName(tr("De tekst zoals hij was"))
        self._becomes.setAccessibleName(tr("De tekst zoals hij wordt"))
        sides = row(
            column(label(tr("Zoals het was"), "label"), self._was, 0),
            column(label(tr("Zoals het wordt"), "label"), self._becomes, 0),
            gap=24,
        )
        self._button = button(tr("Gebruiken"), self._use, "primary", "check")
        was = button(tr("Zoals het was"), self._as_it_was, "", "undo-2")
        left_out = [
            label(f"{each[0].upper()}{each[1:]}.", "caption", "text2") for each in self._passage.source.left_out
        ]
        seen = QWidget()
        seen.setLayout(
            column(*self._ticks.values(), *left_out, separator(), row(Legend(), 0), sides, 0, margins=(6, 6, 6, 6))
        )
        content = QWidget()
        content.setLayout(
            column(scrolled(seen), row(self._button, was, 0, margins=(6, 0, 6, 0)), margins=(14, 2, 14, 16), gap=8)
        )
        return content

    def _look(self) -> None:
        without = {key for key, tick in self._ticks.items() if not tick.isChecked()}
        self._passage.pasting.look(self._passage, without, self._show)

    def _show(self, made: Cleaned) -> None:
        self._made = made
        found = difference(self._raw[:MOST_COMPARED], made.text[:MOST_COMPARED])
        self._was.show_stretches([each for each in found if each.tone is not Tone.ADDED])
        self._becomes.show_stretches([each for each in found if each.tone is not Tone.REMOVED])

    def _use(self) -> None:
        self._put(self._made)

    def _as_it_was(self) -> None:
        self._put(cleaned(self._passage.source, NO_RULE))

    def _put(self, made: Cleaned) -> None:
        if self._passage.is_there() and made != self._passage.made:
            self._passage.put(made)
        self.slide_out()
        self._passage.text.setFocus(Qt.FocusReason.OtherFocusReason)


def tell_cleaned(tell: Callable[[Notice], object], passage: Passage) -> None:
    """Says what was cleaned, with a way to see it and choose."""
    if said := passage.said():
        tell(Notice(f"{tr('Opgeschoond')}: {said}.", tr("Bekijk"), partial(_show, tell, passage), ABOUT))


def tell_clean(tell: Callable[[Notice], object]) -> None:
    """Says that a text needed nothing."""
    tell(Notice(tr("Hier valt niets op te schonen."), about=ABOUT, passes=True))


def _show(tell: Callable[[Notice], object], passage: Passage) -> None:
    if passage.is_there():
        CleaningPanel(passage).ask()
    else:
        tell(Notice(tr("Wat er is opgeschoond, staat hier niet meer."), about=ABOUT, passes=True))
