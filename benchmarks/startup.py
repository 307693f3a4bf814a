"""From the start of the process to the first row of the list: our window on the demo project, and a bare one."""

import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from compileall import compile_dir
from dataclasses import replace
from pathlib import Path

from benchmarks.measure import seconds
from benchmarks.table import Row, compared
from werkboek_desktop.settings import App
from werkboek_desktop.settings.computer import HOME_VARIABLE
from werkboek_desktop.workspace import create_demo

RUNS = 9
FRESH_RUNS = 3
ROOT = Path(__file__).resolve().parents[1]
BARE = [sys.executable, "-m", "benchmarks.bare_window"]


def rows(folder: Path) -> Iterator[Row]:
    """Once warm, and once as it is right after `make install`: compiled, and never run before."""
    home = folder / "home"
    demo = folder / "demo.werkboek"
    create_demo(demo, replace(App.of_this_computer(), folder=home))
    start = _Start(home, demo)
    start.ours(ROOT)
    start.bare()
    yield _row("first list row painted", [(start.ours(ROOT), start.bare()) for _ in range(RUNS)])
    fresh = [_fresh_tree(folder / f"tree{number}") for number in range(FRESH_RUNS)]
    yield _row("the same, the first time after `make install`", [(start.ours(tree), start.bare()) for tree in fresh])


class _Start:
    """Starts whole processes; each answer is in seconds."""

    def __init__(self, home: Path, demo: Path) -> None:
        usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self._env = usual | {HOME_VARIABLE: str(home)}
        self._demo = demo

    def bare(self) -> float:
        return self._seconds(BARE, ROOT)

    def ours(self, tree: Path) -> float:
        command = [sys.executable, "-m", "werkboek_desktop", str(self._demo), "--exit-after-first-paint"]
        return self._seconds(command, tree)

    def _seconds(self, command: list[str], tree: Path) -> float:
        env = self._env | {"PYTHONPATH": str(tree / "src")}
        return seconds(lambda: subprocess.run(command, check=True, cwd=ROOT, env=env, stderr=subprocess.DEVNULL))  # noqa: S603


def _fresh_tree(tree: Path) -> Path:
    shutil.copytree(ROOT / "src", tree / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "resources", tree / "resources")
    compile_dir(tree / "src", quiet=1)
    return tree


def _row(work: str, pairs: list[tuple[float, float]]) -> Row:
    ours, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    return compared(work, f"{ours:.3f} s", f"a bare window: {bare:.3f} s", ratio, 2)
