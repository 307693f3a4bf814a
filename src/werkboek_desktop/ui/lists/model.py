"""What a list shows: rows, and headings over them when they are grouped. Ten thousand rows are ten thousand tuples."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from werkboek_desktop.domain.catalogue import Catalogue
from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.listing import NAME, Facts, ListRow, Query
from werkboek_desktop.domain.text import fold
from werkboek_desktop.ui.lists.line import HEADING, LINE, Heading, line, plain_names, spoken
from werkboek_desktop.ui.lists.subtitle import subtitle
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
        self._items: Sequence[ListRow | Heading] = ()
        self._groups: Sequence[str] = ()
        """Of each item; none where nothing is grouped."""
        self._ids: Sequence[RecordId] = ()
        self._first: dict[RecordId, int] = {}
        """Where each record is shown first; empty while nobody asked."""
        self._above: Sequence[ListRow] = ()
        self._found: Mapping[str, str] = {}
        self._text = ""
        self._open: dict[str, bool] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows and headings are shown."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself for the delegate, and a sentence for a screen reader."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if isinstance(item, Heading):
            return _of_heading(item, role)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken(item, self._facts(item))
        return line(item, self._snippet(item), self._facts(item)) if role == LINE else None

    def _snippet(self, row: ListRow) -> str:
        """What was found in the text of a row; nothing where its title or place has it, which one sees."""
        snippet = self._found.get(row.id, "")
        seen = fold(f"{row.title} {subtitle(row.kind, row.columns)}") if snippet else ""
        return "" if all(word in seen for word in fold(self._text).split()) else snippet

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

    def update(self, changed: Mapping[RecordId, ListRow | None]) -> bool:
        """Takes some rows anew, so that one edit does not cost ten thousand rows. Whether that made a difference."""
        assert self.catalogue
        differs = self.catalogue.update(changed)
        if differs:
            self.apply()
        return differs

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
        if text != self._text:
            self._open.clear()  # what is left decides again whether groups begin folded
        self._text, self._found = text, found
        self.apply()

    @property
    def text(self) -> str:
        """What is typed."""
        return self._text

    def is_asking(self) -> bool:
        """Whether anything is left out."""
        return bool(self._text) or self.query.filters

    def is_placed(self) -> bool:
        """Whether the records have an order that somebody gave them."""
        return self.catalogue is not None and self.catalogue.kind.is_placed

    def is_in_place(self) -> bool:
        """Whether they are shown in that order, all of them."""
        return self.is_placed() and not self.is_asking() and not self.query.group and self.query.sort == NAME

    def fold(self, at: int, *, opened: bool | None = None) -> None:
        """Opens or closes the group of a heading; without `opened` the other way round."""
        heading = self._items[at]
        if isinstance(heading, Heading) and opened is not heading.opened:
            self._open[self._groups[at]] = not heading.opened
            self.apply()

    def fold_all(self, *, opened: bool) -> None:
        """Opens or closes all groups."""
        self._open = dict.fromkeys(self._groups, opened)
        self.apply()

    def apply(self) -> None:
        """Works out what is shown; nothing moves where it is the same as before."""
        assert self.catalogue
        self.seen = self.catalogue.seen(self.query, self._text, self._found)
        grouped = self.query.group in self.catalogue.facets
        items, groups = self._grouped() if grouped else (self._plain(), ())
        ids = [item.id for item in items]
        same = groups == self._groups and ids == self._ids
        if not same:
            self.beginResetModel()
            self._first = {}
        self._items, self._groups, self._ids = items, groups, ids
        if not same:
            self.endResetModel()
        elif items:
            self.dataChanged.emit(self.index(0), self.index(len(items) - 1))

    @property
    def all_rows(self) -> int:
        """How many there are while nothing is asked, what stands above them too."""
        return len(self._above) + (len(self.catalogue.rows) if self.catalogue else 0)

    def _plain(self) -> Sequence[ListRow]:
        return self.seen if self.is_asking() or not self._above else [*self._above, *self.seen]

    def _grouped(self) -> tuple[Sequence[ListRow | Heading], Sequence[str]]:
        assert self.catalogue
        items: list[ListRow | Heading] = []
        groups: list[str] = []
        usual = len(self.seen) <= FOLD_FROM
        for group in self.catalogue.groups(self.seen, self.query.group):
            opened = self._open.get(group.value, usual)
            items.append(Heading(group.label, len(group.rows), opened))
            items.extend(group.rows if opened else ())
            groups.extend([group.value] * (len(items) - len(groups)))
        return items, groups

    def _facts(self, row: ListRow) -> Facts:
        assert self.catalogue
        return self.catalogue.facts(row.id)

    @property
    def headings(self) -> Sequence[int]:
        """Where the headings stand."""
        return [at for at, item in enumerate(self._items) if isinstance(item, Heading)] if self._groups else ()

    def rows_between(self, first: int, last: int) -> list[ListRow]:
        """The records that are shown from the first place to the last."""
        return [item for item in self._items[first : last + 1] if not isinstance(item, Heading)]

    def entry(self, at: int) -> Entry:
        """A row that is shown."""
        item, group = self._items[at], self._groups[at] if self._groups else ""
        return Entry(group, None, item) if isinstance(item, Heading) else Entry(group, item)

    def place_of(self, key: Key | None) -> int:
        """Where the same row or heading is shown, or at least the same record; -1 if it is not."""
        if key is None:
            return -1
        group, record = key
        alike = (at for at, each in enumerate(self._groups) if each == group and self._ids[at] == record)
        return next(alike, self._places().get(record, -1) if record else -1)

    def _places(self) -> Mapping[RecordId, int]:
        if not self._first:
            self._first = {record: at for at, record in reversed(list(enumerate(self._ids)))}
        return self._first

    def row_of(self, record: RecordId) -> int:
        """Where a record is shown first; -1 if it is not."""
        return self.place_of(("", record))

    def places(self, records: Collection[RecordId]) -> list[int]:
        """Where these records are shown, each once."""
        return [self._places()[record] for record in records if record in self._places()]


def _of_heading(heading: Heading, role: int) -> object:
    if role == HEADING:
        return heading
    if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
        return None
    state = tr("opengeklapt") if heading.opened else tr("dichtgeklapt")
    return f"{heading.text}, {count(heading.rows, tr('regel'), tr('regels'))}, {state}"
