"""What a list shows: rows, and headings over them when they are grouped. Ten thousand rows are ten thousand tuples."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from werkboek_desktop.domain.catalogue import Catalogue
from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.listing import Facts, ListRow, Query
from werkboek_desktop.ui.lists.line import HEADING, LINE, Heading, line, plain_names, spoken
from werkboek_desktop.ui.words import count, tr

type Index = QModelIndex | QPersistentModelIndex

type Key = tuple[str, str]
"""A group, and a record in it; a heading has no record."""

FOLD_FROM = 300
"""So many rows begin folded when they are grouped."""


class Entry(NamedTuple):
    """One row of the view: a heading, or a record under it."""

    group: str
    row: ListRow | None
    heading: Heading | None = None

    @property
    def key(self) -> Key:
        """What makes it the same one after a refresh."""
        return self.group, self.row.id if self.row else ""


class RowModel(QAbstractListModel):
    """Shows what a catalogue gives for a query and a typed text."""

    def __init__(self) -> None:
        super().__init__()
        self.catalogue: Catalogue | None = None
        self.query = Query()
        self.seen: Sequence[ListRow] = ()
        self._entries: list[Entry] = []
        self._above: Sequence[ListRow] = ()
        self._found: Mapping[str, str] = {}
        self._text = ""
        self._open: dict[str, bool] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows and headings are shown."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself for the delegate, and a sentence for a screen reader."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken(entry.row, self._facts(entry.row)) if entry.row else _spoken(entry.heading)
        if role == HEADING:
            return entry.heading
        if role == LINE and entry.row:
            return line(entry.row, self._found.get(entry.row.id, ""), self._facts(entry.row))
        return None

    def begin(self, catalogue: Catalogue) -> None:
        """Another list: everything is asked anew, and nothing is typed or folded yet."""
        self.catalogue, self.query, self._text, self._found = catalogue, Query(), "", {}
        self._open.clear()

    def begin_with(self, kind: Kind) -> None:
        """The same, before anything is known but the rows."""
        self.begin(Catalogue(kind, plain_names()))

    def show(self, rows: Sequence[ListRow], above: Sequence[ListRow] = ()) -> None:
        """Takes fresh rows; what is asked stays. `above` stand over them whatever is asked."""
        assert self.catalogue
        self._above = above
        self.catalogue.show(rows)
        self.apply()

    def update(self, changed: Mapping[RecordId, ListRow | None]) -> None:
        """Takes some rows anew, so that one edit does not cost ten thousand rows."""
        assert self.catalogue
        self.catalogue.update(changed)
        self.apply()

    def learn(self, facts: Mapping[RecordId, Facts]) -> None:
        """Takes what was found out about rows."""
        assert self.catalogue
        self.catalogue.learn(facts)
        self.apply()

    def ask(self, query: Query) -> None:
        """Shows what another query gives."""
        if query.group != self.query.group:
            self._open.clear()
        self.query = query
        self.apply()

    def filter(self, text: str, found: Mapping[str, str]) -> None:
        """Keeps what has the text; `found` are the records that a search of their text gave, with a snippet each."""
        self._text, self._found = text, found
        self.apply()

    @property
    def text(self) -> str:
        """What is typed."""
        return self._text

    def is_asking(self) -> bool:
        """Whether anything is left out."""
        return bool(self._text) or self.query.filters

    def fold(self, at: int, *, opened: bool | None = None) -> None:
        """Opens or closes the group of a heading; without `opened` the other way round."""
        heading = self._entries[at].heading
        if heading and opened is not heading.opened:
            self._open[self._entries[at].group] = not heading.opened
            self.apply()

    def fold_all(self, *, opened: bool) -> None:
        """Opens or closes all groups."""
        self._open = {entry.group: opened for entry in self._entries if entry.heading}
        self.apply()

    def apply(self) -> None:
        """Works out what is shown; nothing moves where it is the same as before."""
        assert self.catalogue
        self.seen = self.catalogue.seen(self.query, self._text, self._found)
        entries = self._grouped() if self.query.group in self.catalogue.facets else self._plain()
        same = len(entries) == len(self._entries) and all(
            one.key == other.key for one, other in zip(entries, self._entries, strict=True)
        )
        if not same:
            self.beginResetModel()
        self._entries = entries
        if not same:
            self.endResetModel()
        elif entries:
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))

    def _plain(self) -> list[Entry]:
        above = [] if self.is_asking() else self._above
        return [Entry("", row) for row in (*above, *self.seen)]

    def _grouped(self) -> list[Entry]:
        assert self.catalogue
        entries: list[Entry] = []
        usual = len(self.seen) <= FOLD_FROM
        for group in self.catalogue.groups(self.seen, self.query.group):
            opened = self._open.get(group.value, usual)
            entries.append(Entry(group.value, None, Heading(group.label, len(group.rows), opened)))
            if opened:
                entries.extend(Entry(group.value, row) for row in group.rows)
        return entries

    def _facts(self, row: ListRow) -> Facts:
        assert self.catalogue
        return self.catalogue.facts(row.id)

    def entry(self, at: int) -> Entry:
        """A row that is shown."""
        return self._entries[at]

    def at(self, key: Key | None) -> int:
        """Where the same row or heading is shown, or at least the same record; -1 if it is not."""
        if key is None:
            return -1
        group, record = key
        places = [at for at, each in enumerate(self._entries) if each.key[1] == record]
        exact = (at for at in places if self._entries[at].group == group)
        return next(exact, places[0] if places and record else -1)

    def row_of(self, record: RecordId) -> int:
        """Where a record is shown first; -1 if it is not."""
        return self.at(("", record))

    def places(self, records: Collection[RecordId]) -> list[int]:
        """Where these records are shown, each once."""
        wanted, first = set(records), dict[RecordId, int]()
        for at, each in enumerate(self._entries if wanted else ()):
            if each.row and each.row.id in wanted:
                first.setdefault(each.row.id, at)
        return list(first.values())


def _spoken(heading: Heading | None) -> str:
    if heading is None:
        return ""
    state = tr("opengeklapt") if heading.opened else tr("dichtgeklapt")
    return f"{heading.text}, {count(heading.rows, tr('regel'), tr('regels'))}, {state}"
