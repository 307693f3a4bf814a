"""What reads otherwise than in a proof, and what that means for the akkoord."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.approvals import State
from werkboek_desktop.domain.asking import Reason
from werkboek_desktop.domain.difference import brief, difference
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.shown_prose import readable
from werkboek_desktop.domain.since import How
from werkboek_desktop.ui.akkoord.panel import AkkoordPanel
from werkboek_desktop.ui.akkoord.telling import HOW, advice, difference_title, type_of
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import button, card, clear, column, label, row
from werkboek_desktop.ui.widgets.difference import Legend, ReadText
from werkboek_desktop.ui.widgets.flow import flowing
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import count, tr
from werkboek_desktop.ui.work import Jobs
from werkboek_desktop.workspace import Untaken
from werkboek_desktop.workspace.akkoord import Stand, Told

MOST = 40
"""So many differences are shown; who wants to see more looks at the history."""
AROUND = 150
"""Letters before and after what is different: in a long text it is in sight beside what is decided about it."""


class ChangesPanel(AkkoordPanel):
    """First what is different, then three ways to go on; what the rule proposes is the primary one.

    `again`: somebody asks for the akkoord again. `go`: to where something changed.
    """

    again = Signal(str)
    decided = Signal()
    """That an akkoord stays."""
    go = Signal(str, str)

    def __init__(self, over: QWidget, session: Session, jobs: Jobs) -> None:
        self.case: RecordId = ""
        self._proof: RecordId = ""
        self._stand: Stand | None = None
        self.acts: list[QPushButton] = []
        self._about = label("", tone="text2", wrap=True)
        self._list, self._acts = column(gap=10), column(gap=8)
        super().__init__(over, session, jobs, tr("Wat er anders is"), (self._about, Legend(), self._list), self._acts)

    def begin(self, case: RecordId, proof: RecordId, stand: Stand | None) -> None:
        """Comes, with what changed since a proof; with what to do about it where an akkoord lapsed by that."""
        self.case, self._proof, self._stand = case, proof, stand
        self.said.hide()
        self._about.setText(f"{type_of(stand)}: {tr('gewijzigd na akkoord')}." if stand else "")
        self._about.setVisible(stand is not None)
        clear(self._list)
        clear(self._acts)
        self.acts = []
        self.slide_in()
        self._read()

    def _read(self) -> None:
        look = partial(self.session.workspace.since_proof, self._proof)
        self.session.beside.look_up(look, partial(self._take, self._proof))

    def _take(self, proof: RecordId, found: Sequence[Told]) -> None:
        if not isValid(self) or proof != self._proof or not self.isVisible():
            return
        clear(self._list)
        clear(self._acts)
        for told in found[:MOST]:
            self._list.addWidget(self._card(told))
        if len(found) > MOST:
            more = count(len(found) - MOST, tr("ander verschil"), tr("andere verschillen"))
            self._list.addWidget(label(f"{tr('En nog')} {more}.", "caption", "text2"))
        if not found:
            self._list.addWidget(label(tr("De tekst is weer zoals in de proef."), tone="text2", wrap=True))
        self._show_acts({reason for told in found for reason in told.reasons} if found else None)

    def _card(self, told: Told) -> QFrame:
        icon, how = HOW[told.how]
        title = difference_title(told)
        head = row(picture(icon, "text2", 16), label(f"{title}: {how}", "label", wrap=True), gap=8)
        head.setStretch(1, 1)
        parts: list[QWidget] = []
        if told.how is not How.MOVED:
            text = ReadText()
            text.setAccessibleName(title)
            text.show_stretches(brief(difference(*readable(told.before, told.after)), AROUND))
            parts.append(text)
        if told.how is not How.REMOVED:
            lead = partial(self._lead, told.record, told.field)
            seek = button(tr("Naar de tekst"), lead, "link", "", f"{tr('Naar de tekst')}: {title}")
            parts.append(seek)
        return card("surface", column(head, *parts, margins=(14, 10, 14, 10), gap=6))

    def _lead(self, record: RecordId, field: str) -> None:
        self.slide_out()
        self.go.emit(record, field)

    def _show_acts(self, reasons: set[Reason] | None) -> None:
        """What can be done; where there is nothing different there is nothing to do."""
        stand = self._stand
        self.acts = []
        if reasons is None or self.session.workspace.read_only:
            return
        if stand and stand.state is State.LAPSED:
            if said := advice(reasons):
                words = label(said, tone="attn", wrap=True)
                line = row(picture("shield-alert", "attn", 18), words, gap=8)
                line.setStretch(1, 1)
                self._acts.addLayout(line)
            stays, again = ("", "primary") if reasons else ("primary", "")
            self.acts += [
                button(tr("Kleine correctie, akkoord blijft"), self._keep, stays, "check"),
                button(tr("Opnieuw vragen"), self._ask_again, again, "refresh-cw"),
            ]
        self.acts.append(button(tr("Oude tekst terugzetten"), self._put_back, "", "undo-2"))
        acts = flowing(*self.acts)
        self._acts.addWidget(acts)
        acts.show()  # else there is no place for the keyboard yet
        first = next((act for act in self.acts if act.property("kind") == "primary"), self.acts[0])
        self.lead(first)

    def _decide(self, outcome: str, then: Callable[[], object]) -> None:
        workspace, stand = self.session.workspace, self._stand

        def done(_changed: object) -> None:
            self.slide_out()
            then()

        if stand:
            decide = partial(workspace.decide_akkoord, stand.answer, outcome, initiator=self)
            self.work(tr("Vastleggen"), lambda _progress: decide(), done)

    def _keep(self) -> None:
        self._decide("minor_correction", self.decided.emit)

    def _ask_again(self) -> None:
        self._decide("ask_again", partial(self.again.emit, self.case))

    def _put_back(self) -> None:
        self.session.act(self.session.workspace.seal_all)
        put_back = partial(self.session.workspace.put_back, self._proof, initiator=self)
        self.work(tr("Oude tekst terugzetten"), lambda _progress: put_back(), self._done)

    def _done(self, done: tuple[object, Sequence[Untaken]]) -> None:
        _changed, left = done
        if left:
            self._tell_left(left)
            self._read()
        else:
            self.slide_out()

    def _tell_left(self, left: Sequence[Untaken]) -> None:
        title = self.session.workspace.title
        said = [f"– {title(each.record)}: {each.why}" for each in left]
        self.said.warn(
            tr("Niet alles staat er weer zoals in de proef."),
            "\n".join(said),
            (tr("Kies waar twee versies staan (Ctrl+F9)."), tr("Zet dan opnieuw terug.")),
        )
