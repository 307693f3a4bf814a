"""A disk that is full or may not be written: a refusal, and the project is what it was."""

import json
import os
import resource
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

import pytest

from tests.journeys.program import as_nobody, werkboek
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace, import_into

SENTENCES = " ".join(f"Dit is zin nummer {n} van een lang verhaal." for n in range(4000))


def full_after(size: int) -> Callable[[], object]:
    """No file may grow past this size."""
    return partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "map").mkdir()
    file = tmp_path / "map" / "samen.werkboek"
    with Workspace.create(file, App.of_this_computer(), name="Samen", author="Anna") as workspace:
        workspace.create_record("case", fields={"summary": SENTENCES})
        workspace.export(tmp_path / "pakket.wbx")
    return file


def documents(file: Path) -> object:
    with Workspace.open(file, App.of_this_computer(), read_only=True) as workspace:
        workspace.check()
        return workspace.state_hash(), workspace.records(), workspace.drafts()


def assert_refused(ran: CompletedProcess[str]) -> None:
    assert ran.returncode == 3, ran
    assert len(ran.stderr.splitlines()) == 2, ran.stderr


def test_an_edit_that_finds_no_room_changes_nothing(project: Path, tmp_path: Path) -> None:
    before = documents(project)
    (tmp_path / "tekst.md").write_text(SENTENCES, encoding="utf-8")
    ran = werkboek("set", project, "case:new", "context", f"@{tmp_path / 'tekst.md'}", before=full_after(64_000))
    assert_refused(ran)
    assert documents(project) == before
    assert werkboek("set", project, "case:new", "context", f"@{tmp_path / 'tekst.md'}").returncode == 0


def test_lines_before_the_disk_was_full_stay(project: Path, tmp_path: Path) -> None:
    edits = tmp_path / "edits.jsonl"
    lines = [{"target": "case:new", "field": "summary", "value": SENTENCES[:9000] + f" {n}"} for n in range(100)]
    edits.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    ran = werkboek("apply", project, edits, before=full_after(project.stat().st_size + 600_000))
    assert_refused(ran)
    done = len(ran.stdout.splitlines())
    assert 0 < done < 100
    assert ran.stderr.startswith(f"Regel {done + 1}: ")
    with Workspace.open(project, App.of_this_computer()) as workspace:
        workspace.check()
        assert len(workspace.rows("case")) == done + 1


@pytest.mark.parametrize("command", ["new", "demo", "join", "export", "backup", "restore", "publish"])
def test_no_half_file_is_left_behind(command: str, project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "leeg"
    folder.mkdir()
    out = folder / "uit"
    arguments = {
        "new": ["new", out],
        "demo": ["new", out, "--demo"],
        "join": ["import", out, tmp_path / "pakket.wbx"],
        "export": ["export", project, out],
        "backup": ["backup", project, out],
        "restore": ["restore", project, out],
        "publish": ["publish", project, out.with_suffix(".pdf")],
    }
    before = documents(project)
    assert_refused(werkboek(*arguments[command], before=full_after(9_000)))
    assert list(folder.iterdir()) == []
    assert documents(project) == before


def test_an_import_that_finds_no_room_changes_nothing(project: Path, tmp_path: Path) -> None:
    app = App(tmp_path / "Bert", lambda: 0, os.urandom)
    copy = tmp_path / "kopie.werkboek"
    import_into(copy, app, [tmp_path / "pakket.wbx"], author="Bert")
    with Workspace.open(copy, app, author="Bert") as workspace:
        workspace.create_record("case", fields={"summary": SENTENCES[::-1]})
        workspace.export(tmp_path / "bert.wbx")
    before = documents(project)
    ran = werkboek("import", project, tmp_path / "bert.wbx", "--json", before=full_after(64_000))
    assert_refused(ran)
    assert documents(project) == before


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that everybody can reach: pytest closes its own to others, at any start of any session."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "van niemand").mkdir()
        (folder / "van niemand").chmod(0o777)
        yield folder


@pytest.fixture
def locked(project: Path, open_to_all: Path) -> Path:
    """The project in a folder that may only be read."""
    folder = Path(shutil.copytree(project.parent, open_to_all / "map"))
    (folder / project.name).chmod(0o644)
    folder.chmod(0o555)
    return folder / project.name


CLOSED = [folder for folder in Path(sys.executable).parents if not folder.stat().st_mode & 0o001]


@pytest.mark.skipif(os.geteuid() == 0 and bool(CLOSED), reason="only root can reach this checkout")
def test_a_folder_that_may_only_be_read_is_read(
    locked: Path, open_to_all: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, names = locked.read_bytes(), sorted(locked.parent.iterdir())
    bundle = open_to_all / "pakket.wbx"
    bundle.write_bytes((tmp_path / "pakket.wbx").read_bytes())
    monkeypatch.setenv("WERKBOEK_HOME", str(open_to_all / "van niemand"))
    for arguments in (["list"], ["show", "--json"], ["hash"], ["search", "zin"], ["check"]):
        ran = werkboek(arguments[0], locked, *arguments[1:], before=as_nobody)
        assert ran.returncode == 0, ran
    for arguments in (["set", "case:new", "title", "x", "--author", "Anna"], ["import", str(bundle)]):
        assert_refused(werkboek(arguments[0], locked, *arguments[1:], before=as_nobody))
    assert locked.read_bytes() == before
    assert sorted(locked.parent.iterdir()) == names
