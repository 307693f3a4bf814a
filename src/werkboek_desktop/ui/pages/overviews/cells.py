"""How each cell of an overview is painted: words, blocks, marks."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionButton, QStyleOptionViewItem, QTableView

from werkboek_desktop.domain.dutch import day, number
from werkboek_desktop.domain.overview.entry import Entry, Standing
from werkboek_desktop.domain.overview.views import Column, View
from werkboek_desktop.ui.lists.line import status_words
from werkboek_desktop.ui.pages.overviews.model import ENTRY, EntryModel
from werkboek_desktop.ui.theme.icons import paint_icon
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.marks import paint_pie
from werkboek_desktop.ui.widgets.plot import (
    broken,
    paint_blocks,
    paint_cell,
    paint_counts,
    paint_lean,
    paint_text,
    paint_word,
    text_width,
)
from werkboek_desktop.ui.words import tr

PAD = 8
WORDS = 250
"""In a narrower column numbers alone stand below the blocks, in every row."""

type Paint = Callable[[QPainter, QRectF, Entry, Column], None]


def checkbox_width() -> int:
    """The room of the box before a case that can be chosen."""
    return theme().px(20) + 2 * theme().space(PAD)


def paint_entry(painter: QPainter, box: QRectF, entry: Entry, column: Column, under: Column | None = None) -> None:
    """One cell, on screen or in a picture; `under`: what stands under it where the room is little."""
    if under:
        half = box.height() / 2
        paint_entry(painter, QRectF(box.x(), box.y() + 3, box.width(), half - 1), entry, column)
        _LOWER[under.key](painter, QRectF(box.x(), box.y() + half - 1, box.width(), half - 3), entry, under)
    elif column.topic:
        paint_cell(painter, box, entry.cells[column.topic])
    else:
        _PAINTERS.get(column.key, _plain)(painter, box, entry, column)


def _plain(painter: QPainter, box: QRectF, entry: Entry, column: Column) -> None:
    paint_text(painter, box, column.text(entry), "caption")


def _two_lines(
    painter: QPainter, box: QRectF, first: str, second: str, role: str, under: tuple[str, str] = ("caption", "text2")
) -> None:
    half = box.height() / 2
    paint_text(painter, QRectF(box.x(), box.y() + 3, box.width(), half - 1), first, role)
    paint_text(painter, QRectF(box.x(), box.y() + half, box.width(), half - 3), second, *under)


def _title(painter: QPainter, box: QRectF, entry: Entry, _column: Column) -> None:
    """A title that is too long for its line goes on before the place, which keeps up to half of that line."""
    first, rest = broken(entry.title, "body_strong", box.width())
    if not rest:
        _two_lines(painter, box, first, entry.place or tr("Nog geen gemeente"), "body_strong")
        return
    if not entry.place:
        _two_lines(painter, box, first, rest, "body_strong", ("body_strong", "text"))
        return
    half, gap, after = box.height() / 2, theme().space(4), f"· {entry.place}"
    paint_text(painter, QRectF(box.x(), box.y() + 3, box.width(), half - 1), first, "body_strong")
    under = QRectF(box.x(), box.y() + half, box.width(), half - 3)
    room = min(gap + text_width(after, "caption"), box.width() / 2)
    left = gap + paint_text(painter, under.adjusted(0, 0, -room, 0), rest, "body_strong")
    paint_text(painter, under.adjusted(left, 0, 0, 0), after, "caption", "text2")


def _forms(painter: QPainter, box: QRectF, entry: Entry, column: Column) -> None:
    first, rest = broken(column.text(entry), "caption", box.width())
    if rest:
        _two_lines(painter, box, first, rest, "caption", ("caption", "text"))
    else:
        paint_text(painter, box, first, "caption")


def _size(painter: QPainter, box: QRectF, entry: Entry, _column: Column) -> None:
    if entry.inhabitants is not None:
        _two_lines(painter, box, number(entry.inhabitants), entry.size_source, "caption")


def _status(painter: QPainter, box: QRectF, entry: Entry, _column: Column) -> None:
    if entry.is_status_disputed:
        paint_word(painter, box, "git-compare", tr("2 versies"), "attn", "label")
        return
    share = status_words("case", str(entry.status) if entry.status else None)[1]
    radius = theme().px(7)
    paint_pie(painter, share, QPointF(box.x() + radius + 1, box.center().y()), radius, "text2")
    left = 2 * radius + theme().space(7)
    paint_text(painter, box.adjusted(left, 0, 0, 0), entry.status_label.lower(), "caption", "text2")


def _progress(painter: QPainter, box: QRectF, entry: Entry, column: Column) -> None:
    if not entry.deadline:
        _status(painter, box, entry, column)
        return
    half = box.height() / 2
    _status(painter, QRectF(box.x(), box.y() + 3, box.width(), half - 1), entry, column)
    due = QRectF(box.x(), box.y() + half - 1, box.width(), half - 3)
    paint_word(painter, due, "calendar", day(date.fromisoformat(entry.deadline)), "text2")


def _balance(painter: QPainter, box: QRectF, entry: Entry, _column: Column) -> None:
    if not any(entry.balance):
        paint_word(painter, box, "circle-dashed", tr("geen maatregelen"), "text3")
        return
    height = theme().px(14)
    paint_blocks(painter, QRectF(box.x(), box.y() + theme().px(7), box.width() - 4, height), entry.balance)
    under = QRectF(box.x(), box.y() + theme().px(23), box.width(), theme().px(20))
    paint_counts(painter, under, entry.balance, words=box.width() > theme().px(WORDS))


def _lean(painter: QPainter, box: QRectF, entry: Entry, _column: Column) -> None:
    paint_lean(painter, box, entry.lean)


def _lacks(painter: QPainter, box: QRectF, entry: Entry, _column: Column) -> None:
    if entry.lacks:
        paint_word(painter, box, "circle-dashed", str(entry.lacks), "text3")
    else:
        paint_word(painter, box, "check", tr("niets"), "text2")


_PAINTERS: dict[str, Paint] = {
    "title": _title,
    "forms": _forms,
    "size": _size,
    "status": _status,
    "progress": _progress,
    "balance": _balance,
    "lean": _lean,
    "lacks": _lacks,
}


def _inhabitants(painter: QPainter, box: QRectF, entry: Entry, _column: Column) -> None:
    paint_text(painter, box, number(entry.inhabitants) if entry.inhabitants is not None else "", "caption", "text2")


def _quiet(painter: QPainter, box: QRectF, entry: Entry, column: Column) -> None:
    paint_text(painter, box, column.text(entry), "caption", "text2")


_LOWER: dict[str, Paint] = {"size": _inhabitants, "scale": _quiet, "lacks": _lacks}


class CellDelegate(QStyledItemDelegate):
    """Light rules between rows, a tint for the row and a ring for the cell that have the keyboard."""

    def __init__(self, table: QObject) -> None:
        super().__init__(table)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints one cell."""
        table, model = self.parent(), index.model()
        assert isinstance(table, QTableView)
        assert isinstance(model, EntryModel)
        entry: Entry = index.data(ENTRY)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area, option.state, is_first=index.column() == 0)
        inner = area.adjusted(theme().space(PAD), 0, -theme().space(PAD), 0)
        if index.column() == 0 and model.view is View.CHOICE:
            self._check(painter, area, index.data(Qt.ItemDataRole.CheckStateRole), table, entry)
            inner.setLeft(area.x() + checkbox_width())
        column = model.columns[index.column()]
        paint_entry(painter, inner, entry, column, model.under(column))
        if index == table.currentIndex() and table.hasFocus():
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -3), theme().radius("mark"), theme().radius("mark"))
        painter.restore()

    def _ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, *, is_first: bool) -> None:
        look = theme()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, look.color("selected"))
            if is_first:
                painter.fillRect(QRectF(area.x(), area.y(), 3, area.height()), look.color("accent"))
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _check(
        self, painter: QPainter, area: QRectF, state: Qt.CheckState | None, table: QTableView, entry: Entry
    ) -> None:
        side = theme().px(20)
        place = QRectF(area.x() + theme().space(PAD), area.center().y() - side / 2, side, side)
        if state is None:
            if entry.standing is Standing.FURTHER:
                paint_icon(painter, "check", place.adjusted(2, 2, -2, -2), "text3")
            return
        box = QStyleOptionButton()
        box.rect = place.toRect()
        is_on = state == Qt.CheckState.Checked
        box.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if is_on else QStyle.StateFlag.State_Off
        )
        table.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, table)
