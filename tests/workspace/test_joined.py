"""Two records that are one person: an edit lands in each record that its author saw."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.view import Status
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    app = replace(App.of_this_computer(), folder=tmp_path / "app")
    with Workspace.create(tmp_path / "p.werkboek", app, author="Anna") as opened:
        yield opened


def attendee(workspace: Workspace, **fields: str) -> RecordId:
    record = workspace.create_record("attendee", fields=fields).record
    assert record
    return record


def test_an_edit_of_joined_persons_settles_a_field_in_which_they_differ(workspace: Workspace) -> None:
    one = attendee(workspace, last_name="Hoek", phone="1")
    other = attendee(workspace, last_name="Hoek", phone="2")
    workspace.set_field(one, "same_as", (other,))
    view = workspace.record(other).fields["phone"]
    assert view.status is Status.CONFLICT
    workspace.edit(other, "phone", "3", view.heads)
    for record in (one, other):
        assert workspace.record(record).fields["phone"].value == "3"


def test_a_draft_from_before_the_joining_leaves_the_other_record_alone(workspace: Workspace) -> None:
    one = attendee(workspace, last_name="Hoek", phone="1")
    other = attendee(workspace, last_name="Hoek", phone="1")
    workspace.draft(one, "phone", "2", workspace.record(one).fields["phone"].heads)
    workspace.set_field(one, "same_as", (other,))
    workspace.seal(one, "phone")
    assert [revision.value for revision in workspace.history(other, "phone")] == ["1"]
    variants = workspace.record(one).fields["phone"].variants
    assert {variant.value for variant in variants} == {"1", "2"}


def test_a_new_field_of_joined_persons_lands_in_the_canonical_record(workspace: Workspace) -> None:
    one = attendee(workspace, last_name="Hoek")
    other = attendee(workspace, last_name="Hoek")
    workspace.set_field(one, "same_as", (other,))
    workspace.set_field(max(one, other), "phone", "3")
    assert [revision.value for revision in workspace.history(min(one, other), "phone")] == ["3"]
    assert workspace.record(max(one, other)).fields["phone"].value == "3"


def test_what_was_being_typed_while_two_were_one_person_stands_after_they_are_two(workspace: Workspace) -> None:
    one = attendee(workspace, last_name="Hoek", phone="1")
    other = attendee(workspace, last_name="Hoek")
    workspace.set_field(one, "same_as", (other,))
    workspace.draft(other, "phone", "2", workspace.record(other).fields["phone"].heads)
    workspace.set_field(one, "same_as", ())
    workspace.seal(other, "phone")
    assert [workspace.record(each).value("phone") for each in (one, other)] == ["1", "2"]
