"""What a project knows of words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace, import_into
from werkboek_desktop.workspace.spelling import Speller, here


def computer(folder: Path, name: str) -> App:
    real = App.of_this_computer()
    return App(folder / name, real.clock, real.entropy)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "werk.werkboek", computer(tmp_path, "m"), name="Werk", author="Marit") as made:
        yield made


def wrong(workspace: Workspace, case: str) -> list[str]:
    return [each.word.text for each in workspace.misspelled(case)]


def test_mistakes_are_found_where_they_stand(project: Workspace) -> None:
    case = str(
        project.create_record("case", None, {"title": "De wijk", "summary": "- Rust. De **gemeentee** kwam."}).record
    )
    (found,) = project.misspelled()
    assert (found.record, found.field, found.title, found.sentence) == (
        case,
        "summary",
        "De wijk",
        "De gemeentee kwam.",
    )
    assert found.sentence[found.word.start : found.word.end] == "gemeentee"
    assert project.misspelled(project.project.workbook) == []


def test_who_and_what_the_project_names_is_known(project: Workspace) -> None:
    text = (
        "Zwxaske Jûkema en de buurtwacht Zwxpost in Súdwest-Fryslân, 's-Gravenhage, Beekdaelen en Bibob,"
        " over spandiensten."
    )
    case = str(project.create_record("case", None, {"title": "De wijk", "summary": text}).record)
    assert wrong(project, case) == ["Zwxaske", "Jûkema", "Zwxpost"]
    project.create_record("attendee", None, {"first_name": "Zwxaske", "last_name": "Jûkema"})
    project.create_record("partner", case, {"name": "Zwxpost"})
    assert wrong(project, case) == []


def test_the_lists_of_the_project_and_of_this_computer(project: Workspace, tmp_path: Path) -> None:
    case = str(project.create_record("case", None, {"title": "Zwxa", "summary": "De zwxa en de zwxb."}).record)
    project.change_set(project.workbook(), "words", ["zwxa"], [])
    assert wrong(project, case) == ["zwxb"]
    project.put_setting("words", ("zwxb",))
    assert wrong(project, case) == []
    project.export(tmp_path / "pakket.wbx")
    app = computer(tmp_path, "y")
    import_into(tmp_path / "yusuf.werkboek", app, [tmp_path / "pakket.wbx"], author="Yusuf")
    with Workspace.open(tmp_path / "yusuf.werkboek", app) as yusuf:
        assert wrong(yusuf, case) == ["zwxb"]


def test_what_was_not_asked_yet_counts_as_right() -> None:
    speller = Speller(here())
    text = "De gemeentee kwam."
    assert (speller.wrong(text), speller.is_new(text)) == ([], True)
    assert speller.ask([text])
    assert [word.text for word in speller.wrong(text)] == ["gemeentee"]
    assert not speller.ask([text])
    assert not speller.is_new(text)
    speller.know(frozenset({"gemeentee"}))
    assert speller.wrong(text) == []
