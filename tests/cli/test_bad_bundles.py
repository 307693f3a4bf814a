"""`werkboek import` of whatever somebody sends: two sentences, exit 3, within seconds, and the project as it was."""

import os
import resource
from hashlib import sha256
from pathlib import Path

import pytest

from tests.bundle.bad_inputs import bad_inputs
from tests.bundle.forging import GOOD
from tests.bundle.samples import Pen, sealed_bytes
from tests.bundle.test_wrapped import mail
from tests.cli.ran import Werkboek

SECONDS = 10


def worked() -> float:
    """Seconds of the processor, of this process and those that it began: what an idle computer takes."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, Path, str]]:
    folder = tmp_path_factory.mktemp("slecht")
    made = []
    for at, (name, data, code) in enumerate(bad_inputs()):
        path = folder / f"{at}.wbx"
        path.write_bytes(data)
        made.append((name, path, "damaged" if data.startswith(b"%PDF") else code))  # it might have been a form
    (folder / "map.wbx").mkdir()
    os.mkfifo(folder / "pijp.wbx")
    others = [("a folder", "map.wbx", "not_a_bundle"), ("a FIFO", "pijp.wbx", "not_a_bundle")]
    others += [("nothing", "weg.wbx", "unreadable_file"), ("nothing in a file", "0.wbx/x.wbx", "unreadable_file")]
    return made + [(name, folder / path, code) for name, path, code in others]


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A file with a passphrase, for what is locked."""
    path = tmp_path / "wachtzin.txt"
    path.write_text("drie woorden")
    return path


@pytest.fixture
def joined(done: Werkboek, tmp_path: Path) -> Path:
    """A project of the made-up bundles."""
    path = tmp_path / "good.wbx"
    path.write_bytes(GOOD)
    file = tmp_path / "werk.werkboek"
    done("import", file, path, "--author", "Bert")
    return file


def test_bad_input_is_refused_and_leaves_the_project_as_it_was(
    refused: Werkboek, done: Werkboek, joined: Path, inputs: list[tuple[str, Path, str]], wrong: Path
) -> None:
    before = sha256(joined.read_bytes()).digest()
    told = {}
    for name, path, code in inputs:
        began = worked()
        ran = refused("import", joined, path, "--json", "--passphrase-file", wrong)
        (report,) = ran.json["files"]
        assert (report["result"], report["error"]["code"]) == ("refused", code), name
        assert worked() - began < SECONDS, name
        assert sha256(joined.read_bytes()).digest() == before, name
        assert "Traceback" not in ran.err, name
        told[name] = ran.err
    assert {len(each.splitlines()) for each in told.values()} == {2}
    done("check", joined)


def test_nobody_joins_by_bad_input(
    refused: Werkboek, inputs: list[tuple[str, Path, str]], wrong: Path, tmp_path: Path
) -> None:
    (tmp_path / "bert").mkdir()
    for name, path, code in inputs[::6]:
        if code != "other_project":
            refused("import", tmp_path / "bert" / "werk.werkboek", path, "--passphrase-file", wrong)
            assert list((tmp_path / "bert").iterdir()) == [], name


def test_what_is_bad_is_refused_in_a_mail_too_and_what_is_good_comes_in(
    werkboek: Werkboek, joined: Path, inputs: list[tuple[str, Path, str]], tmp_path: Path
) -> None:
    later = sealed_bytes([Pen().write("Later.", field="opening")])
    some = [(name, path.read_bytes()) for name, path, code in inputs if code in {"bad_signature", "other_project"}]
    path = tmp_path / "mail.eml"
    path.write_bytes(mail({**{f"{at}.wbx": data for at, (_name, data) in enumerate(some)}, "goed.wbx": later}))
    ran = werkboek("import", joined, path, "--json")
    assert ran.code == 3
    assert [each["result"] for each in ran.json["files"]] == ["refused"] * len(some) + ["imported"]


def test_a_wrong_depth_or_parent_that_its_writer_signed_comes_in(done: Werkboek, joined: Path, tmp_path: Path) -> None:
    pen = Pen()
    first = pen.write("een", field="opening")
    odd = [first, pen.write("twee", field="opening", seen=[first], depth=7)]
    path = tmp_path / "a.wbx"
    path.write_bytes(sealed_bytes(odd))
    assert done("import", joined, path, "--json").json["files"][0]["result"] == "imported"
    done("check", joined)
