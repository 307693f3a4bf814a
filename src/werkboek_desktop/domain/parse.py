"""What people type, by a field's type → its canonical value. Every failure is a BadFieldValue that says what would do.

A point between groups of three digits separates thousands, as people write: a decimal `1.234` is 1234.
"""

import json
import re
from collections.abc import Callable

from werkboek_desktop.domain.dutch import MONTHS
from werkboek_desktop.domain.fields import Field, Option
from werkboek_desktop.domain.municipalities import Municipalities
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

_MONTH_NUMBERS = (
    {name: number for number, name in enumerate(MONTHS, 1)}
    | {name[:3]: number for number, name in enumerate(MONTHS, 1)}
    | {"mrt": 3, "sept": 9}
)
_BOOLEANS = {"ja": True, "nee": False, "true": True, "false": False}

_NUMBER = re.compile(r"(-?)(\d{1,3}(?:[. \xa0]\d{3})+|\d+)(?:,(\d+|-))?")
_PLAIN_DECIMAL = re.compile(r"(-?)(\d+)\.(\d{1,2}|\d{4,})")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_WRITTEN_DATE = re.compile(r"(\d{1,2}) ([a-z]+)\.? (\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_SHORT_MONTH = re.compile(r"(\d{1,2})[-/](\d{4})")
_WRITTEN_MONTH = re.compile(r"([a-z]+)\.? (\d{4})")
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?( ?u(?:ur)?)?")

_EXPECTED = {
    ValueType.PROSE: f"dit is langer dan {PROSE_CHARACTERS} tekens",
    ValueType.LINE: f"dit is langer dan {LINE_CHARACTERS} tekens",
    ValueType.SET: 'dit is geen lijst, zoals ["wijk", "buurt"]',
    ValueType.INTEGER: "dit is geen heel getal, zoals 4.210",
    ValueType.DECIMAL: "dit is geen bedrag, zoals 85.000,50",
    ValueType.DATE: "dit is geen datum, zoals 26-1-2021 of 26 januari 2021",
    ValueType.MONTH: "dit is geen maand, zoals 1-2021 of januari 2021",
    ValueType.TIME: "dit is geen tijd, zoals 9:30",
    ValueType.BOOLEAN: "dit is geen ja of nee",
    ValueType.REFERENCE: "dit is geen id van een onderdeel",
    ValueType.ATTACHMENT: "dit is geen bijlage van dit werkboek",
    ValueType.PLACE: "dit is geen plaats",
}


def parse(field: Field, text: str, municipalities: Municipalities) -> Value:
    """The value that a typed text stands for; empty text is None. Raises BadFieldValue."""
    if not clean_line(text):
        return None
    try:
        if field.type is ValueType.SET:
            return _set(field, text, municipalities)
        value = _choice(field, text) if field.type is ValueType.ENUM else _READERS[field.type](text)
        return check(field.type, value)
    except BadValue as error:
        raise BadFieldValue(field.label, _EXPECTED[field.type] + ".") from error


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


def _digits(found: str) -> str:
    return re.sub(r"\D", "", found).lstrip("0") or "0"


def _integer(text: str) -> int:
    found = _NUMBER.fullmatch(clean_line(text))
    if not found or found[3]:
        raise BadValue(text[:80])
    digits = _digits(found[2])
    if len(digits) > 15:
        raise BadValue(text[:80])
    return int(found[1] + digits)


def _decimal(text: str) -> str:
    typed = clean_line(text).removeprefix("€").strip()
    found = _NUMBER.fullmatch(typed) or _PLAIN_DECIMAL.fullmatch(typed)
    if not found:
        raise BadValue(text[:80])
    whole, rest = _digits(found[2]), (found[3] or "").strip("-").rstrip("0")
    number = f"{whole}.{rest}" if rest else whole
    return number if number == "0" else found[1] + number


def _date(text: str) -> str:
    typed = fold(clean_line(text))
    if _ISO_DATE.fullmatch(typed):
        return typed
    if found := _DAY_DATE.fullmatch(typed):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    if (found := _WRITTEN_DATE.fullmatch(typed)) and (month := _MONTH_NUMBERS.get(found[2])):
        return f"{found[3]}-{month:02}-{int(found[1]):02}"
    raise BadValue(text[:80])


def _month(text: str) -> str:
    typed = fold(clean_line(text))
    if found := _ISO_MONTH.fullmatch(typed):
        return f"{found[1]}-{int(found[2]):02}"
    if found := _SHORT_MONTH.fullmatch(typed):
        return f"{found[2]}-{int(found[1]):02}"
    if (found := _WRITTEN_MONTH.fullmatch(typed)) and (month := _MONTH_NUMBERS.get(found[1])):
        return f"{found[2]}-{month:02}"
    raise BadValue(text[:80])


def _time(text: str) -> str:
    found = _TIME.fullmatch(fold(clean_line(text)))
    if not found or not (found[2] or found[3]):
        raise BadValue(text[:80])
    return f"{int(found[1]):02}:{found[2] or '00'}"


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
    ValueType.INTEGER: _integer,
    ValueType.DECIMAL: _decimal,
    ValueType.DATE: _date,
    ValueType.MONTH: _month,
    ValueType.TIME: _time,
    ValueType.BOOLEAN: _boolean,
    ValueType.REFERENCE: clean_line,
    ValueType.ATTACHMENT: clean_line,
    ValueType.PLACE: _place,
}
