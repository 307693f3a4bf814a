"""What cases can be counted by. A case may fall under several values, and always falls under at least one."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import NamedTuple

from werkboek_desktop.domain import lists
from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.overview import leaning
from werkboek_desktop.domain.overview.entry import OTHER, UNKNOWN, Entry, Standing
from werkboek_desktop.domain.overview.leaning import Lean
from werkboek_desktop.domain.workflow import Balance

PROVINCES = tuple(
    "Groningen|Fryslân|Drenthe|Overijssel|Flevoland|Gelderland|Utrecht|Noord-Holland|Zuid-Holland|Zeeland"
    "|Noord-Brabant|Limburg".split("|")
)
SIZES = (5_000, 20_000, 50_000, 100_000)
"""Bounds of the CBS classes of inhabitants that areas of cases fall in."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to count. `always`: its values are shown even where no case has them.

    `lacks` and `heavy` are what is said of a value that no chosen case has, and of one that most have.
    """

    key: str
    label: str
    of: Callable[[Entry], tuple[str, ...]]
    values: tuple[str, ...] = ()
    always: bool = False
    lacks: str = ""
    heavy: str = ""


def _size_class(entry: Entry) -> tuple[str, ...]:
    if entry.inhabitants is None:
        return (UNKNOWN,)
    return (_CLASSES[sum(entry.inhabitants >= bound for bound in SIZES)],)


def _classes() -> tuple[str, ...]:
    bounds = [number(bound) for bound in SIZES]
    between = [f"{low} tot {high}" for low, high in pairwise(bounds)]
    return (f"tot {bounds[0]}", *between, f"{bounds[-1]} en meer")


_CLASSES = _classes()

PROVINCE = Facet("province", "Provincie", lambda entry: entry.provinces, PROVINCES, True, "Nog geen geval uit", "uit")
FORM = Facet(
    "form",
    "Vorm",
    lambda entry: entry.forms,
    tuple(option.label for option in lists.FORMS),
    lacks="Nog geen geval over",
    heavy="over",
)
PHASE = Facet(
    "phase",
    "Fase",
    lambda entry: (entry.phase,),
    tuple(option.label for option in lists.PHASE),
    True,
    "Nog geen geval in de fase",
    "in de fase",
)
BALANCE = Facet(
    "balance",
    "Balans",
    lambda entry: (str(entry.lean),),
    tuple(map(str, Lean)),
    lacks="Nog geen geval met de balans",
    heavy="met de balans",
)
SIZE = Facet("size", "Omvang", _size_class, _CLASSES, True)
MUNICIPALITY = Facet("municipality", "Gemeente", lambda entry: entry.municipalities or (UNKNOWN,))
STATUS = Facet(
    "status", "Status", lambda entry: (entry.status_label,), tuple(option.label for option in lists.CASE_STATUS)
)

SPREAD = (PROVINCE, FORM, PHASE, BALANCE)
"""What a selection has to be spread over."""
SUMMED = (MUNICIPALITY, FORM, PHASE)
"""What the balance can be added up by."""


class Sum(NamedTuple):
    """The measures of the cases with one value."""

    label: str
    cases: int
    balance: Balance


class Tile(NamedTuple):
    """Of the cases with one value: how many are chosen, out of how many that were offered."""

    label: str
    chosen: int
    offered: int


def sums(entries: Iterable[Entry], facet: Facet) -> list[Sum]:
    """The balance by value. A case with two values counts in both; no case is left out."""
    found: defaultdict[str, list[Balance]] = defaultdict(list)
    for entry in entries:
        for value in facet.of(entry):
            found[value].append(entry.balance)
    return [Sum(value, len(found[value]), leaning.together(found[value])) for value in _in_order(facet, found)]


def total(entries: Sequence[Entry]) -> Sum:
    """All cases together."""
    return Sum("Alle praktijkvoorbeelden", len(entries), leaning.together([entry.balance for entry in entries]))


class Spread:
    """The cases that take part, counted once by every value; a choice among them is then counted at each key press.

    `chosen` are those that were chosen. Those that are further count as chosen, whatever is wanted.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._part = {entry.id: entry for entry in entries if entry.standing is not Standing.ASIDE}
        self.chosen = frozenset(entry.id for entry in self._part.values() if entry.standing is Standing.CHOSEN)
        further = [entry for entry in self._part.values() if entry.standing is Standing.FURTHER]
        self._further = frozenset(entry.id for entry in further)
        self._offered = {facet.key: _counted(facet, self._part.values()) for facet in SPREAD}
        self._taken = {facet.key: _counted(facet, further) for facet in SPREAD}

    def __len__(self) -> int:
        """How many take part."""
        return len(self._part)

    def number(self, wanted: AbstractSet[RecordId]) -> int:
        """How many a choice comes to."""
        return len(self._further) + len(self._among(wanted))

    def is_in(self, case: RecordId, wanted: AbstractSet[RecordId]) -> bool:
        """Whether a choice comes to have a case."""
        return case in wanted or case in self._further

    def _among(self, wanted: AbstractSet[RecordId]) -> list[Entry]:
        return [self._part[case] for case in wanted if case in self._part and case not in self._further]

    def tiles(self, facet: Facet, wanted: AbstractSet[RecordId]) -> list[Tile]:
        """Of each value how many are chosen, out of how many; values of a closed list are there even with none."""
        offered, taken = self._offered[facet.key], self._taken[facet.key] + _counted(facet, self._among(wanted))
        labels = {*offered, *(facet.values if facet.always else ())}
        return [Tile(label, taken[label], offered[label]) for label in _in_order(facet, labels)]

    def bands(self, wanted: AbstractSet[RecordId]) -> list[tuple[Facet, list[Tile]]]:
        """The tiles of every question."""
        return [(facet, self.tiles(facet, wanted)) for facet in SPREAD]


def _counted(facet: Facet, entries: Iterable[Entry]) -> Counter[str]:
    return Counter(chain.from_iterable(map(facet.of, entries)))


def _in_order(facet: Facet, found: Iterable[str]) -> list[str]:
    order = {value: place for place, value in enumerate(facet.values)}
    last = {OTHER: 1, UNKNOWN: 2}
    return sorted(found, key=lambda value: (order.get(value, len(order) + last.get(value, 0)), value))
