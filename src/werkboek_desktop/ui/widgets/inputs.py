"""Inputs of one line: they leave the wheel to the page until they have the keyboard, and Tab leaves them."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionFrame,
    QToolButton,
)

from werkboek_desktop.ui.theme.icons import icon, paint_icon
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.undo_keys import is_undo_key
from werkboek_desktop.ui.words import tr

if TYPE_CHECKING:  # Qt makes each of its classes when it is first named, and the first list needs none of these
    from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QWheelEvent
    from PySide6.QtWidgets import QCompleter, QStyleOptionComboBox

WINDOW_KEYS = frozenset({Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_S})
WIDE = 150
NARROW = 100
"""Of a drop-down list at 100 %."""
DOTS = "…"
DIGITS = "0000"
"""What there is room for beside a unit at least."""
EDGE = 2
"""Pixels that Qt keeps free at both ends of a line."""
TWO_LINES = 0.58
"""Which part of a sentence's length two lines of it take, words being what they are."""


def is_window_key(event: QEvent) -> bool:
    """Whether it asks for a key that some systems give to text fields: Ctrl+K would wipe the rest of the line."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    event.ignore()
    return event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in WINDOW_KEYS


class Choice(QComboBox):
    """A drop-down list; each item carries the value it stands for."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """The same for every list: long choices are read when it is open, and asking Qt takes long."""
        return QSize(theme().px(WIDE), theme().size("control_h"))

    def minimumSizeHint(self) -> QSize:
        """A short word and the arrow."""
        return QSize(theme().px(NARROW), theme().size("control_h"))

    def showPopup(self) -> None:
        """The list that opens is called like the field."""
        self.view().setAccessibleName(self.accessibleName())
        self.view().installEventFilter(self)
        super().showPopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab takes what is marked in the open list and goes on; else Qt keeps it there."""
        is_tab = isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        if not (is_tab and event.type() == QEvent.Type.KeyPress and watched is self.view()):
            return super().eventFilter(watched, event)
        marked = self.view().currentIndex().row()
        self.hidePopup()
        if marked not in {-1, self.currentIndex()}:
            self.setCurrentIndex(marked)
            self.activated.emit(marked)
        QApplication.sendEvent(self, event)
        return True

    def initStyleOption(self, option: "QStyleOptionComboBox") -> None:
        """A choice that is longer than its room ends in dots, before the arrow."""
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width() - 2 * EDGE
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)

    def wheelEvent(self, event: "QWheelEvent") -> None:
        """The wheel scrolls the page, and never changes what is chosen."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds the arrow."""
        super().paintEvent(event)
        side = theme().px(16)
        painter = QPainter(self)
        right = self.width() - side - theme().space(10)
        paint_icon(painter, "chevron-down", QRectF(right, (self.height() - side) / 2, side, side))
        painter.end()


class Tick(QCheckBox):
    """A box to tick, of which the words go on in the next line where there is no room."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._words = text
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        lines = self._lines(width)
        return max(theme().size("hit_min"), len(lines) * self.fontMetrics().lineSpacing() + theme().space(4))

    def sizeHint(self) -> QSize:
        """All on one line."""
        metrics = QFontMetrics(theme().font("body"))
        return QSize(metrics.horizontalAdvance(self._words) + self._beside(), theme().size("hit_min"))

    def minimumSizeHint(self) -> QSize:
        """Room for its words on two lines or so, and for its longest one."""
        metrics = QFontMetrics(theme().font("body"))
        longest = max(map(metrics.horizontalAdvance, self._words.split()), default=0)
        half = round(metrics.horizontalAdvance(self._words) * TWO_LINES)
        return QSize(max(longest, half) + self._beside(), theme().size("hit_min"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divides the words over lines anew."""
        super().resizeEvent(event)
        text = "\n".join(self._lines(event.size().width()))
        if text != self.text():
            self.setText(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box stands at the first line, where one reads; Qt puts it in the midst of all lines."""
        painter, style, option = QPainter(self), self.style(), QStyleOptionButton()
        self.initStyleOption(option)
        box = style.subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        option.rect = style.subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        style.drawControl(QStyle.ControlElement.CE_CheckBoxLabel, option, painter, self)
        option.rect = box.translated(0, -round(self.text().count("\n") * self.fontMetrics().lineSpacing() / 2))
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, painter, self)
        painter.end()

    def _beside(self) -> int:
        return theme().px(20) + theme().space(9) + theme().space(4)

    def _lines(self, width: int) -> list[str]:
        metrics, room = QFontMetrics(theme().font("body")), width - self._beside()
        lines: list[str] = []
        for word in self._words.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and metrics.horizontalAdvance(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines


class LineInput(QLineEdit):
    """One line, with what a number counts inside it. `left` says that the keyboard went elsewhere."""

    left = Signal()
    came = Signal()
    asked = Signal()
    """Somebody wants to see all there is to choose from."""
    shown = Signal()
    """Another text stands here than somebody typed."""
    menu_opens = Signal(object, int)
    """Its menu is made, asked for at this place of the text."""

    def __init__(self, unit: str = "") -> None:
        super().__init__()
        self.is_composing = False
        self._unit = unit
        self._wipe: QToolButton | None = None

    @property
    def _leads(self) -> bool:
        """A currency stands before its number."""
        return not self._unit[:1].isalpha()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The unit stands in it where there is room for both: in a narrow cell what one types goes first."""
        super().resizeEvent(event)
        if self._unit:
            metrics = QFontMetricsF(theme().font("body"))
            room = round(metrics.horizontalAdvance(self._unit)) + theme().space(6)
            margins = QMargins(*((room, 0, 0, 0) if self._leads else (0, 0, room, 0)))
            fits = self._inner().width() - room >= metrics.horizontalAdvance(DIGITS)
            self.setTextMargins(margins if fits else QMargins())

    def event(self, event: QEvent) -> bool:
        """Leaves the keys of the window to the window."""
        return is_window_key(event) or is_undo_key(event, self) or super().event(event)

    def search(self) -> None:
        """Shows that one looks for something here, and a way to wipe what was typed."""
        self.addAction(QAction(icon("search"), tr("Zoeken"), self), self.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        if wipe := self.findChild(QAction, "_q_qlineeditclearaction"):
            wipe.setIcon(icon("x"))
        for each in self.findChildren(QToolButton):
            each.setAccessibleName(each.text() or tr("Wissen"))
            self._wipe = each if each.defaultAction() is wipe else self._wipe

    def changeEvent(self, event: QEvent) -> None:
        """Another style has icons of another size; Qt makes room for those when the field gets another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.event(QResizeEvent(self.size(), self.size()))

    def can_undo(self) -> bool:
        """Whether something was typed here that can be taken back."""
        return self.isUndoAvailable()

    def can_redo(self) -> bool:
        """Whether something that was taken back can come again."""
        return self.isRedoAvailable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down asks for all that it suggests. Enter is for here: it presses no button that the keyboard comes to."""
        if event.key() == Qt.Key.Key_Down:
            self.asked.emit()
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._offers():
            event.accept()

    def _offers(self) -> bool:
        """Whether a list is open below it, which Enter chooses from."""
        completer = cast("QCompleter | None", self.completer())
        popup = completer.popup() if completer is not None else None
        return popup is not None and popup.isVisible()

    def inputMethodEvent(self, event: "QInputMethodEvent") -> None:
        """Knows whether a letter is being put together from several keys."""
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def contextMenuEvent(self, event: "QContextMenuEvent") -> None:
        """Its menu, to which others add what they know of the place that it was asked at."""
        by_key = event.reason() == event.Reason.Keyboard
        at = self.cursorPosition() if by_key else self.cursorPositionAt(event.pos())
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_opens.emit(menu, at)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that the keyboard came."""
        super().focusInEvent(event)
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tells it; a pop-up menu does not count as leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def goes_on(self) -> str:
        """How much of a text that is too long for the line is shown of it; nothing while all fits, or one is in it."""
        if self.hasFocus() or self.cursorPosition():
            return ""
        metrics, text = QFontMetricsF(self.font()), self.displayText()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._words_in().width())
        return "" if shown == text else shown.removesuffix(DOTS)

    def _words_in(self) -> QRectF:
        """Where the words stand: Qt keeps two pixels at both sides, and room for its buttons."""
        beside = sum(each.width() for each in self.findChildren(QToolButton) if each.isVisible())
        return QRectF(self._inner().marginsRemoved(self.textMargins()).adjusted(EDGE, 0, -EDGE - beside, 0))

    def _inner(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)

    def _paint_end(self, painter: QPainter, shown: str) -> None:
        """Dots at the end say that it goes on, and no letter is cut through."""
        room = self._words_in()
        room.setLeft(room.left() + QFontMetricsF(self.font()).horizontalAdvance(shown))
        painter.fillRect(room.adjusted(0, 0, EDGE, 0), self.palette().base())
        painter.setFont(self.font())
        painter.setPen(theme().color("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, DOTS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds the unit, and dots where it goes on."""
        super().paintEvent(event)
        if shown := self.goes_on():
            painter = QPainter(self)
            self._paint_end(painter, shown)
            painter.end()
        if not self.textMargins().isNull():
            painter = QPainter(self)
            painter.setFont(theme().font("body"))
            painter.setPen(theme().color("text2"))
            side = theme().space(12)
            across = Qt.AlignmentFlag.AlignLeft if self._leads else Qt.AlignmentFlag.AlignRight
            painter.drawText(
                self.rect().adjusted(side, 0, -side, 0), across | Qt.AlignmentFlag.AlignVCenter, self._unit
            )
            painter.end()

    def text_now(self) -> str:
        """The text as typed."""
        return self.text()

    def show_text(self, text: str) -> None:
        """Shows a text without telling anybody that it changed, its beginning in sight."""
        self.blockSignals(True)
        self.setText(text)
        self.setCursorPosition(0)
        self.blockSignals(False)
        if self._wipe:  # Qt shows it by the signal that nobody was to hear
            self._wipe.setVisible(bool(text))
            self._wipe.setProperty("opacity", float(bool(text)))
        self.shown.emit()
