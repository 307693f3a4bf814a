"""All kinds of records and their fields: what every form, list, bundle and page goes by."""

from collections.abc import Iterable

from werkboek_desktop.domain import lists
from werkboek_desktop.domain.fields import Advice, Field, Kind, Option, Privacy, Surface
from werkboek_desktop.domain.kinds import agreements, case_parts, cases, clearances, masterclasses, people, workbook
from werkboek_desktop.domain.values import Value, canonical

__all__ = [
    "Advice",
    "Field",
    "Kind",
    "Option",
    "Privacy",
    "Surface",
    "as_json",
    "field",
    "kind",
    "kinds",
    "kinds_about",
    "made_by_name",
    "most_careful",
    "needed_from",
    "owned_kinds",
    "retention",
    "stands_alone",
]

_KINDS = {
    kind.key: kind
    for kind in (
        cases.CASE,
        *case_parts.KINDS,
        *agreements.KINDS,
        *clearances.KINDS,
        *people.KINDS,
        *masterclasses.KINDS,
        *workbook.KINDS,
    )
}
_FIELDS = {(kind.key, field.key): field for kind in _KINDS.values() for field in kind.fields}
_OWNED = {key: tuple(kind.key for kind in _KINDS.values() if key in kind.owners) for key in _KINDS}


def kinds() -> tuple[Kind, ...]:
    """Every kind that this program knows."""
    return tuple(_KINDS.values())


def kind(key: str) -> Kind | None:
    """The kind; None for one from a newer program, which is kept but not shown in forms."""
    return _KINDS.get(key)


def field(kind_key: str, key: str) -> Field | None:
    """The field of a kind; None for one from a newer program."""
    return _FIELDS.get((kind_key, key))


def owned_kinds(owner: str) -> tuple[str, ...]:
    """The keys of the kinds that a record of this kind may own, in the order of forms and print."""
    return _OWNED.get(owner, ())


def stands_alone(kind_: Kind) -> bool:
    """Whether people look for its records by name: it is no part of a case or a day, but at most of the workbook."""
    return kind_.owners in {(), ("workbook",)}


def kinds_about(subject: str) -> tuple[str, ...]:
    """The keys of the kinds whose records are about one of this kind, and are another's."""
    return tuple(
        kind.key for kind in _KINDS.values() if kind.owners and kind.subject and subject in kind.subject.refers
    )


def retention(kind_: Kind, field_: Field) -> str:
    """How long a value is kept, as a sentence."""
    return field_.retention or kind_.retention


def needed_from(field_: Field) -> str:
    """The status from which a field is asked for, as people call it; empty where it never is."""
    return next((option.label for option in lists.CASE_STATUS if option.key == field_.required_from), "")


def made_by_name(field_: Field) -> Kind | None:
    """The kind that a reference can make from a name alone; None where one can only choose."""
    kinds_ = [kind(key) for key in field_.refers]
    return kinds_[0] if len(kinds_) == 1 and kinds_[0] and kinds_[0].by_name else None


def most_careful(field_: Field, values: Iterable[Value]) -> Value:
    """What counts while variants conflict, for a field that decides about leaving the room."""
    rank = field_.careful
    if rank is None:
        raise ValueError(f"{field_.key} decides nothing")
    return min(values, key=lambda value: (rank(value), canonical(value)))


def as_json(kind_: Kind) -> dict[str, object]:
    """A kind as `werkboek schema --json` prints it; an owner that may be of several kinds is a list."""
    owner = kind_.owners[0] if len(kind_.owners) == 1 else list(kind_.owners) or None
    return {
        "owner": owner,
        "scope": kind_.scope,
        "label": kind_.label,
        "fields": {field_.key: _field_json(field_) for field_ in kind_.fields},
    }


def _field_json(field_: Field) -> dict[str, object]:
    return {
        "type": field_.type,
        "label": field_.label,
        "keys": list(field_.keys) if field_.keys else None,
        "required_from": field_.required_from,
        "privacy": field_.privacy,
        "appears": sorted(field_.appears),
    }
