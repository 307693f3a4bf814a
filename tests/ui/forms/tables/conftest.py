"""A window of the size that the tables are tested at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.room import Room


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    """A window as small as one has to be."""
    made = Room(tmp_path, qtbot)
    made.window.resize(1280, 720)
    yield made
    made.close()
