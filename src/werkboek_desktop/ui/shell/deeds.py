"""What a person asks of the record that is shown: print it, delete it, move it, make something of it."""

from PySide6.QtWidgets import QApplication

from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.settings.double_click import open_by_double_click
from werkboek_desktop.ui.notice import Notice
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.part import Part
from werkboek_desktop.ui.shell.printer import FORM, FORM_PDF, PDF, WORD, Printer
from werkboek_desktop.ui.words import tr


class Deeds(Part):
    """Makes the page of a kind, and does what its buttons ask for."""

    def __init__(self, navigation: Navigation, printer: Printer) -> None:
        super().__init__(navigation)
        self._printer = printer
        self._window.records.list.rows.shifted.connect(self._shift_current)

    def make_page(self, kind: Kind) -> RecordPage:
        """The page of a kind."""
        page = RecordPage(kind, self._session)
        page.choose.connect(self._navigation.disputed)
        page.publish.connect(lambda record: self._printer.ask(page, record, PDF))
        page.send_out.connect(lambda record: self._printer.ask(page, record, WORD))
        page.ask_intake.connect(lambda record: self._printer.ask(page, record, FORM))
        page.convert.connect(self._convert)
        page.check.connect(self._navigation.check_privacy)
        page.read.connect(self._navigation.read_through)
        page.delete.connect(self._delete)
        page.shift.connect(self._shift)
        return page

    def resize_text(self, by: int) -> None:
        """Larger or smaller text; 0: as it is by itself."""
        self._session.act(lambda: self._session.step_setting("text_percent", by))

    def clean_text(self) -> None:
        """Cleans the text that has the keyboard, or what is chosen in it."""
        text = QApplication.focusWidget()
        if isinstance(text, ProseInput) and text.isEnabled() and not text.isReadOnly():
            text.pasting.clean()
        else:
            self._session.told.emit(Notice(tr("Zet de cursor in de tekst die je wilt opschonen."), passes=True))

    def open_by_double_click(self) -> None:
        """From now on a double-click on a bundle or a project opens this program."""

        def done() -> bool:
            open_by_double_click()
            return True

        if self._session.act(done):
            self._session.told.emit(Notice(tr("Een dubbelklik op een pakket of werkboek opent nu dit programma.")))

    def print(self) -> None:
        """Makes a PDF of the record that is shown."""
        if page := self._navigation.record_page():
            self._printer.ask(page, page.record, PDF)

    def send_out(self) -> None:
        """Makes a document of the record that is shown, for people without this program."""
        page = self._navigation.record_page()
        if page and page.kind.returns:
            self._printer.ask(page, page.record, WORD)
        else:
            self._window.status.say(tr("Open eerst een praktijkvoorbeeld: dat kan naar Word."))

    def ask_form(self) -> None:
        """Makes an empty form of the intake, for people without this program."""
        self._printer.ask_form(self._window, FORM)

    def ask_form_pdf(self) -> None:
        """The same for people without Word."""
        self._printer.ask_form(self._window, FORM_PDF)

    def _convert(self, signup: RecordId) -> None:
        made = self._session.act(lambda: self._session.workspace.convert(signup, initiator=self))
        if made and made.record:
            self._navigation.to_record(made.record)

    def _delete(self, record: RecordId) -> None:
        self._navigation.leave()
        kind, beside = self._session.kind_of(record), self._window.records.list.beside([record])
        if self._session.act(lambda: self._session.workspace.delete(record, initiator=self)):
            self._navigation.go(kind, beside)
            self._navigation.to_list()

    def _shift(self, chapter: RecordId, by: int) -> None:
        order = [row.id for row in self._session.workspace.rows("chapter")]
        if chapter not in order:
            return
        at = order.index(chapter)
        if not 0 <= at + by < len(order):
            self._window.status.say(tr("Dit staat al bovenaan.") if by < 0 else tr("Dit staat al onderaan."))
            return
        behind = at + by if by > 0 else at - 2
        after = order[behind] if behind >= 0 else None
        if self._session.act(lambda: self._session.workspace.move(chapter, None, after, initiator=self)):
            where = f"{tr('nu op plek')} {at + by + 1} {tr('van')} {len(order)}"
            self._window.status.say(f"{self._session.workspace.title(chapter)}: {where}")

    def _shift_current(self, by: int) -> None:
        """In a list that is sorted or filtered nobody sees where a record goes."""
        shown = self._window.records.list
        if not shown.model.is_in_place():
            self._window.status.say(tr("Verplaatsen kan als de hele lijst in haar eigen volgorde staat."))
        elif current := shown.current():
            self._shift(current, by)
