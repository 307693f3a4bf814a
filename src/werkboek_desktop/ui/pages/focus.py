"""The text alone (F11): in the middle, at reading width, the line that is written never low on the screen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.text import count_words
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.forms.field_row import FieldRow
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.prose.outline import Outline
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, column, label, row
from werkboek_desktop.ui.widgets.keys import hears
from werkboek_desktop.ui.widgets.meters import WordBar
from werkboek_desktop.ui.widgets.typewriter import Typewriter
from werkboek_desktop.ui.words import tr

SETTLES = 150
LEAST = 170
"""How wide the headings beside the text are at least, at 100 %."""
WORDS = 240
"""Room for the words of a text, at 100 %."""


class FocusPage(Page):
    """Borrows the input of a field and gives it back: its cursor, what can be undone in it, what is being typed.

    `done`: somebody has enough of it.
    """

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._row: FieldRow | None = None
        self._last: tuple[FieldRow, str] | None = None
        self._where = label("", "caption", "text2", wrap=True)
        self._bar = row()
        self._words: WordBar | None = None
        self._column = column(margins=(24, 0, 24, 0))
        text = QWidget()
        text.setLayout(self._column)
        text.setMaximumWidth(theme().size("prose_max") + 2 * theme().space(24))
        self._area = Typewriter(text)
        self.outline = Outline()
        self.outline.setParent(self)
        self.outline.hide()
        self._soon = QTimer(self, singleShot=True, interval=SETTLES)
        self._soon.timeout.connect(self._say)
        hears(self, self.done, "Esc")
        close = button("", self.done.emit, "quiet", "x", tr("Terug naar het formulier (Esc)"))
        head = row(self._where, self._bar, close, margins=(24, 10, 12, 6), gap=16)
        head.setStretch(0, 1)
        layout = column(head, self._area, gap=0)
        layout.setStretch(1, 1)
        self.setProperty("page", "surface")
        self.setProperty("alone", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setLayout(layout)
        self.outline.raise_()

    @property
    def row(self) -> FieldRow | None:
        """The field whose text is here."""
        return self._row if self._row is not None and isValid(self._row) else None

    def borrow(self, row_: FieldRow, of: str) -> None:
        """Takes the text of a field; `of` is what it is a part of."""
        editor = row_.editor
        assert isinstance(editor, ProseEditor)
        self._row, self._last = row_, (row_, of)
        self._where.setText(f"{of} · {row_.field.label}")
        self._words = WordBar(row_.field.words)
        self._bar.addWidget(self._words)
        self._column.addWidget(editor.lend())
        row_.told.connect(self._say_soon)
        editor.input.cursorPositionChanged.connect(self._say_soon)

    def arrive(self) -> None:
        """The keyboard is in the text; who comes back from another page finds the same one."""
        if self._row is None and self._last and isValid(self._last[0]):
            self.borrow(*self._last)
        if self.row and isinstance(self.row.editor, ProseEditor):
            self.row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.row.editor.input.seek()
            self._say()
        else:
            self.done.emit()

    def give_back(self) -> None:
        """The text is in its form again."""
        row_, self._row = self.row, None
        if self._words:
            self._bar.removeWidget(self._words)
            self._words.deleteLater()
            self._words = None
        if row_ is None or not isinstance(row_.editor, ProseEditor):
            return
        row_.told.disconnect(self._say_soon)
        row_.editor.input.cursorPositionChanged.disconnect(self._say_soon)
        row_.editor.take_back()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere finds the text where it belongs."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.give_back()

    def _say_soon(self) -> None:
        self._soon.start()

    def _say(self) -> None:
        row_ = self.row
        if row_ is None or self._words is None or not isinstance(row_.editor, ProseEditor):
            return
        self._words.show_words(count_words(row_.editor.text()))
        self._place(has=self.outline.show_of(row_.editor.input))

    def _place(self, *, has: bool) -> None:
        """The headings in the margin at the left, where there is room."""
        gap = theme().space(24)
        room = (self.width() - theme().size("prose_max")) // 2 - 3 * gap
        top = self._area.y() + gap
        high = min(self.outline.high(), self.height() - top - gap)
        self.outline.setGeometry(gap, top, min(room, theme().px(WORDS)), high)
        self.outline.setVisible(has and room >= theme().px(LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margins are others."""
        super().resizeEvent(event)
        self._soon.start()

    def refresh(self, _records: frozenset[RecordId]) -> None:
        """Shows what changed elsewhere; what is being typed stays. In a text with two versions nobody writes."""
        if self.row:
            self.row.refresh()
            if self.row.editor.isHidden():
                self.done.emit()

    def leave(self) -> None:
        """Seals what is being typed."""
        if self.row:
            self.row.leave()

    def regions(self) -> Sequence[QWidget]:
        """The headings, and the text."""
        return (self.outline, self._area)
