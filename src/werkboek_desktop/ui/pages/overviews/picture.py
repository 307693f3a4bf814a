"""An overview as a picture: sharp on a slide, light, and it says itself what it shows and of when."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from werkboek_desktop.domain.dutch import day
from werkboek_desktop.domain.overview.facets import total
from werkboek_desktop.domain.overview.leaning import EMPTY
from werkboek_desktop.domain.overview.missing import Mark
from werkboek_desktop.domain.overview.views import LABELS, View
from werkboek_desktop.ui.pages.overviews.board import Board
from werkboek_desktop.ui.pages.overviews.cells import paint_entry
from werkboek_desktop.ui.pages.overviews.choice import ChoiceBoard
from werkboek_desktop.ui.pages.overviews.fitting import fitting
from werkboek_desktop.ui.pages.overviews.sums import paint_sum
from werkboek_desktop.ui.pages.overviews.table import ROW
from werkboek_desktop.ui.theme.look import painted_in, theme
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.plot import SIDES, Side, paint_blocks, paint_mark_word, paint_text, paint_word
from werkboek_desktop.ui.widgets.plot_tiles import height, paint_tiles, place
from werkboek_desktop.ui.words import count, tr

WIDTH, LEAST = 1600, 900
SHARP = 2
EDGE = 56
MOST = 30
"""More rows than this nobody reads on a slide; the picture says how many it leaves out."""
FOOT = 72
HEAD = 98
SAMPLE = 0.6
STEP = 6
LOOK = Theme(Look.LIGHT, 1.15)


class Drawing:
    """A picture of what a view shows now, made a step at a time, so that the window never waits for it."""

    def __init__(self, board: Board, project: str, today: date) -> None:
        with painted_in(LOOK):
            page = _Page(board, project, today)
            self.image = QImage(WIDTH * SHARP, page.height() * SHARP, QImage.Format.Format_RGB32)
            self.image.setDevicePixelRatio(SHARP)
            self.image.fill(theme().color("surface"))
        self._steps = _painted(page, self.image)

    def step(self) -> bool:
        """Paints on; whether it is whole."""
        with painted_in(LOOK):
            return next(self._steps, None) is None


def _painted(page: "_Page", image: QImage) -> Iterator[bool]:
    """Ends painting also where nobody asks for the rest: a picture that goes while it is painted ends the program."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield from page.paint(painter)
    finally:
        painter.end()


def encoded(image: QImage) -> bytes:
    """The picture as PNG."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs know no format as text
    return bytes(content.data())


class _Page:
    """Title, what stands out, the rows, the legend and where it is from; from top to bottom."""

    def __init__(self, board: Board, project: str, today: date) -> None:
        self._board = board
        self._view = board.view
        rows = board.pictured()
        self._rows = rows[:MOST]
        self._left_out = len(rows) - len(self._rows)
        self._project = project
        self._today = today
        self._width = WIDTH - 2 * EDGE
        choice = board if isinstance(board, ChoiceBoard) else None
        self._tiles = place(choice.bands(), self._width) if choice else []
        self._said = choice.remarks()[:3] if choice else []

    def _above(self) -> float:
        if self._view is View.BALANCE:
            return theme().px(80)
        return height(self._tiles) + theme().px(20) if self._tiles else 0

    def _line(self) -> int:
        return theme().px(ROW)

    def height(self) -> int:
        """As high as its rows ask, and never less than a slide."""
        head = EDGE + theme().px(HEAD + 12) + self._above()
        rows = theme().px(36) + self._line() * len(self._rows) + (theme().px(30) if self._left_out else 0)
        return max(LEAST, round(head + rows + FOOT + EDGE / 2))

    def paint(self, painter: QPainter) -> Iterator[bool]:
        """Paints the whole, and answers between its parts."""
        top = self._head(painter)
        yield True
        top = self._middle(painter, top)
        yield True
        yield from self._table(painter, top)
        self._foot(painter)

    def _head(self, painter: QPainter) -> float:
        look = theme()
        half = self._width / 2
        paint_text(painter, QRectF(EDGE, EDGE - 8, half, look.px(44)), tr(LABELS[self._view]), "display")
        font = look.font("body")
        painter.setFont(font)
        painter.setPen(look.color("text2"))
        right = QRectF(EDGE + half, EDGE - 8, half, look.px(44))
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, day(self._today))
        under = QRectF(EDGE, EDGE + look.px(40), self._width, look.px(50))
        painter.setFont(look.font("lead"))
        painter.drawText(under, Qt.TextFlag.TextWordWrap, self._summary())
        return EDGE + look.px(HEAD)

    def _summary(self) -> str:
        if isinstance(self._board, ChoiceBoard):
            return f"{self._board.summary()}. {' '.join(self._said)}"
        return count(len(self._board.model.rows), tr("praktijkvoorbeeld"), tr("praktijkvoorbeelden"))

    def _middle(self, painter: QPainter, top: float) -> float:
        if self._view is View.BALANCE:
            paint_sum(painter, QRectF(EDGE, top, self._width, theme().px(66)), total(self._board.model.rows))
        elif self._tiles:
            painter.save()
            painter.translate(EDGE, top)
            paint_tiles(painter, self._tiles, begun=True)
            painter.restore()
        return top + self._above()

    def _table(self, painter: QPainter, top: float) -> Iterator[bool]:
        look, columns = theme(), self._board.model.columns
        each = fitting(self._view, columns, self._width).widths
        left = float(EDGE)
        for column, width in zip(columns, each, strict=True):
            paint_text(painter, QRectF(left, top, width - 12, look.px(30)), tr(column.label), "label", "text2")
            left += width
        top += look.px(32)
        self._rule(painter, top, "text2")
        for at, entry in enumerate(self._rows):
            left = float(EDGE)
            for column, width in zip(columns, each, strict=True):
                paint_entry(painter, QRectF(left, top, width - 16, self._line()), entry, column)
                left += width
            top += self._line()
            self._rule(painter, top, "line")
            if at % STEP == STEP - 1:
                yield True
        if self._left_out:
            words = f"{tr('En nog')} {count(self._left_out, tr('praktijkvoorbeeld'), tr('praktijkvoorbeelden'))}"
            paint_text(painter, QRectF(EDGE, top, self._width, look.px(30)), words, "caption", "text2")

    def _rule(self, painter: QPainter, top: float, tone: str) -> None:
        painter.setPen(QPen(theme().color(tone), 1))
        painter.drawLine(EDGE, round(top), EDGE + self._width, round(top))

    def _foot(self, painter: QPainter) -> None:
        look, top = theme(), self.height() - FOOT
        left = float(EDGE)
        for paint in self._legend():
            left += paint(painter, QRectF(left, top, 320, look.px(24))) + look.space(22)
        every = len(self._board.cases.entries)
        cases = count(every, tr("praktijkvoorbeeld"), tr("praktijkvoorbeelden"))
        words = (
            f"{tr('Bron')}: {tr('Werkboek')} ‘{self._project}’, {cases}" if self._project else f"{tr('Bron')}: {cases}"
        )
        paint_text(painter, QRectF(EDGE, top + look.px(26), self._width, look.px(24)), words, "caption", "text2")

    def _legend(self) -> list["_Legend"]:
        if self._view is View.MISSING:
            return [_of_mark(mark) for mark in Mark]
        return [_of_side(side) for side in SIDES]


type _Legend = Callable[[QPainter, QRectF], float]
"""Paints a line of the legend; answers its width."""


def _of_side(side: Side) -> _Legend:
    def paint(painter: QPainter, box: QRectF) -> float:
        block = QRectF(box.x(), box.y() + 5, theme().px(22), box.height() - 10)
        paint_blocks(painter, block, EMPTY._replace(**{side.key: 1}))
        room = block.width() + theme().space(6)
        return room + paint_word(painter, box.adjusted(room, 0, 0, 0), side.icon, tr(side.word), side.tone)

    return paint


def _of_mark(mark: Mark) -> _Legend:
    return lambda painter, box: paint_mark_word(painter, box, mark, tr(str(mark)), SAMPLE)
