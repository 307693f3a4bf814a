"""A window of the size that the tables are tested at."""

import pytest

from tests.ui.room import Room


@pytest.fixture
def room(room: Room) -> Room:
    """A window as small as one has to be."""
    room.window.resize(1280, 720)
    return room
