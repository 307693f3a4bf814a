"""The stick goes round: two laptops at the door, without a network, one key out and one key in, and back."""

from pathlib import Path

import pytest

from tests.journeys.keyboard import Keyboard
from tests.ui.file_dialog import FileDialog
from tests.ui.room import YUSUF, Room
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.workspace import Workspace

SECRET = "molen kachel sloot gitaar"


def test_two_laptops_have_the_same_people_after_the_stick_went_round(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = FileDialog(monkeypatch)
    stick = room.folder / "stick"
    stick.mkdir()
    hands = Keyboard(room)
    walk_in(hands, "Sanne", "Vos")
    onto_the_stick(hands, dialog, stick / "marit.wbx")
    room.sit_at(room.folder / YUSUF, room.yusuf, "Yusuf Şahin")
    walk_in(hands, "Özgür", "Çelik")
    walk_in(hands, "Sanne", "Vos")
    from_the_stick(hands, dialog, stick / "marit.wbx")
    assert names(room) == ["Jelle Hek", "Sanne Vos", "Sanne Vos", "Özgür Çelik"]
    onto_the_stick(hands, dialog, stick / "yusuf.wbx")
    there = {scope: room.workspace.state_hash(scope) for scope in Scope}
    room.sit_at(room.folder / "marit.werkboek", room.marit, "Marit de Wit")
    from_the_stick(hands, dialog, stick / "yusuf.wbx")
    assert names(room) == ["Jelle Hek", "Sanne Vos", "Sanne Vos", "Özgür Çelik"]
    assert {scope: room.workspace.state_hash(scope) for scope in Scope} == there
    assert hands.presses <= 200, hands.presses


def walk_in(hands: Keyboard, first: str, last: str) -> None:
    """Somebody new at the door."""
    hands.press("Ctrl+4")
    hands.press("Ctrl+N")
    hands.to("Voornaam")
    hands.write(first)
    hands.to("Achternaam")
    hands.write(last)


def onto_the_stick(hands: Keyboard, dialog: FileDialog, place: Path) -> None:
    """With the people, so behind a passphrase that both know."""
    dialog.chosen = [place]
    hands.press("Ctrl+E")
    hands.to("Ook deelnemers, aanmeldingen en contacten")
    hands.press("Space")
    hands.to("Wachtzin")
    hands.type(SECRET)
    hands.to("Kies map")
    hands.press("Return")
    hands.to("Alleen het bestand")
    hands.press("Return")
    assert place.exists()


def from_the_stick(hands: Keyboard, dialog: FileDialog, place: Path) -> None:
    """One key, the passphrase, one key."""
    dialog.chosen = [place]
    hands.press("Ctrl+K")
    hands.enter("pakketten")
    hands.press("Ctrl+O")
    assert hands.is_at("Wachtzin van dit pakket")
    hands.enter(SECRET)
    hands.to("Ontvangen pakketten", keys="Shift+Tab")
    hands.press("Return")
    page = hands.room.office.navigation.packages
    assert "ingelezen om" in str(page.model.index(0).data())


def names(room: Room) -> list[str]:
    """Everybody who is there."""
    return sorted(row.title for row in room.workspace.rows("attendee"))


def test_a_stranger_finds_nothing_on_a_stick_that_was_lost(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = FileDialog(monkeypatch)
    hands = Keyboard(room)
    onto_the_stick(hands, dialog, room.folder / "stick.wbx")
    found = (room.folder / "stick.wbx").read_bytes()
    assert b"Jelle" not in found
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        (report,) = his.import_([room.folder / "stick.wbx"], passphrase="geraden").files
    assert report.error is not None
    assert report.error.code == "wrong_passphrase"
