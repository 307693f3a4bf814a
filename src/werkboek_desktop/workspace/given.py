"""From what a person or a script gives to the value of a field."""

import json
from collections.abc import Iterable
from pathlib import Path

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.parse import parse, parse_elements
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.errors import BadFieldValue, UnreadableFile
from werkboek_desktop.resources import municipalities
from werkboek_desktop.workspace import pictures
from werkboek_desktop.workspace.model import FromFile, Given, PlaceAfter
from werkboek_desktop.workspace.session import Session


def value_of(session: Session, field: Field, given: Given) -> Value:
    """The field's value; a file for an attachment is taken in. Raises BadFieldValue, UnreadableFile."""
    match given:
        case FromFile(path) if field.type is ValueType.ATTACHMENT:
            return pictures.add(session, path)
        case FromFile(path):
            return parse(field, _read(path), municipalities(), session.app.today())
        case bool() if field.type is ValueType.BOOLEAN:
            return given
        case int() if field.type in {ValueType.INTEGER, ValueType.DECIMAL} and not isinstance(given, bool):
            return parse(field, str(given), municipalities(), session.app.today())
        case str():
            return parse(field, given, municipalities(), session.app.today())
        case None:
            return None
        case [*texts] if field.type is ValueType.SET:
            return parse_elements(field, list(map(str, texts)), municipalities()) or None
    raise BadFieldValue(field.label, "deze waarde past niet in dit veld.")


def place_of(field: Field, given: Given) -> PlaceAfter:
    """Where a record is to stand, given as such or as JSON. Raises BadFieldValue."""
    if isinstance(given, str):
        try:
            given = place_from(json.loads(given))
        except (ValueError, RecursionError):
            given = None
    if not isinstance(given, PlaceAfter):
        raise BadFieldValue(field.label, 'dit is geen plaats, zoals {"parent": null, "after": null}.')
    return given


def place_from(data: object) -> PlaceAfter | None:
    """What a JSON object with a parent and an after says; None if it says something else."""
    match data:
        case {"parent": str() | None as parent, "after": str() | None as after, **rest} if not rest:
            return PlaceAfter(parent, after)
    return None


def elements(field: Field, texts: Iterable[str]) -> tuple[str, ...]:
    """Elements of a set as they are stored."""
    if field.type is not ValueType.SET:
        raise BadFieldValue(field.label, "dit veld is geen lijst.")
    return parse_elements(field, list(texts), municipalities())


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(path) from error
