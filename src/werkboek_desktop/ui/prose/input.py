"""The editor of a text: as high as it is long, headings, lists, emphasis and links, and nothing else."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, QKeyCombination, QMimeData, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QToolTip

from werkboek_desktop.domain.shown_prose import Line, ShownProse, write_line
from werkboek_desktop.domain.values import PROSE_CHARACTERS
from werkboek_desktop.errors import TextFull
from werkboek_desktop.settings import Settings
from werkboek_desktop.ui.prose import shaping
from werkboek_desktop.ui.prose.document import fill, lines_between, shape
from werkboek_desktop.ui.prose.dressing import WAIT, Dressing
from werkboek_desktop.ui.prose.link import ask_link
from werkboek_desktop.ui.prose.marks import Finder, Layer, Mark
from werkboek_desktop.ui.prose.pasting import OWN, Pasting
from werkboek_desktop.ui.prose.reading import ReadLines
from werkboek_desktop.ui.prose.typing import typeset
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.inputs import is_window_key
from werkboek_desktop.ui.widgets.sight import show_point
from werkboek_desktop.ui.widgets.undo_keys import is_undo_key

BARE = QKeyCombination(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_V)
"""Pastes words alone."""
LINK = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)

AROUND, HEADING = 24, 76
"""Pixels of the page above and below the line that one is at, and above the first one, which has its heading there."""
IN_STEPS = 20_000
"""So many letters are laid out over several turns."""
NEARLY_FULL = PROSE_CHARACTERS * 9 // 10


class ProseInput(QTextEdit):
    """Shows a value and gives it back byte for byte; Tab leaves it. `entered`, `left`: the keyboard came, or went."""

    entered = Signal()
    left = Signal()
    menu_opens = Signal(object, int)
    """Its menu is made, asked for at this place of the text."""
    written = Signal()
    """Somebody changed something; that marks were drawn is none of that, as it is of `textChanged`."""

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self._lines = lines
        self.settings: Callable[[], Settings] = Settings
        self._shown = ShownProse("")
        self._read = ReadLines(self.document())
        self.setProperty("prose", "true")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setIndentWidth(theme().space(24))
        self.pasting = Pasting(self, self.insert_lines, self.has_room)
        self._dressing: Dressing | None = None
        self._layers: dict[Layer, Finder] = {}
        self._marked = QTimer(self, singleShot=True, interval=WAIT)
        self._marked.timeout.connect(self._dress)
        self.document().contentsChange.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._grow_on)
        self._seek = QTimer(self, singleShot=True, interval=0)
        self._seek.timeout.connect(self._show_caret)
        self.cursorPositionChanged.connect(self._seek.start)

    def show_bare(self) -> None:
        """In a text that goes on above and below it: without a frame, and no higher than its words."""
        self._lines = 1
        self.setProperty("bare", "row")

    def event(self, event: QEvent) -> bool:
        """Leaves the keys of the window to the window."""
        return is_window_key(event) or is_undo_key(event, self) or super().event(event)

    def can_undo(self) -> bool:
        """Whether something was typed here that can be taken back."""
        return self.document().isUndoAvailable()

    def can_redo(self) -> bool:
        """Whether something that was taken back can come again."""
        return self.document().isRedoAvailable()

    def value(self) -> str:
        """The text; what nobody touched is as it came."""
        return self._shown.value(self._read.lines())

    def show_value(self, value: str) -> None:
        """Shows a text without telling anybody that it changed; there is nothing to undo after it.

        What stands there already keeps its place, and the cursor in it.
        """
        self._shown = ShownProse(value)
        if self._shown.lines == self._read.lines():
            self.document().clearUndoRedoStacks()
            self._grow()
            return
        self.pasting.forget()
        self.blockSignals(True)
        self.document().setUndoRedoEnabled(False)
        self._dress_shapes(self._shown.lines)
        if self._dressing:
            self._dressing.begin_with(len(value))
        fill(self.document(), self._shown.lines, lambda: self.setTextCursor(QTextCursor(self.document())))
        self._read.know(self._shown.lines)
        self.document().setUndoRedoEnabled(True)
        self.blockSignals(False)
        self._grow()

    def set_layer(self, layer: Layer, finder: Finder | None) -> None:
        """Which marks stand in the text, from a moment later on: who opens it reads first."""
        if self._dressing:
            self._dressing.set_layer(layer, finder)
        elif finder:
            self._layers[layer] = finder
            self._marked.start()
        else:
            self._layers.pop(layer, None)

    def _dress(self) -> Dressing:
        """Plain text that nobody writes in needs no dressing, and most texts of a form are that."""
        if self._dressing is None:
            self._dressing = Dressing(self.document())
            for layer, finder in self._layers.items():
                self._dressing.set_layer(layer, finder)
        return self._dressing

    def _dress_shapes(self, lines: list[Line]) -> None:
        if any(line.marker or any(run.link for run in line.runs) for line in lines):
            self._dress()

    def marks(self, layer: Layer) -> list[Mark]:
        """The marks of a layer, by their positions in the whole text."""
        found = []
        block = self.document().begin()
        while block.isValid():
            found += self._marks_in(block, layer)
            block = block.next()
        return found

    def marks_at(self, layer: Layer, at: int) -> list[Mark]:
        """The marks of a layer at a place in the text; only its paragraph is looked through."""
        marks = self._marks_in(self.document().findBlock(at), layer)
        return [mark for mark in marks if mark.start <= at <= mark.end]

    def _marks_in(self, block: QTextBlock, layer: Layer) -> list[Mark]:
        at = block.position()
        return [Mark(at + mark.start, at + mark.end, mark.tip) for mark in self._dress().marks(block, layer)]

    def replace(self, value: str) -> None:
        """Puts another text here; undo brings the one before back."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        shape(cursor, "")
        self.setTextCursor(cursor)
        self.insert_lines(ShownProse(value).lines)
        cursor.endEditBlock()

    def has_room(self, letters: int, place: QTextCursor) -> bool:
        """Whether so many fit in the place of what is chosen there; the whole text is read only where they may not."""
        more = letters - abs(place.position() - place.anchor())
        if self.document().characterCount() + more <= NEARLY_FULL:
            return True
        return more <= 0 or len(self.value()) + more <= PROSE_CHARACTERS

    def insert_lines(self, lines: list[Line]) -> None:
        """Puts lines where the cursor is: one goes on in its paragraph, more become paragraphs of their own."""
        self._dress_shapes(lines)
        piece = QTextDocument()
        piece.setDefaultFont(self.document().defaultFont())
        fill(piece, lines)
        self.textCursor().insertFragment(QTextDocumentFragment(piece))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Gives a text its shape by keys; the rest is typed. Where one only reads, all but copying is for the page."""
        if self.isReadOnly() and not event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()
        elif _types(event) and not self.has_room(1, self.textCursor()):
            self.pasting.refused.emit(TextFull(PROSE_CHARACTERS))
        elif event.keyCombination() == BARE:
            self.pasting.paste_bare()
        elif event.keyCombination() == LINK:
            ask_link(self)
        elif not shaping.press(self, event):
            super().keyPressEvent(event)
            typeset(self, event.text(), self.settings)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """The same for signs that are put together from two keys."""
        if event.commitString() and not self.has_room(len(event.commitString()), self.textCursor()):
            self.pasting.refused.emit(TextFull(PROSE_CHARACTERS))
            event.setCommitString("")
        super().inputMethodEvent(event)
        typeset(self, event.commitString(), self.settings)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied: with its shape for who can take it, as text for who cannot."""
        data = QMimeData()
        data.setHtml(self.textCursor().selection().toHtml())
        value = self.chosen_words()
        data.setText(value)
        data.setData(OWN, value.encode())
        return data

    def chosen_words(self) -> str:
        """What is chosen, as the value has it."""
        return "\n".join(map(write_line, lines_between(self.textCursor())))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes, cleaned."""
        self.pasting.paste(source)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a text, to which others add what they know of the place that it was asked at."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_opens.emit(menu, at.position())
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever writes here may give it shapes."""
        self._dress()
        super().focusInEvent(event)
        self.entered.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        """Pointing at a mark tells what there is to say of it."""
        if not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        at = self.cursorForPosition(event.pos()).position()
        marks = (mark for layer in Layer for mark in self.marks_at(layer, at))
        tips = dict.fromkeys(escape(mark.tip) for mark in marks if mark.tip)
        QToolTip.showText(event.globalPos(), "<br>".join(tips), self)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells it; a pop-up menu does not count as leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _tell(self, _position: int, _removed: int, _added: int) -> None:
        self.written.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, never the text in its box."""
        event.ignore()

    def seek(self) -> None:
        """The page shows where one writes, as soon as it has its height."""
        self._seek.start()

    def rest(self) -> None:
        """The page stays where it is until the cursor moves again."""
        self._seek.stop()

    def _show_caret(self) -> None:
        """The page scrolls along with what is written, for a text may be higher than the screen."""
        if self.hasFocus():
            caret = self.cursorRect()
            above = HEADING if caret.top() < caret.height() else AROUND
            show_point(self.viewport(), caret.bottomLeft(), AROUND)
            show_point(self.viewport(), caret.topLeft(), above)

    def _grow(self) -> None:
        """Of a long text it is told how high it is so far: Qt, asked for all of it, keeps one waiting."""
        if self.document().characterCount() <= IN_STEPS:
            self._grow_to(self.document().size())

    def _grow_on(self, size: QSizeF) -> None:
        if self.document().characterCount() > IN_STEPS:
            self._grow_to(size)
        else:
            self._grow()

    def _grow_to(self, size: QSizeF) -> None:
        inner = max(round(size.height()), self._lines * theme().px(28))
        self.setFixedHeight(inner + 2 * theme().space(6))


def _types(event: QKeyEvent) -> bool:
    """Whether a key puts something in the text."""
    return (event.text().isprintable() and bool(event.text())) or event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
