"""F11 in one window: the text alone, and back to the same place in the form; and the headings of a text."""

from typing import cast

from PySide6.QtWidgets import QApplication

from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.forms.field_row import FieldRow, row_around
from werkboek_desktop.ui.pages.focus import FocusPage
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.outline import OutlinePanel
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.part import Part
from werkboek_desktop.ui.words import tr

FOCUS = "focus"


class Focusing(Part):
    """What one writes in, without what stands round it."""

    def __init__(self, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._panel: OutlinePanel | None = None
        navigation.offer(FOCUS, self._make)

    def _make(self) -> FocusPage:
        page = FocusPage()
        page.done.connect(self.toggle)
        return page

    def toggle(self) -> None:
        """The text alone, or back in its form."""
        if isinstance(shown := self._navigation.current(), FocusPage):
            self._back(shown)
            return
        row = self._row()
        if row is None or row.editor.isHidden() or self._session.workspace.read_only:
            self._window.status.say(tr("Zet de cursor eerst in een tekst (F11)."))
            return
        row.leave()
        page = cast(FocusPage, self._navigation.page(FOCUS))
        shown_record = self._window.records.current_page()
        page.borrow(row, self._session.workspace.title(shown_record.record) if shown_record else "")
        self._navigation.go(FOCUS)

    def _back(self, page: FocusPage) -> None:
        row = page.row
        page.give_back()
        form = self._window.records.current_page()
        if row and form and row in form.form.rows():
            self._navigation.to_record(form.record, row.field.key)
        else:
            self._navigation.to_list()

    def outline(self) -> None:
        """The headings of the text that one is in."""
        shown = self._navigation.current()
        if isinstance(shown, FocusPage) and shown.outline.isVisible():
            shown.outline.setFocus()
            return
        row = shown.row if isinstance(shown, FocusPage) else self._row()
        text = row.editor.input if row and isinstance(row.editor, ProseEditor) else None
        if text is None:
            self._window.status.say(tr("Zet de cursor eerst in een tekst."))
        elif not self._ask(text):
            self._window.status.say(tr("In deze tekst staan geen koppen."))

    def _ask(self, text: ProseInput) -> bool:
        if self._panel is None:
            self._panel = OutlinePanel(self._window.pages)
        return self._panel.ask(text)

    def _row(self) -> FieldRow | None:
        """The text that has the keyboard, else the one that somebody is at in the form."""
        page = self._navigation.record_page()
        if page is None:
            return None
        row = row_around(QApplication.focusWidget())
        if row is None and (at := page.form.where()):
            row = page.form.row_of(at.key)
        return row if row and row.field.type is ValueType.PROSE else None
