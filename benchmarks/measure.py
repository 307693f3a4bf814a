"""Measuring in a process of its own, so that one figure never warms up or weighs down the next."""

import json
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from time import perf_counter, process_time

type Figures = dict[str, float]


class Stopwatch:
    """Starts when it is made."""

    def __init__(self) -> None:
        self._start = perf_counter()
        self._cpu = _worked()

    def figures(self) -> Figures:
        """Seconds that passed, and those of work, that of processes which ended meanwhile included.

        On a busy machine only the latter say much.
        """
        return {"seconds": perf_counter() - self._start, "cpu": _worked() - self._cpu}


def _worked() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def seconds(act: Callable[[], object]) -> float:
    """How long it takes."""
    start = perf_counter()
    act()
    return perf_counter() - start


def report(**figures: float) -> None:
    """What a measuring process prints for `run` to read."""
    print(json.dumps(figures))  # noqa: T201 - this is its answer


def peak_mebibytes() -> float:
    """The most memory that this process has held, and with it the most of any that it waited for."""
    return sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


def call(module: str, *arguments: object) -> str:
    """What `python -m module arguments` prints. Its peak memory is never under that of this process, so stay small."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout  # noqa: S603


def run(module: str, *arguments: object) -> Figures:
    """The figures that a measuring process reports."""
    return {key: float(value) for key, value in json.loads(call(module, *arguments)).items()}


def median_of(figures: Sequence[Figures], key: str) -> float:
    """The middle one."""
    return statistics.median(each[key] for each in figures)


def median_ratio(ours: Iterable[Figures], peers: Iterable[Figures], key: str) -> float:
    """The middle one of the ratios of each pair, which were measured one after the other."""
    return statistics.median(one[key] / other[key] for one, other in zip(ours, peers, strict=True))


def percentile(values: Iterable[float], share: float) -> float:
    """The value that this share of all stays under."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
