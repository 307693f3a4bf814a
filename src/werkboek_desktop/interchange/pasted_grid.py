"""A table of HTML, cell by cell: a table with facts, or a way to put things beside each other."""

import re
from collections.abc import Sequence

_MARKER = re.compile(r" *(?:-|1\.|##|###|>) ")
_LONGEST_CELL = 400
_MOST_COLUMNS = 20


class Grid:
    """Cells of lines. `around` is what was written before the table."""

    def __init__(self, around: list[str]) -> None:
        self._around = around
        self._rows: list[list[str]] = []
        self._written: list[str] = []
        self._cell: list[str] = []
        self._span = (1, 1)
        self._below: dict[int, tuple[int, str]] = {}
        self._is_facts = True

    def begin_row(self) -> None:
        """Another row."""
        self._rows.append([])
        self._take_from_above()

    def begin_cell(self, across: int, down: int) -> list[str]:
        """Another cell; its lines belong in what comes back."""
        if not self._rows:
            self.begin_row()
        self._span, self._cell = (across, down), []
        return self._cell

    def end_cell(self, *, is_head: bool) -> list[str]:
        """The cell has all its lines; what is written next belongs in what comes back."""
        self._written += self._cell
        row, text = self._rows[-1], _text(self._cell)
        is_fact = "\t" not in text and len(text) <= _LONGEST_CELL and len(row) < _MOST_COLUMNS
        self._is_facts = self._is_facts and is_fact
        if not self._is_facts:
            return self._around
        if is_head and len(self._rows) == 1 and text and not text.startswith("**"):
            text = f"**{text}**"
        across, down = self._span
        for _column in range(across):
            if down > 1:
                self._below[len(row)] = (down - 1, text)
            row.append(text)
            text = ""
        self._take_from_above()
        return self._around

    def _take_from_above(self) -> None:
        """A cell that is several rows high counts in each of them."""
        row = self._rows[-1]
        while self._is_facts and len(self._rows) > 1 and (left := self._below.get(len(row), (0, "")))[0]:
            self._below[len(row)] = (left[0] - 1, left[1])
            row.append(left[1])

    def end(self) -> list[str]:
        """The table with what was written before it: a line a row, its cells apart by tabs, or just its lines."""
        rows = [row for row in self._rows if any(row)]
        columns = max(map(len, rows), default=0)
        if self._is_facts and len(rows) > 1 and columns > 1:
            self._around += ["", *("\t".join([*row, *[""] * (columns - len(row))]) for row in rows), ""]
        else:
            self._around += self._written
        return self._around


def _text(lines: Sequence[str]) -> str:
    """A cell on one line."""
    is_list = any(_MARKER.match(line) for line in lines)
    return (", " if is_list else " ").join(_MARKER.sub("", line, count=1) for line in lines if line)
