"""What one prose field costs after a year of weekly criss-cross: `python -m benchmarks.weave CHANGES`.

Two editors replace sentences of a page of 100, each in a half of it, and see each other's work once a week.
"""

import random
import statistics
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from time import process_time
from typing import NamedTuple

from benchmarks.measure import Figures, median_of, report, run, seconds
from benchmarks.projects import app_of, case_key
from benchmarks.table import Row, compared
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.weave import Weave
from werkboek_desktop.workspace import Workspace
from werkboek_desktop.workspace.scribe import Scribe

SENTENCES, WEEKS = 100, 52
SHOWN = 20
MANY = 10_000
HALVES = range(49), range(51, 100)


class Edit(NamedTuple):
    """One change of the field, as `Weave.add` takes it."""

    change: ChangeId
    parents: tuple[ChangeId, ...]
    depth: int
    value: str


def criss_cross(changes: int) -> list[Edit]:
    """About so many changes, each after its parents; the last two are the heads."""
    chance = random.Random(changes)  # noqa: S311 - the same for every run
    page = [_sentence(i) for i in range(SENTENCES)]
    edits = [_edit(0, (), page)]
    heads = edits
    for _ in range(WEEKS):
        ends, pages = heads, [page, page.copy()]
        for _ in range(changes // WEEKS // 2):
            before = [ends, ends] if ends is heads else [ends[:1], ends[1:]]
            for half, own in zip(HALVES, pages, strict=True):
                own[chance.choice(half)] = _sentence(SENTENCES + len(edits))
                edits.append(_edit(len(edits), tuple(before[half.start > 0]), own))
            ends = edits[-2:]
        heads, page = ends, pages[0][:50] + pages[1][50:]
    return edits


def _sentence(number: int) -> str:
    return f"De gemeente besprak punt {number}a met de politie en legde vast wat er daarna zou gebeuren."


def _edit(number: int, parents: tuple[Edit, ...], page: list[str]) -> Edit:
    value = "\n".join(" ".join(page[at : at + 5]) for at in range(0, SENTENCES, 5))
    depth = 1 + max((parent.depth for parent in parents), default=0)
    return Edit(sha256(str(number).encode()).hexdigest(), tuple(parent.change for parent in parents), depth, value)


def measure(changes: int) -> Figures:
    """Processor seconds: to build, to show both heads, for one more change and for one from half a year ago."""
    edits = criss_cross(changes)
    weave = Weave()

    def add(change: ChangeId, after: Edit) -> None:
        weave.add(change, [after.change], after.depth + 1, f"{after.value} Nog een zin.")

    def build() -> None:
        for edit in edits:
            weave.add(*edit)

    one, other = edits[-2:]
    return {
        "build": _cost(build),
        "show": min(_cost(lambda: weave.state([one.change, other.change])) for _ in range(SHOWN)),
        "more": _cost(lambda: add("0" * 64, one)),
        "late": _cost(lambda: add("1" * 64, edits[len(edits) // 2])),
    }


def _cost(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return process_time() - start


def rows(folder: Path) -> Iterator[Row]:
    """Ten thousand changes against a thousand."""
    few, many = [run("benchmarks.weave", MANY // 10)], [run("benchmarks.weave", MANY)]
    for _ in range(2):
        few.append(run("benchmarks.weave", MANY // 10))
        many.append(run("benchmarks.weave", MANY))
    yield _row("build", median_of(many, "build"), median_of(few, "build"), 12)
    with _project(folder, "long", MANY) as long, _project(folder, "short", MANY // 10) as short:
        pairs = [(seconds(lambda: _read(long)), seconds(lambda: _read(short))) for _ in range(SHOWN)]
    long_ones, short_ones = zip(*pairs, strict=True)
    yield _row("show, from its project", statistics.median(long_ones), statistics.median(short_ones), 2)
    yield _row("work out anew what its heads show", median_of(many, "show"), median_of(few, "show"))


def _row(act: str, many: float, few: float, bar: float | None = None) -> Row:
    figures = f"{many * 1e3:.2f} ms", f"1,000 changes: {few * 1e3:.2f} ms"
    return compared(f"one field with 10,000 changes of weekly criss-cross: {act}", *figures, many / few, bar)


def _project(folder: Path, name: str, changes: int) -> Workspace:
    workspace = Workspace.create(folder / f"{name}.werkboek", app_of(folder, name), author="Anna")

    def act(scribe: Scribe) -> None:
        ids: dict[ChangeId, ChangeId] = {}
        for edit in criss_cross(changes):
            seen = tuple(ids[parent] for parent in edit.parents)
            ids[edit.change] = scribe.edit(case_key(0), "summary", edit.value, seen).id

    workspace._session.edit(workspace.project.id, act)
    return workspace


def _read(workspace: Workspace) -> None:
    assert len(workspace.record(case_key(0).id).fields["summary"].heads) == 2


if __name__ == "__main__":
    report(**measure(int(sys.argv[1])))
