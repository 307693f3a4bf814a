"""Keeps an answer to a proof: who, what, when, and what proves it."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QFileDialog, QWidget

from werkboek_desktop.domain import lists
from werkboek_desktop.domain.dutch import day
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.akkoord.panel import AkkoordPanel, field
from werkboek_desktop.ui.akkoord.telling import day_of, proof_title
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import button, label, row
from werkboek_desktop.ui.widgets.calendar import DayPicker
from werkboek_desktop.ui.widgets.inputs import Choice, LineInput
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Jobs
from werkboek_desktop.workspace.agreeing import Answered
from werkboek_desktop.workspace.akkoord import Akkoord

PARTS = {"quote": "quote", "photo": "image"}
"""The kinds of which one is agreed to by itself, by the type of the akkoord."""
_GIVEN = frozenset({"approved", "refused", "ask_again"})


class Half(NamedTuple):
    """What was filled in of an answer, as it stands there."""

    lines: tuple[str, ...]
    conditions: str
    type: int
    outcome: int
    evidence: Path | None


class AnswerPanel(AkkoordPanel):
    """What was filled in stands there until it is kept, also when one looks at another case meanwhile."""

    def __init__(self, over: QWidget, session: Session, jobs: Jobs) -> None:
        self.case: RecordId = ""
        self._evidence: Path | None = None
        self._halves: dict[RecordId, Half] = {}
        self.proof, self.type, self.part, self.outcome = Choice(), Choice(), Choice(), Choice()
        self.by, self.function, self.on, self.channel = LineInput(), LineInput(), LineInput(), LineInput()
        DayPicker(self.on, tr("Op welke dag?"), lambda: session.workspace.today).picked.connect(self.on.setText)
        self.conditions = ProseInput(lines=2)
        self.evidence = label("", "caption", "text2", wrap=True)
        self.drop = button(tr("Toch niet"), self._drop, "link", "x", tr("Dit bewijs toch niet"))
        self._part = field(
            tr("Welk citaat of beeld?"), self.part, tr("Dit akkoord vervalt alleen als dát wijzigt, niet de rest.")
        )
        for option in lists.APPROVAL_TYPE:
            self.type.addItem(option.label, option.key)
        for option in lists.APPROVAL_OUTCOME:
            if option.key in _GIVEN:
                self.outcome.addItem(option.label, option.key)
        self.type.currentIndexChanged.connect(lambda _at: self._show_parts())
        parts = (
            field(tr("Op welke proef?"), self.proof),
            field(tr("Welk akkoord?"), self.type),
            self._part,
            field(tr("Antwoord"), self.outcome),
            field(tr("Van wie?"), self.by),
            field(tr("Functie"), self.function),
            field(tr("Op welke dag?"), self.on),
            field(tr("Hoe gegeven?"), self.channel, tr("Per mail, telefoon of brief.")),
            field(tr("Voorwaarden"), self.conditions, tr("Geen namen van verdachten, melders, bewoners.")),
            label(tr("Bewijs, zoals een mail of scan: blijft op deze computer."), "caption", "text2", wrap=True),
            row(button(tr("Kies een bestand"), self._ask, "", "folder-open"), self.drop, 0),
            self.evidence,
        )
        keep = row(button(tr("Leg vast"), self.keep, "primary", "check"), 0)
        super().__init__(over, session, jobs, tr("Leg een antwoord vast"), parts, keep)

    def begin(self, found: Akkoord, proof: RecordId) -> None:
        """Comes, for a proof of a case."""
        if found.case != self.case:
            self._halves[self.case] = Half(
                tuple(line.text() for line in self._lines()),
                self.conditions.value(),
                self.type.currentIndex(),
                self.outcome.currentIndex(),
                self._evidence,
            )
            self.case = found.case
            self._empty()
            if half := self._halves.get(found.case):
                self._fill(half)
        self.proof.clear()
        for each in found.proofs:
            if each.sent_on:
                self.proof.addItem(f"{proof_title(each)}, {day_of(each.sent_on)}", each.record)
        self.proof.setCurrentIndex(max(0, self.proof.findData(proof)))
        self._show_parts()
        self.slide_in(self.type)

    def _lines(self) -> tuple[LineInput, ...]:
        return self.by, self.function, self.on, self.channel

    def _fill(self, half: Half) -> None:
        for line, text in zip(self._lines(), half.lines, strict=True):
            line.setText(text)
        self.conditions.show_value(half.conditions)
        self.type.setCurrentIndex(half.type)
        self.outcome.setCurrentIndex(half.outcome)
        if half.evidence:
            self.take_evidence(half.evidence)
        else:
            self._drop()

    def _empty(self) -> None:
        self._fill(Half(("", "", day(self.session.workspace.today), ""), "", 0, 0, None))
        self.said.hide()

    def _show_parts(self) -> None:
        kind = PARTS.get(str(self.type.currentData()), "")
        self._part.setVisible(bool(kind))
        self.part.clear()
        for view in self.session.workspace.owned(self.case, kind) if kind else ():
            self.part.addItem(self.session.workspace.title(view.id), view.id)

    def _ask(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, tr("Welk bestand bewijst het?"))
        if chosen:
            self.take_evidence(Path(chosen))

    def take_evidence(self, path: Path) -> None:
        """This file is laid beside the project once the answer is kept."""
        self._evidence = path
        self.evidence.setText(path.name)
        self.evidence.show()
        self.drop.show()

    def _drop(self) -> None:
        self._evidence = None
        self.evidence.hide()
        self.drop.hide()

    def keep(self) -> None:
        """Keeps it; what is refused stays as it was filled in."""
        answered = Answered(
            self.by.text(),
            str(self.type.currentData()),
            str(self.outcome.currentData()),
            self.on.text(),
            self.function.text(),
            self.channel.text(),
            self.conditions.value(),
            self.part.currentData() if not self._part.isHidden() else None,
            self._evidence,
        )
        workspace, proof = self.session.workspace, str(self.proof.currentData())
        if self._evidence:
            keep = partial(workspace.register_akkoord, proof, answered, initiator=self)
            self.work(tr("Bewijs bewaren"), lambda _progress: keep(), self._kept, self._lead_to_empty)
        elif self.attempt(lambda: workspace.register_akkoord(proof, answered, initiator=self)):
            self._kept()
        else:
            self._lead_to_empty()

    def _kept(self, _changed: object = None) -> None:
        self._empty()
        self.slide_out()

    def _lead_to_empty(self) -> None:
        self.lead(next((line for line in (self.by, self.on) if not line.text().strip()), self.by))
