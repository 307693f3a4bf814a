"""One line of `apply`: a JSON object from a script, checked before anything is done with it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import BadEdit
from werkboek_desktop.workspace import FromFile, Given, PlaceAfter


@dataclass(frozen=True, slots=True)
class Edit:
    """What one line asks."""

    target: str
    field: str
    value: Given
    ref: str | None


def parsed(line: bytes, refs: Mapping[str, RecordId]) -> Edit:
    """The edit that a line describes; raises BadEdit."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadEdit("dit is geen JSON") from error
    if not isinstance(data, dict) or not {"target", "field", "value"} <= data.keys() <= _KEYS:
        raise BadEdit("een regel heeft target, field en value, en verder alleen ref")
    target, field, ref = data["target"], data["field"], data.get("ref")
    if not isinstance(target, str) or not isinstance(field, str) or not isinstance(ref, str | None):
        raise BadEdit("target, field en ref zijn tekst")
    return Edit(target, field, _given(data["value"], refs), ref)


_KEYS = {"target", "field", "value", "ref"}
_UNFIT = "deze waarde past in geen enkel veld"


def _given(data: object, refs: Mapping[str, RecordId]) -> Given:
    match data:
        case None | bool() | int() | str():
            return data
        case {"file": str(path), **rest} if not rest:
            return FromFile(Path(path))
        case {"ref": str()}:
            return _text(data, refs)
        case {"parent": parent, "after": after, **rest} if not rest:
            return PlaceAfter(_record(parent, refs), _record(after, refs))
        case [*elements]:
            return tuple(_text(element, refs) for element in elements)
    raise BadEdit(_UNFIT)


def _text(data: object, refs: Mapping[str, RecordId]) -> str:
    """A text, or the id of a record that an earlier line made."""
    match data:
        case str():
            return data
        case {"ref": str(name), **rest} if not rest:
            return _named(name, refs)
    raise BadEdit(_UNFIT)


def _record(data: object, refs: Mapping[str, RecordId]) -> RecordId | None:
    """A record, as a target names it."""
    if data is None:
        return None
    text = _text(data, refs)
    return _named(text[1:], refs) if text.startswith("@") else text


def _named(ref: str, refs: Mapping[str, RecordId]) -> RecordId:
    """The record to which an earlier line gave this name; raises BadEdit."""
    if ref not in refs:
        raise BadEdit(f"geen eerdere regel noemt een onderdeel ‘{ref[:40]}’")
    return refs[ref]
