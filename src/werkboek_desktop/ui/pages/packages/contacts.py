"""Contacten: whose bundles are believed here, and the question about a key that nobody knows yet."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.trust import Trust
from werkboek_desktop.ui.pages.packages.contact import computer_of, contact_line, contact_mark, contact_widgets, name_of
from werkboek_desktop.ui.pages.packages.lines import LineModel, Rows
from werkboek_desktop.ui.pages.packages.pane import WIDEST, Pane
from werkboek_desktop.ui.pages.packages.phrase import phrase
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import card, column, label, row, ruled
from werkboek_desktop.ui.widgets.fitted import Halves
from werkboek_desktop.ui.widgets.tiles import Item
from werkboek_desktop.ui.words import tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Known


class ContactsSide(QWidget):
    """The list at the left, one's own computer first; `pane` stands beside it."""

    reply = Signal(str)
    """Somebody wants to send this colleague a bundle."""
    asked = Signal(int)
    """So many keys ask for an answer."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._known: Sequence[Known] = ()
        self.pane = Pane()
        self.model = LineModel()
        self.rows = Rows(self.model, tr("Contacten"))
        self.model.setParent(self)
        self.rows.selectionModel().currentChanged.connect(lambda _now, _before: self.show_chosen())
        self.setLayout(column(row(self.rows, margins=(8, 0, 8, 0))))

    def look(self) -> None:
        """Reads beside the window who is known."""
        self._session.beside.look_up(self._session.workspace.contacts, self._show)

    def _show(self, found: "Sequence[Known]") -> None:
        if not isValid(self):
            return
        order = sorted(found, key=lambda one: (not one.is_own, one.trust is not Trust.ASKED, not one.name))
        if order != self._known:
            key = self._key()
            self._known = order
            self.model.show_lines(map(contact_line, order))
            self.choose(key)
        self.asked.emit(sum(one.trust is Trust.ASKED for one in found))

    def _key(self) -> str:
        index = self.rows.currentIndex()
        return self._known[index.row()].key if index.isValid() else ""

    def choose(self, key: str) -> None:
        """Shows this one; none where nobody is known by it."""
        at = next((at for at, one in enumerate(self._known) if one.key == key), -1)
        self.rows.selectionModel().setCurrentIndex(
            self.model.index(at), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.show_chosen()

    def choose_phrase(self, phrase: str) -> None:
        """Shows the key that has these six words, with the question whose it is."""
        self.choose(next((one.key for one in self._known if one.phrase == phrase), ""))

    def show_chosen(self) -> None:
        """What is chosen; of nothing what this is about."""
        index = self.rows.currentIndex()
        if index.isValid():
            self.pane.lay(self._one(self._known[index.row()]))
        else:
            self.pane.lay(self._about(), widest=2 * WIDEST)

    def _one(self, one: "Known") -> Iterator[QWidget]:
        today = self._session.workspace.today
        return contact_widgets(one, today, partial(self._answer, one.key), partial(self.reply.emit, one.name))

    def _answer(self, key: str, trusted: bool) -> None:
        def said() -> bool:
            self._session.workspace.answer_key(key, trusted=trusted)
            return True

        if self._session.act(said):
            (self.pane.back_button if self.pane.narrow else self.rows).setFocus()
            self.look()

    def _about(self) -> Iterator[QWidget]:
        own = [one.phrase for one in self._known if one.is_own]
        known = (one for one in self._known if not one.is_own and computer_of(one))
        others = [self._item(one) for one in known if one.trust is not Trust.REFUSED]
        yield Halves(_oneself(own), *_colleagues(others))

    def _item(self, one: "Known") -> Item:
        """What a colleague is here, with what one mostly wants: an answer where one is asked, else a bundle back."""
        mark, asks = contact_mark(one), one.trust is Trust.ASKED
        more = " · ".join((computer_of(one), mark.text))
        act = partial(self.choose, one.key) if asks else partial(self.reply.emit, one.name)
        return Item(mark.icon, "text2", name_of(one), more, tr("Beantwoord") if asks else tr("Stuur terug"), act)


def _oneself(phrases: Sequence[str]) -> QWidget:
    lead = tr(
        "Elke computer heeft een eigen sleutel en ondertekent daarmee. Wie je hier voor het eerst een pakket"
        " stuurt, staat daarna in de lijst. Stuurt iemand later met een andere sleutel, dan vraagt het"
        " programma of die het echt is."
    )
    box = column(label(tr("Wie ken je hier?"), "title", wrap=True), label(lead, tone="text2", wrap=True), gap=14)
    for words in phrases:
        read = tr("Belt een collega om je sleutel te vergelijken, lees deze dan voor.")
        box.addWidget(label(tr("Jouw zes woorden"), "section"))
        box.addWidget(label(read, tone="text2", wrap=True))
        box.addWidget(phrase(words))
    made = QWidget()
    made.setLayout(column(box, 0, gap=0))
    return made


def _colleagues(items: Sequence[Item]) -> Iterator[QWidget]:
    if items:
        made = QWidget()
        cards = card("surface", ruled(items))
        made.setLayout(column(label(tr("Collega’s van wie iets kwam"), "section"), cards, 0, gap=14))
        yield made
