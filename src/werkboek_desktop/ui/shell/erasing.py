"""Erasing for good in one window: from the menu of a record, and from that of a text."""

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from werkboek_desktop.ui.erasing.panel import ErasePanel
from werkboek_desktop.ui.erasing.wanted import Wanted
from werkboek_desktop.ui.forms.editor import LineEditor, ProseEditor
from werkboek_desktop.ui.forms.field_row import FieldRow, row_around
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.part import Part
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.words import tr


class Erasing(Part):
    """The panel is made when it is first asked for."""

    def __init__(self, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._panel: ErasePanel | None = None
        self._met: set[ProseInput | LineInput] = set()

    def follow(self, page: RecordPage) -> RecordPage:
        """What its menu and those of its texts ask for comes from here."""
        page.erase.connect(lambda record: self.begin(Wanted(record)))
        page.form.at.connect(lambda _field: self._meet(page))
        return page

    def _meet(self, page: RecordPage) -> None:
        editors = (each.editor for each in page.form.rows())
        inputs = {each.input for each in editors if isinstance(each, ProseEditor | LineEditor)}
        for text in inputs - self._met:
            text.menu_opens.connect(partial(self._offer, text))
        self._met |= inputs

    def _offer(self, text: ProseInput | LineInput, menu: QMenu, _at: int) -> None:
        """What is chosen in a text may be somebody's phone number, in every version of it; or all of a field is."""
        row = row_around(text)
        if self._session.workspace.read_only or row is None or not row.record:
            return
        passage = text.chosen_words() if isinstance(text, ProseInput) else ""
        words = tr("Dit stuk voorgoed wissen (AVG)") if passage else tr("Dit veld voorgoed wissen (AVG)")
        action = QAction(words, menu)
        action.triggered.connect(partial(self._erase, row, Wanted(row.record, row.field.key, passage)))
        menu.addAction(action)

    def _erase(self, row: FieldRow, wanted: Wanted) -> None:
        row.leave()
        self.begin(wanted)

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
