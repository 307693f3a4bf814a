"""What somebody begins with who has just joined: the cases that are meant for them, and where each is still empty."""

from typing import NamedTuple

from werkboek_desktop.domain import schema, workflow
from werkboek_desktop.domain.beginning import meant_for
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.resources import municipalities
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.shapes import Row
from werkboek_desktop.workspace import reading
from werkboek_desktop.workspace.session import Session


class ForYou(NamedTuple):
    """A case to go on with; `field`: the part, or kind of items, that is the first without a word."""

    record: RecordId
    title: str
    where: str
    status: str
    field: str
    part: str


def for_you(session: Session, name: str, *, partial: bool) -> tuple[ForYou, ...]:
    """The cases for who goes by this name; `partial`: all that came was chosen for them."""
    with session.store.read() as reader:
        rows = {row.id: row for row in reading.rows(reader, "case")}
        turns = {id_: str(row.columns.get("assignee") or "") for id_, row in rows.items()}
        chosen = meant_for(turns, reading.me(reader, name), partial=partial)
        return tuple(_for_you(reader, rows[id_]) for id_ in chosen)


def _for_you(reader: Reader, row: Row) -> ForYou:
    view = reading.record(reader, row.id)
    owned = [item for kind in schema.owned_kinds(row.kind) for item in reader.owned(row.id, kind)]
    key = workflow.first_empty_part(view, owned)
    field, kind = schema.field(row.kind, key), schema.kind(key)
    codes = row.columns.get("municipalities") or []
    assert isinstance(codes, list)
    places = ", ".join(municipalities().name(str(code)) for code in codes)
    part = field.label if field else kind.plural if kind else ""
    return ForYou(row.id, reading.title_of(row), places, row.status or "", key, part)
