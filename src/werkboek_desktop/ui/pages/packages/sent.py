"""Verstuurd: the bundles that were made at this computer, and what each colleague had when they last wrote."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.today_lines import person_of
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.lists.line import Line
from werkboek_desktop.ui.pages.packages.dated import made_on, made_when
from werkboek_desktop.ui.pages.packages.going import megabytes
from werkboek_desktop.ui.pages.packages.lines import LineModel, Rows
from werkboek_desktop.ui.pages.packages.pane import Pane
from werkboek_desktop.ui.pages.packages.preview import fact
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import card, column, label, row, ruled
from werkboek_desktop.ui.widgets.flow import flowing
from werkboek_desktop.ui.widgets.tiles import Item
from werkboek_desktop.ui.words import count, tr

if TYPE_CHECKING:
    from werkboek_desktop.store.outgoing import Sent
    from werkboek_desktop.workspace import Arrival, Workspace


class Known(NamedTuple):
    """A colleague's computer: the last bundle of it that came, and how many changes it lacked; None: not known."""

    arrival: "Arrival"
    lacks: int | None


def known(workspace: "Workspace") -> list[Known]:
    """Of each computer of which a bundle came, whoever wrote last first."""
    latest: dict[str, Arrival] = {}
    for arrival in workspace.received():
        if arrival.sender not in latest or latest[arrival.sender].number < arrival.number:
            latest[arrival.sender] = arrival
    return [Known(arrival, _lacks(workspace, sender)) for sender, arrival in latest.items()]


def _lacks(workspace: "Workspace", sender: str) -> int | None:
    with suppress(Refusal):
        plan = workspace.what_goes(to=sender, since_received=True)
        return plan.changes if plan.since else None
    return None


class SentSide(QWidget):
    """The list at the left; `pane` stands beside it."""

    reply = Signal(str)
    """Somebody wants to send this colleague a bundle."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._known: Sequence[Known] | None = None
        self._sent: Sequence[Sent] = ()
        self.pane = Pane()
        self.model = LineModel()
        self.rows = Rows(self.model, tr("Verstuurde pakketten"))
        self.model.setParent(self)
        self.rows.selectionModel().currentChanged.connect(lambda _now, _before: self.show_chosen())
        self.setLayout(column(row(self.rows, margins=(8, 0, 8, 0))))

    def look(self) -> None:
        """Reads beside the window what was sent, and what everybody had."""
        workspace = self._session.workspace
        self._session.beside.look_up(workspace.sent, self._show)
        self._session.beside.look_up(partial(known, workspace), self._show_known)

    def _show(self, sent: "Sequence[Sent]") -> None:
        if isValid(self):
            today = self._session.workspace.today
            self._sent = sent
            self.model.show_lines(sent_line(each, today) for each in sent)

    def _show_known(self, found: Sequence[Known]) -> None:
        if isValid(self) and found != self._known:
            self._known = found
            self.show_chosen()

    def show_chosen(self) -> None:
        """What is chosen; of nothing what everybody had."""
        index = self.rows.currentIndex()
        if index.isValid():
            self.pane.lay(sent_widgets(self._sent[index.row()], self._session.workspace.today))
        else:
            self.pane.lay(self._receipts())

    def _receipts(self) -> Iterator[QWidget]:
        yield label(tr("Wat collega’s al hebben"), "title", wrap=True)
        if self._known is None:
            return
        told = tr("Volgens het laatste pakket dat je van hen inlas. Wat je stuurde telt pas als er iets terugkomt.")
        nobody = tr("Je las nog van niemand een pakket in. Komt er iets terug, dan staat hier wat iemand al heeft.")
        yield label(told if self._known else nobody, tone="text2", wrap=True)
        if self._known:
            yield card("surface", ruled(map(self._computer, self._known)))

    def _computer(self, one: Known) -> Item:
        sender, today = one.arrival.sender, self._session.workspace.today
        computer = sender.partition(" · ")[2]
        last = f"{tr('pakket')} {number(one.arrival.number)}, {made_on(one.arrival.created, today)}"
        more = " · ".join(filter(None, (computer, last, _lacking(one.lacks))))
        return Item("laptop", "text2", person_of(sender), more, tr("Stuur terug"), partial(self.reply.emit, sender))


def _lacking(changes: int | None) -> str:
    if changes is None:
        return tr("onbekend wat daar is: stuur alles")
    if not changes:
        return tr("had alles")
    return f"{count(changes, tr('wijziging'), tr('wijzigingen'))} {tr('nog niet daar')}"


def sent_line(sent: "Sent", today: date) -> Line:
    """A bundle that was made, as a row."""
    return Line(_called(sent), made_on(sent.at, today), below=f"{_what(sent)} · {megabytes(sent.size)}")


def _called(sent: "Sent") -> str:
    to = f" {tr('aan')} {person_of(sent.to)}" if sent.to else ""
    return f"{tr('Pakket')} {number(sent.number)}{to}"


def _what(sent: "Sent") -> str:
    changes = count(sent.changes, tr("wijziging"), tr("wijzigingen"))
    return " · ".join(filter(None, (changes, tr("met deelnemers") if sent.people else "")))


def sent_widgets(sent: "Sent", today: date) -> Iterator[QWidget]:
    """The same in full."""
    facts = [
        fact("calendar", "text2", f"{tr('Gemaakt')} {made_when(sent.at, today)}"),
        fact("package", "text2", sent.file),
        fact("file-down", "text2", megabytes(sent.size)),
    ]
    head = QWidget()
    first = tr("Gemaakt op deze computer · of het aankwam weet je als er iets terugkomt")
    above = label(first, "caption", "text2", wrap=True)
    head.setLayout(column(above, label(_called(sent), "title", wrap=True), flowing(*facts), gap=6))
    yield head
    yield label(f"{tr('Er gingen mee')}: {_what(sent)}.", wrap=True)
    if sent.partial:
        yield label(tr("Een deel van het werkboek: niet alles mocht mee, of je koos praktijkvoorbeelden."), wrap=True)
    if sent.receipt:
        yield label(f"{tr('Alleen wat de ander nog niet had volgens pakket')} {number(sent.receipt)}.", wrap=True)
