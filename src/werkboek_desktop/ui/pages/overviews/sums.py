"""The balance of groups of cases, a line each."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from werkboek_desktop.domain.overview.facets import Sum
from werkboek_desktop.domain.overview.leaning import words
from werkboek_desktop.ui.pages.overviews.model import NO_PARENT
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.plot import paint_blocks, paint_counts, paint_text
from werkboek_desktop.ui.words import count, tr

type Index = QModelIndex | QPersistentModelIndex

SUM = int(Qt.ItemDataRole.UserRole)
HEIGHT = 66


class SumModel(QAbstractListModel):
    """Groups with their sums."""

    def __init__(self) -> None:
        super().__init__()
        self._sums: Sequence[Sum] = ()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many groups there are."""
        return 0 if parent.isValid() else len(self._sums)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sum for who paints, words for who listens."""
        if not index.isValid():
            return None
        part = self._sums[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{part.label}, {_cases(part)}: {words(part.balance)}"
            case role if role == SUM:
                return part
        return None

    def show(self, sums: Sequence[Sum]) -> None:
        """Takes fresh sums."""
        self.beginResetModel()
        self._sums = sums
        self.endResetModel()


def _cases(part: Sum) -> str:
    return count(part.cases, tr("praktijkvoorbeeld"), tr("praktijkvoorbeelden"))


class SumDelegate(QStyledItemDelegate):
    """Name and number above, blocks in the middle, words below."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The same for every line."""
        return QSize(theme().px(200), theme().px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one line."""
        part: Sum = index.data(SUM)
        box = QRectF(option.rect).adjusted(2, 0, -theme().space(8), 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sum(painter, box, part)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -2), 4, 4)
        painter.restore()


def paint_sum(painter: QPainter, box: QRectF, part: Sum) -> None:
    """A group, on screen or in a picture."""
    look, line = theme(), theme().px(20)
    inner = box.adjusted(look.space(4), 0, 0, 0)
    number = _cases(part) if box.width() > look.px(400) else str(part.cases)
    room = look.px(150 if box.width() > look.px(400) else 40)
    upper = QRectF(inner.x(), inner.y() + look.px(2), inner.width() - room, line)
    paint_text(painter, upper, part.label, "label")
    paint_text(painter, QRectF(inner.right() - room, upper.y(), room, line), number, "caption", "text2")
    paint_blocks(painter, QRectF(inner.x(), inner.y() + look.px(23), inner.width(), look.px(14)), part.balance)
    lower = QRectF(inner.x(), inner.y() + look.px(40), inner.width(), line)
    paint_counts(painter, lower, part.balance, words=box.width() > look.px(400))


class SumList(QListView):
    """The groups; three hundred municipalities are as fast as three."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._model = SumModel()
        self.setModel(self._model)
        self.setItemDelegate(SumDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_sums(self, sums: Sequence[Sum]) -> None:
        """Shows other sums."""
        self._model.show(sums)
