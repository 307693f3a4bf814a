"""A picture of every screen that the walk through the house comes by, once for a look, a text size and a window.

`python -m tests.ui.photographs light 150 1280x720 build/screenshots/light-150-1280x720`
"""

import os
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.ui.house import House
from werkboek_desktop.program import dress, dress_rest
from werkboek_desktop.settings import App
from werkboek_desktop.ui.start.arguments import parse, size_of
from werkboek_desktop.ui.theme.look import theme


def photograph(look: str, percent: str, size: str, folder: Path) -> None:
    """Numbered in the order in which one comes by, and called by the name of the place."""
    program = QApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:
        here = App.of_this_computer()
        dress(program, App(Path(home), here.clock, here.entropy), parse(["--theme", look, "--scale", percent]))
        dress_rest(program)
        house = House(Path(home), theme(), size_of(size))
        for number, place in enumerate(house.places(cells=False), 1):
            path = folder / f"{number:03}-{re.sub(r'[^\w.]+', '-', place.lower())}.png"
            house.window.grab().save(str(path))
            print(path, flush=True)  # noqa: T201
        house.close()


if __name__ == "__main__":
    look_, percent_, size_, folder_ = sys.argv[1:]
    photograph(look_, percent_, size_, Path(folder_))
