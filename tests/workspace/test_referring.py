"""Which records a field can refer to, and one that is made because somebody is referred to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.errors import BadEdit, RecordDeleted
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Workspace]:
    here = App.of_this_computer()
    app = App(tmp_path / "a", here.clock, here.entropy)
    with Workspace.create(tmp_path / "p.werkboek", app, name="Proef", author="Marit de Wit") as made:
        yield made


def find(kind: str, key: str) -> Field:
    field = schema.field(kind, key)
    assert field
    return field


def test_records_are_told_apart_by_where_they_belong(project: Workspace) -> None:
    project.create_record("person", None, {"name": "Piet Jansen", "organisation": "Politie"})
    project.create_record("case", None, {"title": "De Kolenbuurt", "municipalities": ("GM0344", "Meerdrecht")})
    people = project.targets(find("case", "written_by")).first(9)
    assert ("Piet Jansen", "Politie") in [(each.name, each.where) for each in people]
    assert ("Marit de Wit", "") in [(each.name, each.where) for each in people]
    (case,) = project.targets(find("session", "case")).first(9)
    assert (case.name, case.where) == ("De Kolenbuurt", "Utrecht, Meerdrecht")


def test_what_was_deleted_is_no_target(project: Workspace) -> None:
    anna = str(project.create_record("person", None, {"name": "Anna"}).record)
    project.delete(anna)
    assert "Anna" not in [each.name for each in project.targets(find("case", "written_by")).first(9)]


def test_a_new_record_and_the_reference_to_it_are_one_step(project: Workspace) -> None:
    case = str(project.create_record("case", None, {"title": "De Kolenbuurt"}).record)
    project.refer_to_new(case, "written_by", "Anna van ’t Hoff", ())
    made = str(project.record(case).value("written_by"))
    assert project.title(made) == "Anna van ’t Hoff"
    project.undo()
    assert project.record(case).value("written_by") is None
    assert project.record(made).deleted
    project.redo()
    assert project.record(case).value("written_by") == made
    assert not project.record(made).deleted


def test_what_needs_more_than_a_name_is_not_made(project: Workspace) -> None:
    case = str(project.create_record("case", None, {"title": "De Kolenbuurt"}).record)
    rows = len(project.rows())
    with pytest.raises(BadEdit, match="kun je alleen kiezen"):
        project.refer_to_new(case, "signup", "Utrecht", ())
    assert len(project.rows()) == rows


def test_nothing_is_made_for_a_record_that_is_gone(project: Workspace) -> None:
    case = str(project.create_record("case", None, {"title": "De Kolenbuurt"}).record)
    project.delete(case)
    rows = len(project.rows())
    with pytest.raises(RecordDeleted):
        project.refer_to_new(case, "written_by", "Anna", ())
    assert len(project.rows()) == rows
