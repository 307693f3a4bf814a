"""One case as the overviews see it: words and counts, and nobody's personal data."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from werkboek_desktop.domain import lists, workflow
from werkboek_desktop.domain.approvals import Stands
from werkboek_desktop.domain.careful import for_print, most_careful
from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.fields import Option
from werkboek_desktop.domain.history import elements_of
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.municipalities import Municipalities
from werkboek_desktop.domain.overview import leaning, missing
from werkboek_desktop.domain.overview.leaning import Lean
from werkboek_desktop.domain.overview.missing import Cell, Cells
from werkboek_desktop.domain.text import fold
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import RecordView, Status
from werkboek_desktop.domain.workflow import FLOW, Balance, Topic

UNKNOWN = "Onbekend"
OTHER = "Overig"
"""Also what a newer program may choose from and this one does not know."""
UNTITLED = "(zonder titel)"
NO_STATUS = "Geen status"


class Standing(StrEnum):
    """Where a case stands in the selection."""

    OFFERED = "aangemeld"
    CHOSEN = "gekozen"
    FURTHER = "al verder"
    ASIDE = "doet niet mee"


_STANDINGS: Mapping[Value, Standing] = {
    None: Standing.OFFERED,
    "registered": Standing.OFFERED,
    "selected": Standing.CHOSEN,
    **dict.fromkeys(FLOW[2:], Standing.FURTHER),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A case, ready to be drawn. `measure`: the first of its measures, to go to. `searched`: its words, folded."""

    id: RecordId
    title: str
    municipalities: tuple[str, ...]
    provinces: tuple[str, ...]
    forms: tuple[str, ...]
    phase: str
    scale: str
    inhabitants: int | None
    size_source: str
    status: Value
    is_status_disputed: bool
    standing: Standing
    reason: str
    balance: Balance
    lean: Lean
    cells: Cells
    lacks: int
    deadline: str
    measure: RecordId | None
    searched: str = ""

    @property
    def status_label(self) -> str:
        """The status in a word."""
        return _label(lists.CASE_STATUS, self.status) if self.status else NO_STATUS

    @property
    def place(self) -> str:
        """Its municipalities, as one text."""
        return ", ".join(self.municipalities)

    @property
    def size(self) -> str:
        """`4.210 (CBS, 2025)`: a figure says where it is from."""
        return f"{number(self.inhabitants)} ({self.size_source})" if self.inhabitants is not None else ""

    @property
    def can_be_chosen(self) -> bool:
        """Whether selecting is about it: not while people disagree on its status, and not when it is further."""
        return not self.is_status_disputed and self.standing in {Standing.OFFERED, Standing.CHOSEN}


def checked(entry: Entry, cell: Cell) -> Entry:
    """The same with what the privacy check found in its texts: how many sentences were decided about, of how many."""
    return replace(entry, cells={**entry.cells, Topic.PRIVACY: cell})


def entry(case: RecordView, owned: Sequence[RecordView], stands: Stands, names: Municipalities) -> Entry:
    """A case with what it owns."""
    made = _entry(case, owned, stands, names)
    return replace(made, searched=fold(" ".join(_words(made))))


def _words(entry: Entry) -> tuple[str, ...]:
    about = (entry.title, *entry.municipalities, *entry.provinces, *entry.forms)
    return (*about, entry.phase, entry.scale, entry.lean, entry.status_label)


def _entry(case: RecordView, owned: Sequence[RecordView], stands: Stands, names: Municipalities) -> Entry:
    measures = [view for view in owned if view.key.kind == "measure" and not view.deleted]
    counted = workflow.balance(measures)
    gaps = missing.lacking(case, owned, stands)
    codes = elements_of(_shown(case, "municipalities"))
    view = case.fields.get("status")
    status = most_careful("case", "status", view)
    return Entry(
        case.id,
        str(_shown(case, "title") or UNTITLED),
        tuple(map(names.name, codes)),
        _unique(names.province(code) or UNKNOWN for code in codes) or (UNKNOWN,),
        _unique(_label(lists.FORMS, form) for form in elements_of(case.value("forms"))) or (UNKNOWN,),
        _label(lists.PHASE, case.value("phase")),
        _label(lists.SCALE, case.value("scale")),
        _inhabitants(case),
        _source(case),
        status,
        view is not None and view.status is Status.CONFLICT,
        _STANDINGS.get(status, Standing.ASIDE),
        str(_shown(case, "selection_reason") or ""),
        counted,
        Lean.UNKNOWN if leaning.is_disputed(measures) else leaning.lean(counted),
        missing.cells(case, owned, gaps),
        len(gaps),
        missing.deadline(owned),
        measures[0].id if measures else None,
    )


def _shown(case: RecordView, key: str) -> Value:
    view = case.fields.get(key)
    return for_print(view) if view else None


def _label(options: Sequence[Option], key: Value) -> str:
    if key is None:
        return UNKNOWN
    return next((option.label for option in options if option.key == key), OTHER)


def _unique(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(labels))


def _inhabitants(case: RecordView) -> int | None:
    value = case.value("inhabitants")
    return value if isinstance(value, int) else None


def _source(case: RecordView) -> str:
    parts = (_shown(case, "inhabitants_source"), _shown(case, "inhabitants_year"))
    return ", ".join(str(part) for part in parts if part) or "bron ontbreekt"
