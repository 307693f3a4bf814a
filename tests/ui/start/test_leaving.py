"""How the program ends: quietly, and with nothing open behind it, whatever was going on when the window closed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.room import MARIT, Room
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace

CLOSED = """
import sys
from werkboek_desktop import program

class Hasty(program.Program):
    def {moment}(self) -> None:
        {acts}

program.Program = Hasty
sys.exit(program.run(sys.argv[1:]))
"""


def close_early(folder: Path, moment: str, acts: str, *arguments: object) -> list[str]:
    """The program with a window that closes at a moment of its start; answers what lies in the folder then."""
    command = [sys.executable, "-c", CLOSED.format(moment=moment, acts=acts), *map(str, arguments)]
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=environment)
    assert (ran.returncode, ran.stderr) == (0, "")
    return [path.name for path in folder.iterdir()]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "een.werkboek"
    with Workspace.create(made, App.of_this_computer(), name="Een", author="Marit de Wit") as workspace:
        workspace.create_record("case", None, {"title": "De Kolenbuurt"})
        workspace.sit_down()
    return made


def test_a_window_that_closes_while_the_rest_loads_tells_of_no_defect(file: Path) -> None:
    assert file.name in close_early(file.parent, "_finish", "super()._finish(); self._qt.closeAllWindows()", file)


def test_a_window_that_closes_just_before_its_project_opens_leaves_it_closed(file: Path) -> None:
    acts = "self._qt.closeAllWindows(); super()._open_workspace()"
    assert close_early(file.parent, "_open_workspace", acts, file) == [file.name]


def test_a_window_that_closes_while_the_demo_is_made_leaves_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    acts = "super()._begin_tour(); program.QTimer.singleShot(150, self._qt.closeAllWindows)"  # in the midst of it
    assert close_early(tmp_path, "_begin_tour", acts, "--tour") == []


def test_a_window_that_closed_reads_nothing_any_more(room: Room) -> None:
    room.type("title", " nu")
    room.close()
    for left in room.folder.glob(f"{MARIT}*"):
        left.unlink()  # as the demo goes with its last window
    QApplication.processEvents()  # what reads now is a defect, which fails the test
