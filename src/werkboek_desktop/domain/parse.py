"""What people type, by a field's type → its canonical value. A failure is a BadFieldValue that says what would do."""

import json
import re
from collections.abc import Callable
from datetime import date

from werkboek_desktop.domain.dates import NoSuchDay, read_date, read_month, read_time
from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.fields import Field, Option
from werkboek_desktop.domain.municipalities import Municipalities
from werkboek_desktop.domain.numbers import MINUTES, NotClear, read_decimal, read_integer
from werkboek_desktop.domain.prose import canonical_prose
from werkboek_desktop.domain.text import clean_line, fold
from werkboek_desktop.domain.values import (
    LINE_CHARACTERS,
    PROSE_CHARACTERS,
    BadValue,
    Value,
    ValueType,
    canonical_set,
    check,
    from_json,
)
from werkboek_desktop.errors import BadFieldValue

_BOOLEANS = {"ja": True, "nee": False, "true": True, "false": False}

_EXPECTED = {
    ValueType.PROSE: f"dit is langer dan {number(PROSE_CHARACTERS)} tekens",
    ValueType.LINE: f"dit is langer dan {LINE_CHARACTERS} tekens",
    ValueType.SET: 'dit is geen lijst, zoals ["wijk", "buurt"]',
    ValueType.INTEGER: "dit is geen heel getal, zoals 4.210",
    ValueType.DECIMAL: "dit is geen bedrag, zoals 85.000,50",
    ValueType.DATE: "dit is geen datum, zoals 26-1-2021, 26 jan of vandaag",
    ValueType.MONTH: "dit is geen maand, zoals 1-2021 of jan 2021",
    ValueType.TIME: "dit is geen tijd, zoals 9:30 of half tien",
    ValueType.BOOLEAN: "dit is geen ja of nee",
    ValueType.REFERENCE: "dit is geen id van een onderdeel",
    ValueType.ATTACHMENT: "dit is geen bijlage van dit werkboek",
    ValueType.PLACE: "dit is geen plaats",
}

_NO_YEAR = "dit is geen jaar, zoals 2021"
_NO_MINUTES = "dit is geen duur, zoals 45 of half uur"


def parse(field: Field, text: str, municipalities: Municipalities, today: date) -> Value:
    """The value that a typed text stands for; empty text is None. Raises BadFieldValue."""
    if not clean_line(text):
        return None
    try:
        return _checked(field, _read(field, text, municipalities, today))
    except (NoSuchDay, NotClear) as error:
        raise BadFieldValue(field.label, f"{error}.".replace("?.", "?")) from error
    except BadValue as error:
        raise _unfit(field) from error


def as_shown(field: Field, text: str) -> Value:
    """The value of a text that has its form already; empty text is None. Raises BadFieldValue."""
    return _checked(field, text) if clean_line(text) else None


def _checked(field: Field, value: Value) -> Value:
    try:
        return check(field.type, value)
    except BadValue as error:
        raise _unfit(field) from error


def _unfit(field: Field) -> BadFieldValue:
    said = _NO_YEAR if field.year else _NO_MINUTES if field.unit == MINUTES else _EXPECTED[field.type]
    return BadFieldValue(field.label, f"{said}.")


def _read(field: Field, text: str, municipalities: Municipalities, today: date) -> Value:
    match field.type:
        case ValueType.SET:
            return _set(field, text, municipalities)
        case ValueType.ENUM:
            return _choice(field, text)
        case ValueType.INTEGER:
            return read_integer(text, field.unit)
        case ValueType.DECIMAL:
            return read_decimal(text, field.unit)
        case ValueType.DATE:
            return read_date(text, today)
        case ValueType.MONTH:
            return read_month(text, today)
    return _READERS[field.type](text)


def parse_elements(field: Field, texts: list[str], municipalities: Municipalities) -> tuple[str, ...]:
    """The elements of a set, each by its key, its label or as free text where the field takes that.

    Empty ones are left out; raises BadFieldValue.
    """
    lines = filter(None, map(clean_line, texts))
    found = canonical_set([_element(field, line, municipalities) for line in lines])
    try:
        for element in found if field.refers else ():
            check(ValueType.REFERENCE, element)
        check(ValueType.SET, found)
    except BadValue as error:
        raise BadFieldValue(field.label, "een van deze elementen past niet in de lijst.") from error
    return found


def split_elements(text: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """The parts of a pasted list: lines, semicolons, commas. A name that has a comma itself stays whole."""
    parts = [part.lstrip("-•*· ") for part in re.split(r"[;\n\t]", text.replace("\r", "\n"))]
    return tuple(found for part in parts for found in _split_at_commas(clean_line(part), is_known))


def _split_at_commas(text: str, is_known: Callable[[str], bool]) -> list[str]:
    pieces = [piece.strip() for piece in text.split(",")]
    found: list[str] = []
    while pieces:
        ends = range(len(pieces), 1, -1)
        end = next((end for end in ends if is_known(", ".join(pieces[:end]))), 1)
        found.append(", ".join(pieces[:end]))
        del pieces[:end]
    return list(filter(None, found))


def _set(field: Field, text: str, municipalities: Municipalities) -> Value:
    try:
        elements = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadValue(text[:80]) from error
    if not isinstance(elements, list) or not all(isinstance(element, str) for element in elements):
        raise BadValue(text[:80])
    return parse_elements(field, elements, municipalities) or None


def _element(field: Field, text: str, municipalities: Municipalities) -> str:
    if field.municipal:
        return municipalities.resolve(text) or text
    if key := _key_of(field.options, text):
        return key
    if field.options and not field.open:
        raise _not_in_list(field, text)
    return text


def _choice(field: Field, text: str) -> str:
    if key := _key_of(field.options, clean_line(text)):
        return key
    raise _not_in_list(field, text)


def _key_of(options: tuple[Option, ...], text: str) -> str | None:
    folded = fold(text)
    return next((key for key, label, _ in options if text == key or folded == fold(label)), None)


def _not_in_list(field: Field, text: str) -> BadFieldValue:
    labels = ", ".join(option.label for option in field.options)
    return BadFieldValue(field.label, f"‘{clean_line(text)[:40]}’ staat niet in de lijst: {labels}.")


def _boolean(text: str) -> bool:
    if (value := _BOOLEANS.get(fold(clean_line(text)))) is None:
        raise BadValue(text[:80])
    return value


def _place(text: str) -> Value:
    try:
        return from_json(ValueType.PLACE, json.loads(text))
    except (ValueError, RecursionError) as error:
        raise BadValue(text[:80]) from error


_READERS: dict[ValueType, Callable[[str], Value]] = {
    ValueType.PROSE: canonical_prose,
    ValueType.LINE: clean_line,
    ValueType.TIME: read_time,
    ValueType.BOOLEAN: _boolean,
    ValueType.REFERENCE: clean_line,
    ValueType.ATTACHMENT: clean_line,
    ValueType.PLACE: _place,
}
