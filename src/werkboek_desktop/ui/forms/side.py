"""Beside the form: the questions of the part one is at, the balance of measures, what the next status still needs."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.domain.workflow import balance
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import clear, column, label, row, scrolled
from werkboek_desktop.ui.widgets.meters import BalanceMeter
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import tr


class Side(QWidget):
    """Three short lists; what has nothing to say is not there."""

    def __init__(self) -> None:
        super().__init__()
        self._questions = _Lines("corner-down-right", "text2")
        self._balance = BalanceMeter()
        self._gaps = _Lines("circle-dashed", "attn")
        content = QWidget()
        content.setLayout(column(self._questions, self._balance, self._gaps, 0, margins=(0, 20, 12, 12), gap=22))
        self.setLayout(column(scrolled(content)))
        self.setFixedWidth(theme().px(206) + theme().space(12))
        for part in (self._questions, self._balance, self._gaps):
            part.hide()

    def show_questions(self, field: Field | None) -> None:
        """The guiding questions of a field."""
        self._questions.show_lines(tr("Vragen bij dit onderdeel"), field.questions if field else ())

    def show_measures(self, measures: Sequence[RecordView]) -> None:
        """The balance, worked out from the measures themselves."""
        counted = balance(measures)
        self._balance.show_balance(counted)
        self._balance.setVisible(any(counted))

    def show_gaps(self, heading: str, sentences: Sequence[str]) -> None:
        """What is still missing; it blocks nothing."""
        self._gaps.show_lines(heading, sentences)

    def is_empty(self) -> bool:
        """Whether there is nothing to say at all."""
        return self._questions.isHidden() and self._balance.isHidden() and self._gaps.isHidden()


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
