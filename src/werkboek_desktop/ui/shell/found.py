"""The rows of Ctrl+K: groups with a heading, and how they are painted."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from werkboek_desktop.ui.theme.icons import paint_icon
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.keys import key_names

type Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole


class Found(NamedTuple):
    """Something to go to or to do. In `more` the words that match stand between « and »."""

    title: str
    act: Callable[[], object]
    icon: str
    more: str = ""
    keys: str = ""


class Group(NamedTuple):
    """A heading with what was found below it."""

    heading: str
    rows: Sequence[Found]


class FoundModel(QAbstractListModel):
    """Headings and rows under each other; only the rows can be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Found | str] = []

    def show(self, groups: Sequence[Group]) -> None:
        """Shows these groups; an empty one has no heading."""
        self.beginResetModel()
        self._rows = []
        for group in groups:
            if group.rows:
                self._rows += [group.heading, *group.rows]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many there are, headings too."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself for the delegate, and a sentence for a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row if isinstance(row, str) else spoken(row)
            case role if role == ROW:
                return row
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        is_row = index.isValid() and self.at(index.row()) is not None
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_row else Qt.ItemFlag.NoItemFlags

    def at(self, row: int) -> Found | None:
        """What stands there; None for a heading, and past the end."""
        found = self._rows[row] if 0 <= row < len(self._rows) else ""
        return None if isinstance(found, str) else found

    def next(self, row: int, by: int) -> int:
        """The next row that can be chosen in a direction; the same if there is none."""
        at = row + by
        while 0 <= at < len(self._rows):
            if self.at(at):
                return at
            at += by
        return row


def spoken(row: Found) -> str:
    """A row in words."""
    return ", ".join(
        filter(None, (row.title, row.more.translate({171: None, 187: None}), " ".join(key_names(row.keys))))
    )


def in_sight(text: str, room: float) -> str:
    """A field and its words, without the first of those where the one that matches would be out of sight."""
    before, sign, rest = text.partition("«")
    field, colon, lead = before.partition(": ")
    plain, bold = (QFontMetrics(theme().font(role)) for role in ("caption", "label"))
    left = room - bold.horizontalAdvance(rest.partition("»")[0])
    while sign and " " in lead and plain.horizontalAdvance(f"{field}{colon}{lead}") > left:
        lead = f"…{lead.removeprefix('…').lstrip().partition(' ')[2]}"
    return f"{field}{colon}{lead}{sign}{rest}"


class FoundDelegate(QStyledItemDelegate):
    """A heading; a row of one line with its keys; or one of two lines, with where something is."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines."""
        row = index.data(ROW)
        height = 34 if isinstance(row, str) else 52 if row.more else 36
        return QSize(theme().px(100), theme().px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one."""
        row: Found | str = index.data(ROW)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, str):
            self._words(painter, area.adjusted(theme().space(12), theme().px(10), 0, 0), "label", "text2", row)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                self._ground(painter, QRectF(area).adjusted(1, 1, -1, -1))
            self._row(painter, area.adjusted(theme().space(12), 0, -theme().space(12), 0), row)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF) -> None:
        look = theme()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("selected"))
        painter.drawRoundedRect(box, look.radius("control"), look.radius("control"))
        painter.setBrush(look.color("accent"))
        painter.drawRoundedRect(QRectF(box.x(), box.y() + look.px(8), 3, box.height() - look.px(16)), 1.5, 1.5)

    def _row(self, painter: QPainter, area: QRect, row: Found) -> None:
        side = theme().size("icon")
        line = area.adjusted(0, 0, 0, -area.height() // 2 + theme().px(2)) if row.more else area
        paint_icon(painter, row.icon, QRectF(area.x(), area.y() + (area.height() - side) / 2, side, side))
        left = side + theme().space(12)
        keys = self._keys(painter, area, row.keys)
        room = line.adjusted(left, 0, -keys, 0)
        self._words(painter, room, "body_strong" if row.more else "body", "text", row.title)
        if row.more:
            self._snippet(painter, area.adjusted(left, area.height() // 2, -keys, 0), row.more)

    def _words(self, painter: QPainter, area: QRect, role: str, tone: str, text: str) -> int:
        """Words on one line, cut off where the room ends; how wide they are."""
        font = theme().font(role)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(theme().color(tone))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return QFontMetrics(font).horizontalAdvance(shown)

    def _snippet(self, painter: QPainter, area: QRect, text: str) -> None:
        """One line; the words that match are bold, and nothing is painted where not even the dots fit."""
        room = area.adjusted(0, 0, 0, -theme().px(6))
        dots = QFontMetrics(theme().font("caption")).horizontalAdvance("…")
        for part in in_sight(text.replace("\n", " "), room.width()).split("«"):
            bold, _, plain = part.rpartition("»")
            for words, role, tone in ((bold, "label", "text"), (plain, "caption", "text2")):
                if words and room.width() > dots:
                    room.setLeft(room.left() + self._words(painter, room, role, tone, words))

    def _keys(self, painter: QPainter, area: QRect, keys: str) -> int:
        """The keys at the right; how much room they took."""
        look = theme()
        metrics = QFontMetrics(look.font("caption"))
        right = float(area.right())
        painter.setFont(look.font("caption"))
        for key in reversed(key_names(keys) if keys else []):
            width = metrics.horizontalAdvance(key) + look.space(10)
            cap = QRectF(right - width, area.y() + (area.height() - look.px(22)) / 2, width, look.px(22))
            painter.setPen(look.color("line_strong"))
            painter.setBrush(look.color("surface"))
            painter.drawRoundedRect(cap, look.radius("mark"), look.radius("mark"))
            painter.setPen(look.color("text"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            right -= width + look.space(4)
        return round(area.right() - right)
