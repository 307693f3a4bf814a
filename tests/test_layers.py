"""Each layer rule is seen to fail: imports that break it are added to a copy of the program, and each is named."""

import os
import re
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
DOCUMENTS = "lxml, python-docx and pypdf only in interchange"
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
    Offence(DOCUMENTS, "publish.offence", "pypdf"),
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
    assert all(f"{contract} KEPT" in report for contract in {CYCLES, *(offence.contract for offence in OFFENCES)}), (
        report
    )


def test_each_import_against_a_rule_is_refused(source: Path) -> None:
    for offence in OFFENCES:
        add_import(source, offence.module, offence.imported)
    report = lint(source)
    _before, *parts = re.split(r"^(.+)\n-+\n", report, flags=re.MULTILINE)
    told = dict(zip(parts[::2], parts[1::2], strict=True))
    assert [each for each in OFFENCES if f"{each.contract} BROKEN" not in report] == [], report
    assert [each for each in OFFENCES if named(each) not in told[each.contract]] == [], report


def named(offence: Offence) -> str:
    """How a report tells it: a package from elsewhere by its first name."""
    ours = offence.imported.startswith("werkboek_desktop")
    imported = offence.imported if ours else offence.imported.split(".")[0]
    return f"werkboek_desktop.{offence.module} -> {imported}"


def test_two_modules_that_import_each_other_are_refused(source: Path) -> None:
    add_import(source, "domain.offence", "werkboek_desktop.domain.other_offence")
    add_import(source, "domain.other_offence", "werkboek_desktop.domain.offence")
    assert f"{CYCLES} BROKEN" in (report := lint(source)), report


def test_a_module_in_no_layer_is_refused(source: Path) -> None:
    add_import(source, "in_no_layer", "json")
    assert f"{LAYERS} BROKEN" in (report := lint(source)), report
