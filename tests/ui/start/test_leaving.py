"""How the program ends: quietly, and with nothing open behind it, whatever was going on when the window closed."""

import os
import subprocess
import sys
from pathlib import Path

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
sys.exit(program.run([sys.argv[1]]))
"""


def close_early(folder: Path, moment: str, acts: str) -> list[str]:
    """Opens a project in a window that closes at a moment of its start; answers what lies in the folder then."""
    file = folder / "een.werkboek"
    with Workspace.create(file, App.of_this_computer(), name="Een", author="Marit de Wit") as workspace:
        workspace.create_record("case", None, {"title": "De Kolenbuurt"})
        workspace.sit_down()
    command = [sys.executable, "-c", CLOSED.format(moment=moment, acts=acts), str(file)]
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=environment)
    assert (ran.returncode, ran.stderr) == (0, "")
    return [path.name for path in folder.iterdir()]


def test_a_window_that_closes_while_the_rest_loads_tells_of_no_defect(tmp_path: Path) -> None:
    assert "een.werkboek" in close_early(tmp_path, "_finish", "super()._finish(); self._qt.closeAllWindows()")


def test_a_window_that_closes_just_before_its_project_opens_leaves_it_closed(tmp_path: Path) -> None:
    acts = "self._qt.closeAllWindows(); super()._open_workspace()"
    assert close_early(tmp_path, "_open_workspace", acts) == ["een.werkboek"]


def test_a_window_that_closed_reads_nothing_any_more(room: Room) -> None:
    room.type("title", " nu")
    room.close()
    for left in room.folder.glob(f"{MARIT}*"):
        left.unlink()  # as the demo goes with its last window
    QApplication.processEvents()  # what reads now is a defect, which fails the test
