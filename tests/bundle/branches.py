"""Which branches of the reader its tests and a quick fuzz go into: python -m tests.bundle.branches

Python's own monitoring tells of each jump that may be made or not; a branch is one of the two. It counts in this
process, so what runs only in the process apart is counted where its parts are tested here.
"""

import dis
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import CodeType

import pytest

MODULES = (
    *("apart", "assembly", "canonical", "container", "delta", "envelope", "lines", "manifest", "progress", "reader"),
    *("signatures", "source", "wrapped"),
)
LEAST = 0.95
TOOL = sys.monitoring.COVERAGE_ID
WAYS = 2_000

type Branch = tuple[str, str, int, int, bool]
"""File, function, line, offset, and whether the jump was made."""


def codes(folder: Path) -> Iterator[CodeType]:
    """All functions of the reader."""
    for name in MODULES:
        path = folder / f"{name}.py"
        yield from _within(compile(path.read_text(encoding="utf-8"), str(path), "exec"))


def _within(code: CodeType) -> Iterator[CodeType]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield inner
            yield from _within(inner)


def branches(code: CodeType) -> Iterator[tuple[Branch, Branch]]:
    """The two of each jump. An assertion that never fails is none, and what one exception is among others is none."""
    instructions = list(dis.get_instructions(code))
    line = code.co_firstlineno
    for at, each in enumerate(instructions):
        line = each.positions.lineno if each.positions and each.positions.lineno else line
        after = [other.opname for other in instructions[at + 1 : at + 3]]
        before = instructions[at - 1].opname
        is_told = "LOAD_ASSERTION_ERROR" in after or before == "CHECK_EXC_MATCH"
        if ("POP_JUMP" in each.opname or each.opname == "FOR_ITER") and not is_told:
            place = (code.co_filename, code.co_qualname, line, each.offset)
            yield (*place, True), (*place, False)


class Heard:
    """What was gone into."""

    def __init__(self, folder: Path) -> None:
        self.gone: set[tuple[str, str, int, bool]] = set()
        self._folder = str(folder)
        self._next: dict[CodeType, dict[int, int]] = {}

    def branch(self, code: CodeType, at: int, to: int) -> object:
        """Told by Python."""
        if not code.co_filename.startswith(self._folder):
            return sys.monitoring.DISABLE
        if code not in self._next:
            offsets = [each.offset for each in dis.get_instructions(code)]
            self._next[code] = dict(pairwise(offsets))
        self.gone.add((code.co_filename, code.co_qualname, at, self._next[code][at] != to))
        return None


def main() -> int:
    """Prints what was never gone into; 1 if that is too much."""
    folder = Path(__file__).parents[2] / "src" / "werkboek_desktop" / "bundle"
    heard = Heard(folder)
    sys.monitoring.use_tool_id(TOOL, "branches")
    sys.monitoring.register_callback(TOOL, sys.monitoring.events.BRANCH, heard.branch)
    sys.monitoring.set_events(TOOL, sys.monitoring.events.BRANCH)
    failed = pytest.main(["-q", "-p", "no:cacheprovider", "-m", "not thorough", str(Path(__file__).parent)])
    from tests.bundle import fuzz  # pytest wants to be the first to load a module with assertions

    fuzz.run(1, range(WAYS))
    sys.monitoring.set_events(TOOL, 0)
    every = {branch for code in codes(folder) for pair in branches(code) for branch in pair}
    missed = sorted(each for each in every if (each[0], each[1], each[3], each[4]) not in heard.gone)
    for file, function, line, _at, made in missed:
        sys.stdout.write(f"{Path(file).name}:{line} {function} {'jumped' if made else 'went on'}: never\n")
    share = 1 - len(missed) / len(every)
    sys.stdout.write(f"{len(every) - len(missed)} of {len(every)} branches: {share:.1%}\n")
    return int(bool(failed) or share < LEAST)


if __name__ == "__main__":
    sys.exit(main())
