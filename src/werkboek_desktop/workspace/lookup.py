"""Finding what an action is about: refusals for what isn't there."""

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import FieldKey, RecordKey
from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.domain.ids import RecordId, attendance_id, is_record_id
from werkboek_desktop.errors import UnknownField, UnknownKind, UnknownRecord
from werkboek_desktop.store.reading import Reader


def known_kind(name: str) -> Kind:
    """The kind; raises UnknownKind."""
    kind = schema.kind(name)
    if kind is None:
        raise UnknownKind(name)
    return kind


def known_field(kind: str, name: str) -> Field:
    """The field; raises UnknownField."""
    field = schema.field(kind, name)
    if field is None:
        raise UnknownField(kind, name)
    return field


def field_key(record: RecordKey, name: str) -> FieldKey:
    """The identity of a field that this program knows."""
    return FieldKey(known_kind(record.kind).scope, *record, name, known_field(record.kind, name).type)


def key_of(reader: Reader, record: RecordId) -> RecordKey:
    """The record with this id; raises UnknownRecord."""
    key = reader.record_key(record) if is_record_id(record) else None
    if key is None:
        raise UnknownRecord(record)
    return key


def joined_keys(reader: Reader, record: RecordId) -> list[RecordKey]:
    """The record and the others that are the same person, the canonical one first; of attendances the record itself."""
    key = key_of(reader, record)
    if key.kind == "attendance":
        return [key, *_of_the_same_person(reader, key)]
    return [key_of(reader, id_) for id_ in reader.joined(key)]


def _of_the_same_person(reader: Reader, key: RecordKey) -> list[RecordKey]:
    """The other attendances that are one row with this one on the list of a day."""
    view = reader.field_view(key, "attendee")
    attendee = reader.record_key(str(view.value)) if view and view.value else None
    if attendee is None:
        return []
    ids = {attendance_id(str(key.owner), one) for one in reader.joined(attendee)} - {key.id}
    return [key_of(reader, id_) for id_, row in sorted(reader.rows_of(ids).items()) if not row.deleted]
