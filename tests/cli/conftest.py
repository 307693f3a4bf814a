"""The command line in this process: what it prints and how it ends."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.documents import TEXT
from tests.cli.ran import Ran, Werkboek
from tests.copies import copy_computers
from werkboek_desktop.cli.edge import run
from werkboek_desktop.settings import App

FILE, COMPUTER = "samen.werkboek", "computer"


@pytest.fixture
def werkboek(capsys: pytest.CaptureFixture[str]) -> Werkboek:
    def call(*arguments: object) -> Ran:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    return call


@pytest.fixture
def done(werkboek: Werkboek) -> Werkboek:
    """A command that has to succeed."""

    def call(*arguments: object) -> Ran:
        ran = werkboek(*arguments)
        assert ran.code == 0, f"{arguments}: {ran.err}"
        return ran

    return call


@pytest.fixture
def refused(werkboek: Werkboek) -> Werkboek:
    """A command that has to be refused: a sentence what is wrong, a sentence what to do, and nothing else."""

    def call(*arguments: object) -> Ran:
        ran = werkboek(*arguments)
        assert ran.code == 3, f"{arguments}: {ran}"
        assert len(ran.err.splitlines()) == 2, ran.err
        return ran

    return call


@pytest.fixture
def misused(werkboek: Werkboek) -> Werkboek:
    """A command that was put together wrongly."""

    def call(*arguments: object) -> Ran:
        ran = werkboek(*arguments)
        assert ran.code == 2, f"{arguments}: {ran}"
        assert ran.out == ""
        assert len(ran.err.splitlines()) == 2, ran.err
        return ran

    return call


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes | str], None]:
    """What the next command reads from its standard input."""

    def gives(content: bytes | str) -> None:
        data = content.encode() if isinstance(content, str) else content
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))

    return gives


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Whose computer the next commands run on: each has its own app folder, so its own key."""

    def sit_at(name: str) -> None:
        monkeypatch.setenv("WERKBOEK_HOME", str(tmp_path / f"computer of {name}"))

    return sit_at


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Anna's project and her computer, made once."""
    folder = tmp_path_factory.mktemp("begun").resolve()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WERKBOEK_HOME", str(folder / COMPUTER))
        assert run(["new", str(folder / FILE), "--name", "Samen de wijk in", "--author", "Anna"]) == 0
    return folder


@pytest.fixture
def project(begun: Path, tmp_path: Path) -> Path:
    """Anna's project."""
    copy_computers(begun, tmp_path)
    (tmp_path / COMPUTER).rename(App.of_this_computer().folder)
    return tmp_path / FILE


@pytest.fixture
def make(done: Werkboek, project: Path) -> Callable[..., str]:
    """Makes a record with one field in Anna's project; its id."""

    def record(target: str, field: str, value: object) -> str:
        return done("set", project, target, field, value).out.strip()

    return record


@pytest.fixture
def field(done: Werkboek, project: Path) -> Callable[[str, str], object]:
    """What a field of Anna's project shows; None when it is absent."""

    def value(record: str, name: str) -> object:
        fields = done("show", project, record, "--json").json["records"][0]["fields"]
        return fields[name]["value"] if name in fields else None

    return value


@pytest.fixture
def case(done: Werkboek, project: Path, stdin: Callable[[bytes | str], None]) -> str:
    """A case of Anna's with something in most of its fields; its id."""
    fields = {
        "title": "Samen de wijk in",
        "context": TEXT,
        "summary": "## Kop\n- **Vet** en\n  - dieper\n1. eerst\n1. dan\n> Citaat.\nZie [de site](https://x.example/a).",
        "inhabitants": 4210,
        "costs": "61000.50",
        "as_of": "2026-02-15",
        "scale": "wijk",
        "municipalities": ["GM0344", "Nuenen, Gerwen en Nederwetten"],
        "editor_note": "Hier niet over praten.",
    }
    edits = [{"target": "@case", "field": name, "value": value} for name, value in fields.items()]
    edits[0] |= {"target": "case:new", "ref": "case"}
    stdin("\n".join(map(json.dumps, edits)))
    return str(json.loads(done("apply", project, "-").out.splitlines()[0])["record"])


@pytest.fixture
def sent(done: Werkboek, project: Path, case: str, tmp_path: Path) -> Path:
    """That case as a document of Word."""
    out = tmp_path / "casus.docx"
    done("publish", project, out, "--case", case)
    return out
