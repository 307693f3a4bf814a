"""Choosing cases with spread."""

import pytest

from tests.domain.overview.cases import field, made
from werkboek_desktop.domain.overview.entry import Entry
from werkboek_desktop.domain.overview.facets import Spread
from werkboek_desktop.domain.overview.selection import remarks, steps


def forms(*keys: str) -> list[Entry]:
    return [made(forms=(key,), municipalities=("GM0014",), phase="borging") for key in keys]


def test_a_choice_of_nothing_needs_no_remark() -> None:
    assert remarks(Spread(forms("drugslab")), set()) == []


def test_what_most_of_a_choice_has_is_said() -> None:
    entries = forms("straathandel", "straathandel", "straathandel", "straathandel", "drugslab", "witwassen")
    assert "4 van 6 over ‘straathandel’." in remarks(Spread(entries), {entry.id for entry in entries})
    assert not any("straathandel" in remark for remark in remarks(Spread(entries), {entry.id for entry in entries[2:]}))


def test_what_was_offered_and_left_out_is_said() -> None:
    chosen, other = made(municipalities=("GM0014",)), made(municipalities=("GM0654",), phase="borging")
    found = remarks(Spread([chosen, other]), {chosen.id})
    assert "Nog geen geval uit Zeeland." in found
    assert "Nog geen geval in de fase ‘borging’." in found


def test_many_that_were_left_out_are_counted() -> None:
    chosen = made(forms=("drugslab",))
    left_out = [made(forms=(key,)) for key in ("wietteelt", "witwassen", "geldezels", "explosies", "overig")]
    assert "Nog geen geval over ‘wietteelt/hennepteelt’, ‘witwassen’, ‘geldezels’ en 1 andere." in remarks(
        Spread([chosen, *left_out]), {chosen.id}
    )


@pytest.mark.parametrize(
    ("status", "wanted", "expected"),
    [
        ("registered", True, [("status", "selected"), ("selection_reason", "Spreiding.")]),
        (None, True, [("status", "selected"), ("selection_reason", "Spreiding.")]),
        ("selected", False, [("status", "registered"), ("status_reason", "Spreiding.")]),
        ("selected", True, []),
        ("registered", False, []),
        ("editing", False, []),
        ("withdrawn", True, []),
        ("van_een_nieuwer_programma", True, []),
    ],
)
def test_choosing_changes_only_what_is_wanted_otherwise(
    status: str | None, wanted: bool, expected: list[tuple[str, str]]
) -> None:
    entry = made(status=status)
    changes = steps([entry], {entry.id} if wanted else set(), "Spreiding.")
    assert [(step.field, step.value) for step in changes] == expected


def test_a_status_that_people_disagree_on_is_not_settled_by_choosing() -> None:
    disputed = made(status=field("registered", "selected"))
    assert not disputed.can_be_chosen
    assert steps([disputed], {disputed.id}, "Spreiding.") == []
