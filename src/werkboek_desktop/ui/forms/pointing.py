"""Marks in the texts of a form what the privacy check points at and nobody decided about yet, also while one types."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.privacy.finding import LABELS, REASONS
from werkboek_desktop.domain.privacy.reading import Dossier, pointed_fields
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.forms.tables.editing import Editing
from werkboek_desktop.ui.prose.marks import Finder, Layer, Mark
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.words import tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Changed

SOON = 150
"""Milliseconds: who walks through a list does not wait for it."""
WRITTEN = frozenset({ValueType.PROSE, ValueType.LINE})
DECIDING = frozenset({"clearance", "attendee", "contact", "quote"})


class Pointing(QObject):
    """Reads the people and decisions of one record beside the window, and marks its rows by them."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._record: RecordId = ""
        self._dossier: Dossier | None = None
        self._rows: dict[FieldRow, RecordId | None] = {}
        self._tables: list[Editing] = []
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._look)
        session.changed.connect(self._changed)

    def mark(self, record: RecordId, rows: Iterable[FieldRow], tables: Iterable[Editing] = ()) -> None:
        """These rows are shown, of this record or of what it owns, and its items in these tables."""
        self._tables = list(tables)
        for table in self._tables:
            table.telling.points = self._says
        fresh = {row: row.record for row in rows if row.field.type in WRITTEN}
        before, self._rows = self._rows, fresh
        if record != self._record:
            self._record, self._dossier = record, None
            self._show(fresh)
            self._soon.start()
        else:
            self._show([row for row, shown in fresh.items() if row not in before or before[row] != shown])

    def _says(self, record: RecordId, field: Field, text: str) -> str:
        """What is open in a line, in words: there is no line under letters in a cell."""
        if self._dossier is None or field not in pointed_fields(self._session.kind_of(record)):
            return ""
        found = (pointed for _at, pointed in self._dossier.open_in(record, field.key, text))
        return " ".join(dict.fromkeys(f"‘{each.words}’: {tr(REASONS[each.finding.sort])}" for each in found))

    def _changed(self, changed: "Changed") -> None:
        if self._session.touches(changed, DECIDING):
            self._soon.start()

    def _look(self) -> None:
        if self._record:
            read = partial(self._session.workspace.dossier, self._record)
            self._session.beside.look_up(read, partial(self._take, self._record))

    def _take(self, record: RecordId, dossier: Dossier | None) -> None:
        if isValid(self) and record == self._record:
            self._dossier = dossier
            self._show(filter(isValid, self._rows))
            for table in filter(isValid, self._tables):
                table.say()

    def _show(self, rows: Iterable[FieldRow]) -> None:
        for row in rows:
            if isinstance(row.editor, ProseEditor):
                record = row.record or self._record
                finder = finder_of(self._dossier, record, row.field.key) if self._dossier else None
                row.editor.input.set_layer(Layer.PRIVACY, finder)
            else:
                row.point(self._says)


def finder_of(dossier: Dossier, record: RecordId, field: str) -> Finder:
    """What is open in a paragraph of a field."""

    def find(text: str) -> Iterator[Mark]:
        for at, pointed in dossier.open_in(record, field, text):
            sort, start, end, _certainty = pointed.finding
            yield Mark(at + start, at + end, f"{tr(LABELS[sort])}. {tr(REASONS[sort])}")

    return find
