"""Fixtures of the tests of fields."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.forms.paper import Paper

type Lay = Callable[..., Paper]


@pytest.fixture
def lay(tmp_path: Path, qtbot: QtBot) -> Iterator[Lay]:
    """Lays fields of a kind on the table."""
    made: list[Paper] = []

    def make(kind: str, *fields: str) -> Paper:
        made.append(Paper(tmp_path, qtbot, kind, *fields))
        return made[-1]

    yield make
    for each in made:
        each.close()
