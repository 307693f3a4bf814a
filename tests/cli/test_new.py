"""`werkboek new`."""

from pathlib import Path

from tests.cli.ran import Werkboek


def test_a_new_project_has_its_name_and_its_author(done: Werkboek, tmp_path: Path) -> None:
    file = tmp_path / "nieuw.werkboek"
    done("new", file, "--name", "Samen de wijk in", "--author", "Anna de Vries")
    shown = done("show", file, "--json").json
    assert shown["project"]["name"] == "Samen de wijk in"
    assert [row["title"] for row in done("list", file, "person", "--json").json] == ["Anna de Vries"]


def test_a_new_project_needs_neither_name_nor_author(done: Werkboek, tmp_path: Path) -> None:
    file = tmp_path / "kaal.werkboek"
    done("new", file)
    assert done("show", file, "--json").json["project"]["name"] == ""
    assert done("list", file, "--json").json == []


def test_an_existing_file_is_refused_and_left_alone(refused: Werkboek, tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("van Anna")
    for options in ([], ["--demo"]):
        refused("new", file, *options)
    assert file.read_text() == "van Anna"


def test_a_folder_that_is_not_there_is_refused(refused: Werkboek, tmp_path: Path) -> None:
    for options in ([], ["--demo"]):
        refused("new", tmp_path / "weg" / "nieuw.werkboek", *options)
    assert list(tmp_path.iterdir()) == []


def test_the_name_of_a_folder_is_refused(refused: Werkboek, tmp_path: Path) -> None:
    refused("new", tmp_path)


def test_the_demo_is_the_same_project_wherever_it_is_made(done: Werkboek, tmp_path: Path) -> None:
    shown = []
    for name in ("een", "twee"):
        done("new", tmp_path / name, "--demo")
        shown.append(done("show", tmp_path / name, "--json").json)
    assert shown[0] == shown[1]
    assert len(shown[0]["records"]) > 100
    done("check", tmp_path / "een")


def test_the_demo_may_have_another_name_and_author(done: Werkboek, tmp_path: Path) -> None:
    file = tmp_path / "demo.werkboek"
    done("new", file, "--demo", "--name", "Eigen naam", "--author", "Zoë")
    assert done("show", file, "--json").json["project"]["name"] == "Eigen naam"
    assert "Zoë" in [row["title"] for row in done("list", file, "person", "--json").json]
    done("set", file, "case:new", "title", "Van Zoë")


def test_a_refused_author_leaves_no_file(misused: Werkboek, tmp_path: Path) -> None:
    misused("new", tmp_path / "nieuw.werkboek", "--name", "Titel")
    assert not (tmp_path / "nieuw.werkboek").exists()
