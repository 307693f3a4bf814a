"""What `domain.version` has to know to judge a version, from the tables."""

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import select

from werkboek_desktop.domain import deletion
from werkboek_desktop.domain.change import FieldKey, Scope
from werkboek_desktop.domain.history import FieldHistory
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.readiness import Standing
from werkboek_desktop.domain.records import Record
from werkboek_desktop.domain.version import Version
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.rows import KEY, among, fetch, key_of
from werkboek_desktop.store.tables import change, field

_LISTED = among(
    select(*KEY, change.c.id, change.c.standing, change.c.parents).select_from(change.join(field)), change.c.id
)


def heads(reader: Reader, root: RecordId) -> Iterator[tuple[FieldKey, Sequence[ChangeId]]]:
    """Of a record and of all it owns, the other scope's too."""
    key = reader.record_key(root)
    for one in reader.deletion.named(Scope.WORK, root):
        if one.key == key:
            records = reader.deletion_of([one])
            for member in (*deletion.family(records, one), *deletion.stays(records, one)):
                yield from records.heads(member)


class Here:
    """For one version: what is here of the changes that it lists is looked up in one go."""

    def __init__(self, reader: Reader, version: Version) -> None:
        self._reader = reader
        found = list(fetch(reader.connection, _LISTED, version.listed))
        self._ready = {str(row.id) for row in found if row.standing == Standing.READY}
        erases = reader.erases
        self._erased = {str(row.id) for row in found if erases and erases.is_dead(key_of(row), row.parents)}

    def heads(self, roots: Collection[RecordId]) -> Iterator[tuple[FieldKey, Sequence[ChangeId]]]:
        """Of the records with these ids and of all they own."""
        for root in roots:
            yield from heads(self._reader, root)

    def history(self, key: FieldKey) -> FieldHistory:
        """Of a field with heads."""
        return self._reader.history(key)

    def is_ready(self, change: ChangeId) -> bool:
        """Whether the change counts here."""
        return change in self._ready

    def is_erased(self, change: ChangeId) -> bool:
        """Whether its value was erased."""
        return change in self._erased

    def is_gone(self, record: Record) -> bool:
        """Whether the record is deleted now."""
        return self._reader.deleted([record.id]).get(record, False)
