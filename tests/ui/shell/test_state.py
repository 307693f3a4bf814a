"""What the status bar says of the file."""

from pathlib import Path

import pytest

from tests.ui.room import Room
from werkboek_desktop.errors import NotSaved


@pytest.mark.parametrize(
    ("reported", "said"),
    [
        ("database or disk is full", "Niet opgeslagen: de schijf is vol"),
        ("attempt to write a readonly database", "Niet opgeslagen: je mag daar niets veranderen"),
        ("disk I/O error", "Niet opgeslagen: de schijf geeft een fout"),
    ],
)
def test_why_something_is_not_saved_is_said_once(room: Room, reported: str, said: str) -> None:
    room.office.session.drafts.trouble = NotSaved(Path("marit.werkboek"), reported)
    room.office.state.show_saved()
    assert room.window.status.saved_text() == said
    room.office.session.drafts.trouble = None
