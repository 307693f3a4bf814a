"""Each layer rule is seen to fail: one import that breaks it is added to a copy of the program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = "layers point down and siblings are strangers"
CYCLES = "no import cycles"
PURE = "domain is pure"
QT = "PySide6 only in ui and app"
SQL = "SQLAlchemy and sqlcipher3 only in store"
REPORTLAB = "ReportLab only in publish"
DOCUMENTS = "lxml and python-docx only in interchange"
PYDANTIC = "pydantic only where strangers' data enters"


class Offence(NamedTuple):
    """`module` gets a line that imports `imported`, and `contract` has to notice."""

    contract: str
    module: str
    imported: str


OFFENCES = [
    Offence(LAYERS, "ui.offence", "werkboek_desktop.app"),
    Offence(LAYERS, "cli.offence", "werkboek_desktop.ui"),
    Offence(LAYERS, "workspace.offence", "werkboek_desktop.ui"),
    Offence(LAYERS, "store.offence", "werkboek_desktop.workspace"),
    Offence(LAYERS, "store.offence", "werkboek_desktop.bundle"),
    Offence(LAYERS, "bundle.offence", "werkboek_desktop.publish"),
    Offence(LAYERS, "publish.offence", "werkboek_desktop.store"),
    Offence(LAYERS, "interchange.offence", "werkboek_desktop.bundle"),
    Offence(LAYERS, "domain.offence", "werkboek_desktop.store"),
    Offence(LAYERS, "domain.offence", "werkboek_desktop.resources"),
    Offence(LAYERS, "errors", "werkboek_desktop.domain"),
    Offence(LAYERS, "in_no_layer", "json"),
    Offence(CYCLES, "domain.offence", "werkboek_desktop.domain.other_offence"),
    Offence(PURE, "domain.offence", "sqlalchemy"),
    Offence(PURE, "domain.offence", "time"),
    Offence(PURE, "domain.offence", "pathlib"),
    Offence(PURE, "domain.offence", "random"),
    Offence(QT, "publish.offence", "PySide6.QtGui"),
    Offence(QT, "workspace.offence", "PySide6.QtCore"),
    Offence(QT, "cli.offence", "PySide6.QtCore"),
    Offence(SQL, "workspace.offence", "sqlalchemy"),
    Offence(SQL, "bundle.offence", "sqlcipher3"),
    Offence(SQL, "ui.offence", "sqlite3"),
    Offence(REPORTLAB, "ui.offence", "reportlab.pdfgen"),
    Offence(DOCUMENTS, "workspace.offence", "docx"),
    Offence(DOCUMENTS, "bundle.offence", "lxml.etree"),
    Offence(PYDANTIC, "store.offence", "pydantic"),
    Offence(PYDANTIC, "workspace.offence", "pydantic"),
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the program in which every layer exists."""
    package = tmp_path / "werkboek_desktop"
    shutil.copytree(ROOT / "src" / "werkboek_desktop", package, ignore=shutil.ignore_patterns("__pycache__"))
    for layer in ("cli", "workspace", "interchange"):
        (package / layer).mkdir(exist_ok=True)
        (package / layer / "__init__.py").touch()
    for module in ("app", "resources"):
        (package / f"{module}.py").touch()
    return tmp_path


def lint(source: Path) -> str:
    program = Path(sys.executable).with_name("lint-imports")
    command: list[str | Path] = [program, "--no-logo", "--no-cache", "--config", ROOT / "pyproject.toml"]
    environment = os.environ | {"PYTHONPATH": str(source)}
    return subprocess.run(command, cwd=source, env=environment, capture_output=True, text=True, check=False).stdout


def add_import(source: Path, module: str, imported: str) -> None:
    path = source / "werkboek_desktop" / f"{module.replace('.', '/')}.py"
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\nimport {imported}\n")


def test_the_program_keeps_every_rule(source: Path) -> None:
    assert "BROKEN" not in (report := lint(source)), report
    assert all(f"{contract} KEPT" in report for contract in {offence.contract for offence in OFFENCES}), report


@pytest.mark.parametrize("offence", OFFENCES, ids=lambda offence: f"{offence.module}-{offence.imported}")
def test_an_import_against_the_rules_is_refused(source: Path, offence: Offence) -> None:
    add_import(source, offence.module, offence.imported)
    if offence.contract == CYCLES:
        add_import(source, "domain.other_offence", f"werkboek_desktop.{offence.module}")
    assert f"{offence.contract} BROKEN" in (report := lint(source)), report
