"""All cases at once, read in one snapshot for the overviews."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.overview.entry import Entry, entries, entry
from werkboek_desktop.domain.overview.selection import Step
from werkboek_desktop.domain.overview.views import View, sheet
from werkboek_desktop.domain.spreadsheet import file_of
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.errors import Cancelled
from werkboek_desktop.resources import municipalities
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace.model import Edit, Progress, unwatched
from werkboek_desktop.workspace.reading import project_name

_CASE = "case"


class Overview(NamedTuple):
    """Every case of a project, and what the project is called."""

    project: str
    entries: list[Entry]


def overview(reader: Reader, progress: Progress = unwatched) -> Overview:
    """Reads a kind at a time; raises Cancelled where the watcher wants no more."""
    kinds = schema.owned_kinds(_CASE)
    owned: defaultdict[RecordId, list[RecordView]] = defaultdict(list)
    for done, kind in enumerate(kinds):
        _go_on(progress, done, len(kinds) + 1)
        for view in reader.records(kind):
            if view.key.owner:
                owned[view.key.owner].append(view)
    _go_on(progress, len(kinds), len(kinds) + 1)
    cases = reader.records(_CASE)
    return Overview(project_name(reader, reader.project()), entries(cases, owned, municipalities()))


def fresh_entries(reader: Reader, records: Iterable[RecordId]) -> dict[RecordId, Entry | None]:
    """The cases that these records are, or are part of, as they are now; None for one that is deleted."""
    found: dict[RecordId, Entry | None] = {}
    for key in filter(None, map(reader.record_key, records)):
        case = key.id if key.kind == _CASE else key.owner
        if case and case not in found and (view := reader.record(case)) and view.key.kind == _CASE:
            owned = [item for kind in schema.owned_kinds(_CASE) for item in reader.owned(case, kind)]
            found[case] = None if view.deleted else entry(view, owned, municipalities())
    return found


def _go_on(progress: Progress, done: int, of: int) -> None:
    if not progress(done, of, "gelezen"):
        raise Cancelled


def overview_csv(view: View, shown: Iterable[Entry]) -> bytes:
    """What is seen of a view as a file for a spreadsheet, in the same order."""
    return file_of(sheet(view, shown))


def as_edits(steps: Iterable[Step]) -> list[Edit]:
    """What a choice changes, for one action."""
    return [Edit(*step) for step in steps]
