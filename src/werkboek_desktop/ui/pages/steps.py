"""The status of a case: how it goes on, what is missing for that, and a step back with its reason."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain import workflow
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.text import clean_line
from werkboek_desktop.domain.workflow import Gap
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import is_narrow
from werkboek_desktop.ui.widgets.basic import button, clear, column, label, mark_as, row
from werkboek_desktop.ui.widgets.fitted import way
from werkboek_desktop.ui.widgets.gaps import GapLinks
from werkboek_desktop.ui.widgets.inputs import Choice, LineInput
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace import Edit

REASON = "status_reason"
RING = 5
"""Room for the ring round a button that has the keyboard."""


class StatusCard(QFrame):
    """Opens below the header and stays until its person closes it; what is missing never holds anybody."""

    go = Signal(str, str)
    closed = Signal()

    def __init__(self, status: Field, session: Session) -> None:
        super().__init__()
        self._status = status
        self._session = session
        self._record: RecordId = ""
        self._now: str | None = None
        self._lacks = False
        self._next: Sequence[Gap] = ()
        self._forth = QVBoxLayout()
        self._step: QPushButton | None = None
        self._gaps = GapLinks()
        self._gaps.go.connect(self.go)
        self.choice = Choice()
        self.choice.setAccessibleName(tr("Andere status"))
        self.choice.activated.connect(lambda _at: self._chosen())
        self.reason = LineInput()
        self.reason.returnPressed.connect(self._take)
        self.reason.textEdited.connect(lambda _text: self._advice.hide())
        self._advice: QWidget = QWidget()
        self._back: QWidget = QWidget()
        self.take_button = button("", self._take, "primary")
        self._build()
        self.hide()

    def _build(self) -> None:
        mark_as(self, "card", "surface")
        self._advice.setLayout(row(picture("circle-alert", "attn", 16), self._words(), 0, gap=6))
        self._back.setLayout(column(label(tr("Waarom een stap terug?"), "label"), self.reason, self._advice, gap=4))
        self.reason.setAccessibleName(tr("Reden van een stap terug"))
        close = button(tr("Sluiten"), self.close_card, "link", "x")
        other = column(label(tr("Andere status"), "label"), self.choice, self._back, row(self.take_button, 0), 0, gap=4)
        forth = column(self._forth, self._gaps, 0, gap=10)
        self._parts = row(forth, other, gap=12)
        self._parts.setStretch(0, 3)
        self._parts.setStretch(1, 2)
        self._parts.setContentsMargins(RING, RING, RING, RING)
        whole = row(self._parts, column(close, 0), gap=12, margins=(12, 8, 12, 8))
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _words(self) -> QWidget:
        return label(tr("Schrijf kort waarom; anders weet later niemand het meer."), "caption", "attn", wrap=True)

    def show_record(self, record: RecordId, now: str | None, gaps: Sequence[Gap]) -> None:
        """Where a record is, and what its next step lacks."""
        is_other = (record, now) != (self._record, self._now)
        self._record, self._now, self._next = record, now, gaps
        if is_other or self._lacks != bool(gaps):
            self._lacks = bool(gaps)
            self._show_forth()
            self._show_choices()
        self._tell(self.choice.currentData())

    def _show_forth(self) -> None:
        clear(self._forth)
        self._step = None
        target = workflow.next_status(self._now)
        if target is not None:
            word = self._label(target)
            kind = "" if self._lacks else "primary"
            self._step = button(f"{tr('Naar')} ‘{word.lower()}’", lambda: self._set(target), kind, "arrow-right")
            self._forth.addLayout(row(self._step, 0))
        if target is not None and not self._lacks:
            self._forth.addWidget(label(tr("Voor deze stap ontbreekt niets."), "caption", "text2"))

    def _label(self, key: str) -> str:
        return next((option.label for option in self._status.options if option.key == key), key)

    def _show_choices(self) -> None:
        self.choice.clear()
        for option in self._status.options:
            self.choice.addItem(option.label, option.key)
        self.choice.setCurrentIndex(self.choice.findData(self._now))
        self.choice.setPlaceholderText(tr("kies een status"))
        self._back.hide()
        self.take_button.hide()
        self._advice.hide()
        self.reason.clear()

    def _chosen(self) -> None:
        """Nothing happens yet: whoever chooses by letters or arrows passes other ones."""
        key = self.choice.currentData()
        self._back.setVisible(workflow.is_back(self._now, key))
        self.take_button.setVisible(key != self._now)
        self.take_button.setText(f"{tr('Zet op')} ‘{self._label(key).lower()}’")
        self._tell(key)

    def _tell(self, key: str | None) -> None:
        """What the status that is chosen lacks; before one is, what the next step does."""
        if key is None or key == self._now or workflow.is_back(self._now, key):
            self._gaps.show_gaps(self._next)
            return
        look = partial(self._session.workspace.lacking_for, self._record, key)
        self._session.beside.look_up(look, partial(self._take_gaps, self._record, key))

    def _take_gaps(self, record: RecordId, key: str, gaps: Sequence[Gap]) -> None:
        if isValid(self) and (record, key) == (self._record, self.choice.currentData()):
            self._gaps.show_gaps(gaps)

    def _take(self) -> None:
        """Another status; a step back with its reason."""
        key, reason = self.choice.currentData(), clean_line(self.reason.text())
        if not workflow.is_back(self._now, key):
            self._set(key)
        elif reason:
            self._set(key, Edit(self._record, REASON, reason))
        else:
            self._advice.show()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, key: str, *more: Edit) -> None:
        edits = (Edit(self._record, self._status.key, key), *more)
        name = f"{tr('Status naar')} ‘{self._label(key).lower()}’"
        if self._session.act(lambda: self._session.workspace.edit_many(edits, name, initiator=self)):
            self.close_card()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The two parts beside each other where there is room."""
        super().resizeEvent(event)
        self._parts.setDirection(way(narrow=is_narrow(self)))

    def enter(self) -> None:
        """Puts the keyboard on the next step."""
        (self._step or self.choice).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_card(self) -> None:
        """Puts it away."""
        self.hide()
        self.closed.emit()
