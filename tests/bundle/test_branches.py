"""The tests and a fuzz go into the branches of the reader."""

import subprocess
import sys

import pytest


@pytest.mark.thorough
def test_nearly_every_branch_of_the_reader_is_gone_into() -> None:
    told = subprocess.run([sys.executable, "-m", "tests.bundle.branches"], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout[-3_000:]
