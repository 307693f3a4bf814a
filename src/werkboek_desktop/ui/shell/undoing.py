"""Undo and redo in one window: goes to where something is taken back, and says what, and what not."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Surface
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import Refusal
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.part import Part
from werkboek_desktop.ui.widgets.panels import ProgressCard
from werkboek_desktop.ui.words import tr
from werkboek_desktop.ui.work import Progress

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Step, Undone

ABOUT = "undo"
"""Of what is said of undo only the last counts."""
LEFT = "left"
"""What stayed is said beside what was done."""
AT_ONCE = 12
"""More changes than that are taken back beside the window."""


class Take(Protocol):
    """`workspace.undo` and `workspace.redo`."""

    def __call__(self, step: "Step", *, progress: Progress = ..., initiator: object = ...) -> "Undone | None":
        """Takes a step back."""


class Undoing(Part):
    """What Ctrl+Z does once nothing is left to take back of what is being typed."""

    def __init__(self, navigation: Navigation, card: ProgressCard) -> None:
        super().__init__(navigation)
        self._card = card
        self._busy = False

    def follow(self, page: RecordPage) -> RecordPage:
        """Does what the menu of a page asks for."""
        page.undo.connect(self.undo)
        return page

    def offer(self, step: "Step") -> None:
        """Says what was done, and offers to take it back."""
        offer = Notice(f"{step.name}.", tr("Ongedaan maken"), partial(self.undo, step), ABOUT)
        self._session.told.emit(offer)

    def last_done(self) -> str:
        """What would be taken back."""
        return _last(self._session.workspace.steps.done)

    def last_undone(self) -> str:
        """What would be done again."""
        return _last(self._session.workspace.steps.undone)

    def undo(self, step: "Step | None" = None) -> None:
        """Takes back this step, or what was done last."""
        workspace = self._session.workspace
        self._take(step, workspace.steps.done, workspace.undo, self._undone)

    def redo(self, step: "Step | None" = None) -> None:
        """Does again this step, or what was taken back last."""
        workspace = self._session.workspace
        self._take(step, workspace.steps.undone, workspace.redo, self._redone)

    def _take(
        self, step: "Step | None", steps: Sequence["Step"], take: Take, said: Callable[["Undone | None"], None]
    ) -> None:
        self._navigation.leave()  # what is being typed is a step too, the last one
        chosen = step or (steps[-1] if steps else None)
        if self._busy:
            return
        if chosen is None or chosen not in steps:
            said(None)
        elif len(chosen.written) <= AT_ONCE:
            if undone := self._session.act(lambda: take(chosen, initiator=self)):
                said(undone)
        else:
            self._take_beside(chosen, take, said)

    def _take_beside(self, step: "Step", take: Take, said: Callable[["Undone | None"], None]) -> None:
        def done(undone: "Undone | None") -> None:
            self._busy = False
            said(undone)

        def refused(error: Refusal) -> None:
            self._busy = False
            self._session.refused.emit(error)

        self._busy = True
        self._jobs.run(
            step.name, lambda progress: take(step, progress=progress, initiator=self), self._card, done, refused
        )

    def _undone(self, undone: "Undone | None") -> None:
        if undone is None:
            self._tell(tr("Er is niets meer om ongedaan te maken."))
            return
        self._go(undone.step.record, undone.step.field)
        if undone.changed.records:
            again = partial(self.redo, self._session.workspace.steps.undone[-1])
            self._tell(f"{tr('Ongedaan gemaakt')}: {undone.step.name}.", tr("Opnieuw"), again)
        self._tell_left(tr("Niet ongedaan gemaakt"), undone)

    def _redone(self, redone: "Undone | None") -> None:
        if redone is None:
            self._tell(tr("Er is niets meer om opnieuw te doen."))
            return
        self._go(redone.step.record, redone.step.field)
        if redone.changed.records:
            again = partial(self.undo, self._session.workspace.steps.done[-1])
            self._tell(f"{tr('Opnieuw gedaan')}: {redone.step.name}.", tr("Ongedaan maken"), again)
        self._tell_left(tr("Niet opnieuw gedaan"), redone)

    def _tell_left(self, said: str, undone: "Undone") -> None:
        """What stays as it is, and why of the first; there one can compare."""
        if not undone.left:
            return
        first, *others = undone.left
        more = f" {tr('Op')} {len(others)} {tr('andere plaatsen ook.')}" if others else ""
        text = f"{said}: {undone.step.name}. {first.why}{more}"
        about = LEFT if undone.changed.records else ABOUT
        self._session.told.emit(Notice(text, tr("Vergelijk"), partial(self._compare, first.record, first.field), about))

    def _compare(self, record: RecordId, field: str) -> None:
        """What others made of it, and what was there before."""
        if self._session.is_there(record):
            self._navigation.to_history(record, field)
        else:
            self._go(record, field)

    def _tell(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """What one sees for oneself, for one has been brought there: it passes."""
        self._session.told.emit(Notice(text, action, act, ABOUT, passes=True))

    def _go(self, record: RecordId | None, field: str) -> None:
        """To the field; of what is deleted to what it belonged to. Where it is about many, one stays where one is."""
        if record is None:
            return
        view = self._session.workspace.record(record)
        while view.deleted and view.key.owner:
            view, field = self._session.workspace.record(view.key.owner), ""
        if view.deleted:
            self._navigation.go(view.key.kind)
            self._navigation.to_list()
            return
        declared = schema.field(view.key.kind, field)
        shown = declared is not None and Surface.FORM in declared.appears
        self._navigation.to_record(view.id, field if shown else "")


def _last(steps: Sequence["Step"]) -> str:
    return steps[-1].name if steps else ""
