"""What a declaration of the schema can say about a field and a kind. The declarations stand in `kinds/`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from werkboek_desktop.domain.change import DELETED, Scope
from werkboek_desktop.domain.values import Value, ValueType


class Option(NamedTuple):
    """One choice. The key stands in changes, so never rename one; the label and its group may change."""

    key: str
    label: str
    group: str = ""


class Privacy(StrEnum):
    """What a field tells about people. In free text a name may turn up, so there it is advised against."""

    NONE = "none"
    FREE_TEXT = "free_text"
    PERSON = "person"


class Surface(StrEnum):
    """Where a value may be seen."""

    FORM = "form"
    INTAKE = "intake"
    LIST = "list"
    SEARCH = "search"
    PRINT = "print"
    CSV = "csv"
    BEAMER = "beamer"


class Advice(NamedTuple):
    """A range that is shown and never enforced."""

    least: int
    most: int


type Rank = Callable[[Value], int]
"""Lower = more careful."""

type Named = Callable[[str], Mapping[str, Value]]
"""What stands in a record of which only the name is known."""

type Remark = Callable[[Mapping[str, Value]], str]
"""What to say of a field, given all that stands with it; nothing where all is well."""

type Appears = frozenset[Surface]

NOWHERE: Appears = frozenset()
INTERNAL: Appears = frozenset({Surface.FORM, Surface.SEARCH, Surface.CSV})
PUBLIC: Appears = INTERNAL | {Surface.PRINT, Surface.BEAMER}
LISTED: Appears = frozenset({Surface.LIST})
INTAKE: Appears = frozenset({Surface.INTAKE})
PRINTED: Appears = frozenset({Surface.PRINT})


WHOLE = 12
HALF = 6
THIRD = 4
QUARTER = 3

_BROAD = frozenset({ValueType.PROSE, ValueType.SET, ValueType.ATTACHMENT})


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `open`: other text than the options is fine too; a line's are suggested by label.

    `municipal`: names of municipalities; a set holds CBS codes. `number` is the section's, `required_from` a
    case status. `retention` is empty where it is the kind's. `unit` is what a number counts; a `year` has no
    thousands. `beside` says what is odd about it beside the other fields. `width` is how many twelfths of a form's
    line it wants. `ticked`: a day that says yes, so a tick with its date. `picture`: a file that tables
    show small; `noted`: of which they say beside it whether it is there.
    """

    key: str
    label: str
    type: ValueType
    help: str = ""
    questions: tuple[str, ...] = ()
    number: int | None = None
    words: Advice | None = None
    characters: int | None = None
    options: tuple[Option, ...] = ()
    open: bool = False
    municipal: bool = False
    refers: tuple[str, ...] = ()
    required_from: str | None = None
    privacy: Privacy = Privacy.NONE
    retention: str = ""
    appears: Appears = PUBLIC
    careful: Rank | None = None
    group: str = ""
    unit: str = ""
    year: bool = False
    beside: Remark | None = None
    width: int | None = None
    ticked: bool = False
    picture: bool = False
    noted: bool = False

    @property
    def twelfths(self) -> int:
        """How much of a form's line it takes: what it says itself, else what its type asks for."""
        if self.width is not None:
            return self.width
        return WHOLE if self.type in _BROAD or self.characters else HALF

    @property
    def keys(self) -> tuple[str, ...] | None:
        """The keys a value is chosen from; None where it is text, with suggestions or without."""
        if self.type is ValueType.LINE or not self.options:
            return None
        return tuple(option.key for option in self.options)

    @property
    def is_short(self) -> bool:
        """Whether a value takes a line at most, so that it is written in a cell of a table."""
        return self.type not in _BROAD and not self.noted


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record. `title`: the fields that, with spaces, are its name; `advised`: how many of it.

    `by_name`: a field that refers to one can make it from its name alone, and this is what it says then. `printed`: one
    can be put on paper by itself; `becomes`: the kind that one is turned into; `single`: a project has just one.
    `returns`: one can go out as a document that others write in.
    `aside`: the group of fields that may stand in a column beside the others.
    """

    key: str
    label: str
    plural: str
    fields: tuple[Field, ...]
    title: tuple[str, ...]
    owners: tuple[str, ...] = ()
    scope: Scope = Scope.WORK
    retention: str = "Zolang het project loopt."
    help: str = ""
    questions: tuple[str, ...] = ()
    number: int | None = None
    advised: Advice | None = None
    by_name: Named | None = None
    aside: str = ""
    printed: bool = False
    returns: bool = False
    becomes: str = ""
    single: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The fields a list shows."""
        return tuple(field.key for field in self.fields if Surface.LIST in field.appears)

    @property
    def form_fields(self) -> tuple[Field, ...]:
        """The fields that a form asks for."""
        return tuple(field for field in self.fields if Surface.FORM in field.appears)

    def goes_on(self, filled: frozenset[str]) -> bool:
        """Whether more was answered than the first questions; how far it is, is no answer."""
        rest = {field.key for field in self.form_fields if Surface.INTAKE not in field.appears}
        return bool((rest - {"status"}) & filled)

    @property
    def is_placed(self) -> bool:
        """Whether people put its records in an order of their own."""
        return any(field.type is ValueType.PLACE for field in self.fields)

    @property
    def times(self) -> tuple[Field, ...]:
        """The days and times that a list shows: they put records in order that have no place."""
        times = {ValueType.TIME, ValueType.DATE}
        return tuple(field for field in self.fields if field.type in times and Surface.LIST in field.appears)

    @property
    def subject(self) -> Field | None:
        """What its records are about, where that is another record: their name is that record's."""
        return next((f for f in self.fields if f.key in self.title and f.type is ValueType.REFERENCE), None)


def in_order(*values: Value) -> Rank:
    """The most careful value first; an unknown one, from a newer program, counts as more careful still."""
    return lambda value: values.index(value) if value in values else -1


def absent_first(value: Value) -> int:
    """For a consent with a date: none at all is the most careful, then the earliest."""
    return 0 if value is None else date.fromisoformat(str(value)).toordinal()


def latest_first(value: Value) -> int:
    """For an embargo: the latest date is the most careful, none the least."""
    return -absent_first(value)


PLACED = Field("place", "Plaats", ValueType.PLACE, appears=NOWHERE)
REMOVED = Field(DELETED, "Verwijderd", ValueType.SET, appears=NOWHERE)
