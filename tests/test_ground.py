"""What has to hold before anything else: the machine, the imports, the files in git."""

import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

SET_TEXT = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(["", "-platform", "offscreen"])
label = QLabel()
for number in range(20_000):
    label.setText(str(number))
print(label.text())
"""

COPIES = "tests/ui/prose/test_pasting.py::test_another_key_pastes_the_bare_words"

LOAD_ALL = """
import importlib, pkgutil, sys
import werkboek_desktop.{package} as package
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
print(*{{name.partition(".")[0] for name in sys.modules}})
"""

# Each is written so that it does not find itself.
ADDRESSES = {
    "a home folder": re.compile(r"(?<![\w.])/(home|root|Users)/[\w.]"),
    "a Windows home folder": re.compile(r"[A-Z]:\\Users\\"),
    "a package registry": re.compile(r"\b(pypi|pythonhosted|npmjs|crates|pkg)\.(org|com|io|dev)\b"),
}


def run_python(source: str) -> str:
    """Returns what a fresh interpreter printed; raises CalledProcessError if it ended badly."""
    command = [sys.executable, "-c", source]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def files_in_git() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [path for name in listing.stdout.split("\0")[:-1] if (path := ROOT / name).is_file()]


def addresses_in(text: str) -> list[str]:
    return [name for name, pattern in ADDRESSES.items() if pattern.search(text)]


def test_python_and_pyside_survive_twenty_thousand_calls() -> None:
    assert run_python(SET_TEXT).split() == ["19999"]


def test_a_run_of_tests_that_copies_ends_without_a_crash() -> None:
    run = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", COPIES]
    assert subprocess.run(run, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode == 0


@pytest.mark.parametrize("package", ["domain", "store", "bundle", "publish"])
def test_a_package_below_the_windows_loads_no_qt(package: str) -> None:
    assert not {"PySide6", "shiboken6"} & set(run_python(LOAD_ALL.format(package=package)).split())


def test_domain_loads_only_the_standard_library() -> None:
    started_with = set(run_python("import sys; print(*sys.modules)").split())
    loaded = set(run_python(LOAD_ALL.format(package="domain")).split()) - started_with
    assert loaded - sys.stdlib_module_names == {"werkboek_desktop"}


@pytest.mark.skipif(not shutil.which("git") or not (ROOT / ".git").exists(), reason="no git, or no checkout")
def test_no_file_in_git_holds_an_address_of_the_machine_that_made_it() -> None:
    texts = {path: path.read_bytes().decode(errors="ignore") for path in files_in_git()}
    assert {str(path): found for path, text in texts.items() if (found := addresses_in(text))} == {}


def test_an_address_is_found_where_there_is_one() -> None:
    folder = "/".join(["", "home", "anna", "werkboek"])
    registry = ".".join(["https://files", "pythonhosted", "org"])
    assert addresses_in(f"in {folder}") == ["a home folder"]
    assert addresses_in(registry) == ["a package registry"]


def test_no_test_reaches_the_network() -> None:
    with socket.socket() as connection, pytest.raises(PermissionError, match="reached for the network"):
        connection.connect(("127.0.0.1", 9))
    with pytest.raises(PermissionError, match="looked up"):
        socket.getaddrinfo("werkboek.example", 443)
