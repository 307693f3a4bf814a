"""The marks in the texts of one chapter or case: the same that stand in them on their form."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.kinds.agreements import COMMENT
from werkboek_desktop.domain.kinds.clearances import CLEARANCE
from werkboek_desktop.ui.comments.marking import Marking
from werkboek_desktop.ui.forms.pointing import Pointing
from werkboek_desktop.ui.forms.proofing import Proofing
from werkboek_desktop.ui.pages.readthrough.text_row import TextRow
from werkboek_desktop.ui.session import Session


class PartMarks(QObject):
    """Follows the texts of one record that are there."""

    def __init__(self, session: Session, record: RecordId, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._record = record
        self._rows: Sequence[TextRow] = ()
        owned = schema.owned_kinds(session.kind_of(record))
        self._proofing = Proofing(session, self)
        self._pointing = Pointing(session, self) if CLEARANCE.key in owned else None
        self._marking = Marking(session, self) if COMMENT.key in owned else None

    def mark(self, rows: Sequence[TextRow]) -> None:
        """These are there now."""
        if rows == self._rows:
            return
        self._rows = rows
        self._proofing.read(self._session.workspace.record(self._record))
        self._proofing.mark(rows)
        if self._pointing:
            self._pointing.mark(self._record, rows)
        if self._marking:
            self._marking.mark(self._record, rows)
