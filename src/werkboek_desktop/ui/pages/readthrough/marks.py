"""The marks in the texts of one chapter or case: the same that stand in them on their form."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.kinds.agreements import COMMENT
from werkboek_desktop.domain.kinds.clearances import CLEARANCE
from werkboek_desktop.domain.readthrough import Book
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


class BookMarks:
    """Of all parts of which texts are there."""

    def __init__(self, session: Session, parent: QObject) -> None:
        self._session = session
        self._parent = parent
        self._parts: dict[RecordId, PartMarks] = {}

    def mark(self, rows: Iterable[TextRow], book: Book) -> None:
        """These texts are there now; the marks of a part of which none is there any more go."""
        there = defaultdict[RecordId, list[TextRow]](list)
        for text in rows:
            if (part := book.places.get(text.passage.record)) is not None:
                there[book.parts[part].record].append(text)
        for record in set(self._parts) - set(there):
            self._parts.pop(record).deleteLater()
        for record, texts in there.items():
            if record not in self._parts:
                self._parts[record] = PartMarks(self._session, record, self._parent)
            self._parts[record].mark(texts)
