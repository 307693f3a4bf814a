"""Marks in the texts of a form what is misspelled or reads hard, and offers other words for it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from werkboek_desktop.domain.readability import explained, hard
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.forms.items import ItemList
from werkboek_desktop.ui.forms.offering import offer
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.marks import Finder, Layer, Mark
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.spelling import spelling_of


class Proofing(QObject):
    """Reads along in the rows of one record after another."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._spelling = spelling_of(session)
        self._spelling.changed.connect(self._mark_again)
        self._inputs: list[ProseInput] = []
        self._lists: list[ItemList] = []
        self._known: frozenset[str] = frozenset()
        self._met: set[ProseInput] = set()

    def read(self, view: RecordView) -> None:
        """This record is shown: what it explains somewhere is explained everywhere in it."""
        known = explained(str(field.value) for field in view.fields.values() if field.value)
        if known != self._known:
            self._known, self._inputs = known, []

    def mark(self, rows: Iterable[FieldRow], lists: Sequence[ItemList] = ()) -> None:
        """These rows are shown, of that record, and its items in these lists."""
        for items in lists:
            if items not in self._lists:
                items.set_layer(Layer.SPELLING, self._speller())
        self._lists = list(lists)
        inputs = [row.editor.input for row in rows if isinstance(row.editor, ProseEditor)]
        for each in inputs:
            if each not in self._met:
                self._met.add(each)
                each.menu_opens.connect(partial(self._offer, each))
            if each not in self._inputs:
                each.set_layer(Layer.SPELLING, self._speller())
                each.set_layer(Layer.LONG, hard_in(self._known))
        self._inputs = inputs

    def _mark_again(self) -> None:
        marked: list[ProseInput | ItemList] = [*self._inputs, *self._lists]
        for each in filter(isValid, marked):
            each.set_layer(Layer.SPELLING, self._speller())

    def _speller(self) -> Finder | None:
        return self._spelling.marks if self._spelling.is_on else None

    def _offer(self, text: ProseInput, menu: QMenu, at: int) -> None:
        """Begins the menu of a text with what can be done about the word that it was asked at."""
        mark = next(iter(text.marks_at(Layer.SPELLING, at)), None)
        if mark is None or text.isReadOnly():
            return
        cursor = QTextCursor(text.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        offer(self._spelling, menu, cursor.selectedText(), partial(_put, cursor))


def _put(cursor: QTextCursor, word: str) -> None:
    cursor.insertText(word, cursor.charFormat())


def hard_in(known: frozenset[str]) -> Finder:
    """The sentences of a paragraph that read hard."""

    def find(text: str) -> Iterator[Mark]:
        at = 0
        for each in hard(text, known):
            start = text.find(each.sentence, at)
            if start >= 0:
                at = start + len(each.sentence)
                yield Mark(start, at, each.why)

    return find
