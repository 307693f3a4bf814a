"""What asks for a person over the whole project: where two versions stand, and texts to reread."""

from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.forms.field_row import row_around
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.conflict.page import ConflictPage
from werkboek_desktop.ui.round import Round
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.part import Part
from werkboek_desktop.ui.shell.places import CONFLICT
from werkboek_desktop.ui.shell.regions import enter
from werkboek_desktop.ui.widgets.basic import focused_in
from werkboek_desktop.ui.words import tr

ABOUT = "chosen"


class Settling(Part):
    """The page of two versions, and the way from one place to the next."""

    def __init__(self, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._reread = Round()
        navigation.offer(CONFLICT, self._make)
        navigation.disputed.connect(self.choose)

    def _make(self) -> ConflictPage:
        page = ConflictPage(self._session, self._jobs)
        page.later.connect(self._navigation.to_form)
        page.settled.connect(self._settled)
        page.used.connect(self._tell)
        return page

    @property
    def page(self) -> ConflictPage:
        """The page of two versions."""
        return cast(ConflictPage, self._navigation.page(CONFLICT))

    def choose(self, record: RecordId, field: str) -> None:
        """The page with the versions of a field."""
        self._navigation.show(self.page)
        self.page.show_place(record, field)

    def next_conflict(self) -> None:
        """The first field with two versions."""
        conflicts = self._session.workspace.summary().conflicts
        if conflicts:
            self.choose(*conflicts[0])

    def _settled(self) -> None:
        if following := self.page.beside():
            self.page.show_place(*following)
        else:
            self._after_choosing()
            self._window.status.say(tr("Dat was de laatste: er zijn geen twee versies meer."))

    def _tell(self, record: RecordId, field: str) -> None:
        """A choice is not undone but made again, so there is a way to what was not chosen."""
        declared = schema.field(self._session.kind_of(record), field)
        others = tr("Wat niet gekozen is, staat in de geschiedenis.")
        said = f"{tr('Gekozen bij')} ‘{declared.label if declared else field}’. {others}"
        back = partial(self._navigation.to_history, record, field)
        self._session.told.emit(Notice(said, tr("Geschiedenis"), back, ABOUT, passes=True))

    def _after_choosing(self) -> None:
        """To where one came from: the first thing to do there, or the list."""
        before = self._navigation.before
        if before is self._window.records:
            self._navigation.to_list()
        else:
            was = focused_in(before)
            before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._navigation.back()
            if before.hasFocus():  # it has nothing that comes first: where one was
                enter(before, was if was and isValid(was) else None)

    def next_merged(self) -> None:
        """The next text to reread."""
        merged = self._session.workspace.summary().merged
        if place := self._reread.beside(merged):
            self._reread.visit(place, merged)
            self._navigation.to_record(*place)
        else:
            self._window.status.say(tr("Er is niets meer na te lezen."))

    def seen_merged(self) -> None:
        """Says of the merged text that has the keyboard that it was reread, and goes to the next."""
        row = row_around(QApplication.focusWidget())
        if row is None or not row.is_merged:
            self._window.status.say(tr("Ga eerst in een samengevoegde tekst staan (F9)."))
            return
        row.leave()
        if row.is_merged:
            row.seen_merged()
        self.next_merged()
