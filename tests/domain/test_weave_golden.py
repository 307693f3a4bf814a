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
DIGEST = "07de92f07ef7446e3d4e257ca01e4a248eb3d1b0cba906ac8bd1937eb719f88e"
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
    weave.add(root, [], 1, OLD)
    weave.add(a, [root], 2, A)
    weave.add(b, [root], 2, B)
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
