"""Beside the form: the questions of the part one is at, the balance, what is needed, and how the text reads."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.workflow import Balance, Gap
from werkboek_desktop.ui.forms.ease import EaseCard
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import clear, column, label, row, scrolled
from werkboek_desktop.ui.widgets.gaps import GapLinks
from werkboek_desktop.ui.widgets.meters import BalanceMeter
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import tr

WIDEST = 440


class Side(QWidget):
    """Short lists; what has nothing to say is not there. `go`: to where something is filled in.

    How a text reads stands beside what is written, not beside tables.
    """

    go = Signal(str, str)

    def __init__(self, ease: EaseCard | None) -> None:
        super().__init__()
        self._questions = _Lines("corner-down-right", "text2")
        self._ease = ease
        self._field: Field | None = None
        self._balance = BalanceMeter()
        self._gaps = GapLinks()
        self._gaps.go.connect(self.go)
        content = QWidget()
        parts = [self._questions, self._balance, self._gaps, *([ease] if ease else [])]
        content.setLayout(column(*parts, 0, margins=(0, 20, 12, 12), gap=22))
        self._area = scrolled(content)
        self.setLayout(column(self._area))
        self.take_room(0)
        for part in (self._questions, self._balance, self._gaps):
            part.hide()

    def show_questions(self, field: Field | None) -> None:
        """The guiding questions of a field."""
        if field is not self._field:  # of the same field, whoever scrolled or went here stays where they are
            self._field = field
            self._questions.show_lines(tr("Vragen bij dit onderdeel"), field.questions if field else ())
            focus = QApplication.focusWidget()
            if focus is None or not self.isAncestorOf(focus):
                self.to_top()
        self.show_ease(is_written=field is not None)

    def to_top(self) -> None:
        """To what it begins with: of another field or record nothing was read yet."""
        self._area.verticalScrollBar().setValue(0)

    def show_ease(self, *, is_written: bool) -> None:
        """How the text reads, if one is where it is written."""
        if self._ease:
            self._ease.setVisible(is_written and self._ease.says_something())

    def take_room(self, room: int) -> None:
        """As wide as there is room for, within reason: lines of the form never become longer by it."""
        least = theme().size("side") + theme().space(12)
        self.setFixedWidth(min(max(room, least), theme().px(WIDEST)))

    def show_balance(self, balance: Balance) -> None:
        """The balance of the measures; nothing where there are none."""
        self._balance.show_balance(balance)
        self._balance.setVisible(any(balance))

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """What is still missing; it blocks nothing."""
        self._gaps.show_gaps(gaps)

    def is_empty(self) -> bool:
        """Whether there is nothing to say at all."""
        parts = (self._questions, self._balance, self._gaps, self._ease)
        return all(part is None or part.isHidden() for part in parts)


class _Lines(QWidget):
    def __init__(self, icon_name: str, tone: str) -> None:
        super().__init__()
        self._icon = icon_name
        self._tone = tone
        self._heading = label("", "label", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme().space(8))
        self.setLayout(column(self._heading, self._lines, gap=8))

    def show_lines(self, heading: str, lines: Sequence[str]) -> None:
        clear(self._lines)
        self._heading.setText(heading)
        for text in lines:
            line = row(column(3, picture(self._icon, self._tone, 15), 0, gap=0), label(text, tone="text2", wrap=True))
            line.setStretch(1, 1)
            self._lines.addLayout(line)
        self.setVisible(bool(lines))
