"""Marks in a form the sentences of which somebody said something, and counts that at the fields."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.kinds.agreements import COMMENT
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.forms.items import ItemList
from werkboek_desktop.ui.prose.marks import Finder, Layer, in_sentences
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.words import tr
from werkboek_desktop.workspace.comments import Discussion

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Changed

SOON = 150
"""Milliseconds: who walks through a list does not wait for it."""


class Marking(QObject):
    """Reads the open discussions of one record after another beside the window, and shows them in its rows."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._record: RecordId = ""
        self._open: list[Discussion] = []
        self._rows: list[FieldRow] = []
        self._lists: list[ItemList] = []
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._look)
        session.changed.connect(self._changed)

    def mark(self, record: RecordId, rows: Sequence[FieldRow], lists: Sequence[ItemList] = ()) -> None:
        """These rows are shown, of this record or of what it owns, and its items in these lists."""
        are_other = lists != self._lists
        self._lists = list(lists)
        if record != self._record:
            self._record, self._open = record, []
            self._soon.start()
            self._show(rows)
        elif rows != self._rows or are_other:
            self._show(rows)
        self._rows = list(rows)

    def _changed(self, changed: "Changed") -> None:
        if self._session.touches(changed, {COMMENT.key}, self._record):
            self._soon.start()

    def _look(self) -> None:
        if self._record:
            read = partial(self._session.workspace.discussions, self._record)
            self._session.beside.look_up(read, partial(self._take, self._record))

    def _take(self, record: RecordId, found: list[Discussion]) -> None:
        if isValid(self) and record == self._record:
            self._open = [each for each in found if not each.done]
            self._show(row for row in self._rows if isValid(row))

    def _show(self, rows: Iterable[FieldRow]) -> None:
        remarks = Counter((each.part, each.field) for each in self._open if each.part != each.owner)
        for items in filter(isValid, self._lists):
            items.show_remarks(remarks)
        for row in rows:
            about = [each for each in self._open if (each.part, each.field) == (row.record, row.field.key)]
            row.heading.show_remarks(len(about))
            if isinstance(row.editor, ProseEditor):
                row.editor.input.set_layer(Layer.COMMENT, _finder(about))


def _finder(about: Iterable[Discussion]) -> Finder | None:
    tips: dict[str, list[str]] = {}
    for each in about:
        for words in each.now:
            tips.setdefault(words, []).append(f"{each.said[0].by or tr('Iemand')}: {each.said[0].text}")
    return in_sentences({words: "\n".join(said) for words, said in tips.items()}) if tips else None
