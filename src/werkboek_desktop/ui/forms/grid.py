"""Fields beside and under each other: short ones two in a row, texts and lists over the whole width."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.forms.make import editor_for
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme

ONE_COLUMN_FROM = 1.75
LONG = frozenset(
    {
        *("title", "theme", "inhabitants_source", "status_reason", "measure", "works", "state", "event", "anchor"),
        *("result", "indicator", "source", "caption", "alt", "rights", "url", "channel", "sent_to", "chair"),
    }
)
"""Lines in which people write a sentence."""


def _spans(row: FieldRow) -> bool:
    return row.editor.spans or row.field.characters is not None or row.field.key in LONG


class FieldGrid(QWidget):
    """A row for each field of one record; `lock` marks the fields about a person, where not all of them are."""

    choose = Signal(str, str)

    def __init__(self, fields: Iterable[Field], session: Session, *, lock: bool = True) -> None:
        super().__init__()
        self.rows = {field.key: FieldRow(field, editor_for(field, session), session, lock=lock) for field in fields}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().space(16))
        grid.setVerticalSpacing(theme().space(14))
        self._lay(grid)
        for row in self.rows.values():
            row.choose.connect(self.choose)

    def _lay(self, grid: QGridLayout) -> None:
        line, column = 0, 0
        for row in self.rows.values():
            row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            if _spans(row) or theme().scale >= ONE_COLUMN_FROM:
                line += bool(column)
                grid.addWidget(row, line, 0, 1, 2)
                line, column = line + 1, 0
                continue
            grid.addWidget(row, line, column)
            line, column = (line + 1, 0) if column else (line, 1)
        for at in (0, 1):
            grid.setColumnStretch(at, 1)

    def show_record(self, view: RecordView) -> None:
        """Shows each field as the project has it; what is being typed stays."""
        for key, row in self.rows.items():
            row.show_view(view.id, view.fields.get(key))

    def leave(self) -> None:
        """Seals whatever is being typed."""
        for row in self.rows.values():
            row.leave()
