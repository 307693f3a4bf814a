"""The stick goes round with few keys: the folder of last time is there, and one press works both ways."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from tests.journeys.keyboard import Keyboard
from tests.ui.room import PATIENCE, YUSUF, Room
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.ui.pages.packages.tabs import CONTACTS, RECEIVED
from werkboek_desktop.workspace import Workspace, import_into
from werkboek_desktop.workspace.swapping import swap

SECRET = "molen kachel sloot gitaar"


@pytest.fixture
def stick(room: Room) -> Path:
    folder = room.folder / "stick"
    folder.mkdir()
    return folder


def swap_of(hands: Keyboard, stick: Path) -> None:
    """The first time one says where it is, and which passphrase both know."""
    hands.press("Ctrl+Shift+E")
    assert hands.is_at("Welke stick of map?")
    hands.type(str(stick))
    hands.to("Ook deelnemers, aanmeldingen en contacten")
    hands.press("Space")
    hands.to("Wachtzin")
    hands.type(SECRET)
    hands.to("Wissel uit")
    hands.press("Return")


def words(room: Room) -> str:
    labels = room.office.navigation.packages.findChildren(QLabel)
    return " ".join(" ".join(each.text() for each in labels if each.isVisible()).split())


def test_the_stick_goes_round_and_from_the_second_time_on_that_is_two_keys(room: Room, stick: Path) -> None:
    hands = Keyboard(room)
    swap_of(hands, stick)
    assert "Er lag niets van anderen." in words(room)
    (mine,) = stick.iterdir()
    assert b"Jelle" not in mine.read_bytes()
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        his.create_record("attendee", None, {"first_name": "Özgür", "last_name": "Çelik"})
        his.set_field(room.case, "subtitle", "Van de stick")
        assert swap(his, stick, people=True, passphrase=SECRET).files[0].new
        there = {scope: his.state_hash(scope) for scope in Scope}
    pressed = hands.presses
    hands.press("Ctrl+Shift+E")
    assert hands.is_at("Wissel uit")
    hands.press("Return")
    assert hands.presses - pressed == 2
    room.qtbot.waitUntil(lambda: "Wat er lag is ingelezen." in words(room), timeout=PATIENCE)
    assert "Verslag: " in words(room)
    assert room.value("subtitle") == "Van de stick"
    assert sorted(row.title for row in room.workspace.rows("attendee")) == ["Jelle Hek", "Özgür Çelik"]
    assert {scope: room.workspace.state_hash(scope) for scope in Scope} == there
    assert len(list(stick.iterdir())) == 2


def test_the_folder_is_offered_the_next_day_too_and_asked_for_where_the_stick_is_out(room: Room, stick: Path) -> None:
    swap(room.workspace, stick)
    room.restart()
    hands = Keyboard(room)
    hands.press("Ctrl+Shift+E")
    assert hands.is_at("Wissel uit")
    stick.rename(stick.with_name("weg"))
    hands.press("Return")
    assert "stick is geen map." in words(room)
    assert "Steek de stick erin en druk op Enter." in words(room)
    assert hands.is_at("Welke stick of map?")
    stick.with_name("weg").rename(stick)
    hands.press("Return")
    assert "Op de stick staat nu" in words(room)


def test_where_the_stick_is_is_asked_and_nothing_lands_elsewhere(
    room: Room, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (room.folder / "hier").mkdir()
    monkeypatch.chdir(room.folder / "hier")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(stick))
    hands = Keyboard(room)
    hands.press("Ctrl+Shift+E")
    hands.press("Return")
    assert hands.is_at("Wissel uit")
    assert [*stick.iterdir(), *Path().iterdir()] == []
    hands.press("Return")
    assert len(list(stick.iterdir())) == 1


def test_whatever_list_one_came_from_what_came_stands_beside_the_stick(room: Room, stick: Path) -> None:
    room.office.navigation.go("packages")
    page = room.office.navigation.packages
    page.show_side(CONTACTS)
    swap_of(Keyboard(room), stick)
    assert page.tabs.current() == RECEIVED
    assert page.received.isVisible()


def test_what_is_in_doubt_is_not_read_in_and_stands_in_the_list(room: Room, stick: Path) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Bekend")])
    elsewhere = room.folder / "kantoor.werkboek"
    computer = room.yusuf.__class__(room.folder / "kantoor", room.yusuf.clock, room.yusuf.entropy)
    import_into(elsewhere, computer, [next(room.folder.glob("yusuf-*.wbx"))], author="Yusuf Şahin")
    with Workspace.open(elsewhere, computer, author="Yusuf Şahin") as his:
        his.set_field(room.case, "subtitle", "Van een ander?")
        swap(his, stick)
    (stick / "stuk.wbx").write_bytes(b"PK\x03\x04kapot")
    made = swap(room.workspace, stick)
    assert not made.files
    assert {each.path.name for each in made.left} >= {"stuk.wbx"}
    assert len(made.left) == 2
    assert room.value("subtitle") == "Bekend"
    assert made.exported
    assert made.exported.path.parent == stick


def test_what_came_is_shown_where_nothing_can_be_put_on_the_stick(room: Room, stick: Path) -> None:
    made = swap(room.workspace, stick).exported
    assert made
    made.path.unlink()
    made.path.mkdir()
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        his.set_field(room.case, "subtitle", "Van de stick")
        swap(his, stick)
    hands = Keyboard(room)
    hands.press("Ctrl+Shift+E")
    hands.press("Return")
    room.qtbot.waitUntil(lambda: "Verslag: " in words(room), timeout=PATIENCE)
    assert "Er is niets op de stick gezet." in words(room)
    assert room.value("subtitle") == "Van de stick"
