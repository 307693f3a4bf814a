"""Merging the 2,000 fields of the corpus that two people edited at the same time, and nothing else.

python -m benchmarks.merging SIDE FOLDER    merges, as `ours`, `pycrdt` or `git`; prints its seconds
"""

import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pycrdt import Doc, Map

from benchmarks.corpus import CONCURRENT, FIELDS, LATER, edits
from benchmarks.measure import Figures, Stopwatch, report, run
from benchmarks.table import Row, compared
from werkboek_desktop.domain.weave import Weave

PEERS = {"pycrdt": "pycrdt", "git": "`git merge-file`"}


def rows(folder: Path) -> Iterator[Row]:
    """Needs what `peer make` wrote to the folder."""
    ours = run("benchmarks.merging", "ours", folder)["cpu"]
    for side, name in PEERS.items():
        peer = run("benchmarks.merging", side, folder)["cpu"]
        yield compared(
            "merging the concurrent fields, processor time", f"{ours:.2f} s", f"{name}: {peer:.2f} s", ours / peer
        )


def texts() -> list[list[str]]:
    """For each of those fields what it was, and what the two made of it."""
    found: list[list[str]] = [[] for _ in range(FIELDS)]
    for edit in edits():
        found[edit.field].append(edit.text)
    return found[LATER : LATER + CONCURRENT]


def ours(_: Path) -> Figures:
    """A weave a field."""
    fields = texts()
    watch = Stopwatch()
    for base, one, other in fields:
        weave = Weave()
        weave.add("0" * 64, (), 1, base)
        weave.add("1" * 64, ("0" * 64,), 2, one)
        weave.add("2" * 64, ("0" * 64,), 2, other)
        weave.state(("1" * 64, "2" * 64))
    return watch.figures()


def pycrdt(folder: Path) -> Figures:
    """Two updates to a document that has the rest, and reading what came of it."""
    doc = Doc[Any]()
    fields = doc.get("fields", type=Map)
    base, *concurrent = ((folder / f"{by}.update").read_bytes() for by in range(3))
    doc.apply_update(base)
    watch = Stopwatch()
    for update in concurrent:
        doc.apply_update(update)
    for field in range(LATER, LATER + CONCURRENT):
        str(fields[str(field)])
    return watch.figures()


def git(folder: Path) -> Figures:
    """A process a field, as git runs one for each file."""
    paths = [folder / name for name in ("one", "base", "other")]
    fields = texts()
    watch = Stopwatch()
    before = _of_children()
    for base, one, other in fields:
        for path, text in zip(paths, (one, base, other), strict=True):
            path.write_text(text)
        subprocess.run(["git", "merge-file", "-p", *paths], stdout=subprocess.DEVNULL, check=False)  # noqa: S603, S607
    return watch.figures() | {"cpu": _of_children() - before}


def _of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


SIDES: dict[str, Callable[[Path], Figures]] = {"ours": ours, "pycrdt": pycrdt, "git": git}

if __name__ == "__main__":
    report(**SIDES[sys.argv[1]](Path(sys.argv[2])))
