"""What Ctrl+K finds in a real project."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.room import computer
from werkboek_desktop.workspace import Workspace


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "een.werkboek", computer(tmp_path, "een"), name="Werkboek", author="Anna") as made:
        yield made


def case(project: Workspace, **fields: object) -> str:
    made = project.create_record("case")
    for name, value in fields.items():
        project.set_field(str(made.record), name, value)  # type: ignore[arg-type]
    return str(made.record)


def test_a_case_is_found_by_its_title_and_by_any_name_of_its_municipality(project: Workspace) -> None:
    made = case(project, title="De Kolenbuurt", municipalities=["Den Bosch"])
    names = project.names()
    for query in ("kolen", "den bosch", "'s-Hertogenbosch"):
        assert [each.id for each in names.find(query, 8)] == [made]
    assert names.find("kolen", 8)[0].where == "'s-Hertogenbosch"


def test_persons_chapters_and_the_workbook_are_found_by_name(project: Workspace) -> None:
    attendee = project.create_record("attendee", None, {"first_name": "Jelle", "last_name": "Hek"}).record
    chapter = project.create_record("chapter", project.project.workbook, {"title": "Voorwerk"}).record
    names = project.names()
    assert [each.id for each in names.find("hek", 8)] == [attendee]
    assert [each.id for each in names.find("voorw", 8)] == [chapter]
    assert [each.kind for each in names.find("werkboek", 8)] == ["workbook"]


def test_a_deleted_record_is_not_found(project: Workspace) -> None:
    made = case(project, title="De Kolenbuurt")
    project.delete(made)
    assert project.names().find("kolen", 8) == []


def test_text_is_found_with_where_it_stands(project: Workspace) -> None:
    made = case(project, title="De Kolenbuurt", summary="Niemand deed open.")
    (found,) = project.passages("niemand", 8)
    assert (found.record, found.field, found.title) == (made, "summary", "De Kolenbuurt")
    assert "«Niemand»" in found.snippet


def test_text_is_found_as_one_reads_it(project: Workspace) -> None:
    case(project, summary="Wij denken over een *logeerslot*: een slot voor **iedereen**.")
    (found,) = project.passages("logeerslot", 8)
    assert found.snippet == "Wij denken over een «logeerslot»: een slot voor iedereen."


def test_the_text_of_a_part_belongs_to_its_case(project: Workspace) -> None:
    made = case(project, title="De Kolenbuurt")
    measure = project.create_record("measure", made, {"measure": "Sluiting van de loods"}).record
    (found,) = project.passages("loods", 8)
    assert (found.record, found.title) == (measure, "De Kolenbuurt")


def test_a_title_is_a_name_and_no_text(project: Workspace) -> None:
    case(project, title="De Kolenbuurt")
    assert project.passages("kolenbuurt", 8) == []


def test_no_more_passages_than_asked_for(project: Workspace) -> None:
    for number in range(5):
        case(project, title=f"Nummer {number}", summary="Niemand deed open.")
    assert len(project.passages("niemand", 3)) == 3
