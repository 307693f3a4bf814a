"""Lucide icons in the colours of the theme: `currentColor` is filled in when an icon is painted, never before."""

from functools import cache, lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from werkboek_desktop.resources import resource
from werkboek_desktop.ui.theme.look import theme

STROKE = 1.75
STROKE_IN_MARK = 2.0


def paint_icon(painter: QPainter, name: str, rect: QRectF, tone: str = "text2", stroke: float = STROKE) -> None:
    """Paints an icon of resources/icons in a colour of the theme."""
    renderer(name, theme().hex(tone), stroke).render(painter, rect)


@lru_cache(maxsize=512)
def renderer(name: str, color: str, stroke: float) -> QSvgRenderer:
    """A drawing, parsed once a colour and stroke."""
    svg = _source(name).replace("currentColor", color).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(svg.encode())


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


class ThemedIcon(QIconEngine):
    """Paints an icon in the theme of the moment, at the left of its room so that text keeps its distance."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Paints it; a disabled one in the colour of disabled text."""
        side = min(rect.width(), rect.height())
        tone = "text3" if mode == QIcon.Mode.Disabled else self._tone
        paint_icon(painter, self._name, QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side), tone)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The same, for widgets that ask for pixels."""
        pixels = QPixmap(size)
        if pixels.isNull():
            return pixels  # a narrow place has no room for it
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixels

    def clone(self) -> QIconEngine:
        """Qt copies icons freely."""
        return ThemedIcon(self._name, self._tone)


def icon(name: str, tone: str = "text2") -> QIcon:
    """An icon that follows theme, size and resolution."""
    return QIcon(ThemedIcon(name, tone))


def icon_size() -> QSize:
    """The room of an icon before text: its own 18 pixels and 6 of distance (the style adds 4 more)."""
    side = theme().size("icon")
    return QSize(side + theme().space(4), side)
