"""What the overviews draw, on screen and in pictures: shape and word always together, so that no colour is needed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout

from werkboek_desktop.domain.overview.leaning import Lean
from werkboek_desktop.domain.overview.missing import Cell, Mark
from werkboek_desktop.domain.workflow import Balance
from werkboek_desktop.ui.theme.icons import STROKE_IN_MARK, paint_icon
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.marks import paint_pie
from werkboek_desktop.ui.words import tr

BLOCK = 22
GAP = 3
BETWEEN = 12
SMALLEST = 6
"""Narrower blocks are no blocks any more: then a bar shows the shares."""


class Side(NamedTuple):
    """One side of a balance: its name in `Balance`, an icon, a tone and a word."""

    key: str
    icon: str
    tone: str
    word: str


SIDES = (
    Side("repressive", "shield", "repr", "repressief"),
    Side("both", "shield-plus", "neutral", "beide"),
    Side("preventive", "sprout", "prev", "preventief"),
    Side("unknown", "circle-question-mark", "text3", "onbekend"),
)
LEANS = {
    Lean.REPRESSIVE: ("shield", "repr"),
    Lean.EVEN: ("shield-plus", "neutral"),
    Lean.PREVENTIVE: ("sprout", "prev"),
    Lean.UNKNOWN: ("circle-question-mark", "text3"),
    Lean.NONE: ("circle-dashed", "text3"),
}
MARKS = {
    Mark.DONE: ("circle-check", "text2"),
    Mark.PARTLY: ("", "attn"),
    Mark.MISSING: ("circle-dashed", "attn"),
    Mark.NOT_NEEDED: ("minus", "text3"),
    Mark.UNREAD: ("hourglass", "text3"),
}

SHORT = {Mark.DONE: "klaar", Mark.MISSING: "mist", Mark.NOT_NEEDED: "n.v.t.", Mark.UNREAD: "…"}
WIDEST = "00 van 00"
"""What has to fit where one count is written out."""


def paint_text(painter: QPainter, box: QRectF, text: str, role: str = "body", tone: str = "text") -> float:
    """One line, shortened where it does not fit; returns its width."""
    font = theme().font(role)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(theme().color(tone))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)


def text_width(text: str, role: str) -> float:
    """How much room a line needs, so that nothing of it is shortened."""
    return QFontMetricsF(theme().font(role)).horizontalAdvance(text) + 1


def broken(text: str, role: str, width: float) -> tuple[str, str]:
    """A text where its first line ends, between words; there is no rest where all of it fits."""
    layout = QTextLayout(text, theme().font(role))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return text[: line.textLength()], text[line.textLength() :]


def paint_word(painter: QPainter, box: QRectF, icon: str, word: str, tone: str, role: str = "caption") -> float:
    """An icon and its words, over two lines where one has no room for them; returns how much room they took."""
    side, gap = theme().px(15), theme().space(6)
    place = QRectF(box.x(), box.center().y() - side / 2, side, side)
    paint_icon(painter, icon, place, tone, STROKE_IN_MARK)
    room, tone = box.adjusted(side + gap, 0, 0, 0), "text2" if role == "caption" else tone
    high = QFontMetricsF(theme().font(role)).height()
    if text_width(word, role) <= room.width() or room.height() < 2 * high:
        return side + gap + paint_text(painter, room, word, role, tone)
    above = room.adjusted(0, 0, 0, -high)
    lines = zip((above, above.translated(0, high)), broken(word, role, room.width()), strict=True)
    return side + gap + max(paint_text(painter, line, words, role, tone) for line, words in lines)


def paint_blocks(painter: QPainter, box: QRectF, balance: Balance) -> None:
    """One block a measure: solid repressive, split both, hatched preventive, dotted unknown; many become a bar."""
    total = sum(balance)
    if not total:
        return
    widest = theme().px(BLOCK)
    width = min(widest, (box.width() - GAP * (total - 1)) / total)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if width >= theme().px(SMALLEST):
        for place, side in enumerate(_each(balance)):
            _block(painter, QRectF(box.x() + place * (width + GAP), box.y(), width, box.height()), side)
    else:
        _bar(painter, box, balance)
    painter.restore()


def _each(balance: Balance) -> Iterator[Side]:
    for side in SIDES:
        for _one in range(getattr(balance, side.key)):
            yield side


def _bar(painter: QPainter, box: QRectF, balance: Balance) -> None:
    left, total = box.x(), sum(balance)
    for side in SIDES:
        number: int = getattr(balance, side.key)
        if number:
            width = max(2.0, (box.width() - 3 * GAP) * number / total)
            _block(painter, QRectF(left, box.y(), width, box.height()), side)
            left += width + GAP


def _block(painter: QPainter, box: QRectF, side: Side) -> None:
    look, inner = theme(), box.adjusted(0.75, 0.75, -0.75, -0.75)
    shape = QPainterPath()
    shape.addRoundedRect(inner, 3, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("repr" if side.key == "repressive" else "surface"))
    painter.drawPath(shape)
    if side.key in {"both", "preventive"}:
        _hatch(painter, inner, shape)
    if side.key == "both":
        upper = QPainterPath()
        upper.addRect(QRectF(inner.x(), inner.y(), inner.width(), inner.height() / 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("repr"))
        painter.drawPath(shape.intersected(upper))
    _outline(painter, shape, side)


def _hatch(painter: QPainter, box: QRectF, shape: QPainterPath) -> None:
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(theme().color("prev"), theme().px(2)))
    step, x = theme().px(5.5), box.x() - box.height()
    while x < box.right():
        painter.drawLine(QLineF(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top())))
        x += step
    painter.restore()


def _outline(painter: QPainter, shape: QPainterPath, side: Side) -> None:
    pen = QPen(theme().color(side.tone), 1.4)
    if side.key == "unknown":
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)


def paint_counts(painter: QPainter, box: QRectF, balance: Balance, *, words: bool = True) -> None:
    """Under the blocks the same in icons, numbers and words, these where all fit; types that do not occur stay out."""
    counted = [(side, number) for side in SIDES if (number := int(getattr(balance, side.key)))]
    texts = [f"{number} {tr(side.word)}" for side, number in counted]
    if not words or _width_of(texts) > box.width():
        texts = [str(number) for _side, number in counted]
    left = box.x()
    for (side, _number), text in zip(counted, texts, strict=True):
        room = QRectF(left, box.y(), box.right() - left, box.height())
        left += paint_word(painter, room, side.icon, text, side.tone) + theme().space(BETWEEN)


def _width_of(texts: Sequence[str]) -> float:
    """Of words with their icons, beside each other."""
    metrics, look = QFontMetricsF(theme().font("caption")), theme()
    each = (look.px(15) + look.space(6) + metrics.horizontalAdvance(text) for text in texts)
    return sum(each) + look.space(BETWEEN) * (len(texts) - 1)


def paint_lean(painter: QPainter, box: QRectF, lean: Lean) -> None:
    """The balance of a case in an icon and a word."""
    icon, tone = LEANS[lean]
    paint_word(painter, box, icon, tr(str(lean)), tone)


def paint_cell(painter: QPainter, box: QRectF, cell: Cell) -> None:
    """A cell of the board, with its word or count."""
    words = cell_words(cell, box.width())
    paint_mark_word(painter, box, cell.mark, words, cell.done / cell.of if cell.of else 0.0)


def cell_words(cell: Cell, width: float) -> str:
    """Its word or count; a shorter one in a column where that does not fit, for all counts there alike."""
    words = tr(cell.words)
    measured = max(words, WIDEST, key=len) if cell.mark is Mark.PARTLY else words
    if _width_of([measured]) <= width:
        return words
    return tr(SHORT[cell.mark]) if cell.mark in SHORT else f"{cell.done}/{cell.of}"


def paint_mark_word(painter: QPainter, box: QRectF, mark: Mark, words: str, share: float) -> float:
    """A check, a part of a disc, a dashed ring or a dash, and the word; returns how much room they took."""
    icon, tone = MARKS[mark]
    side, gap = theme().px(15), theme().space(6)
    if icon:
        place = QRectF(box.x(), box.center().y() - side / 2, side, side)
        paint_icon(painter, icon, place, tone, STROKE_IN_MARK)
    else:
        paint_pie(painter, share, QPointF(box.x() + side / 2, box.center().y()), theme().px(6.5), tone)
    return side + gap + paint_text(painter, box.adjusted(side + gap, 0, 0, 0), words, "caption", tone)
