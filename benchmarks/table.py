"""The table of figures, as Markdown."""

from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """One comparison. Without a bar it is only told; `met` is then None."""

    work: str
    figure: str
    peer: str
    ratio: str = ""
    bar: str = ""
    met: bool | None = None


HEAD = Row("work", "Werkboek", "against", "ratio", "bar")


def compared(work: str, figure: str, peer: str, ratio: float, bar: float | None = None) -> Row:
    """A row about a ratio; `bar` is the highest that is fine."""
    if bar is None:
        return Row(work, figure, peer, f"{ratio:.2f}")
    return Row(work, figure, peer, f"{ratio:.2f}", f"≤ {bar:g}", ratio <= bar)


def table(rows: Iterable[Row]) -> str:
    """The rows below each other, the columns in line."""
    cells = [[*HEAD[:5], "met"], *([*row[:5], _met(row)] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [" | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in cells]
    lines.insert(1, " | ".join("-" * width for width in widths))
    return "\n".join(f"| {line} |" for line in lines)


def _met(row: Row) -> str:
    return "" if row.met is None else "yes" if row.met else "**no**"
