"""What happened to a record as rows of a list: the newest first, of everybody or of one person or field."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.moments import day_near
from werkboek_desktop.ui.lists.line import LINE, Line
from werkboek_desktop.ui.words import count, local, tr
from werkboek_desktop.workspace import Deed, Moment

type Index = QModelIndex | QPersistentModelIndex

DEEDS = {
    Deed.MADE: "toegevoegd",
    Deed.MOVED: "verplaatst",
    Deed.DELETED: "verwijderd",
    Deed.UNDELETED: "teruggezet",
}
SAID = {
    Deed.MOVED: "Alleen de plek is anders: aan de woorden veranderde niets.",
    Deed.DELETED: "Het is verwijderd.",
    Deed.UNDELETED: "Het staat er weer.",
}
"""What is said of what no words tell."""


class MomentModel(QAbstractListModel):
    """A row is put into words when it is painted, so a thousand changes cost what ten do."""

    def __init__(self) -> None:
        super().__init__()
        self.moments: Sequence[Moment] = ()
        self._today = date.min

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many changes are shown."""
        return 0 if parent.isValid() else len(self.moments)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line for the delegate, and a sentence for a screen reader."""
        if not index.isValid() or role not in {LINE, Qt.ItemDataRole.DisplayRole}:
            return None
        moment = self.moments[index.row()]
        line = Line(what(moment), moment.author or tr("onbekend"), below=self._when(moment))
        return line if role == LINE else ", ".join((line.title, line.place, line.below))

    def show_moments(self, moments: Sequence[Moment], today: date) -> None:
        """Other changes, the newest first."""
        self.beginResetModel()
        self.moments, self._today = moments, today
        self.endResetModel()

    def row_of(self, change: str) -> int:
        """Where a change stands; -1 where it does not."""
        return next((at for at, each in enumerate(self.moments) if each.change == change), -1)

    def who(self, moment: Moment) -> str:
        """Who did it, when by their clock, and how much came or went."""
        return f"{moment.author or tr('onbekend')} · {self._when(moment)}"

    def _when(self, moment: Moment) -> str:
        when = local(moment.time)
        day = f"{day_near(when.date(), self._today)} {when:%H:%M}"
        return " · ".join(filter(None, (day, size(moment))))


def what(moment: Moment) -> str:
    """What was done, in a few words."""
    kind, field = schema.kind(moment.kind), schema.field(moment.kind, moment.field)
    owned = bool(kind and kind.owners)
    if moment.deed is Deed.WROTE and field:
        return f"{field.label} · {moment.title}" if owned else field.label
    done = f"{kind.label if kind else moment.kind} {tr(DEEDS.get(moment.deed, ''))}"
    return f"{done}: {moment.title}" if owned else done


def size(moment: Moment) -> str:
    """How many words came or went; nothing where that is none."""
    if moment.erased:
        return tr("gewist")
    words = count(abs(moment.words), tr("woord"), tr("woorden"))
    return f"{'+' if moment.words > 0 else '−'} {words}" if moment.words else ""
