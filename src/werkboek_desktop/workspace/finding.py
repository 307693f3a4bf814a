"""What Ctrl+K finds in a project: records by their names, and the places in the text."""

from collections.abc import Iterator
from typing import NamedTuple

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.finding import Name, Names
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.resources import municipalities
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.shapes import Hit, Row
from werkboek_desktop.workspace import reading

_TEXT = {ValueType.PROSE, ValueType.LINE}
_HITS = 50


class Passage(NamedTuple):
    """A field in which a text was found; `title` is of the record that it belongs to, `label` the field's."""

    record: RecordId
    field: str
    title: str
    label: str
    snippet: str


def names(reader: Reader) -> Names:
    """Every record that people look for by name, with the municipalities it is about by all their names."""
    kinds = filter(schema.stands_alone, schema.kinds())
    return Names(_name(kind, row) for kind in kinds for row in reading.rows(reader, kind.key) if row.title)


def _name(kind: Kind, row: Row) -> Name:
    columns = [row.columns.get(field.key) for field in kind.fields if field.municipal]
    codes = [str(each) for value in columns if value for each in (value if isinstance(value, list) else [value])]
    known = municipalities()
    others = tuple(name for code in codes for name in known.names(code))
    return Name(row.id, kind.key, row.title, ", ".join(map(known.name, codes)), others)


def passages(reader: Reader, query: str, limit: int) -> list[Passage]:
    """Places in the text, the best first; what `names` finds is left out."""
    found = filter(None, (_passage(reader, hit) for hit in reading.search(reader, query, _HITS)))
    return [passage for passage, _at in zip(found, range(limit), strict=False)]


def _passage(reader: Reader, hit: Hit) -> Passage | None:
    kind, field = schema.kind(hit.kind), schema.field(hit.kind, hit.field)
    if kind is None or field is None or field.type not in _TEXT or field.municipal:
        return None
    if hit.field in kind.title and schema.stands_alone(kind):
        return None
    *_between, top = _owners(reader, hit.record)
    return Passage(hit.record, hit.field, reading.title(reader, top), field.label, hit.snippet)


def _owners(reader: Reader, record: RecordId) -> Iterator[RecordId]:
    """The record, its owner, and so on until one that stands alone."""
    at: RecordId | None = record
    while at:
        yield at
        row = reader.row(at)
        kind = schema.kind(row.kind) if row else None
        at = None if row is None or kind is None or schema.stands_alone(kind) else row.owner
