"""Contacten: whose bundles are believed here, and the question about a key that nobody knows yet."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.trust import Trust
from werkboek_desktop.ui.pages.packages.contact import contact_line, contact_widgets
from werkboek_desktop.ui.pages.packages.lines import LineModel, Rows
from werkboek_desktop.ui.pages.packages.pane import Pane
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import column, label, row
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

    def ask_about(self, sender: str) -> None:
        """Shows the question about who sends by this name."""
        asked = [one.key for one in self._known if one.trust is Trust.ASKED]
        named = [one.key for one in self._known if one.key in asked and one.name == sender]
        self.choose(next(iter([*named, *asked]), ""))

    def show_chosen(self) -> None:
        """What is chosen; of nothing what this is about."""
        index = self.rows.currentIndex()
        self.pane.lay(self._one(self._known[index.row()]) if index.isValid() else self._about())

    def _one(self, one: "Known") -> Iterator[QWidget]:
        today = self._session.workspace.today
        return contact_widgets(one, today, partial(self._answer, one.key), partial(self.reply.emit, one.name))

    def _answer(self, key: str, trusted: bool) -> None:
        def said() -> bool:
            self._session.workspace.answer_key(key, trusted=trusted)
            return True

        if self._session.act(said):
            self.rows.setFocus()
            self.look()

    def _about(self) -> Iterator[QWidget]:
        yield label(tr("Wie ken je hier?"), "title", wrap=True)
        yield label(
            tr(
                "Elke computer heeft een eigen sleutel en ondertekent daarmee. Wie je hier voor het eerst een pakket"
                " stuurt, staat daarna in de lijst. Stuurt iemand later met een andere sleutel, dan vraagt het"
                " programma of die het echt is."
            ),
            tone="text2",
            wrap=True,
        )
