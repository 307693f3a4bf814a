"""How a choice of cases spreads: for each question a band of tiles, one a value, with how many of how many."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from werkboek_desktop.domain.overview.facets import Facet, Tile
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.plot import paint_text
from werkboek_desktop.ui.widgets.spoken import Painted
from werkboek_desktop.ui.words import tr

HEIGHT = 40
NARROWEST = 66
WIDEST = 168
NAME = 66
GAP = 4

type Bands = Sequence[tuple[Facet, Sequence[Tile]]]


class Placed(NamedTuple):
    """Where a tile, or the name of a band, is painted."""

    box: QRectF
    tile: Tile | None
    name: str


def place(bands: Bands, width: float) -> list[Placed]:
    """Every name and tile in so much width; a band that fits beside the one before it stands there."""
    look, found = theme(), []
    name, line = look.px(NAME), look.px(HEIGHT)
    left, top, wrapped = 0.0, 0.0, False
    for facet, tiles in bands:
        widths = [_width(tile) for tile in tiles]
        needed = look.space(16) + name + sum(widths) + GAP * len(widths)
        if left and (wrapped or left + needed > width):
            left, top, wrapped = 0.0, top + line + look.space(8), False
        start = left + look.space(16) if left else 0.0
        found.append(Placed(QRectF(start, top, name, line), None, tr(facet.label)))
        left = start + name
        for tile, wide in zip(tiles, widths, strict=True):
            if left + wide > width:
                left, top, wrapped = start + name, top + line + GAP, True
            found.append(Placed(QRectF(left, top, wide, line), tile, ""))
            left += wide + GAP
    return found


def _width(tile: Tile) -> float:
    text = QFontMetricsF(theme().font("caption")).horizontalAdvance(_label(tile))
    return min(max(text + theme().space(14), theme().px(NARROWEST)), theme().px(WIDEST))


def _label(tile: Tile) -> str:
    word = tr(tile.label)
    return word[:1].upper() + word[1:]


def height(placed: Sequence[Placed]) -> float:
    """How high all of it is."""
    return max((each.box.bottom() for each in placed), default=0.0)


def paint_tiles(painter: QPainter, placed: Sequence[Placed], *, begun: bool) -> None:
    """Paints them; what is left out is only worth a mark when a choice has begun."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for box, tile, name in placed:
        if tile is None:
            paint_text(painter, box, name, "label")
        else:
            _paint_tile(painter, box, tile, begun=begun)
    painter.restore()


def _paint_tile(painter: QPainter, box: QRectF, tile: Tile, *, begun: bool) -> None:
    look = theme()
    is_left_out = begun and not tile.chosen and tile.offered > 0
    pen = QPen(look.color("attn" if is_left_out else "line_strong" if tile.chosen else "line"), 1)
    if is_left_out:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(look.color("selected" if tile.chosen else "surface"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.radius("mark"), look.radius("mark"))
    inner = box.adjusted(look.space(7), look.px(2), -2, -look.px(5))
    upper, lower = QRectF(inner), QRectF(inner)
    upper.setHeight(inner.height() / 2)
    lower.setTop(inner.y() + inner.height() / 2)
    paint_text(painter, upper, _label(tile), "caption", "text" if tile.offered else "text3")
    tone = "attn" if is_left_out else "text" if tile.chosen else "text3"
    paint_text(painter, lower, _words(tile), "label" if tile.chosen else "caption", tone)
    _paint_bar(painter, box, tile)


def _paint_bar(painter: QPainter, box: QRectF, tile: Tile) -> None:
    if tile.chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent"))
        share = (box.width() - 2) * tile.chosen / tile.offered
        painter.drawRect(QRectF(box.x() + 1, box.bottom() - 4, share, 3))


def _words(tile: Tile) -> str:
    return f"{tile.chosen} {tr('van')} {tile.offered}" if tile.offered else tr("geen")


class Tiles(Painted):
    """All bands; as high as they need at its width."""

    def __init__(self) -> None:
        super().__init__()
        self._bands: Bands = ()
        self._placed: list[Placed] = []
        self._begun = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bands(self, bands: Bands, *, begun: bool) -> None:
        """Shows other numbers."""
        self._bands, self._begun = bands, begun
        self._place()
        self.setAccessibleName(tr("Spreiding van wat gekozen is"))
        self.setAccessibleDescription(". ".join(map(_spoken, bands)))

    def _place(self) -> None:
        if self._bands:
            self._placed = place(self._bands, self.width())
            self.setFixedHeight(round(height(self._placed)) + 1)
            self.update()

    def sizeHint(self) -> QSize:
        """Any width; the height follows."""
        return QSize(theme().px(400), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the tiles."""
        painter = QPainter(self)
        paint_tiles(painter, self._placed, begun=self._begun)
        painter.end()


def _spoken(band: tuple[Facet, Sequence[Tile]]) -> str:
    facet, tiles = band
    return f"{tr(facet.label)}: " + ", ".join(f"{tr(tile.label)} {_words(tile)}" for tile in tiles)
