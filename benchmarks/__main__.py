"""Prints the whole table: `make bench`. It takes some minutes."""

import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import (
    choosing,
    editing,
    history,
    importing,
    merging,
    reading,
    searching,
    simulation,
    spelling,
    startup,
    stretches,
    weave,
    window,
)
from benchmarks.measure import call
from benchmarks.projects import cases
from benchmarks.table import Row, table

LARGE, SMALL = 10_000, 100


def rows(folder: Path) -> Iterator[Row]:
    """Every row, as soon as it is known."""
    yield from startup.rows(folder)
    for side in ("benchmarks.ours", "benchmarks.peer"):
        call(side, "make", folder)
    yield from importing.rows(folder)
    yield from merging.rows(folder)
    yield from importing.sizes(folder)
    yield from weave.rows(folder)
    yield from simulation.rows()
    yield from spelling.rows()
    with cases(folder, "large", LARGE) as large, cases(folder, "small", SMALL) as small:
        yield from editing.rows(large, small)
        yield from searching.rows(large, folder / "large.werkboek")
    yield from window.rows(folder, folder / "large.werkboek")
    yield from reading.rows(folder)
    yield from history.rows(folder)
    yield from choosing.rows()
    yield from stretches.rows()


def main() -> int:
    """Tells on stderr how far it is; the answer is 1 when a bar is not met."""
    with TemporaryDirectory() as folder:
        found = []
        for row in rows(Path(folder)):
            print(row.work, row.figure, file=sys.stderr)  # noqa: T201 - it takes minutes
            found.append(row)
    print(table(found))  # noqa: T201 - what it is for
    print(f"\nPython {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")  # noqa: T201
    return int(any(row.met is False for row in found))


if __name__ == "__main__":
    sys.exit(main())
