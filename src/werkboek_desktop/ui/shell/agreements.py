"""Akkoord in one window: the panels, and the way to them from the tab and from everywhere."""

from functools import partial

from shiboken6 import isValid

from werkboek_desktop.domain.approvals import Next, State
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.akkoord.answering import AnswerPanel
from werkboek_desktop.ui.akkoord.changes import ChangesPanel
from werkboek_desktop.ui.akkoord.panel import AkkoordPanel
from werkboek_desktop.ui.akkoord.sending import SendPanel
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.part import Part
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace.akkoord import Akkoord

CASE = "case"


class Agreements(Part):
    """Each panel is made when it is first asked for."""

    def __init__(self, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._send: SendPanel | None = None
        self._answer: AnswerPanel | None = None
        self._changes: ChangesPanel | None = None

    def follow(self, page: RecordPage) -> RecordPage:
        """What its tab asks for comes from here."""
        if page.kind.key == CASE:
            page.form.asked.connect(self._asked)
            page.form.at.connect(lambda _field: self._let_go())
        return page

    def _asked(self, what: str, about: RecordId) -> None:
        page = self._page()
        if page:
            self._look(page.record, Next(what), about)

    def ask(self, what: Next) -> None:
        """The same from everywhere in the window, about the case that is shown."""
        if page := self._page():
            page.leave()
            self._look(page.record, what, "")
        else:
            self._window.status.say(tr("Open eerst een praktijkvoorbeeld: daar hoort een akkoord bij."))

    def _page(self) -> RecordPage | None:
        return self._navigation.record_page({CASE})

    def _look(self, case: RecordId, what: Next, about: RecordId) -> None:
        if self._session.workspace.read_only and what is not Next.DECIDE:
            self._window.status.say(tr("Dit werkboek mag hier niet worden veranderd."))
        elif what is Next.SEND:
            self.sending().begin(case)
        else:
            read = partial(self._session.workspace.akkoord, case)
            self._session.beside.look_up(read, partial(self._open, what, about))

    def _open(self, what: Next, about: RecordId, found: Akkoord) -> None:
        page = self._page() if isValid(self) else None
        if page is None or page.record != found.case:
            return
        if what is Next.REGISTER:
            self._open_answer(found, about)
        else:
            self._open_changes(found, about)

    def _open_answer(self, found: Akkoord, about: RecordId) -> None:
        sent = [proof.record for proof in found.proofs if proof.sent_on]
        if sent:
            self.answering().begin(found, about or found.waits or sent[0])
        else:
            self._window.status.say(tr("Er is nog geen proef: maak die eerst."))

    def _open_changes(self, found: Akkoord, about: RecordId) -> None:
        lapsed = [stand for stand in found.stands if stand.state is State.LAPSED]
        stand = next((each for each in lapsed if each.proof == about), None)
        if stand is None and about in {"", found.case}:
            stand = next(iter(lapsed), None)
        proof = stand.proof if stand else about if about != found.case else ""
        if proof:
            self.changing().begin(found.case, proof, stand)
        else:
            self._window.status.say(tr("Er is geen akkoord waarna de tekst wijzigde."))

    def _next(self) -> None:
        """The next akkoord that lapsed, if there is one."""
        if page := self._page():
            read = partial(self._session.workspace.akkoord, page.record)
            self._session.beside.look_up(read, self._open_next)

    def _open_next(self, found: Akkoord) -> None:
        if any(stand.state is State.LAPSED for stand in found.stands):
            self._open(Next.DECIDE, "", found)

    def sending(self) -> SendPanel:
        """The panel that makes a proof."""
        if self._send is None:
            self._send = SendPanel(self._window.pages, self._session, self._jobs)
            self._send.go.connect(self._navigation.to_record)
            self._send.stranded.connect(self._enter)
        return self._send

    def answering(self) -> AnswerPanel:
        """The panel that keeps an answer."""
        if self._answer is None:
            self._answer = AnswerPanel(self._window.pages, self._session, self._jobs)
            self._answer.stranded.connect(self._enter)
        return self._answer

    def changing(self) -> ChangesPanel:
        """The panel with what is different."""
        if self._changes is None:
            self._changes = ChangesPanel(self._window.pages, self._session, self._jobs)
            self._changes.go.connect(self._navigation.to_record)
            self._changes.stranded.connect(self._enter)
            self._changes.decided.connect(self._next)
            self._changes.again.connect(lambda case: self.sending().begin(case))
        return self._changes

    def _enter(self) -> None:
        if page := self._page():
            page.enter()

    def _let_go(self) -> None:
        """Beside another case nobody takes a panel for its."""
        page = self._page()
        panels: tuple[AkkoordPanel | None, ...] = (self._send, self._answer, self._changes)
        for panel in panels:
            if page and panel and panel.isVisible() and panel.case != page.record:
                panel.slide_out()
