"""Meters that say the same in words: the length of a text, and the balance of measures."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from werkboek_desktop.domain.fields import Advice
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import column, label, row
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import count, tr

BLOCK = 22


class WordBar(QWidget):
    """A bar with two ticks for the advised range, and the same in words."""

    def __init__(self, advice: Advice | None) -> None:
        super().__init__()
        self._advice = advice
        self._bar = _Bar(advice) if advice else None
        self._text = label("", "caption", "text2")
        parts = [part for part in (self._bar, self._text) if part]
        self.setLayout(row(*parts, 0, gap=10))

    def show_words(self, words: int) -> None:
        """How many there are now."""
        if self._bar:
            self._bar.show_words(words)
        self._text.setText(f"{count(words, tr('woord'), tr('woorden'))}{self._hint()}")

    def _hint(self) -> str:
        if self._advice is None:
            return ""
        if not self._advice.least:
            return f" · {tr('advies hoogstens')} {self._advice.most}"
        return f" · {tr('advies')} {self._advice.least}–{self._advice.most}"


class _Bar(QWidget):
    def __init__(self, advice: Advice) -> None:
        super().__init__()
        self._advice = advice
        self._words = 0
        self.setFixedSize(theme().px(84), theme().px(16))

    def show_words(self, words: int) -> None:
        self._words = words
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


class Balance(QWidget):
    """One block a measure: solid is repressive, hatched preventive, split both."""

    KINDS = (
        ("repressive", "shield", "repr", "repressief"),
        ("both", "shield-plus", "neutral", "beide"),
        ("preventive", "sprout", "prev", "preventief"),
    )

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "label")
        self._blocks = _Blocks()
        self._lines = [label("", "caption") for _kind in self.KINDS]
        legend = [
            row(picture(icon, tone, 15), line, 0, gap=7)
            for (_key, icon, tone, _word), line in zip(self.KINDS, self._lines, strict=True)
        ]
        self.setLayout(column(self._title, self._blocks, *legend, gap=6))

    def show_types(self, types: list[str | None]) -> None:
        """The types of all measures, in any order."""
        counts = [types.count(key) for key, *_rest in self.KINDS]
        self._title.setText(f"{tr('Balans uit')} {count(sum(counts), tr('maatregel'), tr('maatregelen'))}")
        self._blocks.show_counts(counts)
        for line, number, (_key, _icon, _tone, word) in zip(self._lines, counts, self.KINDS, strict=True):
            line.setText(f"{number} {tr(word)}")


class _Blocks(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._counts = [0, 0, 0]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(BLOCK), theme().px(18))

    def show_counts(self, counts: list[int]) -> None:
        self._counts = counts
        self.setVisible(sum(counts) > 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        total = sum(self._counts)
        gap = 3
        width = min(look.px(BLOCK), (self.width() - gap * (total - 1)) / max(total, 1))
        types = [at for at, number in enumerate(self._counts) for _each in range(number)]
        for place, at in enumerate(types):
            box = QRectF(place * (width + gap) + 0.75, 0.75, width - 1.5, self.height() - 1.5)
            self._block(painter, box, at)
        painter.end()

    def _block(self, painter: QPainter, box: QRectF, at: int) -> None:
        look = theme()
        solid, hatched = look.color("repr"), QBrush(look.color("prev"), Qt.BrushStyle.BDiagPattern)
        painter.setPen(QPen(look.color("repr" if at == 0 else "prev" if at == 2 else "neutral"), 1.2))
        painter.setBrush(solid if at == 0 else look.color("surface"))
        painter.drawRoundedRect(box, 3, 3)
        if at:
            painter.setBrush(hatched)
            painter.drawRoundedRect(box, 3, 3)
        if at == 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(solid)
            painter.drawRoundedRect(QRectF(box.x(), box.y(), box.width(), box.height() / 2), 3, 3)
