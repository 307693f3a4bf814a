"""The first page without a project: go on where one was, or one of the five ways to begin."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from werkboek_desktop.domain.moments import when
from werkboek_desktop.ui.start.sheet import Sheet
from werkboek_desktop.ui.widgets.basic import card, column, label, row, ruled
from werkboek_desktop.ui.widgets.fitted import way
from werkboek_desktop.ui.widgets.tiles import Item, Steps
from werkboek_desktop.ui.words import breakable, local, tr
from werkboek_desktop.workspace import Recent

BESIDE, ALONE = 1080, 640


class StartPage(Sheet):
    """Up and down go through everything there is; Enter does it."""

    opened = Signal(object)
    """A project file."""
    search = Signal()
    """For a project file that one has."""
    new = Signal()
    join = Signal()
    """By a bundle."""
    rebuild = Signal()
    """From all that lies in a folder."""
    tour = Signal()

    def __init__(self, recent: Sequence[Recent]) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        self._steps = Steps(self)
        lead = tr("Praktijkvoorbeelden schrijven, samenvoegen en bundelen. Zonder internet.")
        parts = [self._part(tr("Verder met"), self._recent(recent))] if recent else []
        ways = self._part(tr("Begin iets anders") if recent else tr("Hoe wil je beginnen?"), self._ways())
        self._box = row(gap=28)
        for at, part in enumerate((*parts, ways)):
            self._box.addWidget(part, 3 - at, Qt.AlignmentFlag.AlignTop)
        self.add(tr("Werkboek") if recent else tr("Welkom"), lead, self._box, width=BESIDE if recent else ALONE)
        self._steps.take(self.buttons)

    def fit(self) -> None:
        """What one goes on with, and beside it the other ways to begin."""
        self._box.setDirection(way(narrow=self.narrow))

    def _part(self, title: str, items: Sequence[Item]) -> QWidget:
        self.buttons += [item.button for item in items]
        holder = card("surface", ruled(items))
        part = QWidget()
        part.setLayout(column(label(title, "section"), holder, gap=12))
        return part

    def _recent(self, recent: Sequence[Recent]) -> list[Item]:
        return [self._file(each) for each in sorted(recent, key=lambda each: not each.is_here)]

    def _file(self, recent: Recent) -> Item:
        name, folder = recent.path.stem, breakable(recent.path.parent)
        if not recent.is_here:
            gone = f"{tr('Staat niet meer in')} {folder}"
            return Item("triangle-alert", "attn", name, gone, tr("Zoek"), self.search.emit)
        at = when(local(recent.opened), datetime.now().astimezone())
        return Item("file-text", "accent", name, f"{folder} · {at}", tr("Open"), lambda: self.opened.emit(recent.path))

    def _ways(self) -> list[Item]:
        sent = tr("Je kreeg een .wbx-bestand van een collega. Je mag het ook hierheen slepen.")
        told = tr("Vijf stappen op verzonnen gegevens. Stoppen kan altijd.")
        kept = tr("Nieuwe laptop, of bestand kwijt? Alle pakketten die je nog hebt, bij elkaar.")
        had, empty = tr("Een bestand dat je al hebt."), tr("Begin met een leeg werkboek.")
        return [
            _way("package", tr("Doe mee met een pakket"), sent, tr("Kies pakket"), self.join),
            _way("folder-open", tr("Open een werkboek"), had, tr("Kies"), self.search),
            _way("file-plus", tr("Nieuw werkboek"), empty, tr("Begin"), self.new),
            _way("mail", tr("Werkboek uit een map met mails"), kept, tr("Kies map"), self.rebuild),
            _way("flask-conical", tr("Rondleiding"), told, tr("Kijk rond"), self.tour),
        ]

    def begin(self) -> None:
        """The keyboard is at the first thing to go on with."""
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _way(icon: str, title: str, more: str, action: str, asked: SignalInstance) -> Item:
    return Item(icon, "accent", title, more, action, asked.emit)
