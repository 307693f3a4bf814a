"""Fields beside and under each other, as wide as the schema says each of them is."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain.fields import WHOLE, Field
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.ui.forms.dates import DAY
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.forms.make import editor_for
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.lines import Lines

LEAST = {ValueType.DATE: DAY, ValueType.ENUM: 150}
"""What is narrower, at 100 %, loses the end of what it says."""


class FieldGrid(QWidget):
    """A row for each field of one record; `lock` marks the fields about a person, where not all of them are."""

    choose = Signal(str, str)

    def __init__(
        self, fields: Iterable[Field], session: Session, parent: QWidget | None = None, *, lock: bool = True
    ) -> None:
        super().__init__(parent)  # what gets its place later has all in it dressed again
        self.rows: dict[str, FieldRow] = {}
        self._session = session
        self._lock = lock
        self._is_advised = False
        self._advising = QTimer(self, singleShot=True, interval=0)
        self._advising.timeout.connect(self._advise)
        self._lines = Lines(self, across=14, down=16)
        for field in fields:
            self.add(field)
        self.complete()

    def add(self, field: Field) -> FieldRow:
        """A row for one more field."""
        row = FieldRow(field, editor_for(field, self._session), self._session, self, lock=self._lock)
        self.rows[field.key] = row
        self._lines.add(row, WHOLE if row.editor.spans else field.twelfths, LEAST.get(field.type, 0))
        row.choose.connect(self.choose)
        row.told.connect(self._told)
        self._is_advised |= field.beside is not None
        return row

    def complete(self) -> None:
        """All its rows are there."""
        if len(self.rows) == 1:
            next(iter(self.rows.values())).heading.stand_alone()

    def _told(self) -> None:
        if self._is_advised:
            self._advising.start()

    def show_record(self, view: RecordView) -> None:
        """Shows each field as the project has it; what is being typed stays."""
        for key, row in self.rows.items():
            row.show_view(view.id, view.fields.get(key))

    def show_new(self, start: Callable[[], RecordView | None]) -> None:
        """Shows the empty fields of a record that is not there yet: `start` makes it when something is typed."""
        for row in self.rows.values():
            row.show_new(partial(self._begin, start))

    def take_over(self, other: "FieldGrid") -> None:
        """Shows what another showed, which goes: what comes late for one of its fields comes here."""
        for key in self.rows.keys() & other.rows.keys():
            self.rows[key].editor.take_over(other.rows[key].editor)

    def _begin(self, start: Callable[[], RecordView | None]) -> None:
        made = start()
        if made:
            for key, row in self.rows.items():
                row.begin(made.id, made.fields.get(key))

    def _advise(self) -> None:
        """Says of each field what is odd about it beside the others."""
        values = {key: row.value() for key, row in self.rows.items()}
        for row in self.rows.values():
            if row.field.beside:
                row.advise(row.field.beside(values))

    def leave(self) -> None:
        """Seals whatever is being typed."""
        for row in self.rows.values():
            row.leave()
