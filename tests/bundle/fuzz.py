"""Bundles that somebody damaged with care: each is read or refused, and nothing else happens.

python -m tests.bundle.fuzz --count N --seed S [--every K --first F] reads inputs F, F + K, F + 2K, … below N, and
prints what became of them as JSON. An input follows from seed and number alone. Whatever ends otherwise is kept in
tests/data/crashes, where test_fuzz.py reads it again for ever.
"""

import argparse
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.bundle.fuzz_shapes import SHAPES
from tests.bundle.fuzz_ways import RESEALED, WAYS, WEIGHTS
from tests.bundle.samples import SCOPES
from tests.bundle.vectors import PASSPHRASE
from werkboek_desktop.bundle.reader import read
from werkboek_desktop.bundle.signatures import check_proven
from werkboek_desktop.bundle.wrapped import bundles
from werkboek_desktop.errors import Refusal

CRASHES = Path(__file__).parents[1] / "data" / "crashes"
SECONDS = 5
MEMORY = 1_500_000_000


class Input(NamedTuple):
    """`resealed`: zip, hashes and signatures were made valid again after what was done to it."""

    data: bytes
    what: str
    resealed: bool


def make(seed: int, number: int) -> Input:
    """The input of this number; the same every time."""
    random = Random(f"{seed} {number}")
    shape = random.choice(SHAPES)
    how = random.choices(WAYS, WEIGHTS)[0]
    return Input(how(random, shape), how.__name__, how in RESEALED)


def outcome(data: bytes) -> str:
    """The code of the refusal, or "read"; anything else that happens is a defect and is raised."""
    try:
        for found in bundles(data):
            bundle = read(found.data, kind_scope=SCOPES.get, passphrase=PASSPHRASE)
            check_proven(bundle.changes, bundle.unproven, (), ())
            assert len({change.id for change in bundle.changes}) == len(bundle.changes)
            assert all(sha256(content).hexdigest() == name for name, content in bundle.attachments.items())
    except Refusal as refusal:
        return refusal.code if refusal.message and refusal.advice else "DEFECT no words"
    return "read"


def run(seed: int, numbers: Iterable[int]) -> Counter[str]:
    """How many became what; keeps each that ended otherwise, or took too long."""
    told: Counter[str] = Counter()
    for number in numbers:
        made = make(seed, number)
        began = time.monotonic()
        try:
            ended = outcome(made.data)
        except Exception as error:
            ended = f"DEFECT {type(error).__name__}"
        if time.monotonic() - began > SECONDS and _takes_long(made.data):  # perhaps the computer had more to do
            ended = "DEFECT time"
        if ended.startswith("DEFECT"):
            CRASHES.mkdir(exist_ok=True)
            (CRASHES / f"{made.what}-{sha256(made.data).hexdigest()[:12]}").write_bytes(made.data)
        told.update((ended, f"way {made.what}", *(("resealed",) if made.resealed else ())))
        told["inputs"] += 1
    return told


def _takes_long(data: bytes) -> bool:
    began = time.process_time()
    outcome(data)
    return time.process_time() - began > SECONDS


def main() -> int:
    """Prints the counts, and exits with 1 after a defect."""
    parser = argparse.ArgumentParser()
    for name, default in (("count", 2_000), ("seed", 1), ("first", 0), ("every", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    asked = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    began = time.perf_counter()
    told = run(asked.seed, range(asked.first, asked.count, asked.every))
    told["seconds"] = round(time.perf_counter() - began)
    sys.stdout.write(json.dumps(told, indent=1, sort_keys=True) + "\n")
    return int(any(name.startswith("DEFECT") for name in told))


if __name__ == "__main__":
    sys.exit(main())
