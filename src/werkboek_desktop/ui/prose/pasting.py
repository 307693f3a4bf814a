"""Pasting: what comes from elsewhere is cleaned at once; where it stands is kept, so that one can have it otherwise."""

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QTextEdit
from shiboken6 import isValid

from werkboek_desktop.domain.inline import Run
from werkboek_desktop.domain.pasting.cleaning import Cleaned
from werkboek_desktop.domain.shown_prose import Line, ShownProse, write_line
from werkboek_desktop.errors import PasteTooLarge, TextFull
from werkboek_desktop.ui.prose.document import lines_between, shape
from werkboek_desktop.ui.work import Jobs
from werkboek_desktop.workspace.pasting import EVERY_RULE, MOST, Pasted, cleaned, pasted

OWN = "application/x-werkboek-prose"
"""What was copied here needs no cleaning."""
AT_ONCE = 8_000
"""Letters that are cleaned before one sees it; more is cleaned beside the window."""
_NOTHING = Line("", 0, ())
NO_RULE = frozenset(rule.key for rule in EVERY_RULE)


class Passage:
    """A stretch of a text that was cleaned, which may be had otherwise as long as it stands there."""

    def __init__(self, pasting: "Pasting", chosen: QTextCursor, source: Pasted, made: Cleaned) -> None:
        self.pasting, self.text, self.source, self.made = pasting, pasting.text, source, made
        self._start, self._end = QTextCursor(chosen), QTextCursor(chosen)
        self._start.setPosition(chosen.selectionStart())
        self._end.setPosition(chosen.selectionEnd())
        self.put(made)

    def said(self) -> str:
        """What was done: `12 afbreekstreepjes weg, 3 aanhalingstekens`."""
        return ", ".join(filter(None, (str(self.made), *self.source.left_out)))

    def is_there(self) -> bool:
        """Whether something of it still stands in the text, and that on the screen."""
        return isValid(self.text) and self.text.isVisible() and self._start.position() < self._end.position()

    def put(self, made: Cleaned) -> None:
        """Puts this in the place of what stands there; one undo takes it back."""
        self.made = made
        cursor = self.text.textCursor()
        cursor.setPosition(self._start.position())
        cursor.setPosition(self._end.position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if not cursor.block().text():
            shape(cursor, "")
        start = cursor.position()
        self.text.setTextCursor(cursor)
        self.pasting.insert(self._lines(made.text, cursor))
        cursor.endEditBlock()
        self._end.setPosition(self.text.textCursor().position())
        self._start.setPosition(start)
        for edge in (self._start, self._end):
            edge.setKeepPositionOnInsert(True)

    def _lines(self, value: str, cursor: QTextCursor) -> list[Line]:
        """The lines; what was copied with the end of a line before or behind it does not go on in a paragraph there."""
        lines, source = ShownProse(value).lines, self.source.text
        goes_on = source[:1].isspace() and not cursor.atBlockStart(), source[-1:].isspace() and not cursor.atBlockEnd()
        if len(lines) == 1:
            before, after = (Run(" " * beside) for beside in goes_on)
            return [lines[0]._replace(runs=(before, *lines[0].runs, after))]
        ahead, behind = goes_on[0] and source[0] == "\n", goes_on[1] and source[-1] == "\n"
        return [*[_NOTHING] * ahead, *lines, *[_NOTHING] * behind]


class Pasting(QObject):
    """Pastes in one text; `insert` puts lines where its cursor is.

    `cleaned`: a `Passage` that was; `refused`: what cannot be pasted, and nothing was.
    """

    cleaned = Signal(object)
    clean_already = Signal()
    refused = Signal(object)

    def __init__(
        self, text: QTextEdit, insert: Callable[[list[Line]], None], has_room: Callable[[int, QTextCursor], bool]
    ) -> None:
        super().__init__(text)
        self.text, self.insert, self._has_room = text, insert, has_room
        self._jobs: Jobs | None = None
        self._text_shown = 0

    def forget(self) -> None:
        """Another text is shown: what is still being cleaned was meant for the one before, and comes nowhere."""
        self._text_shown += 1

    def paste(self, data: QMimeData) -> None:
        """Puts what another program copied here, cleaned."""
        if data.hasFormat(OWN):
            value = bytes(data.data(OWN).data()).decode()
            if self._fits(value, self.text.textCursor()):
                self.insert(ShownProse(value).lines)
            return
        text = data.text()
        html = data.html() if data.hasHtml() and len(text) <= MOST else ""
        self._take(lambda: pasted(text, html), len(text) + len(html))

    def _fits(self, value: str, place: QTextCursor) -> bool:
        """Whether there is room for it; where there is not, that is said and nothing changes."""
        fits = self._has_room(len(value), place)
        if not fits:
            self.refused.emit(TextFull(MOST))
        return fits

    def paste_bare(self) -> None:
        """Puts the words that were copied here as they are; not where one only reads."""
        if self.text.isReadOnly():
            return
        text = QGuiApplication.clipboard().text()
        self._take(lambda: pasted(text), len(text), NO_RULE)

    def clean(self) -> None:
        """Cleans what is chosen here, or all of it; not where one only reads."""
        if self.text.isReadOnly():
            return
        place = self.text.textCursor()
        if not place.hasSelection():
            place.select(QTextCursor.SelectionType.Document)
        source = Pasted("\n".join(map(write_line, lines_between(place))))

        def show(made: Cleaned) -> None:
            if made.text == source.text:
                self.clean_already.emit()
            else:
                self.cleaned.emit(Passage(self, place, source, made))

        self._do(lambda: cleaned(source), len(source.text), show)

    def look(self, passage: Passage, without: Collection[str], done: Callable[[Cleaned], None]) -> None:
        """How a passage is without some of the rules."""
        self._do(lambda: cleaned(passage.source, without), len(passage.source.text), done)

    def _take(self, read: Callable[[], Pasted], letters: int, without: Collection[str] = ()) -> None:
        place = QTextCursor(self.text.textCursor())

        def work() -> tuple[Pasted, Cleaned] | PasteTooLarge:
            try:
                source = read()
            except PasteTooLarge as error:
                return error
            return source, cleaned(source, without)

        def show(result: tuple[Pasted, Cleaned] | PasteTooLarge) -> None:
            if isinstance(result, PasteTooLarge):
                self.refused.emit(result)
            elif self._fits(result[1].text, place):
                self.cleaned.emit(Passage(self, place, *result))

        self._do(work, letters, show)

    def _do(self, work: Callable[[], object], letters: int, done: Callable[[Any], None]) -> None:
        if letters <= AT_ONCE:
            done(work())
            return
        meant_for = self._text_shown

        def take(result: object) -> None:
            if meant_for == self._text_shown:
                done(result)

        if self._jobs is None:
            self._jobs = Jobs(self)
        self._jobs.look_up(work, take)
