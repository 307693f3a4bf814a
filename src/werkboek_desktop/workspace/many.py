"""One action on many records: one transaction, one step to take back."""

from collections.abc import Iterable, Sequence

from werkboek_desktop.domain.change import Change, RecordKey
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import Cancelled
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import editing
from werkboek_desktop.workspace.lookup import joined_keys, known_kind
from werkboek_desktop.workspace.model import Changed, Edit, Progress, unwatched
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session

_STRIDE = 5


def edit_many(
    session: Session, edits: Sequence[Edit], name: str, *, progress: Progress = unwatched, initiator: object = None
) -> Changed:
    """Writes all these values, each on all that is there now; of two for one field the last. Raises Cancelled."""

    def act(scribe: Scribe) -> Change | None:
        wanted = {(_person(scribe.transaction, one.record), one.field): one for one in edits}
        last = None
        for done, one in enumerate(wanted.values()):
            if done % _STRIDE == 0 and not progress(done, len(wanted), "gewijzigd"):
                raise Cancelled
            last = editing.write_on_all(scribe, one.record, one.field, one.value) or last
        return last

    return session.edit(None, act, initiator, name=name)


def delete_many(session: Session, records: Sequence[RecordId], name: str, *, initiator: object = None) -> Changed:
    """Deletes all these records with what they own."""

    def act(scribe: Scribe) -> Change | None:
        return editing.write_deleted(scribe, _roots(scribe.transaction, records))

    return session.edit(None, act, initiator, name=name)


def _person(reader: Reader, record: RecordId) -> frozenset[RecordKey]:
    """Records that are one person are edited together, so once."""
    return frozenset(joined_keys(reader, record))


def _roots(reader: Reader, records: Iterable[RecordId]) -> list[RecordKey]:
    """What is deleted by itself. What goes along with its owner does not: its own delete would be news to the owner's,

    and what a delete has not seen stays alive.
    """
    wanted = {key.id: key for record in records for key in joined_keys(reader, record)}
    return [key for key in wanted.values() if not _goes_along(reader, key, wanted.keys())]


def _goes_along(reader: Reader, key: RecordKey, wanted: Iterable[RecordId]) -> bool:
    scope = known_kind(key.kind).scope
    while key.owner and (owner := reader.record_key(key.owner)) and known_kind(owner.kind).scope == scope:
        if owner.id in wanted:
            return True
        key = owner
    return False
