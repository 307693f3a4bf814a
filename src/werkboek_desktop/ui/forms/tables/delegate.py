"""Paints the rows of a table: no grid, light rules, marks with icon and word, and a ring round the current cell."""

from collections.abc import Callable, Iterable, Iterator
from math import ceil

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from werkboek_desktop.ui.forms.tables.cells import Cell
from werkboek_desktop.ui.forms.tables.model import CELL, ItemModel
from werkboek_desktop.ui.forms.tables.thumbnails import SIDE
from werkboek_desktop.ui.prose.document import units
from werkboek_desktop.ui.prose.dressing import underline
from werkboek_desktop.ui.prose.marks import KnownMarks, Layered
from werkboek_desktop.ui.theme.icons import paint_icon
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.marks import MARK_HEIGHT, mark_width, paint_mark
from werkboek_desktop.ui.words import foldable

type Index = QModelIndex | QPersistentModelIndex
type Make = Callable[[QWidget, Index], QWidget]

PAD = 8
GRIP = 18
COUNTS = 1_000
ENOUGH = 300
"""Letters that are wider than any column."""
LINES = 12
"""The most lines of a text that a row shows; the rest stands in more of the item."""


def row_height() -> int:
    """A row of short values."""
    return theme().size("row_h_table")


class ItemDelegate(QStyledItemDelegate):
    """`opened`: the row with more of it below, so its texts end in dots. `lines`: how high each row is by itself."""

    def __init__(self, parent: QObject, model: ItemModel, make: Make) -> None:
        super().__init__(parent)
        self._model = model
        self._make = make
        self._counts: dict[tuple[str, int], int] = {}
        self.marks = KnownMarks()
        """What is marked in the words of a cell that is closed."""
        self.opened = -1
        self.lines: dict[int, int] = {}
        self.hovered = -1
        self.current = -1

    @property
    def indent(self) -> int:
        """Room before the first column, for what a row is dragged by."""
        return theme().space(GRIP) if self._model.kind.is_placed else theme().space(PAD)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of the field."""
        return self._make(parent, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """It was given when the editor was made: what is being typed stays."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What is typed goes to the project, not to the model."""

    def eventFilter(self, _watched: QObject, _event: QEvent) -> bool:
        """The keys of an editor are the table's."""
        return False

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Over the whole cell."""
        rect: QRect = option.rect
        editor.setGeometry(rect.x(), rect.y() + 1, rect.width() - theme().space(4), row_height() - 2)

    def height(self, row: int, widths: list[int]) -> int:
        """As high as its longest text."""
        least = row_height()
        if self._model.adds(row):
            return least
        return max([least, *(self._text_height(row, at, width) for at, width in enumerate(widths))])

    def _text_height(self, row: int, column: int, width: int) -> int:
        cell = self._model.cell(row, column)
        if cell.picture is not None:
            width -= _picture_width(cell.picture) + theme().space(PAD)
        elif cell.mark or (row == self.opened and cell.long):
            return 0
        font = theme().font("body")
        room = width - self._left(column) - theme().space(PAD)
        lines = self._line_count(cell.text, font, room) if cell.text else 0
        marks = len(cell.asks) * (theme().px(MARK_HEIGHT) + theme().space(4))
        return lines * QFontMetrics(font).lineSpacing() + marks + 2 * theme().space(PAD)

    def _line_count(self, text: str, font: QFont, room: int) -> int:
        """A table is fitted again and again while its rows and columns come."""
        if (text, room) not in self._counts:
            if len(self._counts) > COUNTS:
                self._counts.clear()
            self._counts[text, room] = laid_out(text, font, room).lineCount()
        return self._counts[text, room]

    def needs(self, column: int, *, whole: bool = False) -> int:
        """How wide a column must be for its marks and its longest word; `whole`: for all that stands in a cell."""
        advance = QFontMetrics(theme().font("body")).horizontalAdvance
        widest = 0.0
        for row in range(self._model.rowCount() - 1):
            cell = self._model.cell(row, column)
            marks = [mark for mark in (cell.mark, *cell.asks) if mark]
            text = "" if cell.mark else cell.text[:ENOUGH]
            words = [text] if whole else foldable(text).replace("\u200b", " ").split()
            widest = max([widest, *map(mark_width, marks), *map(advance, words)])
        return ceil(widest) + self._left(column) + theme().space(PAD) + 1

    def _left(self, column: int) -> int:
        return self.indent if column == 0 else theme().space(PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell; of an opened row only its own line."""
        row, column = index.row(), index.column()
        area: QRect = QRect(option.rect)
        painter.save()
        if row == self.opened:
            self._under(painter, area, column)
        area.setHeight(min(area.height(), self.lines.get(row, area.height())))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area, row)
        if column == 0 and self._model.kind.is_placed and row in {self.hovered, self.current}:
            self._grip(painter, area, row)
        room = area.adjusted(self._left(column), 0, -theme().space(PAD), 0)
        cell: Cell = index.data(CELL)
        if self._model.adds(row):
            self._adder(painter, area, index)
        elif column == len(self._model.fields):
            self._rest(painter, area, row, cell)
        elif not self._is_open(index):
            self._cell(painter, room, row, cell)
        if option.state & QStyle.StateFlag.State_HasFocus and not self._model.adds(row):
            self._ring(painter, area)
        painter.restore()

    def _is_open(self, index: Index) -> bool:
        """Whether its editor stands there, which is one line high."""
        table = self.parent()
        return isinstance(table, QAbstractItemView) and table.isPersistentEditorOpen(index)

    def _ground(self, painter: QPainter, area: QRect, row: int) -> None:
        look = theme()
        if row in {self.current, self.opened}:
            painter.fillRect(area, look.color("selected"))
        elif row == self.hovered:
            painter.fillRect(area, look.color("hover"))
        painter.setPen(QPen(look.color("line"), 1))
        if not self._model.adds(row):
            painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _under(self, painter: QPainter, area: QRect, column: int) -> None:
        """What is open below belongs to the row above it."""
        painter.setPen(QPen(theme().color("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if column == 0:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme().color("accent"))

    def _ring(self, painter: QPainter, area: QRect) -> None:
        painter.setPen(QPen(theme().color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = theme().radius("mark")
        painter.drawRoundedRect(QRectF(area).adjusted(2, 2, -2, -2), radius, radius)

    def _grip(self, painter: QPainter, area: QRect, row: int) -> None:
        if not self._model.adds(row):
            side = theme().px(14)
            top = area.top() + (row_height() - side) / 2
            paint_icon(painter, "grip-vertical", QRectF(area.left() + 1, top, side, side), "text3")

    def _adder(self, painter: QPainter, area: QRect, index: Index) -> None:
        """The words of the row that adds run on over narrow cells: each cell draws its own part of them."""
        first, table = index.sibling(index.row(), 0), self.parent()
        if not isinstance(table, QTableView) or self._is_open(first):
            return
        look, side, words = theme(), theme().px(16), first.data(CELL).text
        painter.setClipRect(area)
        left = area.left() - table.columnViewportPosition(index.column()) + table.columnViewportPosition(0)
        indent = look.space(GRIP - PAD) if self._model.kind.is_placed else 0
        start = left + self._left(0) - indent
        icon = QRectF(start, area.center().y() - side / 2 + 1, side, side)
        paint_icon(painter, "plus", icon, "accent")
        font = look.font("body_strong")
        at = start + side + look.space(6)
        end = at + QFontMetrics(font).horizontalAdvance(words) + look.space(PAD)
        self._line(painter, QRect(at, area.top(), end - at, area.height()), words, font, "accent")
        if table.hasFocus() and table.currentIndex().row() == index.row():
            self._ring(painter, QRect(left, area.top(), max(end - left, table.columnWidth(0)), area.height()))

    def _rest(self, painter: QPainter, area: QRect, row: int, cell: Cell) -> None:
        look, side = theme(), theme().px(16)
        top = area.top() + (row_height() - side) / 2
        right = float(area.right() - look.space(PAD) - side)
        if row in {self.hovered, self.current}:
            paint_icon(painter, "ellipsis", QRectF(right, top, side, side))
        right -= side + look.space(PAD)
        if self._model.below():
            name = "chevron-up" if row == self.opened else "chevron-down"
            paint_icon(painter, name, QRectF(right, top, side, side))
        for mark in cell.asks:
            right -= mark_width(mark) + look.space(4)
            paint_mark(painter, mark, right, area.top() + (row_height() - look.px(MARK_HEIGHT)) / 2)

    def _cell(self, painter: QPainter, room: QRect, row: int, cell: Cell) -> None:
        left, middle = float(room.left()), room.top() + (row_height() - theme().px(MARK_HEIGHT)) / 2
        if cell.picture is not None:
            top, width = room.top() + theme().space(PAD), _picture_width(cell.picture)
            painter.drawImage(QRect(room.left(), top, width, theme().px(SIDE)), cell.picture)
            room = room.adjusted(width + theme().space(PAD), 0, 0, 0)
        if not cell.mark and not (row == self.opened and cell.long):
            self._words(painter, room, cell)
            return
        if cell.mark:
            left += paint_mark(painter, cell.mark, left, middle) + theme().space(6)
        for mark in cell.asks:
            left += paint_mark(painter, mark, left, middle) + theme().space(6)
        if not cell.mark:
            line = QRect(round(left), room.top(), room.right() - round(left), row_height())
            self._line(painter, line, cell.text, theme().font("body"), "text")

    def _words(self, painter: QPainter, room: QRect, cell: Cell) -> None:
        look = theme()
        top = room.top() + look.space(PAD)
        for mark in cell.asks:
            paint_mark(painter, mark, room.left(), top)
            top += look.px(MARK_HEIGHT) + look.space(4)
        painter.setPen(look.color("text"))
        words = QRectF(room.left(), top, room.width(), room.bottom() - top)
        painter.save()
        painter.setClipRect(words)
        marks = self.marks.learn(cell.text) if cell.checked else ()
        laid_out(cell.text, look.font("body"), room.width(), marks).draw(painter, words.topLeft())
        painter.restore()

    def _line(self, painter: QPainter, room: QRect, text: str, font: QFont, tone: str) -> None:
        painter.setFont(font)
        painter.setPen(theme().color(tone))
        words = QFontMetrics(font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def _underlined(text: str, folded: str, marks: Iterable[Layered]) -> Iterator[QTextLayout.FormatRange]:
    """The marks of a text, at the places that its words have among the signs at which a line may be folded."""
    signs, at, places = iter(folded), 0, [0]
    for letter in text:
        while (sign := next(signs)) != letter:
            at += units(sign, 1)
        places.append(at := at + units(sign, 1))
    for layer, mark in marks:
        made = QTextLayout.FormatRange()
        made.start, made.length = places[mark.start], places[mark.end] - places[mark.start]
        made.format = underline(layer)
        yield made


def _picture_width(picture: QImage) -> int:
    """As wide as it is at the height of a picture in a row, within reason."""
    side = theme().px(SIDE)
    return min(round(side * picture.width() / max(1, picture.height())), 2 * side)


def laid_out(text: str, font: QFont, width: float, marks: Iterable[Layered] = ()) -> QTextLayout:
    """A text in lines, no more than a row shows: between words, and inside one that is too long, as an address is."""
    text = text.replace("\n", "\u2028")
    folded = foldable(text)
    layout = QTextLayout(folded, font)
    layout.setFormats(list(_underlined(text, folded, marks)))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    spacing = QFontMetrics(font).lineSpacing()
    while layout.lineCount() < LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, (layout.lineCount() - 1) * spacing))
    layout.endLayout()
    return layout
