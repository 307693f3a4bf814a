"""`werkboek check`, `backup`, `restore` and `selftest`."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.ran import Werkboek

type Make = Callable[..., str]


def tamper(file: Path, statement: str) -> None:
    connection = sqlite3.connect(file)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_good_file_passes(done: Werkboek, project: Path, make: Make) -> None:
    make("case:new", "title", "Haven")
    done("check", project)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET value = replace(value, 'Haven', 'Kade')",
        "UPDATE change SET time = time + 1",
        "UPDATE change SET signature = zeroblob(64)",
        "UPDATE state SET heads = zeroblob(32)",
        "UPDATE record SET title = 'Kade' WHERE kind = 'case'",
        "DELETE FROM state",
    ],
)
def test_every_alteration_is_listed(statement: str, werkboek: Werkboek, project: Path, make: Make) -> None:
    make("case:new", "title", "Haven")
    tamper(project, statement)
    ran = werkboek("check", project)
    assert ran.code == 3
    assert ran.out == ""
    assert len(ran.err.splitlines()) >= 2


def test_a_damaged_file_is_refused(werkboek: Werkboek, project: Path, make: Make) -> None:
    for number in range(30):
        make("case:new", "summary", f"Zin {number}. " * 200)
    data = bytearray(project.read_bytes())
    for at in range(8192, len(data), 4096):
        data[at : at + 64] = bytes(64)
    project.write_bytes(data)
    for arguments in (["check"], ["list"], ["show"], ["backup"], ["set", "case:new", "title", "x"]):
        ran = werkboek(arguments[0], project, *arguments[1:])
        assert ran.code in {0, 3}, ran
    assert werkboek("check", project).code == 3


def test_a_backup_is_the_same_project(done: Werkboek, refused: Werkboek, project: Path, tmp_path: Path) -> None:
    out, new = tmp_path / "kopie.werkboek", tmp_path / "terug.werkboek"
    done("backup", project, out)
    refused("backup", project, out)
    refused("backup", project, tmp_path / "weg" / "kopie.werkboek")
    assert done("hash", out).out == done("hash", project).out
    done("restore", out, new)
    assert done("show", new, "--json").json == done("show", project, "--json").json
    done("check", new)


def test_a_backup_finds_a_place_of_its_own(done: Werkboek, project: Path) -> None:
    path = Path(done("backup", project).out.strip().removeprefix("Gemaakt: "))
    assert done("hash", path).out == done("hash", project).out


def test_only_a_whole_backup_is_restored_and_only_to_a_new_file(
    done: Werkboek, refused: Werkboek, project: Path, make: Make, tmp_path: Path
) -> None:
    make("case:new", "title", "Haven")
    out = tmp_path / "kopie.werkboek"
    done("backup", project, out)
    before = project.read_bytes()
    refused("restore", out, project)
    assert project.read_bytes() == before
    folder = tmp_path / "nieuw"
    folder.mkdir()
    tamper(out, "UPDATE change SET value = replace(value, 'Haven', 'Kade')")
    (tmp_path / "brief").write_text("Geen back-up. " * 1000)
    for bad in (out, tmp_path / "weg", tmp_path / "brief", folder):
        refused("restore", bad, folder / "terug.werkboek")
    refused("restore", project, tmp_path / "weg" / "terug.werkboek")
    assert list(folder.iterdir()) == []


def test_a_restored_project_goes_on_with_a_fresh_writer(
    done: Werkboek, project: Path, make: Make, tmp_path: Path
) -> None:
    case = make("case:new", "title", "Haven")
    backup, new = tmp_path / "kopie.werkboek", tmp_path / "terug.werkboek"
    done("backup", project, backup)
    done("set", project, case, "title", "Verder")
    done("restore", backup, new)
    done("set", new, case, "subtitle", "Opnieuw")
    for one, other in ((project, new), (new, project)):
        out = tmp_path / f"{one.stem}.wbx"
        done("export", one, out)
        done("import", other, out)
    assert done("show", project, "--json").json == done("show", new, "--json").json
    for file in (project, new):
        done("check", file)
        assert no_forks(file)


def test_an_older_copy_put_back_in_place_goes_on_with_a_fresh_writer(
    done: Werkboek, project: Path, make: Make, tmp_path: Path
) -> None:
    case = make("case:new", "title", "Haven")
    older = project.read_bytes()
    done("set", project, case, "title", "Verder")
    done("export", project, tmp_path / "verder.wbx")
    project.write_bytes(older)
    done("set", project, case, "subtitle", "Opnieuw")
    done("import", project, tmp_path / "verder.wbx")
    (view,) = done("show", project, case, "--json").json["records"]
    assert {name: field["value"] for name, field in view["fields"].items()} == {
        "title": "Verder",
        "subtitle": "Opnieuw",
    }
    assert no_forks(project)


def no_forks(file: Path) -> bool:
    connection = sqlite3.connect(file)
    (doubles,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM change GROUP BY writer, seq HAVING count(*) > 1)"
    ).fetchone()
    connection.close()
    return bool(doubles == 0)


def test_the_selftest_ends_with_its_count(done: Werkboek) -> None:
    passed, words = done("selftest").out.splitlines()[-1].split(" ", 1)
    assert words == "passed, 0 failed"
    assert int(passed) >= 8
