"""The panel of F7: a word that nobody knows in its sentence, what may be meant, and the lists it may be put on."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import isValid

from werkboek_desktop.dictionary import MOST
from werkboek_desktop.domain.difference import Stretch, Tone
from werkboek_desktop.domain.inline import runs_of
from werkboek_desktop.ui.spelling import Spelling
from werkboek_desktop.ui.widgets.basic import button, clear, column, label, page, row, scrolled
from werkboek_desktop.ui.widgets.difference import ReadText
from werkboek_desktop.ui.widgets.keys import hears, key_caps, key_hint
from werkboek_desktop.ui.widgets.slide import SlidePanel
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace.replacing import Hit

MINE, OURS = "M", "W"
"""The keys of the two lists."""


class MistakePanel(SlidePanel):
    """One word after another; nothing stops whoever goes on writing beside it."""

    chosen = Signal(object, str)
    """This place gets this word."""
    known = Signal(object, bool)
    """The word is right, for oneself or (True) for everybody of this workbook."""
    stepped = Signal(int)

    def __init__(self, over: QWidget, spelling: Spelling) -> None:
        content = QWidget()
        super().__init__(over, tr("Spelling"), content)
        self._spelling = spelling
        self.hit: Hit | None = None
        self.suggestions: list[QPushButton] = []
        self._where = label("", "caption", "text2", wrap=True)
        self._text = ReadText()
        self._text.setAccessibleName(tr("De zin"))
        self._says = label("", "label", wrap=True)
        self._words = column(gap=6)
        self.mine = button(tr("Aan mijn woordenlijst"), partial(self._know, for_all=False), "", "bookmark-plus")
        ours = tr("Aan de woordenlijst van dit werkboek")
        self.ours = button(ours, partial(self._know, for_all=True), "", "users")
        self.skip = button(tr("Overslaan"), partial(self.stepped.emit, 1), "", "arrow-right")
        content.setLayout(column(scrolled(self._body()), self._foot(), gap=0))
        self._add_keys()

    def _body(self) -> QWidget:
        body = QWidget()
        words = column(self._where, self._text, self._says, self._words, gap=10)
        acts = ((MINE, self.mine), (OURS, self.ours), ("F7", self.skip))
        lists = [page("", row(key_caps(keys), act, 0, gap=10)) for keys, act in acts]
        body.setLayout(column(words, 8, *lists, 0, margins=(20, 4, 20, 12), gap=10))
        return body

    def _foot(self) -> QWidget:
        hints = row(key_hint("Shift+F7", tr("vorige")), key_hint("Esc", tr("naar de tekst")), 0, gap=14)
        return page("footer", row(hints, margins=(20, 8, 20, 8)))

    def _add_keys(self) -> None:
        for at in range(MOST):
            hears(self, partial(self._choose_nth, at), str(at + 1))
        hears(self, self.mine.click, MINE)
        hears(self, self.ours.click, OURS)

    def show_hit(self, hit: Hit, at: int, of: int, *, read_only: bool) -> None:
        """Comes with a word; the keyboard is in the text where it stands, and goes back there."""
        focus = QApplication.focusWidget()
        if focus and not self.isAncestorOf(focus):
            self._before = focus
        self.hit = hit
        agreed = f" · {tr('hier gaf iemand akkoord op')}" if hit.authorised else ""
        self._where.setText(f"{hit.label} · {at + 1} {tr('van')} {of}{agreed}")
        self._text.show_stretches(stretches(hit))
        self._show_words([])
        self._says.setText(tr("Voorstellen zoeken…"))
        for act in (self.mine, self.ours):
            act.setEnabled(not read_only)
        self.slide_in(self.skip)
        self._spelling.suggest(word_of(hit), partial(self._take, hit, read_only))

    def _take(self, hit: Hit, read_only: bool, words: Sequence[str]) -> None:
        if isValid(self) and hit is self.hit:
            self._says.setText(tr("Bedoel je") if words else tr("Geen voorstellen"))
            self._show_words([] if read_only else words[:MOST])

    def _show_words(self, words: Sequence[str]) -> None:
        clear(self._words)
        self.suggestions = [button(word, partial(self._choose, word)) for word in words]
        for at, each in enumerate(self.suggestions, 1):
            self._words.addWidget(page("", row(key_caps(str(at)), each, 0, gap=10)))

    def _choose_nth(self, at: int) -> None:
        if at < len(self.suggestions):
            self.suggestions[at].click()

    def _choose(self, word: str) -> None:
        self.skip.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.hit:
            self.chosen.emit(self.hit, word)

    def _know(self, *, for_all: bool) -> None:
        if self.hit:
            self.known.emit(self.hit, for_all)


def word_of(hit: Hit) -> str:
    """The word that nobody knows."""
    return hit.value[hit.place.start : hit.place.end]


def stretches(hit: Hit) -> list[Stretch]:
    """Its sentence as one reads it, with the word marked."""
    place, word = hit.place, word_of(hit)
    before, after = (_shown(part) for part in (place.sentence[: place.at], place.sentence[place.at + len(word) :]))
    return [each for each in (Stretch(before), Stretch(word, Tone.POINTED), Stretch(after)) if each.text]


def _shown(part: str) -> str:
    return "".join(run.text for run in runs_of(part)).replace("*", "")
