"""What a person should know of a record besides its fields: two wanted something else of it, or not all of it came."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.joining import SAME_AS
from werkboek_desktop.domain.moments import begun
from werkboek_desktop.domain.view import Notice, RecordView
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import clear, column
from werkboek_desktop.ui.widgets.panels import notice
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace.model import Standing

PLACE = "place"
WAITING = "waiting"
DOUBLE = "double"
ERASED = "erased"
"""Asks nothing of anybody: the history of the field says so."""
MOST = 2
"""So many at once: who answers one sees the next."""


class RecordNotices(QWidget):
    """A card for each, of the record and of what it owns, with the way to settle it; hidden while there is nothing."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._view: RecordView | None = None
        self._waits = False
        self._items: Sequence[RecordView] = ()
        self._doubles: Sequence[RecordId] = ()
        self._shown: list[tuple[RecordView, Notice]] = []
        self._box = column(margins=(0, 4, 12, 4))
        self.setLayout(self._box)
        self.hide()

    def show_view(self, view: RecordView) -> None:
        """What there is to know of this record; of what it owns, and of who has its name, it is read later."""
        if self._view is None or view.id != self._view.id:
            self._items, self._doubles = (), ()
        self._view = view
        self._waits = view.id in self._session.workspace.waiting_records()
        self._draw()

    def show_standing(self, standing: Standing) -> None:
        """What there is to know of what it owns, and of who may be the same person."""
        self._items, self._doubles = standing.asking, standing.doubles
        self._draw()

    def _draw(self) -> None:
        views = (self._view, *self._items) if self._view else ()
        half = [(view, Notice(WAITING, None, "")) for view in views[:1] if self._waits]
        half += [(view, Notice(DOUBLE, None, other)) for view in views[:1] for other in self._doubles]
        told = half + [(view, each) for view in views for each in view.notices if each.kind != ERASED][:MOST]
        if [(view.id, each) for view, each in told] == [(view.id, each) for view, each in self._shown]:
            return
        had = self.isAncestorOf(QApplication.focusWidget() or self)
        self._shown = told
        clear(self._box)
        buttons: list[QPushButton] = []
        for view, each in told:
            text, action, act = self._about(each, view)
            name = self._name(view)
            said = f"{name}: {text}" if name else begun(text)
            made = notice("attn", "git-compare", "attn", said, action, act, name)
            buttons += made.findChildren(QPushButton)
            self._box.addWidget(made)
        self.setVisible(bool(told))
        if had and buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self, view: RecordView) -> str:
        """Which of the items it is; of the record itself nobody asks."""
        kind = schema.kind(view.key.kind)
        if kind is None or view is self._view:
            return ""
        return f"{kind.label} ‘{self._session.title_of(view)}’"

    def _about(self, about: Notice, view: RecordView) -> tuple[str, str, Callable[[], object]]:
        who = self._session.workspace.author_name(about.by) or tr("iemand")
        match about.kind:
            case kind if kind == WAITING:
                said = tr("dit is nog niet compleet: er wacht iets op een pakket dat hier niet is.")
                return f"{said} {tr('Bij Pakketten staat welk.')}", "", lambda: None
            case kind if kind == DOUBLE:
                said = tr("deze naam staat twee keer bij dezelfde masterclass, misschien op twee computers ingevoerd.")
                join = partial(self._join, view, about.change)
                return f"{said} {tr('Is het dezelfde persoon?')}", tr("Ja, voeg samen"), join
            case "deleted_and_edited":
                said = tr("heeft dit verwijderd terwijl een ander eraan schreef. Daarom staat het er nog.")
            case "deleted_and_undeleted":
                said = tr("heeft dit verwijderd en een ander zette het terug. Daarom staat het er nog.")
            case "moved":
                said = tr("heeft dit verplaatst, en een ander ook. Het staat waar het hier staat.")
                return f"{who} {said}", tr("Laat het hier"), lambda: self._keep_place(view)
            case _:
                return tr("Hieraan schreef een nieuwer programma: werk dit programma bij."), "", lambda: None
        menu = tr("Toch weg? Verwijder het dan nog eens.")
        return f"{who} {said} {menu}", tr("Laat het staan"), lambda: self._keep(view)

    def _join(self, view: RecordView, other: RecordId) -> None:
        """Both stay what they are, and are shown as one; it can be undone."""
        workspace, self._doubles = self._session.workspace, ()  # the answer shows at once
        self._session.act(lambda: workspace.change_set(view.id, SAME_AS, [other], []))

    def _keep(self, view: RecordView) -> None:
        workspace = self._session.workspace
        self._session.act(lambda: workspace.undelete(view.id, initiator=self))

    def _keep_place(self, view: RecordView) -> None:
        workspace, place = self._session.workspace, view.fields[PLACE]
        self._session.act(lambda: workspace.edit(view.id, PLACE, place.value, place.heads, initiator=self))
