"""The rows of one list, made ready to be filtered, sorted and grouped at every key stroke."""

from bisect import insort
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from werkboek_desktop.checkpoint import checked
from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.listing import (
    NAME,
    NOTHING,
    Facet,
    Facts,
    Group,
    ListRow,
    Names,
    Query,
    Tally,
    facets,
    order,
    sorter,
    waits,
    words,
)
from werkboek_desktop.domain.text import fold, sort_key_name

EMPTY_GROUP = "(leeg)"
SOME = 1_000


class Catalogue:
    """Ten thousand rows in their usual order. What is asked often is worked out once and kept while it holds."""

    def __init__(self, kind: Kind, names: Names, me: Collection[RecordId] = ()) -> None:
        self.kind = kind
        self.facets = {facet.key: facet for facet in facets(kind)}
        self.me = frozenset(me)
        self._names = names
        self.rows: list[ListRow] = []
        self._facts: dict[RecordId, Facts] = {}
        self._texts: dict[RecordId, tuple[ListRow, str]] = {}
        self._kept: dict[Hashable, list[ListRow]] = {}
        self._mine: int | None = None
        self._values: dict[str, dict[RecordId, tuple[str, ...]]] = {}
        self._sorted: dict[str, list[ListRow]] = {}

    def show(self, rows: Sequence[ListRow]) -> None:
        """Takes all rows anew, in their usual order; its own are not worked out again."""
        if rows is self.rows:
            return
        self.rows = list(rows)
        self._texts.clear()
        self._mine = None
        self._forget()

    def update(self, changed: Mapping[RecordId, ListRow | None]) -> bool:
        """Takes some rows anew; None: it is not in the list any more. Whether that made a difference."""
        before = {row.id: row for row in self.rows if row.id in changed}
        after = {record: row for record, row in changed.items() if row is not None}
        if before == after:
            return False
        self.rows = [row for row in self.rows if row.id not in changed]
        for row in after.values():
            insort(self.rows, row, key=order)
        if self._mine is not None:
            self._mine += self._waiting(after.values()) - self._waiting(before.values())
        self._forget()
        return True

    def learn(self, facts: Mapping[RecordId, Facts]) -> None:
        """Takes what was found out about records."""
        self._facts.update(facts)
        self._forget()

    def _forget(self) -> None:
        self._sorted.clear()
        self._values = {}
        self._kept.clear()

    def call(self, names: Names) -> None:
        """Takes what records are called now."""
        self._names = names
        self._forget()

    def look_for(self, me: Collection[RecordId]) -> None:
        """Takes who is looking: a person has no record before they write."""
        self.me, self._mine = frozenset(me), None
        self._forget()

    def facts(self, record: RecordId) -> Facts:
        """What is known of a record beside its row."""
        return self._facts.get(record, NOTHING)

    def prepare(self) -> None:
        """Works out what the first key stroke needs; may run beside the window."""
        for row in checked(tuple(self.rows)):
            self._text(row)

    def seen(self, query: Query, text: str = "", found: Collection[RecordId] = ()) -> list[ListRow]:
        """The rows of a query that have every word of the text, or in whose fields it was found; in order."""
        rows = self._filtered(query)
        typed = fold(text).split()
        if typed:
            return [row for row in rows if row.id in found or _has(self._text(row), typed)]
        return rows

    def _filtered(self, query: Query) -> list[ListRow]:
        asked = (frozenset(query.chosen.items()), query.sort, query.mine)
        if asked not in self._kept:
            rows = self._in_order(query.sort)
            for key, values in query.chosen.items():
                rows = self._having(rows, key, values)
            self._kept[asked] = [row for row in rows if waits(row, self.me)] if query.mine else rows
        return self._kept[asked]

    def groups(self, rows: Sequence[ListRow], key: str) -> list[Group]:
        """Rows under the values of a facet; one with several values is in several, those without any come last."""
        facet = self.facets[key]
        by_value: dict[str, list[ListRow]] = {}
        values_of = self._values_of(key)
        for row in rows:
            for value in values_of[row.id] or ("",):
                by_value.setdefault(value, []).append(row)
        named = [(value, self._name(facet, value), tuple(own)) for value, own in by_value.items()]
        return [Group(*each) for each in sorted(named, key=lambda each: _group_order(facet, each[0], each[1]))]

    def tally(self, query: Query, key: str) -> list[Tally]:
        """How many rows each value of a facet would give, with all that is chosen elsewhere; chosen ones stay."""
        facet = self.facets[key]
        chosen = query.chosen.get(key, frozenset())
        rest = Query({name: values for name, values in query.chosen.items() if name != key}, mine=query.mine)
        values_of = self._values_of(key)
        counts = Counter(chain.from_iterable(values_of[row.id] for row in self.seen(rest)))
        tallies = [Tally(value, self._name(facet, value), counts[value]) for value in {*counts, *chosen}]
        if facet.field and facet.field.keys:
            return sorted(tallies, key=lambda each: (facet.rank(each.value), each.label))
        return sorted(tallies, key=lambda each: (-each.rows, sort_key_name(each.label)))

    def mine(self) -> int:
        """How many rows wait for whoever is looking."""
        if self._mine is None:
            self._mine = self._waiting(self.rows)
        return self._mine

    def _waiting(self, rows: Iterable[ListRow]) -> int:
        return sum(waits(row, self.me) for row in rows)

    def label(self, key: str, value: str) -> str:
        """A chosen value in words; a facet that is gone says just the value."""
        return self._name(self.facets[key], value) if key in self.facets else value

    def all_facts(self) -> Collection[Facts]:
        """What is known of all records."""
        return self._facts.values()

    def _in_order(self, sort: str) -> list[ListRow]:
        if sort == NAME:
            return self.rows
        if sort not in self._sorted:
            sort_by = sorter(self.kind, sort, self._names)
            self._sorted[sort] = sorted(self.rows, key=lambda row: sort_by(row, self.facts(row.id)))
        return self._sorted[sort]

    def _having(self, rows: Sequence[ListRow], key: str, values: frozenset[str]) -> list[ListRow]:
        facet = self.facets.get(key)
        if facet is None:
            return list(rows)
        values_of = self._values_of(key)
        return [row for row in rows if not values.isdisjoint(values_of[row.id])]

    def reckon(self, key: str) -> Iterator[None]:
        """Works out what every row has of a facet, some of them at a time for who cannot wait for all."""
        values = self._values
        found: dict[RecordId, tuple[str, ...]] = {}
        for start in range(0, 0 if key in values else len(self.rows), SOME):
            rows = self.rows[start : start + SOME]
            found |= {row.id: self.facets[key].values(row, self.facts(row.id)) for row in rows}
            yield
        values.setdefault(key, found)

    def _values_of(self, key: str) -> Mapping[RecordId, tuple[str, ...]]:
        for _some in self.reckon(key):
            pass
        return self._values[key]

    def _name(self, facet: Facet, value: str) -> str:
        return facet.name(value, self._names) if value else EMPTY_GROUP

    def _text(self, row: ListRow) -> str:
        kept = self._texts.get(row.id)
        if kept is None or kept[0] is not row:  # worked out beside the window, perhaps of what it was before
            kept = self._texts[row.id] = (row, fold(words(row, self._names)))
        return kept[1]


def _has(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _group_order(facet: Facet, value: str, label: str) -> tuple[bool, int, str]:
    return (not value, facet.rank(value), sort_key_name(label))
