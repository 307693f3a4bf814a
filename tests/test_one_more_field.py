"""A field that is added to the schema turns up everywhere, without another line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from werkboek_desktop.domain import schema
from werkboek_desktop.settings.computer import HOME_VARIABLE

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a program with one more field says."""
    folder = tmp_path_factory.mktemp("field")
    command = [sys.executable, "-m", "tests.one_more_field", str(folder)]
    env = os.environ | {HOME_VARIABLE: str(folder / "home"), "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    ran = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def line_of(said: str, word: str) -> str:
    return next(line for line in said.splitlines() if line.startswith(word))


@pytest.mark.parametrize("where", ["csv", "filter", "sort", "many", "form"])
def test_it_is_in_the_spreadsheet_the_list_and_the_form(said: str, where: str) -> None:
    assert "Stemming in de wijk" in line_of(said, where)


def test_its_value_is_a_column_of_the_list(said: str) -> None:
    assert "Hoopvol" in line_of(said, "column")


def test_the_command_line_knows_it_and_its_keys(said: str) -> None:
    assert '"mood"' in said
    assert '"hopeful"' in said


def test_what_is_written_in_it_is_found(said: str) -> None:
    assert "motto: Samen «verder»" in said


def test_without_the_declaration_it_is_nowhere() -> None:
    assert schema.field("case", "mood") is None
