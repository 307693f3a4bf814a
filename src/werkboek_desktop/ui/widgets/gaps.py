"""What is still missing, as sentences that lead to where it is filled."""

from collections.abc import Sequence
from functools import lru_cache, partial

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from werkboek_desktop.domain.workflow import Gap
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.tokens import Theme
from werkboek_desktop.ui.widgets.basic import clear, column, label, row
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import tr

ROOM = 4
"""Above and below a sentence, so that it is high enough to hit."""


@lru_cache(1_000)
def _bounds(look: Theme, text: str, width: int) -> QRect:
    """What a sentence takes: a window that finds its sizes asks that hundreds of times."""
    metrics = QFontMetrics(look.font("body"))
    return metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, text)


class Sentence(QAbstractButton):
    """A button of one sentence, over as many lines as it needs."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the sentence takes, and high enough to hit."""
        return _bounds(theme(), self.text(), width).height() + 2 * theme().px(ROOM)

    def sizeHint(self) -> QSize:
        """On one line, if there is room."""
        bounds = _bounds(theme(), self.text(), theme().px(320))
        return QSize(bounds.width(), bounds.height() + 2 * theme().px(ROOM))

    def minimumSizeHint(self) -> QSize:
        """A word wide."""
        return QSize(theme().px(80), theme().size("hit_min"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Comes in sight: a scrolling page follows the keyboard only within itself."""
        super().focusInEvent(event)
        self._come_in_sight()
        QTimer.singleShot(0, self, self._stay_in_sight)  # what is above it may still be growing

    def _stay_in_sight(self) -> None:
        if self.hasFocus():  # it may only have come by, when what had it went
            self._come_in_sight()

    def _come_in_sight(self) -> None:
        area: QWidget | None = self
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Quiet words; under the mouse one sees that they lead somewhere."""
        painter = QPainter(self)
        font = theme().font("body")
        if self.underMouse():
            font = type(font)(font)
            font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(theme().color("text" if self.underMouse() or self.hasFocus() else "text2"))
        room = self.rect().adjusted(0, theme().px(ROOM), 0, 0)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, self.text())
        painter.end()


class GapLinks(QWidget):
    """A list that blocks nothing; hidden while nothing is missing."""

    go = Signal(str, str)

    def __init__(self, heading: str = "") -> None:
        """`heading`: what stands over them, instead of the status that they are needed for."""
        super().__init__()
        self._always = heading
        self._gaps: list[Gap] = []
        self._heading = label("", "label", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.setLayout(column(self._heading, self._lines, gap=4))
        self.hide()

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Shows these; the same ones keep their place."""
        self.setVisible(bool(gaps))
        if list(gaps) == self._gaps:
            return
        needed = f"{tr('Nog nodig voor')} ‘{gaps[0].status_label.lower()}’" if gaps else ""
        self._heading.setText(self._always or needed)
        self._gaps = list(gaps)
        clear(self._lines)
        for gap in gaps:
            sentence = Sentence(gap.sentence)
            sentence.clicked.connect(partial(self._lead, gap))
            line = row(column(7, picture("circle-dashed", "attn", 15), 0, gap=0), sentence)
            line.setStretch(1, 1)
            line.setAlignment(sentence, Qt.AlignmentFlag.AlignTop)
            self._lines.addLayout(line)

    def _lead(self, gap: Gap) -> None:
        self.go.emit(*gap.at)
