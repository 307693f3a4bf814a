"""Which akkoorden an import makes others than they were: a person hears of it before it is read in."""

from collections.abc import Collection, Iterable

from werkboek_desktop.domain.approvals import State
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace.approvals import Proofs


def standing(reader: Reader, fields: Iterable[FieldKey]) -> frozenset[tuple[RecordId, str, RecordId]]:
    """The akkoorden that stand of the cases that these fields are of: the case, the type, and what it is about."""
    proofs = Proofs(reader)
    cases = _agreed(reader, {id_ for key in fields for id_ in (key.record, key.owner) if id_})
    return frozenset(
        (case.id, type_, about)
        for case, owned in (reader.families(cases) if cases else ())
        for (type_, about), how in proofs.states(owned).items()
        if how is State.STANDS
    )


def _agreed(reader: Reader, records: Collection[RecordId]) -> list[RecordId]:
    """Those of these that have an approval."""
    return sorted({row.owner for row in reader.rows("approval") if row.owner in records and row.owner})
