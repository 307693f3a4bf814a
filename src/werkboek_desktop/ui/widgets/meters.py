"""Meters that say the same in words: the length of a text, and the balance of measures."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from werkboek_desktop.domain.fields import Advice
from werkboek_desktop.domain.overview.leaning import EMPTY, words
from werkboek_desktop.domain.workflow import Balance
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import column, label, page, row
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.widgets.plot import BLOCK, SIDES, Side, paint_blocks
from werkboek_desktop.ui.widgets.spoken import Painted
from werkboek_desktop.ui.words import count, tr

GAP = 10
BARS = (84, 40)
"""How long a bar is, and where that leaves no room for what stands beside it."""


class WordBar(QWidget):
    """A bar with two ticks for the advised range, and the same in words."""

    def __init__(self, advice: Advice | None) -> None:
        super().__init__()
        self._advice = advice
        self._bar = _Bar(advice) if advice else None
        self._text = label("", "caption", "text2")
        parts = [part for part in (self._bar, self._text) if part]
        self.setLayout(row(*parts, 0, gap=GAP))

    def show_words(self, words: int) -> None:
        """How many there are now."""
        self._text.setText(f"{count(words, tr('woord'), tr('woorden'))}{self._hint()}")
        if self._bar:
            self._bar.show_words(words)

    def fit(self, room: int) -> bool:
        """With the longest bar that fits in so many pixels; whether one does."""
        words = self._text.fontMetrics().horizontalAdvance(self._text.text())
        if self._bar is None:
            return words <= room
        bars = [theme().px(each) for each in BARS]
        left = room - words - theme().space(GAP)
        self._bar.setFixedWidth(next((bar for bar in bars if bar <= left), bars[0]))
        return bars[-1] <= left

    def _hint(self) -> str:
        if self._advice is None:
            return ""
        if not self._advice.least:
            return f" · {tr('advies tot')} {self._advice.most}"
        return f" · {tr('advies')} {self._advice.least}–{self._advice.most}"


class _Bar(Painted):
    def __init__(self, advice: Advice) -> None:
        super().__init__()
        self._advice = advice
        self._words = 0
        self.setFixedSize(theme().px(BARS[0]), theme().px(16))

    def show_words(self, words: int) -> None:
        self._words = words
        self.setAccessibleName(f"{words} {tr('van')} {self._advice.most} {tr('woorden')}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        full, middle, thick = self._advice.most * 1.25, self.height() / 2, look.px(6)
        part = min(self._words / full, 1.0)
        track = QRectF(0, middle - thick / 4, self.width(), thick / 2)
        painter.setBrush(look.color("line"))
        painter.drawRoundedRect(track, thick / 4, thick / 4)
        painter.setBrush(look.color("accent"))
        painter.drawRoundedRect(QRectF(0, middle - thick / 2, self.width() * part, thick), thick / 2, thick / 2)
        painter.setPen(QPen(look.color("text2"), 1.5))
        for tick in filter(None, self._advice):
            x = self.width() * tick / full
            painter.drawLine(round(x), 1, round(x), self.height() - 1)
        painter.end()


class BalanceMeter(QWidget):
    """One block a measure: solid is repressive, hatched preventive, split both; and the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "label")
        self._blocks = _Blocks()
        self._lines = [label("", "caption") for _side in SIDES]
        self._legend = [page("", row(picture(s.icon, s.tone, 15), line, 0, gap=7)) for s, line in self._paired()]
        self.setLayout(column(self._title, self._blocks, *self._legend, gap=6))

    def _paired(self) -> Iterable[tuple[Side, QLabel]]:
        return zip(SIDES, self._lines, strict=True)

    def show_balance(self, balance: Balance, title: str = "") -> None:
        """The measures of a case, or of many."""
        self._title.setText(title or f"{tr('Balans uit')} {count(sum(balance), tr('maatregel'), tr('maatregelen'))}")
        self._blocks.show_balance(balance)
        for (side, line), number, line_row in zip(self._paired(), _in_order(balance), self._legend, strict=True):
            line.setText(f"{number} {tr(side.word)}")
            line_row.setVisible(side.key != "unknown" or number > 0)


def _in_order(balance: Balance) -> list[int]:
    return [getattr(balance, side.key) for side in SIDES]


class _Blocks(Painted):
    def __init__(self) -> None:
        super().__init__()
        self._balance = EMPTY
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(BLOCK), theme().px(18))

    def show_balance(self, balance: Balance) -> None:
        self._balance = balance
        self.setAccessibleName(words(balance))
        self.setVisible(sum(balance) > 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_blocks(painter, QRectF(self.rect()), self._balance)
        painter.end()
