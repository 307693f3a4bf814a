"""The files that one looked at in this window, and the bundles that were read in before, as rows of one list."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.today_lines import person_of
from werkboek_desktop.domain.trust import Met
from werkboek_desktop.errors import PassphraseNeeded, WhichProof, WrongPassphrase
from werkboek_desktop.ui.lists.line import HEADING, LINE, Heading, Line, versions_words
from werkboek_desktop.ui.pages.packages.dated import made_on
from werkboek_desktop.ui.pages.packages.lines import SPOKEN, Index, Rows, spoken_line
from werkboek_desktop.ui.widgets.marks import Mark, conflict_mark, merged_mark
from werkboek_desktop.ui.words import count, tr
from werkboek_desktop.workspace.model import AS_IT_SAYS, ReadAs, Result

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Arrival, FileReport

type Entry = "Parcel | Arrival | Heading"


@dataclass
class Parcel:
    """One file: what it would bring, or once it was read in, what it brought."""

    path: Path
    report: "FileReport | None" = None
    read_in: str = ""
    """When it was read in, as a time of day."""
    read_as: ReadAs = AS_IT_SAYS
    repeats: bool = False
    """The same bundle stands above it."""
    stopped: bool = False
    """Somebody stopped the looking before it was its turn."""

    @property
    def waits(self) -> bool:
        """Whether there is something in it to read in."""
        return not (self.read_in or self.repeats) and self.report is not None and self.report.new > 0

    @property
    def sender(self) -> str:
        """From whom, as far as the file can be read: the person, without the computer."""
        return person_of(self.report.sender) if self.report and self.report.sender else self.path.name


def parcel_line(parcel: Parcel, today: date) -> Line:
    """A file as a row."""
    report = parcel.report
    if report is None:
        return Line(parcel.path.name, tr("nog niet bekeken") if parcel.stopped else tr("wordt bekeken …"))
    place = made_on(report.created, today) if report.created else f"{tr('in de map')} {parcel.path.parent.name}"
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
    if parcel.repeats:
        return [Mark(tr("zelfde pakket, niets te doen"), "check", "ok", "none")]
    if report.result == Result.KNOWN:
        return [Mark(tr("had je al, niets te doen"), "check", "ok", "none")]
    if report.result == Result.WAITING:
        return [Mark(tr("er mist nog een pakket"), "hourglass", "neutral", "none")]
    return _bringing(parcel, report)


def _bringing(parcel: Parcel, report: "FileReport") -> list[Mark]:
    done = bool(parcel.read_in)
    new = f"{number(report.new)} {tr('ingelezen') if done else tr('nieuw')}"
    found = [Mark(new, "check", "ok", "none") if done else Mark(new, "sparkle", "accent")]
    if report.trust is Met.CHANGED:
        found.append(Mark(tr("andere sleutel"), "circle-question-mark", "attn"))
    elif report.lapsed:
        found.append(Mark(tr("gewijzigd na akkoord"), "shield-alert", "danger"))
    elif report.missing:
        found.append(Mark(tr("er mist een pakket"), "hourglass", "neutral", "none"))
    elif report.conflicts:
        found.append(conflict_mark(versions_words(len(report.conflicts))))
    elif report.merged:
        found.append(merged_mark(f"{len(report.merged)} {tr('nalezen')}"))
    return found


def arrival_line(arrival: "Arrival", today: date) -> Line:
    """A bundle that was read in some time ago."""
    who, made = person_of(arrival.sender), made_on(arrival.created, today)
    if arrival.aside:
        return Line(who, made, marks=(Mark(tr("teruggedraaid"), "undo-2", "neutral", "none"),))
    more = f"{count(arrival.changes, tr('wijziging'), tr('wijzigingen'))} · {tr('pakket')} {number(arrival.number)}"
    return Line(who, made, below=more)


class ParcelModel(QAbstractListModel):
    """The files in the order in which they were chosen; below a heading what was read in before."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.parcels: list[Parcel] = []
        self._before: list[Heading | Arrival] = []
        self._arrivals: Sequence[Arrival] = ()

    def take(self, parcels: list[Parcel]) -> None:
        """Shows what another list showed."""
        self.beginResetModel()
        self.parcels = parcels
        self._before = self._below()
        self.endResetModel()

    def show_arrivals(self, arrivals: "Sequence[Arrival]") -> None:
        """What was read in at this computer; what stands above as a file is not told twice."""
        self._arrivals = arrivals
        before = self._below()
        if before == self._before:
            return
        first = len(self.parcels)
        if self._before:
            self.beginRemoveRows(QModelIndex(), first, first + len(self._before) - 1)
            self._before = []
            self.endRemoveRows()
        if before:
            self.beginInsertRows(QModelIndex(), first, first + len(before) - 1)
            self._before = before
            self.endInsertRows()

    def _below(self) -> "list[Heading | Arrival]":
        above = {parcel.report.bundle for parcel in self.parcels if parcel.report and parcel.read_in}
        rows = [each for each in self._arrivals if each.id not in above]
        return [Heading(tr("Eerder ingelezen"), len(rows), opened=True), *rows] if rows else []

    def entry(self, index: Index) -> "Entry | None":
        """What stands in a row."""
        row = index.row()
        if not 0 <= row < self.rowCount():
            return None
        return self.parcels[row] if row < len(self.parcels) else self._before[row - len(self.parcels)]

    def row_of(self, bundle: str) -> int:
        """Where a bundle stands that was read in before; -1: nowhere."""
        rows = (at for at, each in enumerate(self._before, len(self.parcels)) if each.id == bundle and bundle)
        return next(rows, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many there are."""
        return 0 if parent.isValid() else len(self.parcels) + len(self._before)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """One walks past a heading."""
        is_heading = isinstance(self.entry(index), Heading)
        return Qt.ItemFlag.NoItemFlags if is_heading else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line for the delegate, and in words for a screen reader."""
        entry = self.entry(index)
        if entry is None:
            return None
        if isinstance(entry, Heading):
            spoken = f"{entry.text}, {count(entry.rows, tr('pakket'), tr('pakketten'))}"
            return {HEADING: entry, Qt.ItemDataRole.DisplayRole: spoken}.get(role)
        line = self._line(entry)
        if role == LINE:
            return line
        return spoken_line(line) if role in SPOKEN else None

    def _line(self, entry: "Parcel | Arrival") -> Line:
        today = self._today()
        return parcel_line(entry, today) if isinstance(entry, Parcel) else arrival_line(entry, today)

    def add(self, paths: Iterable[Path]) -> list[Parcel]:
        """New rows below the other files."""
        added = [Parcel(path) for path in paths]
        first = len(self.parcels)
        self.beginInsertRows(QModelIndex(), first, first + len(added) - 1)
        self.parcels += added
        self.endInsertRows()
        return added

    def drop(self, parcel: Parcel) -> None:
        """Takes a file out of the list; it stays where it is."""
        at = self.parcels.index(parcel)
        self.beginRemoveRows(QModelIndex(), at, at)
        self.parcels.remove(parcel)
        self.endRemoveRows()
        if self.parcels:
            self.changed(self.parcels[0])

    def changed(self, parcel: Parcel) -> None:
        """A row reads differently now, and with that perhaps what repeats it."""
        if parcel not in self.parcels:
            return  # it was taken out meanwhile
        for at, each in enumerate(self.parcels):
            each.repeats = _is_among(each, self.parcels[:at])
        if parcel.read_in:
            self.show_arrivals(self._arrivals)
        self.dataChanged.emit(self.index(0), self.index(len(self.parcels) - 1))


def _is_among(parcel: Parcel, others: Sequence[Parcel]) -> bool:
    bundle = parcel.report.bundle if parcel.report and not parcel.read_in else None
    return bundle is not None and any(each.report and each.report.bundle == bundle for each in others)


class ParcelList(Rows):
    """The bundles under each other; Enter asks to read the chosen one in."""

    def __init__(self, model: ParcelModel) -> None:
        super().__init__(model, tr("Ontvangen pakketten"))
