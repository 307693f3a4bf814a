"""What somebody begins with."""

from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.beginning import meant_for

PEOPLE = ["anna", "samira", ""]
turns = st.dictionaries(st.sampled_from(["kolenbuurt", "duinpark", "haven", "zuid"]), st.sampled_from(PEOPLE))


def test_the_cases_whose_turn_is_mine_come_before_anything_else() -> None:
    cases = {"kolenbuurt": "anna", "duinpark": "samira", "haven": ""}
    assert meant_for(cases, {"samira"}, partial=True) == ["duinpark"]


def test_what_was_chosen_for_me_is_all_that_came() -> None:
    assert meant_for({"kolenbuurt": "anna", "haven": ""}, set(), partial=True) == ["kolenbuurt", "haven"]


def test_of_a_whole_project_only_the_one_case_that_there_is() -> None:
    assert meant_for({"kolenbuurt": "anna"}, set(), partial=False) == ["kolenbuurt"]
    assert meant_for({"kolenbuurt": "anna", "haven": ""}, set(), partial=False) == []


@given(turns, st.sets(st.sampled_from(PEOPLE[:2])), st.booleans())
def test_nothing_that_is_not_there_and_nothing_twice(cases: dict[str, str], me: set[str], partial: bool) -> None:
    found = meant_for(cases, me, partial=partial)
    assert len(found) == len(set(found))
    assert set(found) <= cases.keys()
