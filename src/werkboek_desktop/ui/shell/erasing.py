"""Erasing for good in one window: from the menu of a record, and from that of a text."""

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from werkboek_desktop.ui.erasing.panel import ErasePanel
from werkboek_desktop.ui.erasing.wanted import Wanted
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.forms.field_row import row_around
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.part import Part
from werkboek_desktop.ui.words import tr


class Erasing(Part):
    """The panel is made when it is first asked for."""

    def __init__(self, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._panel: ErasePanel | None = None
        self._met: set[ProseInput] = set()

    def follow(self, page: RecordPage) -> RecordPage:
        """What its menu and those of its texts ask for comes from here."""
        page.erase.connect(lambda record: self.begin(Wanted(record)))
        page.form.at.connect(lambda _field: self._meet(page))
        return page

    def _meet(self, page: RecordPage) -> None:
        inputs = {each.editor.input for each in page.form.rows() if isinstance(each.editor, ProseEditor)}
        for text in inputs - self._met:
            text.menu_opens.connect(partial(self._offer, text))
        self._met |= inputs

    def _offer(self, text: ProseInput, menu: QMenu, _at: int) -> None:
        """What is chosen in a text may be somebody's phone number, in every version of it."""
        if not text.textCursor().hasSelection() or self._session.workspace.read_only:
            return
        action = QAction(tr("Dit stuk voorgoed wissen (AVG)"), menu)
        action.triggered.connect(partial(self._erase_chosen, text))
        menu.addAction(action)

    def _erase_chosen(self, text: ProseInput) -> None:
        row, passage = row_around(text), text.chosen_words()
        if row and row.record and passage:
            row.leave()
            self.begin(Wanted(row.record, row.field.key, passage))

    def ask(self) -> None:
        """The record that is shown."""
        if page := self._navigation.record_page():
            self.begin(Wanted(page.record))
        else:
            self._window.status.say(tr("Open eerst wat je voorgoed wilt wissen."))

    def begin(self, wanted: Wanted) -> None:
        """Says what it would do, and asks for a word."""
        if self._session.workspace.read_only:
            self._window.status.say(tr("Dit werkboek mag hier niet worden veranderd."))
            return
        self._navigation.current().leave()
        self.panel().begin(wanted)

    def panel(self) -> ErasePanel:
        """Lies over all pages."""
        if self._panel is None:
            self._panel = ErasePanel(self._window.pages, self._session, self._jobs)
            self._panel.go.connect(self._navigation.to_record)
            self._panel.gone.connect(self._back)
        return self._panel

    def _back(self) -> None:
        """Where the keyboard was may be gone."""
        if QApplication.focusWidget() is None and self._navigation.record_page() is None:
            self._navigation.to_list()
