"""Destroying what was erased: values, salts, drafts, files and every word in the index. Headers stay and verify."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, select, update

from werkboek_desktop.domain.erasing import Erases
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.domain.records import record_of
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.store import burials, search
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.rows import CHANGES, among, change_of, fetch
from werkboek_desktop.store.tables import attachment, change, draft, field, seen

_IN_FIELDS = among(CHANGES.add_columns(change.c.row).where(change.c.salt.is_not(None)), change.c.field)
_EMPTIED = update(change).where(change.c.row == bindparam("row_")).values(salt=None, value=None)
_FILES = among(select(change.c.value).join(field).where(field.c.type == ValueType.ATTACHMENT), change.c.value)
_DRAFTED_FILES = among(select(draft.c.value).join(field).where(field.c.type == ValueType.ATTACHMENT), draft.c.value)


class Destroyed(NamedTuple):
    """What went for good: how many values and drafts, the files by their SHA-256, and the records that are no more."""

    values: int = 0
    drafts: int = 0
    files: frozenset[str] = frozenset()
    records: frozenset[RecordId] = frozenset()


def destroy(connection: Connection) -> Destroyed:
    """Destroys all that is dead under an erase to which a person here said yes; once more destroys nothing."""
    reaching = burials.destroying(connection)
    fields = burials.fields_reached(connection, reaching)
    values = fetch(connection, _IN_FIELDS, list(fields.values()))
    rows = [row for row in values if reaching.kills(change_of(row).header)]
    if rows:
        connection.execute(_EMPTIED, [{"row_": row.row} for row in rows])
    files = {str(row.value) for row in rows if row.type is ValueType.ATTACHMENT and row.value}
    drafts = _destroy_drafts(connection, reaching)
    gone = prune_files(connection, files)
    records = frozenset(record_of(key).id for key in fields if reaching.buries(record_of(key)))
    for record in records:
        connection.execute(delete(seen).where(seen.c.record == record))
    search.rebuild(connection)
    return Destroyed(len(rows), drafts, gone, records)


def _destroy_drafts(connection: Connection, reaching: Erases) -> int:
    """A draft that was begun before the erase is dead as it is."""
    reader = Reader(connection)
    dead = [typed for typed in reader.drafts() if reaching.is_dead(typed.key, typed.seen)]
    for typed in dead:
        connection.execute(delete(draft).where(draft.c.field == reader.field_row(typed.key)))
    return len(dead)


def prune_files(connection: Connection, names: Collection[str]) -> frozenset[str]:
    """Takes away those of these files that no change and no draft names any more; returns them."""
    named = {str(row.value) for query in (_FILES, _DRAFTED_FILES) for row in fetch(connection, query, names)}
    gone = frozenset(names) - named
    for name in gone:
        connection.execute(delete(attachment).where(attachment.c.sha == name))
    return gone


def destroy_here(connection: Connection, erases: Iterable[ChangeId]) -> Destroyed:
    """A person said yes to these erases."""
    burials.say(connection, erases, destroys=True)
    return destroy(connection)
