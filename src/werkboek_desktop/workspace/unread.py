"""What was typed in a field and is no value of it: kept in the file of this computer until it is understood or cleared.

It is no change and no draft, so nobody else sees it and nothing is sealed of it.
"""

import json
from collections.abc import Collection, Mapping

from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.writing import Transaction
from werkboek_desktop.workspace.session import Session

_UNREAD = "not_understood"

type Unread = Mapping[tuple[RecordId, str], tuple[str, tuple[ChangeId, ...]]]
"""Of each field letter for letter what stands there, and what its author saw."""


def unread(reader: Reader) -> Unread:
    """All that stands somewhere and was not understood."""
    kept = json.loads(reader.setting(_UNREAD) or "[]")
    return {(record, field): (text, tuple(seen)) for record, field, text, seen in kept}


def forget(transaction: Transaction, records: Collection[RecordId], fields: Collection[FieldKey]) -> None:
    """What stood in what was erased goes with it."""
    gone = {(key.record, key.field) for key in fields}
    kept = {place: each for place, each in unread(transaction).items() if place[0] not in records and place not in gone}
    if kept != unread(transaction):
        _put(transaction, kept)


def keep(session: Session, everything: Unread) -> None:
    """From now on this is all."""
    with session.store.write() as transaction:
        _put(transaction, everything)


def _put(transaction: Transaction, everything: Unread) -> None:
    transaction.set(_UNREAD, json.dumps([[*place, *kept] for place, kept in everything.items()]))
