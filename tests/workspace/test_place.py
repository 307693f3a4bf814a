"""A project file in a folder that is shared says so, and what is better."""

import shutil
from pathlib import Path

import pytest

from tests.cli.ran import Ran
from werkboek_desktop.cli.edge import run
from werkboek_desktop.settings import App, Around
from werkboek_desktop.workspace import Workspace
from werkboek_desktop.workspace.place import BETTER, folder_by_itself, sentences, warnings

AROUND = Around({})


def make(file: Path, name: str = "Samen") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    Workspace.create(file, App.of_this_computer(), name=name, author="Anna").close()
    return file


def test_where_all_is_well_nothing_is_said(tmp_path: Path) -> None:
    file = make(tmp_path / "samen.werkboek")
    make(tmp_path / "samen-anders.werkboek", "Iets anders")
    shutil.copy(file, tmp_path / "reserve.werkboek")
    assert warnings(file, AROUND) == []
    with Workspace.open(file, App.of_this_computer()) as workspace:
        assert workspace.place_warning() is None
        assert workspace.agenda().warned == ()


def test_a_shared_folder_is_named_with_the_better_way(tmp_path: Path) -> None:
    file = make(tmp_path / "OneDrive - Gemeente" / "samen.werkboek")
    (line,) = warnings(file, AROUND)
    assert (line.title, line.sentence, line.fine) == ("Dit werkboek staat in een map van OneDrive", BETTER, False)
    with Workspace.open(file, App.of_this_computer()) as workspace:
        assert workspace.place_warning() == f"Dit werkboek staat in een map van OneDrive. {BETTER}"
        assert workspace.agenda().warned == (line,)


def test_a_link_out_of_such_a_folder_or_into_it_leads_there(tmp_path: Path) -> None:
    file = make(tmp_path / "Dropbox" / "samen.werkboek")
    link = tmp_path / "samen.werkboek"
    link.symlink_to(file)
    assert warnings(link, AROUND)


def test_a_disk_of_another_computer_is_named_too(tmp_path: Path) -> None:
    file = make(tmp_path / "samen.werkboek")
    (line,) = warnings(file, Around({}, f"server:/x {tmp_path} nfs4 rw 0 0"))
    assert line.title == "Dit werkboek staat op een netwerkschijf"


@pytest.mark.parametrize(
    "name",
    [
        "samen (conflicted copy 2026-11-03 101010).werkboek",
        "samen (conflicterend exemplaar van Anna 2026-11-03).werkboek",
        "samen (Anna's conflicted copy).werkboek",
        "samen.sync-conflict-20261103-101010-ABCDEFG.werkboek",
        "samen-LAPTOP-ANNA.werkboek",
        "samen (1).werkboek",
    ],
)
def test_what_a_shared_folder_made_of_two_versions_is_named(tmp_path: Path, name: str) -> None:
    file = make(tmp_path / "samen.werkboek")
    shutil.copy(file, tmp_path / name)
    (said,) = sentences(file, AROUND)
    assert said.startswith(f"Naast dit werkboek staat nog een exemplaar: {name}. Zo’n bestand maakt een gedeelde map")


def test_what_only_has_such_a_name_is_not(tmp_path: Path) -> None:
    file = make(tmp_path / "samen.werkboek")
    (tmp_path / "samen (conflicted copy).werkboek").write_text("geen werkboek")
    (tmp_path / "samen (conflicted copy) 2.werkboek").mkdir()
    assert warnings(file, AROUND) == []


def test_the_command_line_says_it_beside_what_it_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "Nextcloud"
    folder.mkdir()
    ran = Ran(run(["new", str(folder / "a.werkboek"), "--author", "Anna"]), *capsys.readouterr())
    assert (ran.code, ran.err) == (0, f"Dit werkboek staat in een map van Nextcloud. {BETTER}\n")
    assert run(["export", str(folder / "a.werkboek"), str(tmp_path / "a.wbx")]) == 0
    capsys.readouterr()
    out = tmp_path / "b.werkboek"
    ran = Ran(run(["import", str(out), str(tmp_path / "a.wbx"), "--json"]), *capsys.readouterr())
    assert (ran.code, ran.err) == (0, "")
    into = folder / "b.werkboek"
    ran = Ran(run(["import", str(into), str(tmp_path / "a.wbx"), "--json"]), *capsys.readouterr())
    assert ran.json["files"][0]["result"] == "imported"
    assert ran.err.startswith("Dit werkboek staat in een map van Nextcloud.")


@pytest.mark.parametrize(
    ("documents", "home", "folder"),
    [
        ("Documenten", "", "Documenten/Werkboek"),
        ("OneDrive - Gemeente/Documenten", "", "Werkboek"),
        ("OneDrive/Documenten", "OneDrive", "OneDrive/Documenten/Werkboek"),
    ],
    ids=["as usual", "the documents are shared", "so is all the rest"],
)
def test_a_project_comes_where_no_other_computer_writes(tmp_path: Path, documents: str, home: str, folder: str) -> None:
    assert folder_by_itself(tmp_path / documents, tmp_path / home, AROUND) == tmp_path / folder


def test_documents_on_a_network_disk_are_left_for_this_computer(tmp_path: Path) -> None:
    around = Around({}, f"server:/x {tmp_path}/thuis cifs rw 0 0")
    assert folder_by_itself(tmp_path / "thuis", tmp_path, around) == tmp_path / "Werkboek"
