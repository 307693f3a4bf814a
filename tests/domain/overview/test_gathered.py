"""All cases together, and what changes of them."""

from hypothesis import given

from tests.domain.overview.cases import made
from tests.domain.overview.test_facets import projects
from werkboek_desktop.domain.overview.entry import Entry
from werkboek_desktop.domain.overview.gathered import Gathered
from werkboek_desktop.domain.overview.views import View, in_first_order


@given(projects, projects)
def test_taking_changes_in_is_the_same_as_gathering_anew(before: list[Entry], new: list[Entry]) -> None:
    fresh: dict[str, Entry | None] = {entry.id: entry for entry in new}
    fresh |= dict.fromkeys([entry.id for entry in before[:2]])
    changed = Gathered(before).changed(fresh)
    whole = [*before[2:], *new]
    assert changed.entries == {entry.id: entry for entry in whole}
    assert all(changed.orders[view] == in_first_order(view, whole) for view in View)


def test_every_status_is_offered_with_its_number() -> None:
    cases = Gathered([made(status="concept"), made(status="concept"), made()])
    assert [(part.label, part.cases) for part in cases.statuses] == [("Concept", 2), ("Geen status", 1)]
