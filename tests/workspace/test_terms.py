"""Terms over a project: what is spelled in several ways, and how it should be."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from werkboek_desktop.domain.terms import Spelling
from werkboek_desktop.errors import BadFieldValue, Cancelled
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Workspace]:
    real = App.of_this_computer()
    app = App(tmp_path / "m", real.clock, real.entropy)
    with Workspace.create(tmp_path / "werk.werkboek", app, name="Werk", author="Marit") as made:
        yield made


def test_a_preferred_spelling_is_a_term_and_can_be_taken_back(project: Workspace) -> None:
    case = project.create_record("case", None, {"title": "Per e-mail", "summary": "Een email. Een email."}).record
    project.create_record("bottleneck", case, {"bottleneck": "De email kwam niet."})
    (term,) = project.terms()
    assert term.spellings == (Spelling("email", 3, 1), Spelling("e-mail", 1, 1))
    project.prefer_spelling(" e-mail ")
    (row,) = project.rows("term")
    assert (row.title, project.terms()[0].preferred) == ("e-mail", "e-mail")
    project.prefer_spelling("email")
    assert [each.title for each in project.rows("term")] == ["email"]
    project.undo()
    project.undo()
    assert (project.rows("term"), project.terms()[0].preferred) == ([], "")
    with pytest.raises(BadFieldValue):
        project.prefer_spelling("-")


def test_spellings_that_are_both_right_are_asked_about_no_more_until_there_is_another(project: Workspace) -> None:
    case = str(project.create_record("case", None, {"summary": "Een email, een e-mail."}).record)
    project.accept_spellings(["e-mail", "email"])
    assert project.terms() == []
    assert project.steps.done[-1].name == "‘e-mail’ en ‘email’ naast elkaar"
    project.undo()
    assert len(project.terms()) == 1
    project.redo()
    project.set_field(case, "summary", "Een email, een e-mail, een e mail.")
    (term,) = project.terms()
    assert {each.text for each in term.spellings} == {"email", "e-mail", "e mail"}
    project.prefer_spelling("e-mail")
    assert project.record(project.project.workbook).value("spellings") in (None, ())
    assert [each.text for each in project.terms()[0].others] == ["e mail", "email"]
    project.undo()
    assert project.record(project.project.workbook).value("spellings") == ("e-mail", "email")
    with pytest.raises(BadFieldValue):
        project.accept_spellings(["email", "brief"])


def test_names_of_places_and_people_are_no_terms(project: Workspace) -> None:
    text = "In Bergen zijn bergen, van Bergen naar bergen; met Slagboom door de slagboom, en Slagboom bij de slagboom."
    project.create_record("case", None, {"summary": text})
    assert [term.key for term in project.terms()] == ["slagboom"]
    project.create_record("attendee", None, {"first_name": "Jo", "last_name": "Slagboom"})
    assert project.terms() == []


def test_it_stops_when_told_to(project: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("werkboek_desktop.workspace.terms._STRIDE", 1)
    project.create_record("case", None, {"summary": "Een email."})
    with pytest.raises(Cancelled):
        project.terms(lambda *_done: False)
