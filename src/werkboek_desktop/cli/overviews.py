"""The overviews without a screen: balance, choice and what is missing, as lines, JSON or a file for a spreadsheet."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option, Typer, echo

from werkboek_desktop.cli import shapes
from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.options import AsJson, File, Force, reading
from werkboek_desktop.cli.plain import say
from werkboek_desktop.domain.overview import facets, leaning, missing, selection
from werkboek_desktop.domain.overview.entry import Entry
from werkboek_desktop.domain.overview.gathered import Gathered
from werkboek_desktop.domain.overview.missing import Cell
from werkboek_desktop.domain.overview.views import COLUMNS, View, shown
from werkboek_desktop.domain.workflow import Gap, Topic
from werkboek_desktop.saving import save
from werkboek_desktop.workspace import overview_csv


def register(app: Typer) -> None:
    """Adds the command."""
    app.command(cls=Command)(overview)


def overview(
    file: File,
    view: Annotated[View, Argument(metavar="VIEW", help="balance, choice (keuzetabel) of missing (wat ontbreekt).")],
    everything: Annotated[
        bool, Option("--all", help="Ook gevallen die bij deze vraag niet meedoen, zoals ingetrokken.")
    ] = False,
    csv: Annotated[Path | None, Option("--csv", metavar="OUT", help="Maak ook een bestand voor Excel.")] = None,
    force: Force = False,
    json: AsJson = False,
) -> None:
    """Zet alle praktijkvoorbeelden naast elkaar."""
    with reading(file) as workspace:
        cases = workspace.overview().cases
        if view is View.MISSING:
            cases = cases.changed(workspace.check_entries(cases.entries.values()))
        listed = shown(view, cases.orders[view], all_=everything)
        found = [_case(entry, workspace.lacking(entry.id)) for entry in listed] if json else []
    if csv:
        save(csv, overview_csv(view, listed), force=force)
    if json:
        echo(shapes.dump({"view": view, "cases": found} | _AROUND[view](cases)))
        return
    if csv:
        say(f"Gemaakt: {csv}")
        return
    for entry in listed:
        say(f"{entry.id}  " + " | ".join(column.text(entry) for column in COLUMNS[view]))
    for line in _LINES[view](cases):
        say(line)


def _case(entry: Entry, gaps: Iterable[Gap]) -> dict[str, Any]:
    return {
        "id": entry.id,
        "title": entry.title,
        "municipalities": list(entry.municipalities),
        "provinces": list(entry.provinces),
        "forms": list(entry.forms),
        "phase": entry.phase,
        "scale": entry.scale,
        "inhabitants": entry.inhabitants,
        "size": facets.SIZE.of(entry)[0],
        "status": entry.status,
        "standing": entry.standing,
        "balance": entry.balance._asdict(),
        "lean": entry.lean,
        "missing": {topic: _cell(cell) for topic, cell in entry.cells.items()},
        "gaps": [gap.sentence for gap in gaps],
        "deadline": entry.deadline or None,
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {"done": cell.done, "of": cell.of, "mark": cell.mark.name.lower()}


def _sum(part: facets.Sum) -> dict[str, Any]:
    return {"label": part.label, "cases": part.cases, "balance": part.balance._asdict()}


def _sums(cases: Gathered) -> dict[str, Any]:
    entries = cases.orders[View.BALANCE]
    by = {facet.key: [_sum(part) for part in facets.sums(entries, facet)] for facet in facets.SUMMED}
    return {"total": _sum(facets.total(entries)), "by": by}


def _spread(cases: Gathered) -> dict[str, Any]:
    bands = cases.spread.bands(cases.spread.chosen)
    tiles = {facet.key: [tile._asdict() for tile in tiles] for facet, tiles in bands}
    return {"spread": tiles, "remarks": _remarks(cases)}


def _remarks(cases: Gathered) -> list[str]:
    return selection.remarks(cases.spread, cases.spread.chosen)


def _totals(cases: Gathered) -> dict[str, Any]:
    return {"totals": {topic: _by_name(counts) for topic, counts in _counted(cases).items()}}


def _by_name(counts: Counter[missing.Mark]) -> dict[str, int]:
    return {mark.name.lower(): counts[mark] for mark in missing.Mark if mark is not missing.Mark.UNREAD}


def _counted(cases: Gathered) -> dict[Topic, Counter[missing.Mark]]:
    return missing.totals(entry.cells for entry in shown(View.MISSING, cases.orders[View.MISSING]))


def _sum_lines(cases: Gathered) -> list[str]:
    everything = facets.total(cases.orders[View.BALANCE])
    return [f"{everything.label} ({everything.cases}): {leaning.words(everything.balance)}"]


def _total_lines(cases: Gathered) -> list[str]:
    return [
        f"{missing.TOPICS[topic]}: " + ", ".join(f"{counts[mark]} {mark}" for mark in missing.Mark if counts[mark])
        for topic, counts in _counted(cases).items()
    ]


_AROUND = {View.BALANCE: _sums, View.CHOICE: _spread, View.MISSING: _totals}
_LINES = {
    View.BALANCE: _sum_lines,
    View.CHOICE: _remarks,
    View.MISSING: _total_lines,
}
