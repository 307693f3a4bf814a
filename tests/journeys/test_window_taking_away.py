"""What goes again, by keys alone: an import that came too early, and a person who asks to be forgotten."""

from PySide6.QtWidgets import QLabel

from tests.journeys.keyboard import Keyboard
from tests.ui.room import PATIENCE, YUSUF, Room
from werkboek_desktop.workspace import Workspace


def test_an_import_that_came_too_early_is_taken_back_and_comes_again(room: Room) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf", costs="92500")])
    room.workspace.set_field(room.case, "costs", "92600")
    hands = Keyboard(room)
    hands.press("Ctrl+K")
    hands.enter("pakketten")
    hands.to("Ontvangen pakketten")
    hands.press("Down")
    hands.to("Draai terug")
    hands.press("Return")
    assert hands.is_at("Draai dit pakket terug")
    hands.press("Return")
    assert (room.value("subtitle"), room.value("costs")) == (None, "92600")  # what was written on stays
    hands.to("Zet weer terug")
    hands.press("Return")
    hands.press("Return")
    assert room.value("subtitle") == "Van Yusuf"
    assert hands.presses <= 25, hands.presses


def test_somebody_who_asks_to_be_forgotten_is_forgotten_at_both_computers(room: Room) -> None:
    workspace = room.workspace
    (person,) = [row.id for row in workspace.rows("attendee")]
    secret = "molen kachel sloot gitaar"
    room.to_yusuf(workspace.export(room.folder / "werk.wbx").path)
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        his.import_(
            [workspace.export(room.folder / "mensen.wbx", people=True, passphrase=secret).path], passphrase=secret
        )
        assert [row.title for row in his.rows("attendee")] == ["Jelle Hek"]
    hands = Keyboard(room)
    hands.press("Ctrl+4")
    hands.press("Return")
    hands.press("Ctrl+K")
    hands.enter("voorgoed wissen")
    assert "Deelnemer ‘Jelle Hek’" in [each.text() for each in room.office.erasing.panel().findChildren(QLabel)]
    hands.enter("wissen")
    assert hands.is_at("Klaar")
    hands.press("Return")
    assert hands.presses <= 29, hands.presses
    assert workspace.rows("attendee") == []
    room.to_yusuf(workspace.export(room.folder / "na.wbx").path)
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        bundle = workspace.export(room.folder / "na-mensen.wbx", people=True, passphrase=secret).path
        his.import_([bundle], passphrase=secret)
        assert his.rows("attendee") == []
        assert [each.record for each in his.erases()] == [person]
    room.sit_at(room.folder / YUSUF, room.yusuf, "Yusuf Şahin")
    hands.press("Ctrl+1")
    room.qtbot.waitUntil(lambda: not room.desk.session.agenda.busy(), timeout=PATIENCE)
    hands.settle()
    hands.to("Beantwoord")
    hands.press("Return")
    hands.to("Ja, wis het hier ook")
    hands.press("Return")
    room.qtbot.waitUntil(lambda: room.workspace.erases() == [], timeout=PATIENCE)
    assert "Jelle" not in (room.folder / YUSUF).read_bytes().decode("latin-1")
