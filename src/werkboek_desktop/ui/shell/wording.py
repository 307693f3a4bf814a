"""Words in one window: from one that nobody knows to the next, and from a term to the page that replaces."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple, cast

from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.kinds.clearances import CLEARANCE
from werkboek_desktop.domain.replacing import Search
from werkboek_desktop.domain.spelling import word_number
from werkboek_desktop.ui.forms.plan import Tab, order_of, tabs
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.pages.replacing import ReplacingPage
from werkboek_desktop.ui.pages.terms import TermsPage
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.standing import choose_word, words_before
from werkboek_desktop.ui.shell.mistakes import MistakePanel, word_of
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.part import Part
from werkboek_desktop.ui.shell.places import REPLACING, TERMS
from werkboek_desktop.ui.spelling import Spelling, spelling_of
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace.replacing import Hit


class _Order(NamedTuple):
    """Where a word stands in a form: the field or items, which of those texts, and how many words it has before."""

    spot: tuple[int, int, int]
    nth: int
    before: int


def _order(plan: Sequence[Tab], record: RecordId, kind: str, nth: int, hit: Hit) -> _Order:
    if hit.record != record:
        return _Order(order_of(plan, kind), nth, 0)
    return _Order(order_of(plan, hit.field), 0, word_number(hit.value, hit.place.start))


def _start(line: LineInput) -> int:
    return line.selectionStart() if line.hasSelectedText() else line.cursorPosition()


class Wording(Part):
    """The pages about words, and the panel of F7."""

    def __init__(self, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._panel: MistakePanel | None = None
        self._at: _Order | None = None
        navigation.offer(TERMS, self._terms)
        navigation.offer(REPLACING, self._replacing)

    @property
    def _spelling(self) -> Spelling:
        return spelling_of(self._session)

    @property
    def panel(self) -> MistakePanel:
        """Made when somebody first asks for it."""
        if self._panel is None:
            self._panel = MistakePanel(self._window.pages, self._spelling)
            self._panel.stepped.connect(self.step)
            self._panel.chosen.connect(self._mend)
            self._panel.known.connect(self._know)
        return self._panel

    def _terms(self) -> Page:
        page = TermsPage(self._session, self._jobs)
        page.replaces.connect(self._replace)
        return page

    def _replacing(self) -> Page:
        page = ReplacingPage(self._session, self._jobs)
        page.back.connect(self._navigation.back)
        return page

    def _replace(self, search: Search) -> None:
        self._navigation.go(REPLACING)
        cast(ReplacingPage, self._navigation.page(REPLACING)).begin(search)

    def follow(self, page: RecordPage) -> RecordPage:
        """Beside another record nobody takes the panel for its."""
        page.form.at.connect(lambda _field: self._let_go())
        return page

    def _let_go(self) -> None:
        page = self._page()
        if page and self._panel and self._panel.hit and page.record != self._panel.hit.owner:
            self._panel.slide_out()

    def _page(self) -> RecordPage | None:
        return self._navigation.record_page(CLEARANCE.owners)

    def step(self, by: int) -> None:
        """To the next word that nobody knows or the one before, over all tabs of the form, round and round."""
        page = self._page()
        if page is None:
            self._window.status.say(tr("Open eerst een praktijkvoorbeeld of hoofdstuk: daar kijk je de spelling na."))
            return
        at = self._at if self.panel.isVisible() else self._caret(page)
        self._navigation.leave()
        self._spelling.mistakes(page.record, partial(self._step, page.record, at, by))

    def _caret(self, page: RecordPage) -> _Order:
        """Where somebody is in the form, as far as that is a text; else at the beginning of its tab."""
        focus = QApplication.focusWidget()
        row = next((row for row in page.form.rows() if focus and row.isAncestorOf(focus)), None)
        if row is None or not isinstance(focus, ProseInput | LineInput):
            return _Order((page.form.tab_bar.currentIndex(), 0, 0), -1, 0)
        chosen = focus.textCursor().hasSelection() if isinstance(focus, ProseInput) else focus.hasSelectedText()
        before = words_before(focus) if isinstance(focus, ProseInput) else word_number(focus.text(), _start(focus))
        return _Order(order_of(tabs(page.kind), row.field.key), 0, before if chosen else before - 1)

    def _step(self, record: RecordId, at: "_Order | None", by: int, found: Sequence[Hit]) -> None:
        page = self._page() if isValid(self) else None
        if page is None or page.record != record:
            return
        plan = tabs(page.kind)
        order = {
            _order(plan, record, self._session.kind_of(hit.record), nth, hit): hit for nth, hit in enumerate(found)
        }
        if not order:
            self.panel.slide_out()
            self._window.status.say(tr("Alle woorden zijn bekend."))
            return
        places = sorted(order)
        after = [place for place in places if at is None or (place > at if by else place >= at)]
        before = [place for place in places if at is not None and place < at]
        self._at = (after[0] if after else places[0]) if by >= 0 else (before[-1] if before else places[-1])
        hit = order[self._at]
        self._show(hit, list(found))
        self.panel.show_hit(hit, places.index(self._at), len(places), read_only=self._session.workspace.read_only)

    def _show(self, hit: Hit, found: Sequence[Hit]) -> None:
        """Puts the keyboard where the word is, so that whoever closes the panel goes on there."""
        self._navigation.to_record(hit.record, hit.field)
        word = word_of(hit)
        same = [each for each in found if (each.record, each.field, word_of(each)) == (hit.record, hit.field, word)]
        focus = QApplication.focusWidget()
        if isinstance(focus, ProseInput):
            choose_word(focus, word, same.index(hit))
        elif isinstance(focus, LineInput):
            focus.setSelection(hit.place.start, len(word))

    def _mend(self, hit: Hit, word: str) -> None:
        search = Search(word_of(hit), word, match_case=True)
        there = hit._replace(place=hit.place._replace(new=word))
        if self._session.act(lambda: self._session.workspace.replace_words(search, [there])) is not None:
            self._go_on(hit)

    def _know(self, hit: Hit, for_all: bool) -> None:
        (self._spelling.add_for_all if for_all else self._spelling.add_mine)(word_of(hit))
        self._go_on(hit)

    def _go_on(self, hit: Hit) -> None:
        """What was there is no mistake any more: the one behind it comes."""
        self._spelling.mistakes(hit.owner, partial(self._step, hit.owner, self._at, 0))
