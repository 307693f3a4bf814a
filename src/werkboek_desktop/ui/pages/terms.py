"""Termen: what the book spells in several ways, how it should be, and the way to the page that replaces."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.kinds.workbook import TERM
from werkboek_desktop.domain.terms import Spelling, Term
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, clear, column, label, page, row, scrolled
from werkboek_desktop.ui.widgets.keys import hears, key_caps, key_hint
from werkboek_desktop.ui.widgets.panels import EmptyState, Panel, ProgressCard, picture
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs

WIDEST = 800
"""At 100 %: what belongs together stays together in a wide window."""
BESIDE = 1140
"""From this width on two terms stand beside each other."""
PORTION = 2
"""How many terms are shown at once; the window goes on between them."""
MOST = 60
"""How many are shown before somebody asks for more."""
SOON = 300
KEYS = 9


class TermCard(QFrame):
    """One term: a button for each way to write it.

    `chose`: so it should be; `accepted`: all of them may stand; `replace`: make it so.
    """

    chose = Signal(str)
    accepted = Signal()
    replace = Signal()

    def __init__(self, term: Term) -> None:
        super().__init__()
        self.term = term
        self.ways: list[QPushButton] = []
        self.do: QPushButton | None = None
        self.right: QPushButton | None = None
        self.setProperty("card", "surface")
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme().space(8))
        self.setLayout(column(self._box, 0, margins=(20, 12, 20, 12), gap=0))
        self.show_term(term)

    def show_term(self, term: Term) -> None:
        """Shows it as it is now; whoever stood in it still does."""
        held = self.isAncestorOf(QApplication.focusWidget() or self)
        self.term, self.ways, self.do, self.right = term, [], None, None
        clear(self._box)
        for at, each in enumerate(term.spellings, 1):
            self._box.addWidget(self._way(at, each))
        if term.preferred and term.others and term.preferred not in {each.text for each in term.spellings}:
            self._box.addWidget(label(f"{tr('Voortaan')}: {term.preferred}", "caption", "ok", wrap=True))
        if len(term.spellings) > 1:
            self._box.addWidget(self._all_right())
        if search := term.search():
            what = f"‘{search.old}’ {tr('vervangen door')} ‘{search.new}’"
            self.do = button(tr("Vervangen…"), self.replace.emit, "", "search", what)
            self._box.addWidget(page("", row(key_caps("Ctrl+Enter"), self.do, 0, gap=10)))
        if held and self.isVisible():
            self.enter()

    def _way(self, at: int, each: Spelling) -> QWidget:
        said = f"{number(each.number)} × {tr('in')} {number(each.cases)} {_cases(each.cases)}"
        choose = button(each.text, partial(self.chose.emit, each.text))
        choose.setAccessibleName(f"{tr('Voortaan')} ‘{each.text}’ ({said})")
        self.ways.append(choose)
        is_so = each.text == self.term.preferred
        so = [picture("circle-check", "ok"), label(tr("voortaan zo"), "caption", "ok")] if is_so else []
        keys = [key_caps(f"Alt+{at}")] if at <= KEYS else []
        line = row(*keys, choose, *so, label(said, "caption", "text2", wrap=True), gap=10)
        line.setStretch(line.count() - 1, 1)
        return page("", line)

    def _all_right(self) -> QWidget:
        words = tr("Allebei goed") if len(self.term.spellings) == 2 else tr("Allemaal goed")
        self.right = button(words, self.accepted.emit, "link", "check")
        self.right.setAccessibleName(f"{words}: {', '.join(each.text for each in self.term.spellings)}")
        return page("", row(key_caps("Alt+0"), self.right, 0, gap=10))

    def enter(self) -> None:
        """Puts the keyboard at what is next to do."""
        (self.do or self.ways[0]).setFocus(Qt.FocusReason.OtherFocusReason)


def _cases(count: int) -> str:
    return tr("praktijkvoorbeeld of hoofdstuk") if count == 1 else tr("praktijkvoorbeelden en hoofdstukken")


class TermsPage(Page):
    """Undecided terms first. Nothing is replaced here: `replaces` leads to where each place has a tick."""

    replaces = Signal(object)

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._found: list[Term] = []
        self._read_once = False
        self._most = MOST
        self._key = ""
        self.cards: list[TermCard] = []
        self.panel = Panel()
        self.progress = ProgressCard()
        self.empty = EmptyState("circle-check")
        self.said = label("", tone="text2", wrap=True)
        self._lines = QGridLayout()
        self._lines.setSpacing(theme().space(12))
        self._content = QWidget()
        self._columns = 1
        self._more = button("", self._show_more, "link", "eye")
        self._goes_on = QTimer(self, singleShot=True, interval=0)
        self._goes_on.timeout.connect(self._show_some)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.arrive)
        self._build()
        self._add_keys()

    def _build(self) -> None:
        told = tr("Wat op meer manieren geschreven is. Kies hoe het voortaan is; daarna vervang je het, zin voor zin.")
        head = column(label(tr("Termen"), "title", wrap=True), label(told, tone="text2", wrap=True), self.said, gap=6)
        parts = (head, self.panel, self.progress, self._lines, row(self._more, 0), self.empty, 0)
        self._content.setLayout(column(*parts, margins=(28, 16, 28, 12), gap=12))
        self._area: QScrollArea = scrolled(self._content, folds=True)
        hints = row(
            key_hint("Alt+Left", tr("vorige")),
            key_hint("Alt+Right", tr("volgende")),
            0,
            margins=(28, 8, 28, 8),
            gap=14,
        )
        self._foot = page("footer", hints)
        self.setProperty("page", "true")
        self.setProperty("wide", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setLayout(column(self._area, self._foot, gap=0))
        for part in (self._more, self.empty, self._foot):
            part.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room for it, terms stand beside each other, in the order in which one reads."""
        super().resizeEvent(event)
        columns = 2 if event.size().width() >= theme().px(BESIDE) else 1
        self._content.setMaximumWidth(theme().px(WIDEST * columns))
        if columns != self._columns:
            self._columns = columns
            for at in range(2):
                self._lines.setColumnStretch(at, at < columns)
            for at, card in enumerate(self.cards):
                self._lay(at, card)

    def _lay(self, at: int, card: TermCard) -> None:
        self._lines.addWidget(card, *divmod(at, self._columns))

    def _add_keys(self) -> None:
        for at in range(KEYS):
            hears(self, partial(self._choose_nth, at), f"Alt+{at + 1}")
        hears(self, self._accept_here, "Alt+0")
        hears(self, self._replace_here, "Ctrl+Enter")
        hears(self, partial(self.step, 1), "Alt+Right")
        hears(self, partial(self.step, -1), "Alt+Left")

    def arrive(self) -> None:
        """Reads the whole book, beside the window."""
        read = self._session.workspace.terms
        self._jobs.read(tr("Teksten lezen"), read, self.progress, self._take, self._refused)

    def refresh(self, records: frozenset[RecordId]) -> None:
        """Another spelling that is preferred is shown at once; of other texts the whole book is read again."""
        if len(records) == 1 and self._session.kind_of(next(iter(records))) == TERM.key:
            self._jobs.look_up(self._session.workspace.preferred_spellings, self._take_preferred)
        else:
            self._soon.start()

    def place(self) -> object:
        """The term that one is at."""
        held = self._held()
        return held.term.key if held else self._key

    def return_to(self, place: object) -> None:
        """The same term, when all were read."""
        self._key = str(place)

    def _refused(self, error: Refusal) -> None:
        self.panel.refuse(error, tr("Er is niets gewijzigd."))

    def _take(self, found: Sequence[Term]) -> None:
        if not isValid(self):
            return
        held = str(self.place())
        self._key = held if held in {term.key for term in found} else ""
        self._found, self._read_once = list(found), True
        clear(self._lines)
        self.cards = []
        waiting = sum(not term.preferred for term in found)
        self.said.setText(
            f"{number(len(found))} {tr('gevonden')}, {number(waiting)} {tr('zonder keuze')}." if found else ""
        )
        if not found:
            self.empty.say(tr("Elk begrip is geschreven zoals het hoort."), "", "")
        self.empty.setVisible(not found)
        self._foot.setVisible(bool(found))
        self._goes_on.start()

    def _take_preferred(self, preferred: dict[str, str]) -> None:
        if isValid(self):
            self._found = [term._replace(preferred=preferred.get(term.key, "")) for term in self._found]
            for card, term in zip(self.cards, self._found, strict=False):
                if card.term != term:
                    card.show_term(term)

    def _show_some(self) -> None:
        first = len(self.cards)
        for term in self._found[first : min(first + PORTION, self._most)]:
            card = TermCard(term)
            card.chose.connect(self._choose)
            card.accepted.connect(partial(self._accept, card))
            card.replace.connect(partial(self._replace, card))
            self._lay(len(self.cards), card)
            self.cards.append(card)
            if term.key == (self._key or self._found[0].key):
                QTimer.singleShot(0, card, partial(self._enter, card))
        left = len(self._found) - len(self.cards)
        self._more.setText(f"{tr('Nog')} {number(left)} {tr('tonen')}")
        self._more.setVisible(bool(left) and len(self.cards) >= self._most)
        if left and len(self.cards) < self._most:
            self._goes_on.start()

    def _enter(self, card: TermCard) -> None:
        if isValid(card) and self.isVisible():
            card.enter()
            self._area.ensureWidgetVisible(card)

    def _show_more(self) -> None:
        self._key = self._found[len(self.cards)].key
        self._most += MOST
        self._goes_on.start()

    @property
    def is_showing(self) -> bool:
        """Whether there are more cards to come."""
        return self._goes_on.isActive()

    def _held(self) -> TermCard | None:
        focus = QApplication.focusWidget()
        return next((card for card in self.cards if focus and card.isAncestorOf(focus)), None)

    def _current(self) -> TermCard:
        kept = (card for card in self.cards if card.term.key == self._key)
        return self._held() or next(kept, self.cards[0])

    def step(self, by: int) -> None:
        """To the next or previous term, round and round."""
        if self.cards:
            self._enter(self.cards[(self.cards.index(self._current()) + by) % len(self.cards)])

    def _choose_nth(self, at: int) -> None:
        if self.cards and at < len(self._current().ways):
            self._current().ways[at].click()

    def _choose(self, spelling: str) -> None:
        if not self._session.workspace.read_only:
            self._session.act(lambda: self._session.workspace.prefer_spelling(spelling))

    def _accept_here(self) -> None:
        if self.cards and (right := self._current().right):
            right.click()

    def _accept(self, card: TermCard) -> None:
        """All its spellings are right: one goes on with the next, and the card goes when the book is read again."""
        ways = [each.text for each in card.term.spellings]
        if self._session.workspace.read_only:
            return
        if self._session.act(lambda: self._session.workspace.accept_spellings(ways)):
            self.step(1)

    def _replace_here(self) -> None:
        if self.cards:
            self._replace(self._current())

    def _replace(self, card: TermCard) -> None:
        if search := card.term.search():
            self._key = card.term.key
            self.replaces.emit(search)
