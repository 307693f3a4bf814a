"""Marks: shape, icon and word together, so that no colour is needed to read them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import inf

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from werkboek_desktop.ui.theme.icons import STROKE_IN_MARK, paint_icon
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.tokens import BORDERED
from werkboek_desktop.ui.widgets.spoken import Painted
from werkboek_desktop.ui.words import count, tr

MARK_HEIGHT = 22
GAP = 8
FOLDS = Qt.TextFlag.TextWordWrap
IN_WORDS = 2
"""So many of a row; more is read by nobody."""


@dataclass(frozen=True)
class Mark:
    """A small box: a tone of the theme, an icon and a word. `border`: solid, dashed, none; `bare`: no ground either.

    One without an icon says something and asks nothing.
    """

    text: str
    icon: str
    tone: str
    border: str = "solid"


def conflict_mark(text: str) -> Mark:
    """Somebody has to choose."""
    return Mark(text, "git-compare", "attn")


def merged_mark(text: str) -> Mark:
    """Somebody has to reread."""
    return Mark(text, "merge", "merge", "dashed")


def remarks_mark(number: int) -> Mark:
    """Somebody said something that is not done yet."""
    return Mark(count(number, tr("opmerking"), tr("opmerkingen")), "message-square-text", "accent")


def people_mark() -> Mark:
    """Everything here is about people."""
    return Mark(tr("persoonsgegevens: alleen in een pakket met wachtzin"), "lock", "neutral", "none")


def paint_mark(painter: QPainter, mark: Mark, left: float, top: float, room: float = inf) -> float:
    """Paints a mark with its top left corner there, its words in so many lines as the room asks; returns its width."""
    look = theme()
    side, pad, height = look.px(15), _pad(mark), mark_height(mark, room)
    width = min(mark_width(mark), room)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(_ground(mark))
    painter.setPen(_border(mark))
    rect = QRectF(left + 0.75, top + 0.75, width - 1.5, height - 1.5)
    painter.drawRoundedRect(rect, look.radius("mark"), look.radius("mark"))
    left += pad
    if mark.icon:
        paint_icon(painter, mark.icon, QRectF(left, top + (height - side) / 2, side, side), mark.tone, STROKE_IN_MARK)
        left += side + look.space(5)
    painter.setFont(_font(mark))
    painter.setPen(look.color(mark.tone))
    words = QRectF(left, top, width - _around(mark) + 2, height)  # no word folds for a part of a pixel
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | FOLDS, mark.text)
    painter.restore()
    return width


def _pad(mark: Mark) -> int:
    return 0 if mark.border == "bare" else theme().space(6)


def _font(mark: Mark) -> QFont:
    return theme().font("label" if mark.icon and mark.border != "bare" else "caption")


def _ground(mark: Mark) -> QColor | Qt.BrushStyle:
    if mark.border == "bare":
        return Qt.BrushStyle.NoBrush
    return theme().color("surface" if mark.tone == "accent" else f"{mark.tone}_bg")


def _border(mark: Mark) -> QPen:
    if mark.border == "bare" or (mark.border == "none" and theme().look not in BORDERED):
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(theme().color(mark.tone), 1.5)
    if mark.border == "dashed":
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
    return pen


def mark_width(mark: Mark) -> float:
    """How wide a mark becomes."""
    return _around(mark) + QFontMetricsF(_font(mark)).horizontalAdvance(mark.text)


def mark_height(mark: Mark, room: float) -> float:
    """How high it becomes in that room."""
    one = theme().px(MARK_HEIGHT)
    if room >= mark_width(mark):
        return one
    metrics = QFontMetricsF(_font(mark))
    words = metrics.boundingRect(QRectF(0, 0, room - _around(mark), 0), FOLDS, mark.text)
    return one + words.height() - metrics.height()


def _around(mark: Mark) -> float:
    """What it has beside its words."""
    look = theme()
    icon = look.px(15) + (look.space(5) if mark.text else 0) if mark.icon else 0
    return 2 * _pad(mark) + icon + 2


def _asks(mark: Mark) -> bool:
    return bool(mark.icon) and mark.border != "bare"


def asking(marks: Sequence[Mark]) -> list[Mark]:
    """Those that ask for somebody; the others only tell."""
    return list(filter(_asks, marks))


def fitting(marks: Sequence[Mark], room: float) -> Iterator[Mark]:
    """What fits beside each other, a gap between them; what asks and has no room for its words is its icon alone."""
    for at, mark in enumerate(marks):
        alone = replace(mark, text="")
        in_words = at < IN_WORDS and mark_width(mark) <= room
        if in_words or (_asks(mark) and mark_width(alone) <= room):
            shown = mark if in_words else alone
            room -= mark_width(shown) + theme().space(GAP)
            yield shown


class MarkLabel(Painted):
    """A mark as a widget of its own. `folds`: it says a sentence, over several lines where there is little room."""

    def __init__(self, mark: Mark, *, folds: bool = False) -> None:
        super().__init__()
        self._mark = mark
        self.setAccessibleName(mark.text)
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if folds:
            policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Exactly the mark."""
        return QSize(round(mark_width(self._mark)) + 1, theme().px(MARK_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same, or its longest word."""
        longest = max(self._mark.text.split(), key=len, default="")
        shown = replace(self._mark, text=longest) if self.hasHeightForWidth() else self._mark
        return QSize(round(mark_width(shown)) + 1, theme().px(MARK_HEIGHT))

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        return round(mark_height(self._mark, width)) if self.hasHeightForWidth() else -1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the mark."""
        painter = QPainter(self)
        paint_mark(painter, self._mark, 0, 0, self.width())
        painter.end()


DONE = frozenset({"final", "published", "finished", "converted", "present", "walk_in", "done"})
ASIDE = frozenset({"paused", "withdrawn", "declined", "cancelled", "waitlisted"})


@cache
def share_done(key: str, keys: tuple[str, ...]) -> float:
    """How far along a status is: -1 not begun (dotted), 0 an empty ring, 1 done (a check)."""
    way = tuple(name for name in keys if name not in DONE and name not in ASIDE)
    if key in DONE:
        return 1.0
    if key not in way or way.index(key) == 0:
        return -1.0
    return (way.index(key) - 1) / max(len(way) - 1, 1)


def paint_pie(painter: QPainter, share: float, center: QPointF, radius: float, tone: str) -> None:
    """Paints a status: dotted ring, ring, a part of a disc, or a disc with a check."""
    color = theme().color(tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, 1.5)
    if share < 0:
        pen.setDashPattern([1.6, 1.4])
    painter.setPen(pen)
    painter.setBrush(color if share >= 1 else Qt.BrushStyle.NoBrush)
    ring = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
    painter.drawEllipse(ring)
    if share >= 1:
        side = radius * 1.5
        paint_icon(painter, "check", QRectF(center.x() - side / 2, center.y() - side / 2, side, side), "surface", 4)
    elif share > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPie(ring.adjusted(2, 2, -2, -2), 90 * 16, round(-share * 360 * 16))
    painter.restore()
