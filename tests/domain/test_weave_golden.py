"""Tokens, diff and merges that must stay what they are, on every computer. Frozen from the first release on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.domain.weave_golden import digest, readable
from werkboek_desktop.domain.diff import matches
from werkboek_desktop.domain.tokens import tokenize
from werkboek_desktop.domain.weave import Weave

ROOT = Path(__file__).parents[2]
DIGEST = "e2210d04bb11b436a6d357a447143006d5a23beea7595297cfde69528233e8fd"
OLD = "## Aanpak\nDhr. De Wit belde. De politie kwam om 10.30 uur.\n- Eén bewoner sprak.\n- Niemand zag iets."
A = "## Aanpak\nDhr. De Wit belde. De politie kwam te laat.\n- Eén bewoner sprak.\n- Niemand zag iets.\n- Later wel."
B = "## De aanpak\nDhr. De Wit belde. De politie kwam om 10.30 uur.\nEén bewoner sprak."


def test_tokens() -> None:
    assert tokenize(OLD) == [
        *("## ", "Aanpak", "\n"),
        *("Dhr. De Wit belde.", "De politie kwam om 10.30 uur.", "\n"),
        *("- ", "Eén bewoner sprak.", "\n"),
        *("- ", "Niemand zag iets.", "\n"),
    ]


def test_diff() -> None:
    kept = [(0, 0, 1), (2, 2, 1), (3, 3, 1), (4, 4, 1), (5, 5, 1), (7, 6, 1), (8, 7, 1)]
    assert matches(tokenize(OLD), tokenize(B)) == kept


def test_merge() -> None:
    weave = Weave()
    root, a, b = (digit * 64 for digit in "0ab")
    acts = [weave.add(root, [], 1, OLD), weave.add(a, [root], 2, A), weave.add(b, [root], 2, B)]
    assert [act.to_bytes().hex() for act in acts] == [
        "00010000000c0000",
        f"01{root}0201030401010b0c0301010400",
        f"01{root}010100010105010101060109010a010b00",
    ]
    assert [*map(readable, weave.state([a, b]))] == [
        "## De aanpak\nDhr. De Wit belde. De politie kwam te laat.\nEén bewoner sprak.",
        [(a, "\n- Niemand zag iets.\n- Later wel."), (b, "")],
    ]


def test_random_histories() -> None:
    assert digest() == DIGEST


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_seed_of_hashes_changes_nothing(seed: str) -> None:
    run = [sys.executable, "-m", "tests.domain.weave_golden"]
    env = os.environ | {"PYTHONHASHSEED": seed}
    assert subprocess.run(run, cwd=ROOT, env=env, check=True, capture_output=True, text=True).stdout == DIGEST
