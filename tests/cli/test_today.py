"""What `today` prints."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.ran import Werkboek

type Make = Callable[..., str]


def test_a_new_project_has_nothing_that_waits(done: Werkboek, project: Path) -> None:
    out = done("today", project).out
    assert "Niets wacht op je." in out
    assert "Nog geen back-up" in out


def test_what_waits_is_told_with_where_it_is(done: Werkboek, project: Path, make: Make) -> None:
    signup = make("signup:new", "municipality", "Duinrade")
    assert "Aanmelding van Duinrade: nog bellen" in done("today", project).out
    document = done("today", project, "--json").json
    assert document.keys() == {
        "now",
        "name",
        "waiting",
        "arrived",
        "sent",
        "backup",
        "masterclass",
        "visited",
        "warned",
    }
    (item,) = document["waiting"]
    assert item.keys() == {"sort", "title", "sentence", "record", "field", "to"}
    assert (item["sort"], item["record"], item["field"]) == ("signup", signup, "")
    assert document["name"] == "Anna"


def test_looking_at_today_leaves_the_file_and_its_folder_as_they_were(done: Werkboek, project: Path) -> None:
    before, names = project.read_bytes(), sorted(project.parent.iterdir())
    done("today", project)
    assert project.read_bytes() == before
    assert sorted(project.parent.iterdir()) == names


def test_the_demo_has_a_masterclass_ahead_or_behind_and_places_to_go_on(done: Werkboek, tmp_path: Path) -> None:
    file = tmp_path / "demo.werkboek"
    done("new", file, "--demo")
    document = done("today", file, "--json").json
    assert document["visited"][0]["title"] == "De Kolenbuurt pakt de sleutel terug"
    assert "Verder waar je was: De Kolenbuurt pakt de sleutel terug" in done("today", file).out


def test_a_file_that_is_missing_is_refused(refused: Werkboek, tmp_path: Path) -> None:
    refused("today", tmp_path / "weg.werkboek")
