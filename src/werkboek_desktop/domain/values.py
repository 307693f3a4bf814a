"""The closed list of value types: what a value of each looks like, and its canonical bytes."""

import json
import re
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

PROSE_CHARACTERS = 200_000
LINE_CHARACTERS = 500
SET_ELEMENTS = 15_000
VALUE_BYTES = 1_032_192
INTEGER_DIGITS = 15
PLACE_KEY_CHARACTERS = 1_000


class ValueType(StrEnum):
    """How a field's values look and merge; it stands in every header, so never rename one."""

    PROSE = "prose"
    LINE = "line"
    SET = "set"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    MONTH = "month"
    TIME = "time"
    ENUM = "enum"
    REFERENCE = "reference"
    BOOLEAN = "boolean"
    ATTACHMENT = "attachment"
    PLACE = "place"


class Place(NamedTuple):
    """Where a record hangs: under `parent` (None = top level), ordered by the decimal fraction `key`."""

    parent: str | None
    key: str


type Value = str | int | bool | tuple[str, ...] | Place | None
"""None = cleared. A set is a sorted tuple without doubles; decimal, date, month and time are strings."""


class BadValue(ValueError):
    """A value that no field of this type can have."""


def _matches(pattern: str) -> Callable[[object], bool]:
    compiled = re.compile(pattern)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


def _is_text(limit: int, *, lines: bool) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and len(value) <= limit and (lines or "\n" not in value)


def _is_prose(value: object) -> bool:
    return _is_long_text(value) and _fits(value, len(str(value)))


def _fits(value: object, characters: int) -> bool:
    """Whether it can be spelled in one line of a bundle; a character takes at most six bytes there."""
    return 6 * characters + 2 <= VALUE_BYTES or len(_encode(value).encode()) <= VALUE_BYTES


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**INTEGER_DIGITS


def _is_date(value: object) -> bool:
    if not _iso_date(value):
        return False
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def _is_set(value: object) -> bool:
    if not isinstance(value, tuple) or len(value) > SET_ELEMENTS:
        return False
    is_sound = all(map(_is_element, value)) and all(a < b for a, b in pairwise(value))
    return is_sound and _fits(value, sum(map(len, value)) + len(value))


def _is_place(value: object) -> bool:
    if not isinstance(value, Place) or not (value.parent is None or _is_id(value.parent)):
        return False
    return len(value.key) <= PLACE_KEY_CHARACTERS and _is_fraction(value.key)


_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
_iso_date = _matches(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_is_id = _matches(r"[0-9a-f]{32}")
_is_fraction = _matches(r"0\.[0-9]+")
_is_long_text = _is_text(PROSE_CHARACTERS, lines=True)
_is_element = _is_text(LINE_CHARACTERS, lines=False)

_CHECKS: dict[ValueType, Callable[[object], bool]] = {
    ValueType.PROSE: _is_prose,
    ValueType.LINE: _is_text(LINE_CHARACTERS, lines=False),
    ValueType.SET: _is_set,
    ValueType.INTEGER: _is_integer,
    ValueType.DECIMAL: _matches(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{0,14}[1-9])?"),
    ValueType.DATE: _is_date,
    ValueType.MONTH: _matches(r"[0-9]{4}-(0[1-9]|1[0-2])"),
    ValueType.TIME: _matches(r"([01][0-9]|2[0-3]):[0-5][0-9]"),
    ValueType.ENUM: _matches(r"[a-z0-9_]{1,64}"),
    ValueType.REFERENCE: _is_id,
    ValueType.BOOLEAN: lambda value: isinstance(value, bool),
    ValueType.ATTACHMENT: _matches(r"[0-9a-f]{64}"),
    ValueType.PLACE: _is_place,
}


def check(type_: ValueType, value: Value) -> Value:
    """Returns the value itself; raises BadValue if no field of this type can have it. None is always allowed."""
    if value is not None and not _CHECKS[type_](value):
        raise BadValue(f"{type_}: {value!r:.80}")
    return value


def from_json(type_: ValueType, data: object) -> Value:
    """The value that parsed JSON stands for, checked; raises BadValue."""
    if isinstance(data, list):
        return check(type_, tuple(data))
    if isinstance(data, dict):
        if set(data) != {"parent", "key"} or not isinstance(data["key"], str):
            raise BadValue("a place has a parent and a key")
        return check(type_, Place(data["parent"], data["key"]))
    if data is None or isinstance(data, str | int):
        return check(type_, data)
    raise BadValue(f"{type_}: {data!r:.80}")


def to_json(value: Value) -> object:
    """What `json.dumps` takes: a place becomes an object, a set an array."""
    if isinstance(value, Place):
        return {"key": value.key, "parent": value.parent}
    return value


def canonical(value: Value) -> bytes:
    """The bytes that are hashed: JSON, sorted keys, no spaces, UTF-8 unescaped. Lone surrogates raise BadValue."""
    try:
        return _encode(to_json(value)).encode()
    except UnicodeEncodeError as error:
        raise BadValue("a lone surrogate is not text") from error


def canonical_set(elements: Sequence[str] | set[str] | frozenset[str]) -> tuple[str, ...]:
    """Sorted by code point, without doubles."""
    return tuple(sorted(set(elements)))
