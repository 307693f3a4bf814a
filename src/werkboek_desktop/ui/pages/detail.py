"""What stands beside a list: the form of a record, or nothing yet."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget
from shiboken6 import delete

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.ui.widgets.basic import column, page
from werkboek_desktop.ui.widgets.panels import EmptyState
from werkboek_desktop.ui.words import tr

if TYPE_CHECKING:
    from werkboek_desktop.ui.pages.record import RecordPage
    from werkboek_desktop.ui.session import Session

type MakePage = "Callable[[Kind], RecordPage]"


class Detail(QStackedWidget):
    """Makes a form for each kind, when one of that kind is first shown."""

    back = Signal()
    """Somebody wants to go from the form to the list."""

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None
        self._make: MakePage | None = None
        self._forms: dict[str, RecordPage] = {}
        self._nothing = EmptyState("text-align-start")
        self._nothing.say(tr("Kies links een regel"), "", "")
        self.addWidget(page("surface", column(24, self._nothing, 0)))
        self._nothing.hide()

    def attach(self, session: "Session", make: MakePage) -> None:
        """From here on there are forms; `make` makes the one of a kind."""
        self._session, self._make = session, make

    def show_nothing(self) -> None:
        """Of no record."""
        self.setCurrentIndex(0)

    def is_empty(self) -> bool:
        """Whether it shows nothing of any record."""
        return self.currentIndex() == 0

    def invite(self, *, to_choose: bool) -> None:
        """While it shows nothing, whether there is something to choose."""
        self._nothing.setVisible(to_choose)

    def form(self) -> "RecordPage | None":
        """The form that is shown."""
        shown = self.currentWidget()
        return next((form for form in self._forms.values() if form is shown), None)

    def show_record(self, record: RecordId) -> None:
        """The form of a record; what was typed in another one is sealed."""
        kind = schema.kind(self._session.kind_of(record)) if self._session else None
        if kind is None:
            return
        shown = self.form()
        if shown and shown.record != record:
            shown.leave()
        made = self._form_of(kind)
        made.show_record(record)
        self.setCurrentWidget(made)

    def _form_of(self, kind: Kind) -> "RecordPage":
        assert self._make
        if kind.key not in self._forms:
            self._forms[kind.key] = made = self._make(kind)
            made.back.connect(self.back)
            self.addWidget(made)
        return self._forms[kind.key]

    def forget(self) -> bool:
        """Lets go of one form, or of one tab of the form that is shown, that nobody sees; whether there was one."""
        kind = next((kind for kind, form in self._forms.items() if form is not self.currentWidget()), None)
        if kind is not None:
            delete(self._forms.pop(kind))
            return True
        shown = self.form()
        return shown is not None and shown.form.forget()
