"""Choosing cases with spread: what stands out in a choice, and what it changes."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.overview.entry import OTHER, UNKNOWN, Entry, Standing
from werkboek_desktop.domain.overview.facets import SPREAD, Facet, Spread, Tile
from werkboek_desktop.domain.overview.leaning import Lean
from werkboek_desktop.domain.values import Value

_NAMED = 3
_HEAVY_FROM = 4


class Step(NamedTuple):
    """A field that choosing writes."""

    record: RecordId
    field: str
    value: Value


def remarks(spread: Spread, wanted: AbstractSet[RecordId]) -> list[str]:
    """What stands out in a choice: the values it leaves out, and those that most of it have."""
    number = spread.number(wanted)
    if not number:
        return []
    bands = spread.bands(wanted)
    heavy = [sentence for facet, tiles in bands for sentence in _heavy(facet, tiles, number)]
    return [*heavy, *(sentence for facet, tiles in bands for sentence in _lacking(facet, tiles))]


def _heavy(facet: Facet, tiles: Iterable[Tile], number: int) -> Iterator[str]:
    for tile in tiles:
        if number >= _HEAVY_FROM and 2 * tile.chosen > number and _says_something(tile):
            yield f"{tile.chosen} van {number} {facet.heavy} {_quoted(facet, tile.label)}."


def _lacking(facet: Facet, tiles: Iterable[Tile]) -> Iterator[str]:
    absent = [
        _quoted(facet, tile.label) for tile in tiles if tile.offered and not tile.chosen and _says_something(tile)
    ]
    if absent:
        more = len(absent) - _NAMED
        shown = absent[:_NAMED] if more > 0 else absent
        rest = [f"{more} andere"] if more > 0 else []
        yield f"{facet.lacks} {_listed([*shown, *rest])}."


def _says_something(tile: Tile) -> bool:
    return tile.label not in {OTHER, UNKNOWN, Lean.UNKNOWN, Lean.NONE}


def _quoted(facet: Facet, label: str) -> str:
    return label if facet is SPREAD[0] else f"‘{label.lower()}’"


def _listed(words: Sequence[str]) -> str:
    return " en ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def steps(entries: Iterable[Entry], wanted: AbstractSet[RecordId], reason: str) -> list[Step]:
    """What makes the wanted cases, and only these, selected; those that are further or in dispute stay as they are."""
    return [step for entry in entries if entry.can_be_chosen for step in _of_one(entry, entry.id in wanted, reason)]


def _of_one(entry: Entry, is_wanted: bool, reason: str) -> list[Step]:
    if is_wanted == (entry.standing is Standing.CHOSEN):
        return []
    status, why = ("selected", "selection_reason") if is_wanted else ("registered", "status_reason")
    return [Step(entry.id, "status", status), Step(entry.id, why, reason)]
