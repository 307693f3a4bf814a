"""Undo and redo in one window: goes to where something is taken back, and says what, and what not."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Surface
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.words import tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Step, Undone

ABOUT = "undo"
"""Of what is said of undo only the last counts."""
LEFT = "left"


class Undoing(QObject):
    """What Ctrl+Z does once nothing is left to take back of what is being typed."""

    def __init__(self, session: Session, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._session = session
        self._navigation = navigation

    def offer(self, step: "Step") -> None:
        """Says what was done, and offers to take it back."""
        self._tell(f"{step.name}.", tr("Ongedaan maken"), partial(self.undo, step))

    def undo(self, step: "Step | None" = None) -> None:
        """Takes back this step, or what was done last."""
        workspace = self._session.workspace
        undone = self._do(lambda: workspace.undo(step, initiator=self), tr("Er is niets meer om ongedaan te maken."))
        if undone and undone.changed.records:
            again = partial(self.redo, workspace.steps.undone[-1])
            self._tell(f"{tr('Ongedaan gemaakt')}: {undone.step.name}.", tr("Opnieuw"), again)
        if undone and undone.left:
            self._say_left(tr("Niet ongedaan gemaakt"), undone)

    def redo(self, step: "Step | None" = None) -> None:
        """Does again this step, or what was taken back last."""
        workspace = self._session.workspace
        redone = self._do(lambda: workspace.redo(step, initiator=self), tr("Er is niets meer om opnieuw te doen."))
        if redone and redone.changed.records:
            again = partial(self.undo, workspace.steps.done[-1])
            self._tell(f"{tr('Opnieuw gedaan')}: {redone.step.name}.", tr("Ongedaan maken"), again)
        if redone and redone.left:
            self._say_left(tr("Niet opnieuw gedaan"), redone)

    def _do(self, act: Callable[[], "Undone | None"], nothing: str) -> "Undone | None":
        """What is being typed is a step too, the last one. Goes to where it happened."""
        self._navigation.leave()
        done = self._session.act(lambda: (act(),))  # a refusal is told already
        if done == (None,):
            self._tell(nothing)
        if not done or done[0] is None:
            return None
        self._go(done[0].step.record, done[0].step.field)
        return done[0]

    def _say_left(self, said: str, undone: "Undone") -> None:
        """What stays as it is, and why of the first; there one can compare."""
        first, *others = undone.left
        more = f" {tr('Op')} {len(others)} {tr('andere plaatsen ook.')}" if others else ""
        text = f"{said}: {undone.step.name}. {first.why}{more}"
        self._session.told.emit(Notice(text, tr("Ga erheen"), partial(self._go, first.record, first.field), LEFT))

    def _tell(self, text: str, action: str = "", act: partial[None] | None = None) -> None:
        self._session.told.emit(Notice(text, action, act, ABOUT))

    def _go(self, record: RecordId | None, field: str) -> None:
        """To the field; of what is deleted to what it belonged to. Where it is about many, one stays where one is."""
        if record is None:
            return
        view = self._session.workspace.record(record)
        while view.deleted and view.key.owner:
            view, field = self._session.workspace.record(view.key.owner), ""
        if view.deleted:
            self._navigation.go(view.key.kind)
            return
        declared = schema.field(view.key.kind, field)
        shown = declared is not None and Surface.FORM in declared.appears
        self._navigation.to_record(view.id, field if shown else "")
