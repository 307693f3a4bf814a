"""The tab Akkoord of a case: how each akkoord stands, the one thing to do now, and what went out and came back."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.approvals import Next, State
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.version import Outcome
from werkboek_desktop.ui.akkoord.telling import (
    about_stand,
    answer_facts,
    answer_title,
    day_of,
    mark_of,
    proof_facts,
    proof_title,
    type_of,
)
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import button, card, clear, column, label, row
from werkboek_desktop.ui.widgets.flow import flowing
from werkboek_desktop.ui.widgets.marks import MarkLabel
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace.akkoord import Akkoord, Answer, Proof, Stand

SETTLED = 600
"""Milliseconds after which what was drawn has its height."""
_SAID = {
    Next.SEND: tr("Maak een proef: dan ligt vast welke tekst iemand goedkeurt."),
    Next.REGISTER: tr("Komt er antwoord? Leg het hier vast."),
    Next.DECIDE: tr("De tekst is gewijzigd na een akkoord. Kijk wat er anders is, en kies wat dat betekent."),
    Next.NOTHING: tr("Er is nu niets te doen."),
}


class AkkoordView(QWidget):
    """Of one case after another. `asked`: what somebody wants to do, about which case or proof."""

    asked = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._record: RecordId = ""
        self._found: Akkoord | None = None
        self._wanted = False
        self.main: QPushButton | None = None
        self._settling = QTimer(self, singleShot=True, interval=SETTLED)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._bring_in_sight)
        self._stands, self._next, self._line = column(gap=12), column(gap=10), column(gap=10)
        self.setLayout(column(self._stands, self._next, self._line, gap=22))

    def show_owner(self, record: RecordId) -> None:
        """Reads how a case stands, beside the window."""
        if record != self._record:
            self._record, self._found = record, None
            self._draw()
        read = partial(self._session.workspace.akkoord, record)
        self._session.beside.look_up(read, partial(self._take, record))

    def _take(self, record: RecordId, found: Akkoord) -> None:
        if isValid(self) and record == self._record and found != self._found:
            self._found = found
            self._draw()

    def _draw(self) -> None:
        focus = QApplication.focusWidget()
        had = focus is not None and self.isAncestorOf(focus)
        for part in (self._stands, self._next, self._line):
            clear(part)
        self.main = None
        if self._found:
            self._show(self._found)
        if self._found and (had or self._wanted):
            self.enter()

    def _show(self, found: Akkoord) -> None:
        self._stands.addWidget(label(tr("Hoe het staat"), "section"))
        for stand in found.stands:
            self._stands.addWidget(_stand_row(stand))
        if not self._session.workspace.read_only:
            self._show_next(found)
        if found.proofs:
            self._line.addWidget(label(tr("Wat eruit ging en terugkwam"), "section"))
        for proof in found.proofs:
            self._line.addWidget(self._proof_card(proof))

    def _show_next(self, found: Akkoord) -> None:
        """The one thing to do now, and beside it what may be done as well."""
        self._next.addWidget(label(_SAID[found.next], tone="text2", wrap=True))
        acts = [(Next.SEND, tr("Maak een proef"), "send", found.case)]
        sent = next((proof.record for proof in found.proofs if proof.sent_on), "")
        if sent:
            acts.append((Next.REGISTER, tr("Leg een antwoord vast"), "pencil-line", found.waits or sent))
        if any(stand.state is State.LAPSED for stand in found.stands):
            acts.append((Next.DECIDE, tr("Bekijk wat er anders is"), "eye", found.case))
        acts.sort(key=lambda each: each[0] is not found.next)
        buttons = [
            button(words, partial(self.asked.emit, what.value, about), "primary" if what is found.next else "", icon)
            for what, words, icon, about in acts
        ]
        self.main = buttons[0]
        beside = flowing(*buttons)
        self._next.addWidget(beside)
        beside.show()  # else there is no place for the keyboard yet

    def _proof_card(self, proof: Proof) -> QFrame:
        sent = label(" · ".join(filter(None, (day_of(proof.sent_on), proof.title))), "caption", "text2", wrap=True)
        title = label(proof_title(proof), "body_strong", wrap=True)
        facts = label(proof_facts(proof), "caption", "text2", wrap=True)
        answers = map(self._answer_card, proof.answers)
        return card(
            "surface", column(sent, title, facts, *self._acts(proof), *answers, margins=(16, 12, 16, 12), gap=4)
        )

    def _acts(self, proof: Proof) -> Iterator[QWidget]:
        """Nothing may be done with a proof that somebody answered but to see what is different."""
        named = f"{proof_title(proof)} {day_of(proof.sent_on)}".strip()
        acts = []
        if proof.verdict is Outcome.CHANGED:
            seen, words = partial(self.asked.emit, Next.DECIDE.value, proof.record), tr("Wat is er anders?")
            acts.append(button(words, seen, "link", "eye", f"{words} {named}"))
        if not proof.answers and not self._session.workspace.read_only:
            acts.append(self._delete_button(proof.record, named))
        if acts:
            yield flowing(*acts)

    def _answer_card(self, answer: Answer) -> QFrame:
        on, what = label(day_of(answer.on), "caption", "text2"), label(answer_title(answer), "body_strong", wrap=True)
        parts = [on, what, label(answer_facts(answer), "caption", "text2", wrap=True)]
        if answer.conditions:
            parts.append(label(f"{tr('Voorwaarden')}: {answer.conditions}", wrap=True))
        acts = [self._evidence_button(path, answer) for path in answer.evidence]
        if not self._session.workspace.read_only:
            acts.append(self._delete_button(answer.record, f"{answer_title(answer)} {answer.by}"))
        return card("sunken", column(*parts, flowing(*acts), margins=(14, 10, 14, 10), gap=4))

    def _evidence_button(self, path: Path, answer: Answer) -> QPushButton:
        words = f"{tr('Open het bewijs')} ({path.suffix.lstrip('.').upper()})"
        act = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path)))
        return button(words, act, "link", "file-text", f"{words}: {answer.by}")

    def _delete_button(self, record: RecordId, named: str) -> QPushButton:
        workspace = self._session.workspace
        act = partial(self._session.act, lambda: workspace.delete(record))
        return button(tr("Verwijderen"), act, "link", "trash-2", f"{tr('Verwijderen')}: {named}")

    def enter(self) -> None:
        """Puts the keyboard at what is to be done, as soon as that is known."""
        self._wanted = self._found is None
        if self.main:
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)
            self._settling.start()
            self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was drawn gets its height."""
        super().resizeEvent(event)
        if self._settling.isActive():
            self._soon.start()

    def _bring_in_sight(self) -> None:
        """With large text it stands below the fold."""
        holder = self.parentWidget()
        while holder and not isinstance(holder, QScrollArea):
            holder = holder.parentWidget()
        if isinstance(holder, QScrollArea) and self.main and self.main.hasFocus():
            holder.ensureWidgetVisible(self.main)


def _stand_row(stand: Stand) -> QWidget:
    made = QWidget()
    said = about_stand(stand)
    parts: list[QWidget] = [flowing(label(type_of(stand), "body_strong", wrap=False), MarkLabel(mark_of(stand)))]
    if said:
        parts.append(label(said, "caption", "text2", wrap=True))
    whole = row(column(2, picture("handshake", "text2", 18), 0, gap=0), column(*parts, gap=2), gap=10)
    whole.setStretch(1, 1)
    made.setLayout(whole)
    return made
