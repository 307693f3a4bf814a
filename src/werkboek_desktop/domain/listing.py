"""Lists: by what rows can be filtered, sorted and grouped, all of it derived from the schema."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple, Protocol

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Field, Kind, Surface
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.lists import ATTENDANCE_STATUS
from werkboek_desktop.domain.text import sort_key_name, sort_key_person
from werkboek_desktop.domain.values import ValueType

MARKS, GAPS, MASTERCLASS, CHANGED, NAME = "marks", "gaps", "masterclass", "changed", ""
TOPICS = {
    "text": "Tekst en onderdelen",
    "photo": "Beeld",
    "rights": "Rechten",
    "quotes": "Citaten",
    "proof": "Proef",
    "approval": "Akkoord",
}
_ASKS = {
    "conflict": "Twee versies",
    "lapsed": "Gewijzigd na akkoord",
    "merged": "Lees na",
    "remarks": "Open opmerkingen",
}
_WORDS = {MARKS: _ASKS, GAPS: TOPICS}
_STAGES = {option.key: option.label.lower() for option in ATTENDANCE_STATUS}
_ASSIGNEE = "assignee"
_ORDERED = frozenset({ValueType.DATE, ValueType.MONTH, ValueType.TIME, ValueType.INTEGER, ValueType.DECIMAL})


class ListRow(Protocol):
    """What a list needs of a record, from the store's first query or from the workspace."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def columns(self) -> Mapping[str, object]: ...
    @property
    def status(self) -> str | None: ...
    @property
    def conflicts(self) -> int: ...
    @property
    def merged(self) -> int: ...


class Attended(NamedTuple):
    """An attendee at a masterclass. `stage` is a status, `missed` what follows from it; `over`: the day has been."""

    masterclass: RecordId
    name: str
    title: str
    stage: str | None
    missed: bool
    over: bool

    @property
    def words(self) -> str:
        """As it stands in a list: M1 aanwezig."""
        stage = "niet verschenen" if self.missed else _STAGES.get(self.stage or "", self.stage or "")
        return f"{self.name} {stage}".strip()


class Facts(NamedTuple):
    """What a list tells of a record that its row does not know.

    `empty`: how many required parts of the text are; `lapsed`: the text is not what somebody agreed to any more;
    `remarks`: how many comments are open; `waiting`: how many changes of it or its parts wait for a bundle.
    """

    changed: int = 0
    empty: int = 0
    topics: tuple[str, ...] = ()
    attended: tuple[Attended, ...] = ()
    lapsed: bool = False
    remarks: int = 0
    waiting: int = 0


NOTHING = Facts()


class Facet(NamedTuple):
    """Something by which rows can be chosen and grouped: a field, or what follows from others."""

    key: str
    label: str
    field: Field | None = None

    def values(self, row: ListRow, facts: Facts) -> tuple[str, ...]:
        """The values of a row; one of a set is in several groups."""
        if self.field:
            return elements(row.columns.get(self.key))
        match self.key:
            case "marks":
                asked = (row.conflicts, facts.lapsed, row.merged, facts.remarks)
                return tuple(mark for mark, asks in zip(_ASKS, asked, strict=True) if asks)
            case "gaps":
                return facts.topics
        return tuple(each.masterclass for each in facts.attended)

    def rank(self, value: str) -> int:
        """Where a value stands in its list; behind all others for one that is not in it."""
        keys = self._keys()
        return keys.index(value) if value in keys else len(keys)

    def name(self, value: str, names: "Names") -> str:
        """A value in words."""
        if self.field is None:
            return _WORDS[self.key][value] if self.key in _WORDS else names.title(value)
        if self.field.refers:
            return names.title(value)
        if self.field.municipal:
            return names.municipality(value)
        return next((option.label for option in self.field.options if option.key == value), value)

    def _keys(self) -> tuple[str, ...]:
        return (self.field.keys or ()) if self.field else tuple(_WORDS.get(self.key, ()))


class Names(NamedTuple):
    """What records and municipalities are called."""

    title: Callable[[str], str]
    municipality: Callable[[str], str]


class Sort(NamedTuple):
    """An order of a list."""

    key: str
    label: str


class Tally(NamedTuple):
    """A value that can be chosen, and how many rows have it."""

    value: str
    label: str
    rows: int


class Group(NamedTuple):
    """Rows under one heading."""

    value: str
    label: str
    rows: tuple[ListRow, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What a person chose to see: of each facet these values, sorted and grouped by these keys."""

    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sort: str = NAME
    group: str = ""
    mine: bool = False

    @property
    def filters(self) -> bool:
        """Whether it leaves anything out."""
        return self.mine or bool(self.chosen)

    def toggled(self, facet: str, value: str) -> "Query":
        """The same with a value chosen, or not any more."""
        values = self.chosen.get(facet, frozenset()) ^ {value}
        return replace(self, chosen={key: each for key, each in (self.chosen | {facet: values}).items() if each})  # type: ignore[operator]

    def to_json(self) -> dict[str, object]:
        """To keep it."""
        chosen = {key: sorted(values) for key, values in self.chosen.items()}
        return {"chosen": chosen, "sort": self.sort, "group": self.group, "mine": self.mine}

    @classmethod
    def from_json(cls, kept: object) -> "Query":
        """As it was kept; what cannot be read is left out."""
        match kept:
            case {"chosen": dict(chosen), "sort": str(sort), "group": str(group), "mine": bool(mine)}:
                lists = {str(key): each for key, each in chosen.items() if each and isinstance(each, list)}
                return cls({key: frozenset(map(str, each)) for key, each in lists.items()}, sort, group, mine)
        return cls()


def facets(kind: Kind) -> tuple[Facet, ...]:
    """By what a kind's list can be filtered and grouped."""
    listed = [each for each in kind.fields if Surface.LIST in each.appears and _is_chosen_from(each)]
    derived = [Facet(MASTERCLASS, "Masterclass")] if MASTERCLASS in _attended_by(kind) else []
    if any(each.required_from for each in kind.fields):
        derived.append(Facet(GAPS, "Wat ontbreekt"))
    return (*(Facet(each.key, each.label, each) for each in listed), *derived, Facet(MARKS, "Vraagt aandacht"))


def _is_chosen_from(each: Field) -> bool:
    if each.municipal or each.type is ValueType.ENUM:
        return True
    return each.type is ValueType.REFERENCE or (each.type is ValueType.SET and bool(each.options or each.refers))


def _attended_by(kind: Kind) -> frozenset[str]:
    """The kinds of what records of this kind are present at."""
    attendance = schema.kind("attendance")
    refers = attendance and any(kind.key in each.refers for each in attendance.fields if each.key in attendance.title)
    return frozenset(attendance.owners) if attendance and refers else frozenset()


def sorts(kind: Kind) -> tuple[Sort, ...]:
    """The orders of a kind's list; the first is the usual one."""
    usual = "Volgorde" if schema.field(kind.key, "place") else "Naam"
    listed = [each for each in kind.fields if Surface.LIST in each.appears and each.key not in kind.title]
    sortable = [each for each in listed if each.municipal or each.type in _ORDERED | {ValueType.ENUM, ValueType.LINE}]
    return (Sort(NAME, usual), Sort(CHANGED, "Laatst gewijzigd"), *(Sort(each.key, each.label) for each in sortable))


def words(row: ListRow, names: Names) -> str:
    """What the search field of a list looks through: the name, and every line and place that the list shows."""
    texts = [row.title]
    for each in _spelled(row.kind):
        texts += [Facet(each.key, "", each).name(one, names) for one in elements(row.columns.get(each.key))]
    return " ".join(texts)


@cache
def _spelled(kind_key: str) -> tuple[Field, ...]:
    """The columns beside the name that one would look for by typing."""
    kind = schema.kind(kind_key)
    columns = [each for each in kind.fields if each.key in set(kind.columns) - set(kind.title)] if kind else []
    return tuple(each for each in columns if each.municipal or each.type is ValueType.LINE)


def order(row: ListRow) -> tuple[str, ...]:
    """The usual place of a row among those of its kind: persons by last name, the rest by title."""
    kind = schema.kind(row.kind)
    if kind and {"first_name", "last_name"} <= set(kind.title):
        first, infix, last = (str(row.columns.get(name) or "") for name in ("first_name", "infix", "last_name"))
        return (*sort_key_person(first, infix, last), row.id)
    return (sort_key_name(row.title), row.id)


def sorter(kind: Kind, key: str, names: Names) -> Callable[[ListRow, Facts], tuple[object, ...]]:
    """By what rows are sorted: those with nothing come last, the latest change first. Each value is looked at once."""
    declared = schema.field(kind.key, key)
    facet = Facet(key, "", declared)

    @cache
    def rank(value: str) -> tuple[object, ...]:
        if declared and declared.type is ValueType.ENUM:
            return (0, facet.rank(value))
        if declared and declared.type in {ValueType.INTEGER, ValueType.DECIMAL}:
            return (0, float(value))
        return (0, sort_key_name(facet.name(value, names)))

    def sort_by(row: ListRow, facts: Facts) -> tuple[object, ...]:
        if key == CHANGED:
            return (-facts.changed,)
        found = elements(row.columns.get(key)) if declared else ()
        return rank(found[0]) if found else (1,)

    return sort_by


def waits(row: ListRow, me: Collection[RecordId]) -> bool:
    """Whether a row asks for the person who is looking: two versions, a text to reread, or theirs to go on with."""
    return bool(row.conflicts or row.merged or (row.columns.get(_ASSIGNEE) in me))


def next_masterclass(facts: Iterable[Facts]) -> Attended | None:
    """The first masterclass that has yet to be held, of all that are attended."""
    coming = {each for one in facts for each in one.attended if not each.over}
    return min(coming, key=lambda each: (len(each.name), each.name), default=None)


def elements(value: object) -> tuple[str, ...]:
    """What a column holds, one or more; nothing of what is empty."""
    if isinstance(value, list | tuple):
        return tuple(map(str, value))
    return () if value in (None, "") else (str(value),)
