"""What was typed in a field and is no value of it: kept in the file of this computer until it is understood or cleared.

It is no change and no draft, so nobody else sees it and nothing is sealed of it.
"""

import json
from collections.abc import Mapping

from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace.session import Session

_UNREAD = "not_understood"

type Unread = Mapping[tuple[RecordId, str], tuple[str, tuple[ChangeId, ...]]]
"""Of each field letter for letter what stands there, and what its author saw."""


def unread(reader: Reader) -> Unread:
    """All that stands somewhere and was not understood."""
    kept = json.loads(reader.setting(_UNREAD) or "[]")
    return {(record, field): (text, tuple(seen)) for record, field, text, seen in kept}


def keep(session: Session, everything: Unread) -> None:
    """From now on this is all."""
    with session.store.write() as transaction:
        transaction.set(_UNREAD, json.dumps([[*place, *kept] for place, kept in everything.items()]))
