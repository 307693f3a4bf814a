"""The headings and texts of the whole book that are there as widgets. A text that went out of sight serves again."""

from collections import defaultdict
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.readthrough import Part, Passage
from werkboek_desktop.ui.pages.readthrough.sheet import NOWHERE, Key, Sheet
from werkboek_desktop.ui.pages.readthrough.text_row import PartHead, TextRow
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.turns import in_turns

SPARE = 3
"""So many of the same field of other records are kept."""

type _Like = tuple[str, str, str]
"""A kind, a field of it, and what that is called."""


class Live:
    """Makes them in `holder` and lets them go; `watcher` is told what happens to each, `choose` what one asks for."""

    def __init__(
        self, session: Session, holder: QWidget, watcher: QObject, choose: Callable[[str, str], object]
    ) -> None:
        self.widgets: dict[Key, QWidget] = {}
        self.is_other = False
        """Whether texts came or went since somebody looked."""
        self.only_reads = False
        self._session = session
        self._holder = holder
        self._watcher = watcher
        self._choose = choose
        self._spare: defaultdict[_Like, list[TextRow]] = defaultdict(list)

    def rows(self) -> list[TextRow]:
        """The texts that are there, from top to bottom."""
        return sorted((row for row in self.widgets.values() if isinstance(row, TextRow)), key=lambda row: row.y())

    def held(self) -> Key:
        """What the keyboard is in."""
        focus = QApplication.focusWidget()
        if focus is None or not self._holder.isAncestorOf(focus):
            return NOWHERE
        return next((key for key, widget in self.widgets.items() if widget.isAncestorOf(focus)), NOWHERE)

    def is_kept(self, key: Key) -> bool:
        """Whether it stays wherever one scrolls to: it has the keyboard, or words that are no change yet."""
        widget = self.widgets[key]
        return key == self.held() or (isinstance(widget, TextRow) and widget.is_written)

    def add(self, sheet: Sheet, at: int) -> QWidget:
        """Makes a heading or a text, where there is none to serve again."""
        part, passage = sheet.parts[sheet.part_at(at)], sheet.passage_at(at)
        made = self._text(part, passage) if passage else PartHead(part, self._holder)
        self.widgets[sheet.keys[at]] = made
        self.is_other = True
        made.installEventFilter(self._watcher)
        return made

    def _text(self, part: Part, passage: Passage) -> TextRow:
        like = self._like(passage)
        row = self._spare[like].pop() if self._spare[like] else self._new(passage, like[0])
        row.show_passage(passage, part.title)
        row.only_read(on=self.only_reads)
        return row

    def _new(self, passage: Passage, kind: str) -> TextRow:
        made = TextRow(passage, kind, self._session, self._holder)
        made.choose.connect(self._choose)
        return made

    def _like(self, passage: Passage) -> _Like:
        return self._session.kind_of(passage.record), passage.field, passage.label

    def drop(self, key: Key) -> None:
        """Seals what was typed in it, and takes it out of sight."""
        widget = self.widgets.pop(key)
        self.is_other = True
        widget.removeEventFilter(self._watcher)
        widget.hide()
        if isinstance(widget, TextRow):
            widget.leave()
            like = self._like(widget.passage)
            if len(self._spare[like]) < SPARE and not widget.is_written:
                self._spare[like].append(widget)
                return
        widget.deleteLater()

    def only_read(self, *, on: bool) -> None:
        """Whether one writes in them."""
        self.only_reads = on
        for row in self.rows():
            row.only_read(on=on)

    def refresh(self, records: set[RecordId]) -> None:
        """Shows these as the project has them; what is being typed stays."""
        held = self.widgets.get(self.held())
        rows = sorted(self.rows(), key=lambda row: row is not held)  # before the next key
        in_turns(self._holder, [partial(_refresh, row) for row in rows if row.passage.record in records])

    def leave(self) -> None:
        """Seals whatever is being typed."""
        for row in self.rows():
            row.leave()


def _refresh(row: TextRow) -> None:
    if isValid(row):
        row.refresh()


def height_of(widget: QWidget, wide: int) -> int:
    """How high it is at this width."""
    layout = widget.layout()
    if layout is None:
        return widget.height()
    if widget.width() != wide:
        widget.resize(wide, widget.height())
    if isinstance(widget, TextRow) and (inner := widget.editor.layout()):
        inner.activate()
    layout.activate()
    return layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
