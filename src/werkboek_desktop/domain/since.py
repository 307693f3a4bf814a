"""What became of an approved text: which fields read otherwise now, and what came, went or moved."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.asking import Reason, reasons_of
from werkboek_desktop.domain.change import DELETED, FieldKey
from werkboek_desktop.domain.records import Record, record_of
from werkboek_desktop.domain.version import ALWAYS, Compared, Here, Version, compare, then, was_there
from werkboek_desktop.domain.view import FieldView


class How(StrEnum):
    """What happened to a field, or to a whole item."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


class Difference(NamedTuple):
    """Something that reads otherwise. Of what came or went, `fields` are all that stands in it; of a move none."""

    how: How
    record: Record
    fields: tuple[Compared, ...]
    reasons: frozenset[Reason] = frozenset()


def since(version: Version, here: Here, names: Collection[str] = ()) -> list[Difference]:
    """The differences, item by item; `names`: words that are names."""
    found: defaultdict[Record, list[Compared]] = defaultdict(list)
    for each in compare(version, here):
        found[record_of(each.key)].append(each)
    keys = _fields(version, here) if found else {}
    return [one for record, own in found.items() for one in _of_record(record, own, keys[record], version, here, names)]


def _fields(version: Version, here: Here) -> dict[Record, list[FieldKey]]:
    keys: defaultdict[Record, list[FieldKey]] = defaultdict(list)
    for key, _heads in here.heads(version.roots):
        if version.holds(key):
            keys[record_of(key)].append(key)
    return keys


def _of_record(
    record: Record,
    changed: list[Compared],
    keys: list[FieldKey],
    version: Version,
    here: Here,
    names: Collection[str],
) -> Iterator[Difference]:
    if not was_there(keys, version.listed, here):
        now = tuple(Compared(key, None, here.history(key).view()) for key in _told(keys))
        yield Difference(How.ADDED, record, now, _reasons(now, names))
    elif here.is_gone(record):
        gone = tuple(Compared(key, then(key, version.listed, here), None) for key in _told(keys))
        yield Difference(How.REMOVED, record, gone, _reasons(gone, names))
    else:
        for each in changed:
            if each.key.field == "place":
                yield Difference(How.MOVED, record, (each,))
            elif each.key.field not in ALWAYS:
                yield Difference(How.CHANGED, record, (each,), _reasons([each], names))


def _told(keys: Iterable[FieldKey]) -> list[FieldKey]:
    return sorted((key for key in keys if key.field != DELETED), key=_in_form)


def _in_form(key: FieldKey) -> int:
    kind = schema.kind(key.kind)
    return next((at for at, field in enumerate(kind.fields) if field.key == key.field), 0) if kind else 0


def _reasons(fields: Iterable[Compared], names: Collection[str]) -> frozenset[Reason]:
    return frozenset(reason for each in fields for reason in _of_field(each.key, each.then, each.now, names))


def _of_field(
    key: FieldKey, before: FieldView | None, after: FieldView | None, names: Collection[str]
) -> frozenset[Reason]:
    field = schema.field(key.kind, str(key.field))
    return reasons_of(field, before, after, names) if field else frozenset()
