"""The bundles one has looked at in this window, as rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from werkboek_desktop.errors import PassphraseNeeded, WhichProof, WrongPassphrase
from werkboek_desktop.ui.lists.delegate import RowDelegate
from werkboek_desktop.ui.lists.line import LINE, Line, versions_words
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.marks import Mark, conflict_mark, merged_mark
from werkboek_desktop.ui.words import moment, tr
from werkboek_desktop.workspace.model import AS_IT_SAYS, ReadAs

if TYPE_CHECKING:
    from werkboek_desktop.workspace import FileReport

type Index = QModelIndex | QPersistentModelIndex


@dataclass
class Parcel:
    """One file: what it would bring, or once it was read in, what it brought."""

    path: Path
    report: "FileReport | None" = None
    read_in: str = ""
    """When it was read in, as a time of day."""
    read_as: ReadAs = AS_IT_SAYS

    @property
    def waits(self) -> bool:
        """Whether there is something in it to read in."""
        return not self.read_in and self.report is not None and self.report.result == "imported"

    @property
    def sender(self) -> str:
        """From whom, as far as the file can be read: the person, without the computer."""
        whole = self.report.sender if self.report and self.report.sender else self.path.name
        return whole.split(" · ")[0]


def parcel_line(parcel: Parcel) -> Line:
    """A bundle as a row."""
    report = parcel.report
    if report is None:
        return Line(parcel.path.name, tr("wordt bekeken …"))
    place = moment(report.created) if report.created else f"{tr('in de map')} {parcel.path.parent.name}"
    if parcel.read_in:
        place = f"{tr('ingelezen om')} {parcel.read_in}"
    return Line(parcel.sender, place, marks=tuple(parcel_marks(parcel)))


def parcel_marks(parcel: Parcel) -> list[Mark]:
    """What it brings, in at most two marks."""
    report = parcel.report
    if report is None:
        return []
    if isinstance(report.error, WhichProof):
        return [Mark(tr("van welke proef?"), "circle-question-mark", "attn")]
    if isinstance(report.error, PassphraseNeeded | WrongPassphrase):
        return [Mark(tr("wachtzin nodig"), "key-round", "attn")]
    if report.error:
        return [Mark(tr("niet te lezen"), "circle-x", "danger")]
    if report.result == "known":
        return [Mark(tr("had je al, niets te doen"), "check", "ok", "none")]
    if report.result == "waiting":
        return [Mark(tr("er mist nog een pakket"), "hourglass", "neutral", "none")]
    done = bool(parcel.read_in)
    new = f"{report.new} {tr('ingelezen') if done else tr('nieuw')}"
    found = [Mark(new, "check", "ok", "none") if done else Mark(new, "sparkle", "accent")]
    if report.lacking or report.waiting:
        found.append(Mark(tr("er mist een pakket"), "hourglass", "neutral", "none"))
    elif report.conflicts:
        found.append(conflict_mark(versions_words(len(report.conflicts))))
    elif report.merged:
        found.append(merged_mark(f"{len(report.merged)} {tr('nalezen')}"))
    return found


class ParcelModel(QAbstractListModel):
    """The rows, in the order in which the files were chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.parcels: list[Parcel] = []

    def take(self, parcels: list[Parcel]) -> None:
        """Shows what another list showed."""
        self.beginResetModel()
        self.parcels = parcels
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many there are."""
        return 0 if parent.isValid() else len(self.parcels)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line for the delegate, and in words for a screen reader."""
        if not index.isValid():
            return None
        line = parcel_line(self.parcels[index.row()])
        if role == LINE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(filter(None, (line.title, line.place, *(mark.text for mark in line.marks))))
        return None

    def add(self, paths: Sequence[Path]) -> list[Parcel]:
        """New rows at the end."""
        added = [Parcel(path) for path in paths]
        first = len(self.parcels)
        self.beginInsertRows(QModelIndex(), first, first + len(added) - 1)
        self.parcels += added
        self.endInsertRows()
        return added

    def changed(self, parcel: Parcel) -> None:
        """A row reads differently now."""
        index = self.index(self.parcels.index(parcel))
        self.dataChanged.emit(index, index)


class ParcelDelegate(RowDelegate):
    """Qt lays out these few rows itself."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as a row of any list."""
        return QSize(theme().px(200), self.row)


class ParcelList(QListView):
    """The bundles under each other; Enter asks to read the chosen one in."""

    entered = Signal()

    def __init__(self, model: ParcelModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(ParcelDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Ontvangen pakketten"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is its own, the rest Qt's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
