"""Measuring in a process of its own, so that one figure never warms up or weighs down the next."""

import json
import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Iterable

type Figures = dict[str, float]


def report(**figures: float) -> None:
    """What a measuring process prints for `run` to read."""
    print(json.dumps(figures))  # noqa: T201 - this is its answer


def peak_mebibytes() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(module: str, *arguments: object, env: dict[str, str] | None = None) -> Figures:
    """Runs `python -m module arguments` and reads the figures it reports."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | (env or {}))  # noqa: S603
    return {key: float(value) for key, value in json.loads(done.stdout.splitlines()[-1]).items()}


def median_of(values: Iterable[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def percentile(values: Iterable[float], share: float) -> float:
    """The value that this share of all stays under."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
