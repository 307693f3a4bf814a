"""All cases at once, read in one snapshot for the overviews."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.overview.entry import Entry, checked, entry
from werkboek_desktop.domain.overview.gathered import Gathered
from werkboek_desktop.domain.overview.missing import Cell
from werkboek_desktop.domain.overview.selection import Step
from werkboek_desktop.domain.overview.views import View, sheet
from werkboek_desktop.domain.spreadsheet import file_of
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.errors import Cancelled
from werkboek_desktop.resources import municipalities
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import privacy
from werkboek_desktop.workspace.approvals import Proofs
from werkboek_desktop.workspace.model import Edit, Progress, unwatched
from werkboek_desktop.workspace.reading import project_name

_CASE = "case"
_STRIDE = 100


class Overview(NamedTuple):
    """Every case of a project, and what the project is called."""

    project: str
    cases: Gathered


def overview(reader: Reader, progress: Progress = unwatched) -> Overview:
    """Reads a case at a time, and keeps none of it; raises Cancelled where the watcher wants no more."""
    found: list[Entry] = []
    proofs = Proofs(reader)
    cases = [row.id for row in reader.rows(_CASE)]
    for case, owned in reader.families(cases):
        found.append(entry(case, owned, proofs.stands(case.id, owned), municipalities()))
        if len(found) % _STRIDE == 0 and not progress(len(found), len(cases), "gelezen"):
            raise Cancelled
    return Overview(project_name(reader, reader.project()), Gathered(found))


def fresh_entries(reader: Reader, records: Iterable[RecordId]) -> dict[RecordId, Entry | None]:
    """The cases that these records are, or are part of, as they are now; None for one that is deleted."""
    keys = filter(None, map(reader.record_key, records))
    cases = {key.id if key.kind == _CASE else key.owner for key in keys} - {None}
    stands = Proofs(reader).stands
    there = {
        view.id: entry(view, owned, stands(view.id, owned), municipalities()) for view, owned in _read(reader, cases)
    }
    return {case: there.get(case) for case in cases if case}


def check_entries(reader: Reader, entries: Iterable[Entry], progress: Progress = unwatched) -> dict[RecordId, Entry]:
    """These cases with what the privacy check says of their texts as they are now; raises Cancelled."""
    asked = {entry.id: entry for entry in entries}
    checked_ = privacy.check_some(reader, list(asked), progress)
    read = {each.record: Cell(each.of - each.open, each.of) for each in checked_}
    return {case: checked(entry, read.get(case, Cell(0, 0))) for case, entry in asked.items()}


def _read(reader: Reader, cases: Iterable[RecordId | None]) -> Iterator[tuple[RecordView, list[RecordView]]]:
    found = [case for case in cases if case and (key := reader.record_key(case)) and key.kind == _CASE]
    return reader.families(found)


def overview_csv(view: View, shown: Iterable[Entry]) -> bytes:
    """What is seen of a view as a file for a spreadsheet, in the same order."""
    return file_of(sheet(view, shown))


def as_edits(steps: Iterable[Step]) -> list[Edit]:
    """What a choice changes, for one action."""
    return [Edit(*step) for step in steps]
