"""Records: what the fields of one record make together."""

from collections.abc import Iterable
from typing import NamedTuple

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import FieldKey, RecordKey
from werkboek_desktop.domain.ids import RecordId


class Record(NamedTuple):
    """A record within its scope. Whoever disagrees on one of the four is talking about another record."""

    scope: str
    kind: str
    owner: RecordId | None
    id: RecordId

    @property
    def key(self) -> RecordKey:
        """The same without the scope."""
        return RecordKey(self.kind, self.owner, self.id)


def record_of(field: FieldKey) -> Record:
    """The record that a field belongs to."""
    return Record(*field[:4])


def names(fields: Iterable[FieldKey]) -> dict[FieldKey, str]:
    """What the fields of one record are called. A field of another type than the schema's hides nothing:

    it gets its type behind its name. Of two that the schema doesn't know the first by type has the plain name.
    """
    found: dict[FieldKey, str] = {}
    for key in sorted(fields, key=_plain_first):
        taken = key.field in found.values()
        found[key] = f"{key.field} ({key.type})" if taken or _is_foreign(key) else str(key.field)
    return found


def _plain_first(key: FieldKey) -> tuple[str, str]:
    return str(key.field), str(key.type)


def _is_foreign(key: FieldKey) -> bool:
    known = schema.field(key.kind, str(key.field))
    return known is not None and known.type != key.type
