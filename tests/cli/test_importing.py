"""`werkboek import`: what comes in, what is refused, and what is left as it was."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bundle.samples import CASE, KEY, Pen, contents
from tests.cli.ran import Werkboek
from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.writer import to_bytes
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.resources import resource

type Make = Callable[..., str]

KEYS = {
    "path",
    "result",
    "bundle",
    "sender",
    "created",
    "new",
    "known",
    "waiting",
    "merged",
    "conflicts",
    "deleted",
    "erases",
    "error",
}


@pytest.fixture
def bundle(done: Werkboek, project: Path, tmp_path: Path, make: Make) -> Path:
    make("case:new", "title", "Haven")
    out = tmp_path / "anna.wbx"
    done("export", project, out)
    return out


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Where a second computer joins."""
    (tmp_path / "bert").mkdir()
    return tmp_path / "bert" / "samen.werkboek"


def changed(path: Path, at: int) -> Path:
    data = bytearray(path.read_bytes())
    data[at] ^= 0xFF
    out = path.with_name("veranderd.wbx")
    out.write_bytes(data)
    return out


def test_a_second_computer_joins_by_its_first_bundle(done: Werkboek, project: Path, bundle: Path, copy: Path) -> None:
    document = done("import", copy, bundle, "--json").json
    assert document.keys() == {"state_hash", "files"}
    (report,) = document["files"]
    assert report.keys() == KEYS
    assert report["path"] == str(bundle)
    assert report["result"] == "imported"
    assert len(report["bundle"]) == 64
    assert report["created"].endswith("Z")
    assert report["new"] > 0
    assert (report["known"], report["waiting"], report["error"]) == (0, 0, None)
    assert report["merged"] == report["conflicts"] == report["deleted"] == report["erases"] == []
    assert document["state_hash"] == done("hash", project).out.strip() == done("hash", copy).out.strip()
    assert done("show", copy, "--json").json == done("show", project, "--json").json


def test_a_bundle_that_comes_again_is_known(done: Werkboek, project: Path, bundle: Path, copy: Path) -> None:
    for file in (project, copy, copy):
        done("import", file, bundle)
    for file in (project, copy):
        (report,) = done("import", file, bundle, "--json").json["files"]
        assert (report["result"], report["new"], report["waiting"]) == ("known", 0, 0)
        assert report["known"] > 0


def test_deletions_are_reported(done: Werkboek, project: Path, bundle: Path, copy: Path, tmp_path: Path) -> None:
    done("import", copy, bundle)
    (case,) = done("list", project, "case", "--json").json
    done("delete", project, case["id"])
    done("export", project, tmp_path / "weg.wbx")
    (report,) = done("import", copy, tmp_path / "weg.wbx", "--json").json["files"]
    assert report["deleted"] == [case["id"]]


def test_the_joiner_is_the_author_from_then_on(done: Werkboek, bundle: Path, copy: Path) -> None:
    done("import", copy, bundle, "--author", "Bert")
    case = done("set", copy, "case:new", "title", "Kade").out.strip()
    (view,) = done("show", copy, case, "--json").json["records"]
    assert view["fields"]["title"]["variants"][0]["author"] == "Bert"


def bad_files(folder: Path, bundle: Path) -> dict[str, Path]:
    made = {name: folder / name for name in ("leeg", "tekst.wbx", "paper.wbx", "foto.wbx", "zip.wbx", "doos", "pijp")}
    made["leeg"].write_bytes(b"")
    made["tekst.wbx"].write_text("Beste Anna, hierbij.")
    made["paper.wbx"].write_bytes(b"%PDF-1.7 en verder niets")
    made["foto.wbx"].write_bytes(b"\x89PNG\r\n\x1a\n")
    made["zip.wbx"].write_bytes(b"PK\3\4" + bytes(60))
    made["doos"].mkdir()
    os.mkfifo(made["pijp"])
    made["half"] = folder / "half.wbx"
    made["half"].write_bytes(bundle.read_bytes()[:-100])
    return made | {"weg": folder / "weg.wbx"}


def test_whatever_is_no_bundle_is_refused_and_leaves_nothing_behind(
    refused: Werkboek, project: Path, bundle: Path, copy: Path, tmp_path: Path
) -> None:
    bad = bad_files(tmp_path, bundle)
    before = project.read_bytes()
    for name, path in bad.items():
        for file in (project, copy):
            (report,) = refused("import", file, path, "--json").json["files"]
            assert report["result"] == "refused", name
            assert report["error"].keys() == {"code", "message"}
            assert report["error"]["message"]
            assert report["new"] == 0
    assert project.read_bytes() == before
    assert list(copy.parent.iterdir()) == []


def test_a_file_over_the_limit_is_refused(
    refused: Werkboek, project: Path, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FILE", bundle.stat().st_size - 1)
    (report,) = refused("import", project, bundle, "--json").json["files"]
    assert report["error"]["code"] == "too_large"


def test_a_refused_file_does_not_stop_the_next(
    werkboek: Werkboek, done: Werkboek, project: Path, bundle: Path, copy: Path
) -> None:
    ran = werkboek("import", copy, changed(bundle, 300), bundle, bundle.with_name("weg"), bundle, "--json")
    assert ran.code == 3
    assert [file["result"] for file in ran.json["files"]] == ["refused", "imported", "refused", "known"]
    assert len(ran.err.splitlines()) == 4
    assert done("hash", copy).out == done("hash", project).out
    done("check", copy)


def test_a_changed_byte_is_refused_wherever_it_is(
    werkboek: Werkboek, done: Werkboek, project: Path, bundle: Path, copy: Path
) -> None:
    for at in range(0, bundle.stat().st_size, 97):
        ran = werkboek("import", copy, changed(bundle, at), "--json")
        if ran.code == 0:
            assert done("hash", copy).out == done("hash", project).out
            copy.unlink()
        else:
            assert ran.code == 3, ran
            assert list(copy.parent.iterdir()) == []


def test_a_dry_run_leaves_no_trace(done: Werkboek, project: Path, bundle: Path, copy: Path, tmp_path: Path) -> None:
    promised = done("import", copy, bundle, "--dry-run", "--json").json
    assert list(copy.parent.iterdir()) == []
    assert promised == done("import", copy, bundle, "--json").json
    case = done("set", project, "case:new", "title", "Nieuw").out.strip()
    later = tmp_path / "later.wbx"
    done("export", project, later)
    before, names = copy.read_bytes(), sorted(copy.parent.iterdir())
    promised = done("import", copy, later, later, "--dry-run", "--json").json
    assert [file["result"] for file in promised["files"]] == ["imported", "known"]
    assert copy.read_bytes() == before
    assert sorted(copy.parent.iterdir()) == names
    assert case not in done("list", copy).out
    assert promised == done("import", copy, later, later, "--json").json


def test_people_read_what_came(done: Werkboek, werkboek: Werkboek, bundle: Path, copy: Path) -> None:
    assert "ingelezen" in done("import", copy, bundle).out
    assert "niets nieuws" in done("import", copy, bundle).out
    ran = werkboek("import", copy, bundle.with_name("weg.wbx"))
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 2


@pytest.mark.parametrize("name", ["mensen.csv", "mensen.xlsx", "MENSEN.CSV"])
def test_other_files_are_not_read_yet(name: str, misused: Werkboek, project: Path, tmp_path: Path) -> None:
    (tmp_path / name).write_text("x")
    assert "nog niet" in misused("import", project, tmp_path / name).err


def test_the_bundles_of_the_demo(done: Werkboek, werkboek: Werkboek, tmp_path: Path) -> None:
    file = tmp_path / "demo.werkboek"
    done("new", file, "--demo")
    bundles = {path.stem: path for path in resource("demo", "pakketten").glob("*.wbx")}
    good = [path for name, path in bundles.items() if name not in {"fatima-afgebroken", "fatima-veranderd"}]
    bad = [bundles["fatima-afgebroken"], bundles["fatima-veranderd"]]
    ran = werkboek("import", file, *bad, *good, "--json")
    assert ran.code == 3
    assert [report["result"] for report in ran.json["files"][:2]] == ["refused", "refused"]
    assert any(report["conflicts"] for report in ran.json["files"])
    one = json.loads(done("show", file, "--json").out)
    other = tmp_path / "ander.werkboek"
    done("new", other, "--demo")
    werkboek("import", other, *reversed(good), *reversed(good))
    assert json.loads(done("show", other, "--json").out) == one
    done("check", other)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A bundle from past every calendar, by somebody who writes to the terminal."""
    title = Pen().write("\x1b[31m rood \u202e\x9b", field="title", type=ValueType.LINE, time=10**15 - 1)
    path = tmp_path / "hostile.wbx"
    path.write_bytes(to_bytes(contents([title], name="\x1b[2J\na\r", created=10**15 - 1), KEY))
    return path


def test_a_time_that_no_calendar_has_is_shown_as_the_last_one(done: Werkboek, hostile: Path, copy: Path) -> None:
    last = "9999-12-31T23:59:59Z"
    assert done("import", copy, hostile, "--json").json["files"][0]["created"] == last
    (case,) = done("show", copy, "--json").json["records"]
    assert case["fields"]["title"]["variants"][0]["time"] == last
    assert done("history", copy, CASE, "title", "--json").json["changes"][0]["time"] == last


def test_what_others_wrote_does_not_steer_the_terminal(
    done: Werkboek, refused: Werkboek, hostile: Path, copy: Path, project: Path
) -> None:
    done("import", copy, hostile)
    for command in (("list",), ("show",), ("history", CASE, "title"), ("search", "rood")):
        out = done(command[0], copy, *command[1:]).out
        assert "rood" in out
        assert not set("\x1b\u202e\x9b") & set(out)
    assert not set("\x1b\r") & set(refused("import", project, hostile).err)
