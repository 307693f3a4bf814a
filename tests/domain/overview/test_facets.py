"""Counting cases by what they are about."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.overview.cases import field, made, measures
from werkboek_desktop.domain import lists
from werkboek_desktop.domain.overview.entry import Entry, Standing
from werkboek_desktop.domain.overview.facets import (
    BALANCE,
    FORM,
    PHASE,
    PROVINCE,
    PROVINCES,
    SIZE,
    SPREAD,
    SUMMED,
    Facet,
    Spread,
    sums,
    total,
)
from werkboek_desktop.resources import resource

FACETS = (*SPREAD, *SUMMED, SIZE)
NEWER = "van_een_nieuwer_programma"
types = st.lists(
    st.sampled_from(["repressive", "preventive", "both", None, NEWER, field("both", "repressive")]), max_size=4
)
keys = {
    "phase": st.sampled_from([*(option.key for option in lists.PHASE), None, NEWER]),
    "forms": st.sets(st.sampled_from([*(option.key for option in lists.FORMS), NEWER]), max_size=3)
    .map(sorted)
    .map(tuple),
    "municipalities": st.sets(st.sampled_from(["GM0014", "GM0344", "Meerdrecht", "GM9999"]), max_size=2)
    .map(sorted)
    .map(tuple),
    "status": st.sampled_from([*(option.key for option in lists.CASE_STATUS), None, NEWER]),
    "inhabitants": st.none() | st.integers(0, 2_000_000),
}
projects = st.lists(
    st.builds(lambda owned, values: made(measures(*owned), **values), types, st.fixed_dictionaries(keys)), max_size=8
)


def test_every_municipality_lies_in_one_of_the_twelve_provinces() -> None:
    with resource("lists", "gemeenten.csv").open(encoding="utf-8", newline="") as file:
        found = [row["provincienaam"] for row in csv.DictReader(file)]
    assert len(found) == 342
    assert set(found) == set(PROVINCES)
    assert len(PROVINCES) == 12


@given(projects)
def test_no_case_and_no_measure_is_lost_in_a_sum(entries: list[Entry]) -> None:
    everything = total(entries)
    assert everything.cases == len(entries)
    assert sum(everything.balance) == sum(sum(entry.balance) for entry in entries)
    for facet in FACETS:
        assert {value for entry in entries for value in facet.of(entry)} == {
            part.label for part in sums(entries, facet)
        }
        assert all(facet.of(entry) for entry in entries)
        assert sum(part.cases for part in sums(entries, facet)) == sum(len(facet.of(entry)) for entry in entries)


@given(projects, st.data())
def test_the_spread_counts_what_is_chosen_out_of_what_is_on_offer(entries: list[Entry], data: st.DataObject) -> None:
    ids = [entry.id for entry in entries]
    chosen = data.draw(st.sets(st.sampled_from(ids))) if ids else set()
    for facet in SPREAD:
        tiles = Spread(entries).tiles(facet, chosen)
        assert all(0 <= tile.chosen <= tile.offered for tile in tiles)
        offered = [entry for entry in entries if entry.standing is not Standing.ASIDE]
        assert sum(tile.offered for tile in tiles) == sum(len(facet.of(entry)) for entry in offered)


@pytest.mark.parametrize(
    ("facet", "values", "expected"),
    [
        (PROVINCE, {"municipalities": ("GM0014",)}, ("Groningen",)),
        (PROVINCE, {"municipalities": ("GM0014", "GM0344")}, ("Groningen", "Utrecht")),
        (PROVINCE, {"municipalities": ("Meerdrecht",)}, ("Onbekend",)),
        (PROVINCE, {}, ("Onbekend",)),
        (FORM, {"forms": (NEWER, "overig")}, ("Overig",)),
        (FORM, {}, ("Onbekend",)),
        (PHASE, {"phase": NEWER}, ("Overig",)),
        (PHASE, {"phase": "borging"}, ("Borging",)),
        (PHASE, {"phase": field("borging", "gestopt")}, ("Onbekend",)),
        (SIZE, {}, ("Onbekend",)),
        (SIZE, {"inhabitants": 4_999}, ("tot 5.000",)),
        (SIZE, {"inhabitants": 5_000}, ("5.000 tot 20.000",)),
        (SIZE, {"inhabitants": 100_000}, ("100.000 en meer",)),
        (BALANCE, {}, ("geen maatregelen",)),
    ],
)
def test_a_case_falls_under(facet: Facet, values: dict[str, object], expected: tuple[str, ...]) -> None:
    assert facet.of(made(**values)) == expected  # type: ignore[arg-type]


def test_all_provinces_and_phases_are_shown_even_where_nothing_is_chosen() -> None:
    assert [tile.label for tile in Spread([]).tiles(PROVINCE, set())] == list(PROVINCES)
    assert [tile.label for tile in Spread([]).tiles(PHASE, set())] == [option.label for option in lists.PHASE]
    assert Spread([]).tiles(FORM, set()) == []


def test_what_is_unknown_stands_last() -> None:
    entries = [made(), made(phase=NEWER), made(phase="borging")]
    assert [part.label for part in sums(entries, PHASE)] == ["Borging", "Overig", "Onbekend"]


def test_a_case_that_is_further_than_chosen_is_known_as_such() -> None:
    entries = [made(status=status) for status in ("registered", "selected", "editing", "withdrawn", NEWER)]
    spread = Spread(entries)
    assert spread.chosen == {entries[1].id}
    assert (spread.number(set()), spread.number(spread.chosen), len(spread)) == (1, 2, 3)
    assert [spread.is_in(entry.id, spread.chosen) for entry in entries] == [False, True, True, False, False]
