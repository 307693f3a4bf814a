"""`werkboek publish`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.bundle.samples import KEY, PROJECT, Pen, contents
from tests.cli.ran import Werkboek
from werkboek_desktop.bundle.writer import to_bytes
from werkboek_desktop.domain.ids import workbook_id
from werkboek_desktop.domain.values import Place, ValueType

type Make = Callable[..., str]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "uit.pdf"


def test_the_workbook_a_chapter_and_a_case_become_paper(done: Werkboek, project: Path, make: Make, out: Path) -> None:
    case, chapter = make("case:new", "title", "Haven"), make("chapter:new@workbook", "title", "Inleiding")
    for options in ([], ["--case", case], ["--chapter", chapter]):
        assert str(out) in done("publish", project, out, *options, "--force").out
        assert out.read_bytes().startswith(b"%PDF-")
    done("publish", project, out.with_name("UIT.PDF"))


def test_a_project_without_anything_becomes_paper_too(done: Werkboek, tmp_path: Path, out: Path) -> None:
    done("new", tmp_path / "kaal.werkboek")
    done("publish", tmp_path / "kaal.werkboek", out)


def test_all_chapters_become_a_file_each(done: Werkboek, project: Path, make: Make, tmp_path: Path) -> None:
    for title in ("Één: de wijk", "Twee"):
        make("chapter:new@workbook", "title", title)
    folder = tmp_path / "boek"
    done("publish", project, folder, "--all")
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 2
    assert all(name.endswith(".pdf") for name in names)


def test_an_existing_file_is_kept_without_force(
    done: Werkboek, refused: Werkboek, project: Path, out: Path, make: Make
) -> None:
    make("chapter:new@workbook", "title", "Een")
    out.write_text("brief")
    refused("publish", project, out)
    assert out.read_text() == "brief"
    folder = out.with_name("boek")
    done("publish", project, folder, "--all")
    refused("publish", project, folder, "--all")
    done("publish", project, folder, "--all", "--force")


def test_what_is_not_there_is_refused_and_makes_nothing(
    refused: Werkboek, project: Path, out: Path, make: Make
) -> None:
    term = make("term:new", "term", "Stepping stone")
    for record in ("0" * 32, "onzin", "", term):
        refused("publish", project, out, "--case", record)
        refused("publish", project, out, "--chapter", record)
    refused("publish", project, out.with_name("weg") / "uit.pdf")
    refused("publish", project, project, "--all")
    assert not out.exists()


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".json", "", ".txt"])
def test_other_kinds_of_files_come_later(ending: str, misused: Werkboek, project: Path, out: Path) -> None:
    ran = misused("publish", project, out.with_suffix(ending))
    assert "nog niet" in ran.err
    assert not out.with_suffix(ending).exists()


def test_only_one_thing_at_a_time(misused: Werkboek, project: Path, out: Path, make: Make) -> None:
    case = make("case:new", "title", "Haven")
    misused("publish", project, out, "--case", case, "--all")
    misused("publish", project, out, "--case", case, "--chapter", case)


def test_looking_at_paper_changes_nothing(done: Werkboek, project: Path, out: Path, make: Make) -> None:
    make("case:new", "title", "Haven")
    before = project.read_bytes()
    done("publish", project, out)
    assert project.read_bytes() == before


def test_chapters_hung_below_each_other_without_end_still_become_paper(
    done: Werkboek, tmp_path: Path, out: Path
) -> None:
    pen, changes = Pen(), []
    for number in range(80):
        where: dict[str, Any] = {"kind": "chapter", "owner": workbook_id(PROJECT), "record": f"{number:032x}"}
        place = Place(f"{number - 1:032x}" if number else None, "0.5")
        changes.append(pen.write(f"Deel {number}", field="title", type=ValueType.LINE, **where))
        changes.append(pen.write(place, field="place", type=ValueType.PLACE, **where))
    bundle = tmp_path / "diep.wbx"
    bundle.write_bytes(to_bytes(contents(changes), KEY))
    done("import", tmp_path / "diep.werkboek", bundle)
    done("publish", tmp_path / "diep.werkboek", out)
