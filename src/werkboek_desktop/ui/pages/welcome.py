"""The first thing after joining: what is meant for you, and Enter is at work. Else what there is, and how to begin."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.moments import greeting
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, card, clear, column, label, row, ruled, scrolled
from werkboek_desktop.ui.widgets.keys import hears
from werkboek_desktop.ui.widgets.tiles import Item, Steps
from werkboek_desktop.ui.words import count, tr
from werkboek_desktop.ui.work import Jobs

if TYPE_CHECKING:
    from werkboek_desktop.workspace import ForYou

type Counts = Sequence[tuple[str, int]]
"""Kinds of record, with how many there are."""

SHOWN = 5
WIDTH, EDGE = 760, 40
KINDS = ("case", "chapter", "masterclass")


class WelcomePage(Page):
    """Shown once. Esc leads to Vandaag, where the same waits until it was opened."""

    new = Signal()
    """A case."""
    chosen = False
    """Whether all that came was chosen for who joined."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self.steps = Steps(self)
        self._content = QVBoxLayout()
        self._content.setSpacing(theme().space(20))
        inner = QWidget()
        inner.setLayout(column(self._content, 0, margins=(EDGE, EDGE, EDGE, 24)))
        inner.setMaximumWidth(theme().px(WIDTH + 2 * EDGE))
        self.setLayout(column(scrolled(inner, folds=True), gap=0))
        self.setProperty("page", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        hears(self, self._to_today, "Esc")

    def arrive(self) -> None:
        """Looks up what there is, beside the window."""
        workspace, chosen = self._session.workspace, self.chosen

        def look() -> object:
            there = [(kind, len(workspace.rows(kind))) for kind in KINDS]
            return workspace.for_you(partial=chosen), there, bool(workspace.summary().missing)

        self._jobs.look_up(look, lambda found: self._show(*found))

    def _show(self, found: Sequence["ForYou"], counts: Counts, is_waiting: bool) -> None:
        clear(self._content)
        hello = greeting(datetime.now().astimezone(), self._session.author())
        meant = f"{tr('Voor jou')}: {count(len(found), tr('praktijkvoorbeeld'), tr('praktijkvoorbeelden'))}"
        items = [self._case(each, is_waiting) for each in found[:SHOWN]] or self._ways(counts)
        if len(found) > SHOWN:
            items.append(self._rest(len(found) - SHOWN))
        saved = tr("Alles wat je typt wordt meteen bewaard. Klik linksonder op ‘Opgeslagen’ om te zien waar.")
        today = button(tr("Naar Vandaag"), self._to_today, "link", "sun")
        head = column(
            label(hello, "lead", "text2"),
            label(meant if found else tr("Wat er in dit werkboek staat"), "display", wrap=True),
            gap=2,
        )
        self._content.addLayout(head)
        self._content.addWidget(card("surface", ruled(items)))
        if is_waiting:
            more = tr("Er mist nog een pakket. Wat hier leeg is, staat misschien daarin: vraag er eerst om.")
            self._content.addWidget(label(more, wrap=True))
        self._content.addWidget(label(saved, tone="text2", wrap=True))
        self._content.addLayout(row(today, 0))
        buttons = [item.button for item in items]
        self.steps.take([*buttons, today])
        buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _case(self, case: "ForYou", is_waiting: bool) -> Item:
        empty = tr("nog niet hier") if is_waiting else tr("nog leeg")
        first = f"{empty}: {case.part}" if case.part else tr("overal staat al iets")
        more = " · ".join(filter(None, (case.where, first)))
        return Item(
            "book-open-text",
            "accent",
            case.title,
            more,
            tr("Schrijf verder"),
            lambda: self.go.emit(case.record, case.field),
        )

    def _rest(self, number: int) -> Item:
        more = f"{tr('En nog')} {number} {tr('in de lijst.')}"
        return Item("list", "accent", more, "", tr("Bekijk"), partial(self.went.emit, "case"))

    def _ways(self, counts: Counts) -> list[Item]:
        made = []
        for key, number in counts:
            kind = schema.kind(key)
            if kind and number:
                words = count(number, kind.label.lower(), kind.plural.lower())
                made.append(Item("list", "accent", words, "", tr("Bekijk"), partial(self.went.emit, key)))
        begin = tr("Titel en gemeente zijn genoeg om te beginnen.")
        made.append(Item("file-plus", "accent", tr("Iets nieuws"), begin, tr("Nieuw praktijkvoorbeeld"), self.new.emit))
        return made

    def _to_today(self) -> None:
        self.went.emit("today")
