"""References: which records a field can refer to, and one that is made because somebody is referred to."""

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import Change
from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.domain.finding import Name, Names
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.written import element_name
from werkboek_desktop.errors import BadEdit
from werkboek_desktop.resources import municipalities
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.shapes import Row
from werkboek_desktop.workspace import editing, reading, steps
from werkboek_desktop.workspace.lookup import key_of, known_field
from werkboek_desktop.workspace.model import Changed
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session

_SAY_WHERE = frozenset({ValueType.LINE, ValueType.SET})


def targets(reader: Reader, field: Field) -> Names:
    """The records that a field can refer to, each with what tells it from its namesakes."""
    kinds = filter(None, map(schema.kind, field.refers))
    return Names(_target(kind, row) for kind in kinds for row in reading.rows(reader, kind.key))


def _target(kind: Kind, row: Row) -> Name:
    return Name(row.id, kind.key, row.title or reading.UNTITLED, ", ".join(_where(kind, row)))


def _where(kind: Kind, row: Row) -> list[str]:
    known = municipalities()
    for field in kind.fields:
        value = row.columns.get(field.key)
        if value and field.type in _SAY_WHERE and field.key not in kind.title and not field.refers:
            return [element_name(field, str(each), known) for each in (value if isinstance(value, list) else [value])]
    return []


def refer_to_new(
    session: Session, record: RecordId, name: str, title: str, seen: tuple[ChangeId, ...], *, initiator: object = None
) -> Changed:
    """Makes the record that is called so, and refers to it: one step."""
    with session.store.read() as reader:
        field = known_field(key_of(reader, record).kind, name)
        editing.refuse_deleted(reader, record)
    kind = schema.made_by_name(field)
    if kind is None or kind.by_name is None:
        raise BadEdit(f"bij ‘{field.label}’ kun je alleen kiezen")
    new, values = editing.new_record(session, kind.key, None), kind.by_name(title)

    def act(scribe: Scribe) -> Change | None:
        editing.write_new(scribe, new, values)
        return editing.write(scribe, record, name, new.key.id, seen)

    return session.edit(record, act, initiator, name=steps.added(kind.key))
