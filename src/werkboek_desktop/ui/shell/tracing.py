"""Who wrote what somebody stands in, what happened to it, and what others changed since they last looked."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import isValid

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.forms.field_row import row_around
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.standing import sentence_at
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.part import Part
from werkboek_desktop.ui.words import at_time, tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Written

ABOUT = "wrote"
"""Of who wrote what only the last answer counts."""


class Tracing(Part):
    """Answers where somebody stands, and leads to the history of that."""

    def __init__(self, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._met: set[ProseInput] = set()

    def follow(self, page: RecordPage) -> RecordPage:
        """From now on the menus of its texts ask it too."""
        page.form.at.connect(lambda _field: self._meet(page))
        return page

    def _meet(self, page: RecordPage) -> None:
        inputs = {each.editor.input for each in page.form.rows() if isinstance(each.editor, ProseEditor)}
        for text in inputs - self._met:
            text.menu_opens.connect(partial(self._offer, text))
        self._met |= inputs

    def _offer(self, text: ProseInput, menu: QMenu, at: int) -> None:
        """Ends the menu of a text with what can be asked about the sentence that it was opened at."""

        def ask(act: Callable[[], object]) -> None:
            cursor = text.textCursor()
            cursor.setPosition(at)
            text.setTextCursor(cursor)
            text.setFocus(Qt.FocusReason.OtherFocusReason)
            act()

        menu.addSeparator()
        offers = (tr("Wie schreef deze zin?"), self.who_wrote), (tr("Geschiedenis van dit veld"), self.field_history)
        for words, act in offers:
            action = QAction(words, menu)
            action.triggered.connect(partial(ask, act))
            menu.addAction(action)

    def who_wrote(self) -> None:
        """Who wrote the sentence that the cursor is in, or what stands in a field."""
        row = row_around(QApplication.focusWidget())
        if row is None or row.record is None:
            self._window.status.say(tr("Ga eerst in een veld staan: dan zegt het programma wie dat schreef."))
            return
        stand = sentence_at(row.editor.input) if isinstance(row.editor, ProseEditor) else None
        row.leave()
        record, field, workspace = row.record, row.field, self._session.workspace
        go = partial(self._navigation.to_history, record, field.key)
        if stand:
            ask = partial(workspace.who_wrote, record, field.key, stand.words, stand.nth)
            self._session.beside.look_up(ask, partial(self._answer, tr("Deze zin schreef"), go))
        else:
            said = partial(self._answer, f"‘{field.label}’ {tr('schreef')}", go)
            self._session.beside.look_up(partial(workspace.blame, record, field.key), lambda found: said(*found[:1]))

    def _answer(self, what: str, go: Callable[[], object], found: "Written | None" = None) -> None:
        """Says who it was; that took so long as the text has a history."""
        if not isValid(self):
            return
        if found is None:
            self._window.status.say(tr("Hier staat nog niets waarvan bekend is wie het schreef."))
        else:
            said = f"{what} {self._whose(found)}."
            self._session.told.emit(Notice(said, tr("Geschiedenis"), go, ABOUT, passes=True))

    def _whose(self, found: "Written") -> str:
        when = at_time(found.time, self._session.workspace.today)
        return f"{found.author or tr('iemand die hier niet bekend is')}, {when}"

    def field_history(self) -> None:
        """What happened to the field that has the keyboard; without one, to the record that is shown."""
        page, row = self._navigation.record_page(), row_around(QApplication.focusWidget())
        record: RecordId = (row.record if row else None) or (page.record if page else "")
        if not record:
            self._window.status.say(tr("Open eerst een praktijkvoorbeeld: daar staat de geschiedenis bij."))
            return
        self._navigation.to_history(record, row.field.key if row else "")

    def next_change(self) -> None:
        """To the next change since somebody last looked at the case that is shown."""
        page = self._navigation.record_page()
        if page is None or page.news is None or not page.news.step():
            self._window.status.say(tr("Hier is niets gewijzigd sinds je laatste bezoek."))

    def read_changes(self) -> None:
        """Somebody read what others changed in the case that is shown."""
        page = self._navigation.record_page()
        if page is None or page.news is None or not page.news.read():
            self._window.status.say(tr("Hier is niets gewijzigd sinds je laatste bezoek."))
