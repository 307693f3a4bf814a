"""Records as a table that a Dutch spreadsheet opens: `;` between the cells, a mark of UTF-8 in front, no formulas."""

import csv
from collections.abc import Iterable
from io import StringIO
from itertools import chain

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.fields import Field, Kind, Privacy, Surface
from werkboek_desktop.domain.listing import Facet, Names
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import RecordView, Status

BOM = "\ufeff"
BETWEEN = "; "
TWO_VERSIONS = "(twee versies)"
PEOPLE_INSIDE = "In dit bestand staan gegevens van personen. Bewaar het niet langer dan nodig en mail het niet rond."
_BEGIN_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def columns(kind: Kind) -> tuple[Field, ...]:
    """The fields that go along: of a kind that is not about people, what tells of a person stays here."""
    return tuple(field for field in kind.fields if Surface.CSV in field.appears and _may_leave(kind, field))


def _may_leave(kind: Kind, field: Field) -> bool:
    return field.privacy is not Privacy.PERSON or kind.scope is Scope.PEOPLE or field.key in kind.title


def has_people(kind_key: str) -> bool:
    """Whether the table of a kind tells of persons."""
    kind = schema.kind(kind_key)
    return kind is not None and kind.scope is Scope.PEOPLE


def csv_of(kind: Kind, views: Iterable[RecordView], names: Names) -> bytes:
    """The records as a file, a line each, under the labels of the form."""
    fields = columns(kind)
    rows = ([_cell(field, view, names) for field in fields] for view in views)
    return file_of(chain([[field.label for field in fields]], rows))


def file_of(rows: Iterable[Iterable[str]]) -> bytes:
    """Rows of cells as a file, the heading first."""
    out = StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(map(harmless, row) for row in rows)
    return (BOM + out.getvalue()).encode()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what begins like one."""
    return f"'{cell}" if cell.startswith(_BEGIN_FORMULA) else cell


def _cell(field: Field, view: RecordView, names: Names) -> str:
    shown = view.fields.get(field.key)
    if shown is None:
        return ""
    return TWO_VERSIONS if shown.status is Status.CONFLICT else words(field, shown.value, names)


def words(field: Field, value: Value, names: Names) -> str:
    """A value as a spreadsheet reads it."""
    facet = Facet(field.key, field.label, field)
    match field.type, value:
        case _, None:
            return ""
        case _, bool():
            return "ja" if value else "nee"
        case _, tuple():
            return BETWEEN.join(facet.name(str(element), names) for element in value)
        case (ValueType.DATE, str()):
            return "-".join(reversed(value.split("-")))
        case (ValueType.DECIMAL, str()):
            return value.replace(".", ",")
        case ((ValueType.ENUM | ValueType.LINE | ValueType.REFERENCE), str()):
            return facet.name(value, names)
    return str(value)
