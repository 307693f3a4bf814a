"""Fixtures of the journeys through a window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.room import Room


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    """A window on a small project of two computers."""
    made = Room(tmp_path, qtbot)
    yield made
    made.close()
