"""A month to pick a day from, for a line in which one can type it too."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent, QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QWidget

from werkboek_desktop.domain.dates import read_date
from werkboek_desktop.domain.dutch import day
from werkboek_desktop.domain.values import BadValue
from werkboek_desktop.ui.theme.icons import icon
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import column
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.words import tr

FORGOTTEN = 14
"""How much of its last week, and beside its days, Qt leaves out when it says how large a month is, at 100 %."""
ALT = Qt.KeyboardModifier.AltModifier


class DayPicker(QObject):
    """The calendar of a line: behind a button in it, and under Alt+Down. `picked` has the day as one types it."""

    picked = Signal(str)

    def __init__(self, line: LineInput, name: str, today: Callable[[], date]) -> None:
        super().__init__(line)
        self._line = line
        self._today = today
        action = QAction(icon("calendar"), f"{name}: {tr('kalender (Alt+Omlaag)')}", line)
        action.triggered.connect(self.show)
        line.addAction(action, line.ActionPosition.TrailingPosition)
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+Down is its own, in a table too, where it moves a row elsewhere."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Down or event.modifiers() != ALT:
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.show()
        return True

    def show(self) -> None:
        """A month to pick a day from, below the line; at the day that stands there, else at today."""
        pop_up = Calendar(self._stands(), self._today())
        pop_up.picked.connect(self._pick)
        pop_up.setParent(self._line, Qt.WindowType.Popup)
        pop_up.move(self._line.mapToGlobal(QPoint(0, self._line.height() + theme().space(4))))
        pop_up.show()
        pop_up.month.setFocus(Qt.FocusReason.PopupFocusReason)

    def _stands(self) -> date:
        try:
            return date.fromisoformat(read_date(self._line.text_now(), self._today()))
        except BadValue:
            return self._today()

    def _pick(self, picked: str) -> None:
        self.picked.emit(day(date.fromisoformat(picked)))
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)


class Month(QCalendarWidget):
    """Days of the months beside it are small and slanted: a colour alone would not tell them apart."""

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:
        """Paints one day."""
        if (date.year(), date.month()) == (self.yearShown(), self.monthShown()):
            super().paintCell(painter, rect, date)
            return
        slanted = QFont(theme().font("caption"))
        slanted.setItalic(True)
        painter.setFont(slanted)
        painter.setPen(theme().color("text3"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(date.day()))


class Calendar(QFrame):
    """One month. Enter or a click picks a day, Esc goes back."""

    picked = Signal(str)

    def __init__(self, stands: date, today: date) -> None:
        super().__init__()
        self.setProperty("card", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.month = Month()
        self.month.setAccessibleName(tr("Kalender"))
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._dress()
        hint = self.month.sizeHint()
        self.month.setMinimumSize(hint.width() + 2 * theme().px(FORGOTTEN), hint.height() + theme().px(FORGOTTEN))
        self.month.setSelectedDate(QDate(stands.year, stands.month, stands.day))
        self._mark(today)
        self.month.activated.connect(self._pick)
        self.month.clicked.connect(self._pick)
        self.setLayout(column(self.month, margins=(4, 4, 4, 4)))

    def _dress(self) -> None:
        """Qt paints weekends red and its own arrows; neither means anything here."""
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(theme().color("text"))
        head.setForeground(theme().color("text2"))
        head.setBackground(theme().color("surface"))
        self.month.setHeaderTextFormat(head)
        for free in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(free, plain)
        arrows = {"prev": ("chevron-left", tr("Vorige maand")), "next": ("chevron-right", tr("Volgende maand"))}
        for which, (arrow, name) in arrows.items():
            tool = self.month.findChild(QToolButton, f"qt_calendar_{which}month")
            if tool:
                tool.setIcon(icon(arrow))
                tool.setAccessibleName(name)
        if days := self.month.findChild(QWidget, "qt_calendar_calendarview"):
            days.setAccessibleName(tr("Dagen"))
        if year := self.month.findChild(QWidget, "qt_calendar_yearedit"):
            year.setAccessibleName(tr("Jaar"))

    def _mark(self, today: date) -> None:
        marked = QTextCharFormat()
        marked.setFontUnderline(True)
        marked.setForeground(theme().color("accent"))
        self.month.setDateTextFormat(QDate(today.year, today.month, today.day), marked)

    def _pick(self, chosen: QDate) -> None:
        self.picked.emit(chosen.toString(Qt.DateFormat.ISODate))
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
