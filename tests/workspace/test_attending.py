"""The list of a day: put on it, new at the door, and one row for one person."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.view import Status
from werkboek_desktop.errors import BadEdit
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Edit, Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    here = App.of_this_computer()
    app = App(tmp_path / "app", here.clock, here.entropy)
    with Workspace.create(tmp_path / "p.werkboek", app, name="Werkboek", author="Marit de Wit") as made:
        yield made


@pytest.fixture
def day(workspace: Workspace) -> RecordId:
    return str(workspace.create_record("masterclass", None, {"title": "Zicht op de wijk"}).record)


def person(workspace: Workspace, name: str) -> RecordId:
    return str(workspace.create_record("attendee", None, {"first_name": name}).record)


def twice(workspace: Workspace, day: RecordId, status: str = "confirmed") -> tuple[RecordId, RecordId]:
    """One person on the list by two records: registered, and something else."""
    one, other = person(workspace, "Gijs"), person(workspace, "Gijs")
    first = str(workspace.put_on_list(day, one).record)
    second = str(workspace.put_on_list(day, other).record)
    workspace.set_field(second, "status", status)
    workspace.set_field(one, "same_as", (other,))
    return first, second


def shown(workspace: Workspace, day: RecordId) -> list[tuple[Status, object]]:
    views = workspace.items(day, "attendance").views
    return [(view.fields["status"].status, view.fields["status"].value) for view in views]


def test_who_is_put_on_the_list_is_registered_and_who_stands_on_it_stays(workspace: Workspace, day: RecordId) -> None:
    gijs = person(workspace, "Gijs")
    there = str(workspace.put_on_list(day, gijs).record)
    assert workspace.record(there).value("status") == "registered"
    workspace.set_field(there, "status", "confirmed")
    assert workspace.put_on_list(day, gijs).record == there
    assert shown(workspace, day) == [(Status.SETTLED, "confirmed")]


def test_who_was_taken_off_the_list_comes_back_on_it(workspace: Workspace, day: RecordId) -> None:
    gijs = person(workspace, "Gijs")
    there = str(workspace.put_on_list(day, gijs).record)
    workspace.delete(there)
    assert shown(workspace, day) == []
    assert workspace.put_on_list(day, gijs).record == there
    assert shown(workspace, day) == [(Status.SETTLED, "registered")]


def test_who_is_the_same_person_as_somebody_on_the_list_stands_on_it(workspace: Workspace, day: RecordId) -> None:
    first, second = twice(workspace, day)
    third = person(workspace, "Gijs")
    workspace.set_field(third, "same_as", (str(workspace.record(first).value("attendee")),))
    assert workspace.put_on_list(day, third).record in {first, second}
    assert len(workspace.items(day, "attendance").views) == 1


def test_somebody_new_at_the_door_is_one_step_and_said_yes_to_nothing(workspace: Workspace, day: RecordId) -> None:
    steps = len(workspace.steps.done)
    there = workspace.record(str(workspace.come_new(day, "Sanne ’t Hoek").record))
    made = workspace.record(str(there.value("attendee")))
    assert there.value("status") == "walk_in"
    assert [made.value(key) for key in ("first_name", "infix", "last_name")] == ["Sanne", "’t", "Hoek"]
    assert made.filled() == {"first_name", "infix", "last_name"}
    assert len(workspace.steps.done) == steps + 1
    workspace.undo()
    assert shown(workspace, day) == []
    assert workspace.rows("attendee") == []
    workspace.redo()
    assert shown(workspace, day) == [(Status.SETTLED, "walk_in")]


def test_nobody_without_a_name_and_no_day_that_is_none(workspace: Workspace, day: RecordId) -> None:
    with pytest.raises(BadEdit):
        workspace.come_new(day, "  ")
    with pytest.raises(BadEdit):
        workspace.come_new(person(workspace, "Gijs"), "Sanne")
    assert workspace.rows("attendance") == []


def test_an_edit_of_a_row_goes_into_each_record_so_that_a_step_back_is_no_conflict(
    workspace: Workspace, day: RecordId
) -> None:
    first, second = twice(workspace, day)
    (view,) = workspace.items(day, "attendance").views
    assert view.value("status") == "confirmed"
    for value in ("cancelled", "invited"):
        workspace.edit(view.id, "status", value, workspace.record(view.id).fields["status"].heads)
        assert shown(workspace, day) == [(Status.SETTLED, value)]
    assert [workspace.history(each, "status")[-1].value for each in (first, second)] == ["invited", "invited"]


def test_what_is_typed_in_a_row_goes_into_each_record_too(workspace: Workspace, day: RecordId) -> None:
    twice(workspace, day)
    (view,) = workspace.items(day, "attendance").views
    workspace.draft(view.id, "status", "cancelled", view.fields["status"].heads)
    workspace.seal(view.id, "status")
    assert shown(workspace, day) == [(Status.SETTLED, "cancelled")]
    workspace.undo()
    assert shown(workspace, day) == [(Status.SETTLED, "confirmed")]


def test_a_choice_between_two_statuses_of_one_person_settles_both(workspace: Workspace, day: RecordId) -> None:
    first, second = twice(workspace, day, "cancelled")
    seen = workspace.record(first).fields["status"]
    assert shown(workspace, day) == [(Status.CONFLICT, None)]
    assert {variant.value for variant in seen.variants} == {"registered", "cancelled"}
    workspace.edit(first, "status", "present", seen.heads)
    assert shown(workspace, day) == [(Status.SETTLED, "present")]
    assert workspace.record(second).value("status") == "present"


def test_a_row_of_two_records_goes_as_one(workspace: Workspace, day: RecordId) -> None:
    first, second = twice(workspace, day)
    workspace.edit_many([Edit(first, "status", "present"), Edit(second, "status", "cancelled")], "2 gewijzigd")
    assert shown(workspace, day) == [(Status.SETTLED, "cancelled")]
    workspace.delete(first)
    assert shown(workspace, day) == []
    workspace.undo()
    assert shown(workspace, day) == [(Status.SETTLED, "cancelled")]
