"""What stands beside the list while nothing is chosen: all that asks for an answer, or how to begin."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.gaps import sentences
from werkboek_desktop.domain.today_lines import person_of
from werkboek_desktop.domain.trust import Trust
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.erasing.report import report
from werkboek_desktop.ui.pages.packages.erases import Answers, Asked, asked, erase_card
from werkboek_desktop.ui.pages.packages.pane import WIDEST
from werkboek_desktop.ui.pages.packages.preview import missing_of
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, card, clear, column, label, page, row, scrolled
from werkboek_desktop.ui.widgets.fitted import Fitted
from werkboek_desktop.ui.widgets.mailing import Mailing
from werkboek_desktop.ui.widgets.panels import EmptyState, Panel, ProgressCard, picture
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs, Progress

if TYPE_CHECKING:
    from werkboek_desktop.domain.gaps import Missing
    from werkboek_desktop.domain.proofs import Mail
    from werkboek_desktop.workspace import Known, Workspace
    from werkboek_desktop.workspace.destroying import Erased
    from werkboek_desktop.workspace.erased import Incoming


class Open(NamedTuple):
    """What asks for somebody: erases of colleagues, keys of which nobody knows whose they are, and what is missing."""

    erases: "Sequence[Incoming]"
    doubts: "Sequence[Known]"
    missing: "Sequence[Missing]"


def opened(workspace: "Workspace") -> Open:
    """Read in the project."""
    doubts = [one for one in workspace.contacts() if one.trust is Trust.ASKED]
    return Open(workspace.erases(), doubts, workspace.missing())


class Overview(Fitted):
    """A card for each."""

    back = Signal()
    open = Signal(int)
    """So many things ask for somebody."""
    begin = Signal()
    """Somebody wants to choose files."""
    doubts = Signal(str)
    """Somebody wants to say whose key it is that has these six words."""
    go = Signal(str, str)
    """To a record."""

    def __init__(self, session: Session, jobs: Jobs, progress: ProgressCard) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._progress = progress
        self.panel = Panel()
        self.back_button = button(tr("Pakketten"), self.back.emit, "link", "arrow-left")
        self.back_button.hide()
        self._cards, self._done = QVBoxLayout(), QVBoxLayout()
        for box in (self._cards, self._done):
            box.setSpacing(theme().space(14))
        self._shown = Open((), (), ())
        self.nothing = EmptyState("package")
        self.invite(to_choose=False)
        self.nothing.act.connect(self.begin)
        content = QWidget()
        parts = (row(self.back_button, 0), self.panel, self._done, self._cards, self.nothing)
        content.setLayout(column(*parts, 0, margins=(32, 20, 28, 16), gap=14))
        content.setMaximumWidth(theme().px(WIDEST))
        self.setLayout(column(page("surface", column(scrolled(content, folds=True))), gap=0))

    def fit(self) -> None:
        """Without the list beside it, there is a way back to the list."""
        self.back_button.setVisible(self.narrow)

    def look(self) -> None:
        """Reads beside the window what asks for somebody."""
        self._session.beside.look_up(partial(opened, self._session.workspace), self._show)

    def invite(self, *, to_choose: bool) -> None:
        """How one begins here; `to_choose`: there is something in the list."""
        self.nothing.say(
            tr("Kies links een pakket") if to_choose else tr("Nog niets bekeken"),
            tr("Sleep pakketten of documenten hierheen, of kies bestanden. Je ziet eerst wat ze zouden veranderen."),
            tr("Kies bestanden"),
        )

    def _show(self, found: Open) -> None:
        if not isValid(self) or found == self._shown:
            return
        self._shown = found
        clear(self._cards)
        cards = list(self._made(found))
        for each in cards:
            self._cards.addWidget(each)
        self.open.emit(len(cards))

    def _made(self, found: Open) -> Iterator[QFrame]:
        answers = Answers(self._erase, self._keep_hidden, self._take_over, self._ask_whose)
        for known in found.doubts:  # first, for on the answer hangs whether they may erase
            yield self._doubt(known)
        for one in asked(self._session, found.erases):
            yield erase_card(self._session, one, answers)
        yield from map(self._missing, found.missing)

    def _doubt(self, known: "Known") -> QFrame:
        who = person_of(known.name)
        title = _title("circle-question-mark", "attn", f"{tr('Is dit echt')} {who}?")
        said = label(f"{who} {tr('stuurde iets met een andere sleutel dan hier bekend is.')}", wrap=True)
        answer = button(tr("Beantwoord"), partial(self.doubts.emit, known.phrase), "", "arrow-right")
        return card("surface", column(title, said, row(answer, 0), margins=(18, 14, 16, 14)))

    def _missing(self, missing: "Missing") -> QFrame:
        who = person_of(missing.sender)
        mailing = Mailing(who)
        mailing.hide()
        asks = tr("Vraag erom")
        ask = button(asks, lambda: self._ask(missing, mailing, ask), "", "mail", f"{asks}: {who}")
        title = _title("hourglass", "text2", missing_of(missing.sender))
        said = (label(each, wrap=True) for each in sentences(missing, self._session.workspace.today))
        whole = tr("Wat er wel is kun je gewoon gebruiken. Komt het pakket alsnog, dan verschijnt de rest vanzelf.")
        fine = label(whole, "caption", "text2", wrap=True)
        return card("surface", column(title, *said, fine, row(ask, 0), mailing, margins=(18, 14, 16, 14)))

    def _ask(self, missing: "Missing", mailing: Mailing, ask: QPushButton) -> None:
        def show(mail: "Mail") -> None:
            if isValid(mailing):
                mailing.show_mail(mail)
                mailing.show()
                ask.hide()
                mailing.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

        self._session.beside.look_up(partial(self._session.workspace.request_for, missing), show)

    def _erase(self, one: Asked) -> None:
        workspace, first = self._session.workspace, one.first

        def task(_progress: Progress) -> object:
            return workspace.agree(first.record, first.field)

        self._jobs.run(tr("Voorgoed wissen"), task, self._progress, self._erased, self._refused)

    def _erased(self, done: "Erased") -> None:
        self._say(report(done, lambda record: self.go.emit(record, "")))

    def _ask_whose(self, one: Asked) -> None:
        self.doubts.emit(one.first.phrase)

    def _keep_hidden(self, one: Asked) -> None:
        ids = [each.erase for each in one.all]
        self._answer(lambda: self._session.workspace.keep_hidden(ids), tr("Het blijft verborgen; er is niets gewist."))

    def _take_over(self, one: Asked) -> None:
        self._answer(
            lambda: self._session.workspace.take_over(one.first.erase, initiator=self),
            tr("De tekst staat er weer, als jouw woorden."),
        )

    def _answer(self, act: Callable[[], object], said: str) -> None:
        def done() -> bool:
            act()
            return True

        if self._session.act(done):
            self._say([label(said, wrap=True)])

    def _say(self, parts: "Sequence[QWidget] | Iterator[QWidget]") -> None:
        clear(self._done)
        self._done.addWidget(card("sunken", column(*parts, margins=(18, 14, 16, 14))))
        self.look()

    def _refused(self, error: Refusal) -> None:
        self.panel.refuse(error, tr("Er is niets gewist."))


def _title(icon: str, tone: str, words: str) -> QWidget:
    made = QWidget()
    box = row(picture(icon, tone), label(words, "section", wrap=True))
    box.setStretch(1, 1)
    made.setLayout(box)
    return made
