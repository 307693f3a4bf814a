"""What stands above an editor: a label, or for a numbered part its number, title and word count."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain.fields import Field, Privacy
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import column, label, row
from werkboek_desktop.ui.widgets.marks import MARK_HEIGHT, Mark, MarkLabel
from werkboek_desktop.ui.widgets.meters import WordBar
from werkboek_desktop.ui.words import tr


class NumberDisc(QWidget):
    """The number of a part: filled while one is there, an empty ring of dashes while nothing stands there."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._filled = True
        side = theme().px(26)
        self.setFixedSize(side, side)

    def show_filled(self, *, filled: bool) -> None:
        """Whether there is text."""
        self._filled = filled
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the disc."""
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.color("accent" if self._filled else "line_strong"), 1.5)
        if not self._filled:
            pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.setBrush(look.color("accent") if self._filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setFont(look.font("label"))
        painter.setPen(look.color("on_accent" if self._filled else "text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class Heading(QWidget):
    """The name of a field, a lock where it is about a person, and for prose how many words there are."""

    def __init__(self, field: Field, *, lock: bool = True) -> None:
        super().__init__()
        self._has_lock = lock
        self._words: WordBar | None = None
        self._disc: NumberDisc | None = None
        if field.number is not None or field.words is not None:
            self._big(field)
        else:
            self.setLayout(row(label(field.label, "label"), *self._lock(field), 0))
            self.setMinimumHeight(theme().px(MARK_HEIGHT))

    def _big(self, field: Field) -> None:
        title = label(field.label, "section", wrap=True)
        self._words = WordBar(field.words)
        parts: list[QWidget] = [title]
        if field.number is not None:
            self._disc = NumberDisc(field.number)
            parts.insert(0, self._disc)
        head = row(*parts, gap=10)
        head.setStretch(len(parts) - 1, 1)
        for lock in self._lock(field):
            head.addWidget(lock)
        self.setLayout(column(head, self._words, gap=4))

    def _lock(self, field: Field) -> list[QWidget]:
        if field.privacy is not Privacy.PERSON or not self._has_lock:
            return []
        return [MarkLabel(Mark(tr("persoonsgegeven"), "lock", "neutral", "none"))]

    def show_words(self, words: int, *, disputed: bool = False) -> None:
        """How many words stand below; of a text with two versions there is no number yet."""
        if self._words:
            self._words.show_words(words)
            self._words.setVisible(not disputed)
        if self._disc:
            self._disc.show_filled(filled=words > 0 or disputed)
