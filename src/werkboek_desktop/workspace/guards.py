"""What the steps of a case ask before it takes them: told wherever somebody looks, and never in anybody's way."""

from collections.abc import Sequence

from werkboek_desktop.domain import workflow
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.overview import missing
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.domain.workflow import Gap
from werkboek_desktop.errors import UnknownRecord
from werkboek_desktop.store.gaps import waiting_records
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import namesakes, privacy, reading
from werkboek_desktop.workspace.approvals import Proofs
from werkboek_desktop.workspace.model import Standing


def standing(reader: Reader, record: RecordId) -> Standing:
    """How far a record is; only what goes by steps has a next one that lacks something."""
    view, owned = reading.family(reader, record)
    target = workflow.next_for(view)
    gaps = _gaps(reader, view, owned, target) if target else []
    measures = [item for item in owned if item.key.kind == "measure"]
    asking = [item for item in owned if item.notices and not item.deleted]
    doubles = namesakes.doubles(reader, view)
    return Standing(workflow.parts_there(view, owned), gaps, workflow.balance(measures), asking, doubles)


def lacking_for(reader: Reader, case: RecordId, target: str) -> list[Gap]:
    """What a case lacks for a step, whichever comes next; nothing for a status beside the steps."""
    view, owned = reading.family(reader, case)
    return _gaps(reader, view, owned, target) if workflow.has_steps(view.key.kind) and target in workflow.FLOW else []


def lacking(reader: Reader, case: RecordId) -> tuple[Gap, ...]:
    """Every sentence of what a case still lacks, by column of the board; what the privacy check asks stands last."""
    try:
        view, owned = reading.family(reader, case)
    except UnknownRecord:
        return ()
    if view.deleted or not workflow.has_steps(view.key.kind):
        return ()
    found = missing.lacking(view, owned, Proofs(reader).stands(case, owned))
    return (*found, *_half(reader, view.id, None), *privacy.undecided(reader, view, owned, None))


def _gaps(reader: Reader, view: RecordView, owned: Sequence[RecordView], target: str) -> list[Gap]:
    found = workflow.gaps_for(target, view, owned, Proofs(reader).stands(view.id, owned))
    found += _half(reader, view.id, target)
    is_asked = workflow.is_traced(target) and not view.deleted
    return [*found, *privacy.undecided(reader, view, owned, target)] if is_asked else found


def _half(reader: Reader, case: RecordId, target: str | None) -> list[Gap]:
    return [workflow.not_whole(target, case)] if case in waiting_records(reader) else []
