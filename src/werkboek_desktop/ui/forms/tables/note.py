"""What there is to say of what is typed in a row, right under it, with what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from werkboek_desktop.ui.forms.editor import Reading
from werkboek_desktop.ui.forms.saying import Saying
from werkboek_desktop.ui.forms.tables.view import ENTER, ItemTable
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import column

NOTHING = Reading(None)


class Note(QWidget):
    """Tab leads from a cell to what can be done, and on; Shift+Tab and Esc lead back."""

    passed = Signal(bool)
    """The keyboard goes on, or back."""
    closed = Signal()

    def __init__(self, table: ItemTable) -> None:
        super().__init__(table.viewport())
        self._table = table
        self._saying = Saying()
        self.setLayout(column(self._saying, margins=(4, 4, 4, 8)))
        self.setMinimumWidth(theme().px(120))
        self.hide()

    def say(self, row: int, reading: Reading) -> None:
        """Says it under that row; nothing where there is nothing to say."""
        self._saying.say(reading)
        is_said = bool(reading.advice or reading.said)
        self.setVisible(is_said)
        self._table.show_note(row if is_said else -1, self if is_said else None)

    def words(self) -> str:
        """What is said now."""
        return "" if self.isHidden() else self._saying.words()

    def enter(self) -> bool:
        """Puts the keyboard on what can be done; False where that is nothing."""
        return not self.isHidden() and self._saying.enter()

    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """Where Tab goes from here is the table's to say."""
        self.passed.emit(forward)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does it, Esc does not."""
        if event.key() in ENTER:
            self._saying.act()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
