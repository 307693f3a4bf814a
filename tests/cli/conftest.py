"""The command line in this process: what it prints and how it ends."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.documents import TEXT
from tests.cli.ran import Ran, Werkboek
from werkboek_desktop.cli.edge import run


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


@pytest.fixture
def project(done: Werkboek, tmp_path: Path) -> Path:
    """Anna's project."""
    file = tmp_path / "samen.werkboek"
    done("new", file, "--name", "Samen de wijk in", "--author", "Anna")
    return file


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
def case(make: Callable[..., str], done: Werkboek, project: Path) -> str:
    """A case of Anna's with something in most of its fields; its id."""
    id_ = make("case:new", "title", "Samen de wijk in")
    for name, value in (
        ("context", TEXT),
        (
            "summary",
            "## Kop\n- **Vet** en\n  - dieper\n1. eerst\n1. dan\n> Citaat.\nZie [de site](https://x.example/a).",
        ),
        ("inhabitants", "4210"),
        ("costs", "61000,50"),
        ("as_of", "15-2-2026"),
        ("scale", "wijk"),
        ("municipalities", '["GM0344", "Nuenen, Gerwen en Nederwetten"]'),
        ("editor_note", "Hier niet over praten."),
        ("assignee", ""),
    ):
        if value:
            done("set", project, id_, name, value)
    return id_


@pytest.fixture
def sent(done: Werkboek, project: Path, case: str, tmp_path: Path) -> Path:
    """That case as a document of Word."""
    out = tmp_path / "casus.docx"
    done("publish", project, out, "--case", case)
    return out
