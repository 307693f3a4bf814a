"""What both user interfaces look at: lists, records, histories, search, the state of the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from werkboek_desktop.checkpoint import checked
from werkboek_desktop.domain import listing, schema, workflow
from werkboek_desktop.domain.attendance import joined_status
from werkboek_desktop.domain.ids import RecordId, is_record_id, workbook_id
from werkboek_desktop.domain.places import Tree
from werkboek_desktop.domain.shown_prose import as_read
from werkboek_desktop.domain.values import Place, ValueType
from werkboek_desktop.domain.view import RecordView, Status
from werkboek_desktop.errors import UnknownKind, UnknownRecord
from werkboek_desktop.resources import municipalities
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.shapes import Hit, Row
from werkboek_desktop.workspace.lookup import field_key, joined_keys, key_of, known_field
from werkboek_desktop.workspace.model import Revision, Summary, Waits

NOT_HERE = "(niet op deze computer)"
LAST = "~"
"""Behind the keys of all places, which are digits."""
UNTITLED = "(zonder titel)"
_KIND_ORDER = {kind.key: number for number, kind in enumerate(schema.kinds())}


def rows(reader: Reader, kind: str | None = None) -> list[Row]:
    """The records of a kind, or all, as people sort them; chapters as they stand in the book."""
    found = reader.rows(kind)
    if kind is not None and not found and schema.kind(kind) is None:
        raise UnknownKind(kind)
    chapters = _places(reader) if kind in {None, "chapter"} else {}
    keyed = [(_among_kinds(row.kind), row.kind, _order(row, chapters), row) for row in checked(found)]
    return [row for *_where, row in sorted(keyed, key=itemgetter(0, 1, 2))]


def _among_kinds(kind: str) -> int:
    return _KIND_ORDER.get(kind, len(_KIND_ORDER))


def _places(reader: Reader) -> Mapping[RecordId, int]:
    tree = Tree(reader.hung(workbook_id(reader.project()), "chapter"))
    order: list[RecordId] = []
    todo = [*reversed(tree.children())]
    while todo:
        order.append(todo.pop())
        todo += reversed(tree.children(order[-1]))
    return {chapter: number for number, chapter in enumerate(order)}


def _order(row: Row, chapters: Mapping[RecordId, int]) -> tuple[object, ...]:
    if row.kind == "chapter":
        return (chapters.get(row.id, len(chapters)), row.id)
    return listing.order(row)


def record(reader: Reader, id_: RecordId) -> RecordView:
    """One record; raises UnknownRecord."""
    view = reader.record(id_) if is_record_id(id_) else None
    if view is None:
        raise UnknownRecord(id_)
    return _as_row(reader, view) if view.key.kind == "attendance" else view


def _as_row(reader: Reader, view: RecordView) -> RecordView:
    """An attendance with the status that one person's attendances at a day have together."""
    keys = joined_keys(reader, view.id)
    statuses = [found for key in keys if (found := reader.field_view(key, "status"))]
    status = joined_status(statuses) if len(keys) > 1 else None
    return replace(view, fields={**view.fields, "status": status}) if status else view


def title(reader: Reader, id_: RecordId) -> str:
    """What stands for a record where another refers to it."""
    row = reader.row(id_)
    return title_of(row) if row else NOT_HERE


def title_of(row: Row) -> str:
    """What stands for a record that is here."""
    return f"{row.title or UNTITLED}{' (verwijderd)' if row.deleted else ''}"


def project_name(reader: Reader, project: str) -> str:
    """The workbook's title; empty while nobody gave it one."""
    row = reader.row(workbook_id(project))
    return row.title if row else ""


def author_name(reader: Reader, author: RecordId | None) -> str | None:
    """The name of a person record."""
    row = reader.row(author) if author else None
    return row.title if row else None


def me(reader: Reader, name: str | None) -> frozenset[RecordId]:
    """Who looks, as the persons of the project they are."""
    person = reader.person(name) if name else None
    return frozenset(reader.joined(key_of(reader, person))) if person else frozenset()


def history(reader: Reader, id_: RecordId, name: str) -> list[Revision]:
    """Every change of a field that counts, oldest first: by (depth, id)."""
    key = key_of(reader, id_)
    known_field(key.kind, name)
    return [
        Revision(entry.id, author_name(reader, entry.author), entry.time, entry.value, entry.parents, entry.erased)
        for entry in reader.history(field_key(key, name)).told
    ]


def search(reader: Reader, query: str, limit: int) -> list[Hit]:
    """Fields that match, best first, with words as one reads them; a municipality is found by all its names."""
    hits = reader.search(query, limit)
    for code in municipalities().candidates(query):
        hits += [hit for hit in reader.search(code, limit) if hit not in hits]
    return [_as_read(hit) for hit in hits[:limit]]


def _as_read(hit: Hit) -> Hit:
    field = schema.field(hit.kind, hit.field)
    is_prose = field is not None and field.type is ValueType.PROSE
    return hit._replace(snippet=as_read(hit.snippet)) if is_prose else hit


def summary(reader: Reader, missing: Sequence[Waits]) -> Summary:
    """What in the whole project asks for a person. `missing`: of which computers a bundle is."""
    unsettled = [(each.key.record, str(each.key.field), each.status) for each in reader.unsettled()]
    return Summary(
        tuple((id_, name) for id_, name, status in unsettled if status is Status.CONFLICT),
        tuple((id_, name) for id_, name, status in unsettled if status is Status.MERGED),
        missing,
    )


def family(reader: Reader, id_: RecordId) -> tuple[RecordView, list[RecordView]]:
    """A record, and of what goes by steps also what it owns."""
    view = record(reader, id_)
    families = reader.families([id_]) if workflow.has_steps(view.key.kind) else ()
    return view, sorted((item for _view, items in families for item in items), key=in_lists)


def in_lists(item: RecordView) -> tuple[int, str, RecordId]:
    """Items of a record as its lists have them, a kind after the other."""
    place = item.value("place")
    return _KIND_ORDER.get(item.key.kind, len(_KIND_ORDER)), place.key if isinstance(place, Place) else LAST, item.id
