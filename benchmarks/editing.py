"""One durable edit in a large project and in a small one."""

import statistics
from collections.abc import Iterator

from benchmarks.measure import seconds
from benchmarks.projects import case_key
from benchmarks.table import Row, compared
from werkboek_desktop.workspace import Workspace

EDITS = 100


def rows(large: Workspace, small: Workspace) -> Iterator[Row]:
    """In turn, each in another case."""
    pairs = [(_edit(large, number), _edit(small, number)) for number in range(EDITS)]
    many, few = (statistics.median(column) for column in zip(*pairs, strict=True))
    yield compared(
        "one durable edit in a project of 10,000 cases",
        f"{many * 1e3:.1f} ms",
        f"of 100 cases: {few * 1e3:.1f} ms",
        statistics.median(one / other for one, other in pairs),
        1.5,
    )


def _edit(workspace: Workspace, number: int) -> float:
    case = case_key(number).id
    seen = workspace.record(case).fields["summary"].heads
    return seconds(lambda: workspace.edit(case, "summary", f"Het is {number} keer anders gegaan. En dat hielp.", seen))
