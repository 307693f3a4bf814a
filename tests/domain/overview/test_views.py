"""Which cases stand in a view, in which order, and what of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.overview.cases import field, made, measures, record
from tests.domain.overview.test_facets import projects
from werkboek_desktop.domain.overview.entry import Entry
from werkboek_desktop.domain.overview.views import (
    COLUMNS,
    SHEETS,
    View,
    by_column,
    in_first_order,
    matching,
    sheet,
    shown,
)

views = pytest.mark.parametrize("view", list(View))


def titles(entries: list[Entry]) -> list[str]:
    return [entry.title for entry in entries]


@given(projects, st.sampled_from(View))
def test_sorting_loses_nobody(entries: list[Entry], view: View) -> None:
    assert sorted(map(id, in_first_order(view, entries))) == sorted(map(id, entries))
    for column in COLUMNS[view]:
        for descending in (False, True):
            assert sorted(map(id, by_column(column, entries, descending=descending))) == sorted(map(id, entries))


def test_the_balance_begins_with_the_most_one_sided_and_ends_without_measures() -> None:
    entries = [
        made(title="Niets"),
        made(measures("repressive", "preventive"), title="Even"),
        made(measures("repressive", "repressive", "preventive"), title="Scheef"),
        made(measures("preventive"), title="Eenzijdig"),
        made(measures(None), title="Onbekend"),
    ]
    ordered = titles(in_first_order(View.BALANCE, entries))
    assert ordered[:3] == ["Eenzijdig", "Scheef", "Even"]
    assert set(ordered[3:]) == {"Niets", "Onbekend"}


def test_the_board_begins_with_what_is_due_first_and_then_with_what_lacks_most() -> None:
    proof = [record("proof", sent_on="2026-10-01", deadline="2026-11-01")]
    later = [record("proof", sent_on="2026-10-01", deadline="2026-12-01")]
    entries = [
        made(title="Weinig", summary="Kort.", phase="borging"),
        made(title="Veel"),
        made(later, title="Later"),
        made(proof, title="Eerst"),
    ]
    assert titles(in_first_order(View.MISSING, entries)) == ["Eerst", "Later", "Veel", "Weinig"]


def test_the_choice_is_between_what_is_on_offer() -> None:
    entries = [
        made(title=str(status), status=status) for status in (None, "registered", "selected", "editing", "paused")
    ]
    assert titles(shown(View.CHOICE, entries)) == ["None", "registered", "selected"]
    assert len(shown(View.CHOICE, entries, all_=True)) == 5
    assert titles(shown(View.MISSING, entries)) == ["None", "registered", "selected", "editing"]
    assert len(shown(View.BALANCE, entries)) == 5


def test_every_typed_word_has_to_occur_whatever_its_accents() -> None:
    entries = [made(title="De Kolenbuurt", municipalities=("GM0014",)), made(title="Zuid", phase="geevalueerd")]
    assert titles(matching(entries, "kolen gron")) == ["De Kolenbuurt"]
    assert titles(matching(entries, "geevalueerd")) == ["Zuid"]
    assert matching(entries, "kolen zuid") == []
    assert len(matching(entries, "")) == 2
    assert titles(matching(entries, "", "Geen status")) == ["De Kolenbuurt", "Zuid"]
    assert matching(entries, "", "Concept") == []


@views
def test_a_file_has_a_row_a_case_as_wide_as_its_heading(view: View) -> None:
    rows = sheet(view, [made(), made(measures("both"), title="Zuid")])
    assert len(rows) == 3
    assert {len(row) for row in rows} == {len(SHEETS[view])}


@views
def test_no_persons_data_stand_in_a_view_or_its_file(view: View) -> None:
    person = "Fatima Şahin"
    owned = [
        record("quote", quote="Mooi.", speaker=person, function=person),
        record("image", photographer=person),
        record("proof", sent_to=person, deadline="2026-12-01"),
        record("approval", by=person, function=person, outcome=field("approved", "refused")),
    ]
    entry = made(owned, title="Zuid", written_by=person, assignee=person)
    words = [column.text(entry) for column in (*COLUMNS[view], *SHEETS[view])]
    assert not [word for word in words if "Fatima" in word]
