"""The three views: their columns, which cases stand in them, in which order. Screen, CSV and command line go by it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from werkboek_desktop.domain.dutch import day
from werkboek_desktop.domain.lists import CASE_STATUS
from werkboek_desktop.domain.overview import leaning, missing
from werkboek_desktop.domain.overview.entry import Entry, Standing
from werkboek_desktop.domain.overview.facets import SIZE
from werkboek_desktop.domain.overview.leaning import Lean
from werkboek_desktop.domain.overview.missing import TOPICS
from werkboek_desktop.domain.text import fold, sort_key_name
from werkboek_desktop.domain.workflow import Topic

_LEANS = tuple(Lean)
_STATUSES = {option.label: place for place, option in enumerate(CASE_STATUS)}


class View(StrEnum):
    """A way to look at all cases at once."""

    BALANCE = "balance"
    CHOICE = "choice"
    MISSING = "missing"


LABELS = {View.BALANCE: "Balans", View.CHOICE: "Keuzetabel", View.MISSING: "Wat ontbreekt"}

ABOUT = {
    View.BALANCE: "Elke status",
    View.CHOICE: "Om te kiezen",
    View.MISSING: "Alles wat meedoet",
}
"""Which cases a view is about while nobody asks for others."""

_key = lru_cache(maxsize=65_536)(sort_key_name)
"""Ten thousand cases have few different provinces, phases and forms."""

type Order = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its words, and what it is sorted by. `topic`: a column of the board of what is missing."""

    key: str
    label: str
    text: Callable[[Entry], str]
    order: Callable[[Entry], Order]
    topic: Topic | None = None


def _plain(key: str, label: str, text: Callable[[Entry], str]) -> Column:
    return Column(key, label, text, lambda entry: (_key(text(entry)),))


def _number(key: str, label: str, of: Callable[[Entry], int]) -> Column:
    return Column(key, label, lambda entry: str(of(entry)), lambda entry: (of(entry),))


def _cell(topic: Topic, label: str) -> Column:
    def order(entry: Entry) -> Order:
        cell = entry.cells[topic]
        if not cell.is_read:
            return (3.0, 0)
        return (cell.done / cell.of if cell.of else 2.0, -cell.of)

    return Column(topic, label, lambda entry: entry.cells[topic].words, order, topic)


_TITLE = _plain("title", "Praktijkvoorbeeld", lambda entry: entry.title)
_PLACE = _plain("place", "Gemeente", lambda entry: entry.place)
_PROVINCE = _plain("province", "Provincie", lambda entry: ", ".join(entry.provinces))
_FORMS = _plain("forms", "Vormen", lambda entry: ", ".join(entry.forms))
_PHASE = _plain("phase", "Fase", lambda entry: entry.phase)
_SCALE = _plain("scale", "Schaal", lambda entry: entry.scale)
_SIZE = Column("size", "Inwoners", lambda entry: entry.size, lambda entry: (entry.inhabitants or 0,))
_SIZE_CLASS = Column(
    "size_class", "Grootteklasse", lambda entry: SIZE.of(entry)[0], lambda entry: (entry.inhabitants or 0,)
)
_STATUS = Column(
    "status", "Status", lambda entry: entry.status_label, lambda entry: (_STATUSES.get(entry.status_label, -1),)
)
_BALANCE = Column(
    "balance",
    "Balans",
    lambda entry: leaning.words(entry.balance),
    lambda entry: (-leaning.one_sidedness(entry.balance), entry.balance.preventive - entry.balance.repressive),
)
_LEAN = Column("lean", "In een woord", lambda entry: str(entry.lean), lambda entry: (_LEANS.index(entry.lean),))
_LACKS = _number("lacks", "Ontbreekt", lambda entry: entry.lacks)
_REASON = _plain("reason", "Waarom gekozen?", lambda entry: entry.reason)
_DEADLINE = Column(
    "deadline", "Antwoord vóór", lambda entry: _day(entry.deadline), lambda entry: (not entry.deadline, entry.deadline)
)
_COUNTS = (
    _number("repressive", "Repressief", lambda entry: entry.balance.repressive),
    _number("both", "Beide", lambda entry: entry.balance.both),
    _number("preventive", "Preventief", lambda entry: entry.balance.preventive),
    _number("unknown", "Soort onbekend", lambda entry: entry.balance.unknown),
)
_PROGRESS = Column(
    "progress",
    "Status",
    lambda entry: " · ".join(filter(None, (entry.status_label, awaited(entry)))),
    lambda entry: (*_STATUS.order(entry), *_DEADLINE.order(entry)),
)
_CELLS = tuple(_cell(topic, label) for topic, label in TOPICS.items())

COLUMNS: dict[View, tuple[Column, ...]] = {
    View.BALANCE: (_TITLE, _STATUS, _BALANCE, _LEAN),
    View.CHOICE: (_TITLE, _PROVINCE, _SIZE, _FORMS, _PHASE, _SCALE, _BALANCE, _LACKS, _STATUS),
    View.MISSING: (_TITLE, _PROGRESS, *_CELLS),
}
"""What the screen shows."""
SHEETS: dict[View, tuple[Column, ...]] = {
    View.BALANCE: (_TITLE, _PLACE, _STATUS, _FORMS, _PHASE, *_COUNTS, _LEAN),
    View.CHOICE: (
        *(_TITLE, _PLACE, _PROVINCE, _SIZE, _SIZE_CLASS, _FORMS, _PHASE, _SCALE),
        *(*_COUNTS, _LEAN, _LACKS, _STATUS, _REASON),
    ),
    View.MISSING: (_TITLE, _PLACE, _STATUS, *_CELLS, _DEADLINE),
}
"""What goes into a file for a spreadsheet."""


def sheet(view: View, entries: Iterable[Entry]) -> list[list[str]]:
    """The heading and a row a case, in the order given."""
    columns = SHEETS[view]
    return [[column.label for column in columns], *([column.text(entry) for column in columns] for entry in entries)]


def shown(view: View, entries: Iterable[Entry], *, all_: bool = False) -> list[Entry]:
    """The cases that a view is about: the choice is between those on offer, nobody waits for those put aside."""
    if all_ or view is View.BALANCE:
        return list(entries)
    if view is View.CHOICE:
        return [entry for entry in entries if entry.standing in {Standing.OFFERED, Standing.CHOSEN}]
    return [entry for entry in entries if entry.standing is not Standing.ASIDE]


def in_first_order(view: View, entries: Iterable[Entry]) -> list[Entry]:
    """As a view begins: the most one-sided first; by name; or what is due first, and lacks most."""
    orders: dict[View, Callable[[Entry], Order]] = {
        View.BALANCE: _BALANCE.order,
        View.CHOICE: _TITLE.order,
        View.MISSING: lambda entry: (*_DEADLINE.order(entry), -missing.open_cells(entry.cells), -entry.lacks),
    }
    order = orders[view]
    return sorted(entries, key=lambda entry: (order(entry), _key(entry.title), entry.id))


def by_column(column: Column, entries: Iterable[Entry], *, descending: bool = False) -> list[Entry]:
    """Sorted by a column; equal ones keep their order."""
    return sorted(entries, key=column.order, reverse=descending)


def matching(entries: Sequence[Entry], text: str, status: str = "") -> list[Entry]:
    """The cases in which every typed word occurs, with a status unless that is empty."""
    words = fold(text).split()
    found = [entry for entry in entries if not status or entry.status_label == status]
    return [entry for entry in found if all(word in entry.searched for word in words)] if words else found


def awaited(entry: Entry) -> str:
    """`antwoord vóór 1 december 2026`; empty while nobody is asked anything."""
    return f"antwoord vóór {_day(entry.deadline)}" if entry.deadline else ""


def _day(text: str) -> str:
    return day(date.fromisoformat(text)) if text else ""
