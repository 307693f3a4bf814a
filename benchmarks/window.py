"""The window with a large case and with 10,000 of them: opening, switching, filtering, finding, scrolling."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import median_of, median_ratio, run
from benchmarks.table import Row, compared

RUNS = 5
OPENED = 3
TURN = 50
GROWS = 20
FILTER = 50
FIND = 30
FRAME = 16
TYPED = 2


def rows(folder: Path, large: Path) -> Iterator[Row]:
    """Each figure in a process of its own; `large` is a project of 10,000 cases."""
    yield from _opening(folder)
    switching = run("benchmarks.windows", "switching", folder)
    yield _bar("500 cases after one another: memory grows", switching["grown"], "MB", GROWS)
    figures = run("benchmarks.windows", "lists", large)
    yield _bar("filter of 10,000 cases, p99 a keystroke", figures["filter"], "ms", FILTER)
    yield _bar("Ctrl+K over 10,000 cases, p99 a keystroke", figures["find"], "ms", FIND)
    yield _bar("scrolling 10,000 rows, the slowest frame", figures["frame"], "ms", FRAME)
    yield from _writing(folder)


def _opening(folder: Path) -> Iterator[Row]:
    sides = (
        ("benchmarks.windows", "opening", folder),
        ("benchmarks.windows", "empty", folder),
        ("benchmarks.bare_form",),
    )
    ours, empty, bare = zip(*([run(*side) for side in sides] for _ in range(RUNS)), strict=True)
    figures = [f"{median_of(each, 'cpu') * 1e3:.0f} ms" for each in (ours, empty, bare)]
    work = f"a case of {ours[0]['fields']:.0f} fields and 40 list items opened"
    yield compared(work, figures[0], f"its form, empty: {figures[1]}", median_ratio(ours, empty, "cpu"), OPENED)
    yield compared(work, figures[0], f"bare widgets: {figures[2]}", median_ratio(ours, bare, "cpu"), OPENED)
    yield Row("what follows it by itself: marks, what is missing", f"{median_of(ours, 'after') * 1e3:.0f} ms", "")
    yield _bar("the longest turn of the window in all that", median_of(ours, "stretch"), "ms", TURN)


def _writing(folder: Path) -> Iterator[Row]:
    found = run("benchmarks.writing", folder)
    alone, bare, work = found["alone"], found["bare"], "a key in 10,000 words with marks, painted, p99"
    figures = f"{alone:.1f} ms", f"bare QTextEdit: {bare:.1f} ms"
    yield _bar(work, found["ours"], "ms", FRAME)
    yield compared(f"{work}, the editor alone", *figures, alone / bare, TYPED)


def _bar(work: str, figure: float, unit: str, bar: float) -> Row:
    return Row(work, f"{figure:.1f} {unit}", "", "", f"≤ {bar} {unit}", figure <= bar)
