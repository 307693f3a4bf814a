"""The input of long texts: it leaves the wheel to the page, and Tab leaves it."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QTextEdit, QWidget

from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.inputs import is_window_key
from werkboek_desktop.ui.widgets.undo_keys import is_undo_key


def line_height(role: str) -> float:
    """The line height of the tokens as Qt counts it: in percents of the font's own."""
    font, step = theme().font(role), theme().step(role)
    return 100 * step.line * font.pixelSize() / QFontMetricsF(font).height()


class ProseInput(QTextEdit):
    """Plain text of any length, as high as it is long; Tab leaves it. `left`: the keyboard went elsewhere."""

    left = Signal()

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self._lines = lines
        self.setProperty("prose", "true")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._seek = QTimer(self, singleShot=True, interval=0)
        self._seek.timeout.connect(self._show_caret)
        self.cursorPositionChanged.connect(self._seek.start)

    def event(self, event: QEvent) -> bool:
        """Leaves the keys of the window to the window."""
        return is_window_key(event) or is_undo_key(event, self) or super().event(event)

    def can_undo(self) -> bool:
        """Whether something was typed here that can be taken back."""
        return self.document().isUndoAvailable()

    def can_redo(self) -> bool:
        """Whether something that was taken back can come again."""
        return self.document().isRedoAvailable()

    def text_now(self) -> str:
        """The text as typed, with Qt's own paragraph marks: `clean_text` is next."""
        return self.document().toRawText()

    def show_text(self, text: str) -> None:
        """Shows a text without telling anybody that it changed; there is nothing to undo after it."""
        self.blockSignals(True)
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(line_height("prose"), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spacing.setBottomMargin(theme().space(8))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        self.document().setUndoRedoEnabled(True)
        self.blockSignals(False)
        self._grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells it; a pop-up menu does not count as leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, never the text in its box."""
        event.ignore()

    def _show_caret(self) -> None:
        """The page scrolls along with what is written, for a text may be higher than the screen."""
        area: QWidget | None = self
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        content = area.widget() if area is not None else None
        if area is None or content is None or not self.hasFocus():
            return
        caret = self.cursorRect()
        for point in (caret.bottomLeft(), caret.topLeft()):
            at = self.viewport().mapTo(content, point)
            area.ensureVisible(at.x(), at.y(), 0, theme().space(24))

    def _grow(self) -> None:
        line = theme().px(28)
        inner = max(round(self.document().size().height()), self._lines * line)
        self.setFixedHeight(inner + 2 * theme().space(6))
