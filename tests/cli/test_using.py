"""How commands are used: help, wrong use, and what comes later. All that a person reads is Dutch."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.ran import Werkboek
from werkboek_desktop.cli import edge
from werkboek_desktop.cli.commands import program

COMMANDS = """
    new schema list show set apply undo delete convert export import publish search history hash check backup restore
    selftest
    """.split()
ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|commands?|show this|message|exit|required|default|error|invalid|missing|value"
    r"|file not|no such|expected|must|the|and|does|not)\b",
    re.IGNORECASE,
)
CONTRACT = re.compile(r"\b[A-Z]+\b|--[\w-]+|`[^`]*`")
"""What keeps its English name: metavariables, options and commands that are named."""


def english(text: str) -> list[str]:
    return ENGLISH.findall(CONTRACT.sub("", text))


def test_the_program_lists_its_commands_in_dutch(done: Werkboek) -> None:
    out = done("--help").out
    assert out.startswith("Gebruik: werkboek OPDRACHT")
    for command in COMMANDS:
        assert re.search(rf"^  {command} +\S", out, re.MULTILINE), command
    assert not english(re.sub(r"^  \w+ ", "", out, flags=re.MULTILINE))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_has_help_in_dutch(command: str, done: Werkboek) -> None:
    out = done(command, "--help").out
    assert out.startswith(f"Gebruik: werkboek {command}")
    assert not english(out)


def test_every_parameter_is_explained() -> None:
    for name, command in program.commands.items():  # type: ignore[attr-defined]
        assert command.help, name
        for param in command.params:
            assert param.help, (name, param.name)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["onzin"],
        ["--onzin"],
        ["list"],
        ["list", "a", "b", "c"],
        ["list", "a", "--onzin"],
        ["list", "a", "--json=ja"],
        ["hash", "a", "--scope", "onzin"],
        ["hash", "a", "--scope"],
        ["import", "a"],
        ["new"],
        ["set", "a", "b", "c"],
        ["set", "a", "b", "c", "d", "e"],
        ["set", "a", "b", "c", "d", "--add", "e"],
        ["set", "a", "b", "c", "--add"],
        ["publish", "a", "b.pdf", "--all", "--case", "c"],
        ["export", "a", "b", "--since-received"],
        ["restore", "a"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_said_in_two_dutch_sentences(arguments: list[str], misused: Werkboek) -> None:
    ran = misused(*arguments)
    assert not english(ran.err), ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "a", "--password-file", "f"],
        ["set", "a", "b", "c", "d", "--password-file", "f"],
        ["check", "--password-file", "f", "a"],
    ],
    ids=" ".join,
)
def test_what_comes_later_says_so(arguments: list[str], misused: Werkboek) -> None:
    assert "nog niet" in misused(*arguments).err


def test_a_defect_of_ours_names_the_log_and_shows_no_traceback(
    werkboek: Werkboek, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("van ons")

    monkeypatch.setattr("werkboek_desktop.workspace.Workspace.rows", fail)
    ran = werkboek("list", project)
    assert ran.code == edge.DEFECT
    assert "Traceback" not in ran.err
    log = Path(ran.err.strip().rsplit(": ", 1)[1])
    assert "van ons" in log.read_text(encoding="utf-8")


def test_where_the_program_may_keep_nothing_it_looks_and_refuses_to_write(
    done: Werkboek, refused: Werkboek, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bestand").write_text("geen map")
    monkeypatch.setenv("WERKBOEK_HOME", str(tmp_path / "bestand" / "werkboek"))
    before = project.read_bytes()
    done("list", project)
    refused("set", project, "case:new", "title", "x", "--author", "Anna")
    refused("export", project, tmp_path / "uit.wbx")
    refused("new", tmp_path / "nieuw.werkboek", "--author", "Anna")
    refused("new", tmp_path / "nieuw.werkboek")
    refused("new", tmp_path / "nieuw.werkboek", "--demo")
    refused("restore", project, tmp_path / "nieuw.werkboek")
    assert project.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"bestand", project.name}


def test_a_reader_who_has_seen_enough_is_no_defect(done: Werkboek, tmp_path: Path) -> None:
    done("new", tmp_path / "demo.werkboek", "--demo")
    command = [str(Path(sys.executable).with_name("werkboek")), "show", str(tmp_path / "demo.werkboek"), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.wait() == 0
        assert process.stderr.read() == b""


def test_the_program_is_started_by_its_name_and_speaks_utf8(tmp_path: Path, done: Werkboek) -> None:
    file = tmp_path / "Şule.werkboek"
    done("new", file, "--name", "Şule & Zoë", "--author", "Anna")
    command = [str(Path(sys.executable).with_name("werkboek")), "list", str(file)]
    ran = subprocess.run(command, env={"PYTHONIOENCODING": "ascii", "PATH": ""}, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "Şule & Zoë" in ran.stdout.decode()
