"""Fixtures of the tests of the workspace."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workspace.two import Two


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    """Anna and Bert with the same project."""
    made = Two(tmp_path)
    yield made
    made.anna.close()
    made.bert.close()
