"""The table of contents beside the whole book: chapters, and below each its case; it shows where one is."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from werkboek_desktop.ui.pages.readthrough.sheet import Name
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.words import tr

type Index = QModelIndex | QPersistentModelIndex

LEVEL = Qt.ItemDataRole.UserRole
ROW = 32
STEP = 14
DEEPEST = 4


class OutlineModel(QAbstractListModel):
    """A row for each part."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[Name] = []

    def show_names(self, names: list[Name]) -> None:
        """Other parts than before."""
        self.beginResetModel()
        self.names = names
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many there are."""
        return 0 if parent.isValid() else len(self.names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Its name and how deep it stands."""
        if not index.isValid():
            return None
        title, level = self.names[index.row()]
        if role == LEVEL:
            return min(level, DEEPEST)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title}, {tr('niveau')} {level}"
        return title if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole} else None


class OutlineDelegate(QStyledItemDelegate):
    """One line a part, further to the right the deeper it stands."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(theme().px(120), theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints it; where one is has a bar too."""
        look, area = theme(), QRectF(option.rect).adjusted(2, 1, -2, -1)
        level, here = int(index.data(LEVEL)), bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if here:
            painter.setBrush(look.color("selected"))
            painter.drawRoundedRect(area, look.radius("control"), look.radius("control"))
            painter.setBrush(look.color("accent"))
            painter.drawRoundedRect(QRectF(area.left(), area.top() + area.height() / 4, 3, area.height() / 2), 1.5, 1.5)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("focus"), 2))
            painter.drawRoundedRect(area, look.radius("control"), look.radius("control"))
        font = look.font("body_strong" if level == 1 else "body")
        painter.setFont(font)
        painter.setPen(look.color("text" if here or level == 1 else "text2"))
        room = area.adjusted(look.space(10) + (level - 1) * look.space(STEP), 0, -look.space(8), 0)
        words = QFontMetrics(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class Outline(QListView):
    """`went`: to this part; `entered`: on with the keyboard in its text."""

    went = Signal(int)
    entered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.model_ = OutlineModel()
        self.setModel(self.model_)
        self.setItemDelegate(OutlineDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Inhoud"))
        self.selectionModel().currentChanged.connect(lambda now, _before: self.went.emit(now.row()))
        self.clicked.connect(lambda index: self.entered.emit(index.row()))

    def show_names(self, names: list[Name]) -> None:
        """Other parts than before; nobody goes anywhere by that."""
        if names == self.model_.names:
            return
        with QSignalBlocker(self.selectionModel()):
            self.model_.show_names(names)

    def show_here(self, part: int) -> None:
        """Where one is."""
        index = self.model_.index(part)
        if index.isValid() and self.currentIndex() != index:
            with QSignalBlocker(self.selectionModel()):
                self.setCurrentIndex(index)
            self.scrollTo(index)
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on in the text."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.entered.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
