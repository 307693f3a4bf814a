"""From the start of the process to the first row of the list: our window on the demo project, and a bare one."""

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from benchmarks.measure import Figures, median_of
from werkboek_desktop.settings import HOME_VARIABLE, App
from werkboek_desktop.workspace import create_demo


def measure(folder: Path, runs: int = 9) -> Figures:
    """Seconds of a whole process, each the median of several in turn."""
    os.environ[HOME_VARIABLE] = str(folder / "home")
    demo = folder / "demo.werkboek"
    create_demo(demo, App.of_this_computer())
    bare = [sys.executable, "-m", "benchmarks.bare_window"]
    ours = [sys.executable, "-m", "werkboek_desktop", str(demo), "--exit-after-first-paint"]
    for command in (bare, ours):
        _seconds(command)
    pairs = [(_seconds(bare), _seconds(ours)) for _ in range(runs)]
    return {
        "bare": median_of(pair[0] for pair in pairs),
        "ours": median_of(pair[1] for pair in pairs),
        "ratio": median_of(pair[1] / pair[0] for pair in pairs),
    }


def _seconds(command: list[str]) -> float:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = perf_counter()
    subprocess.run(command, check=True, env={"QT_QPA_PLATFORM": "offscreen"} | environment)  # noqa: S603
    return perf_counter() - start
