"""Five kinds of conflict between two computers, answered by real key presses."""

from PySide6.QtWidgets import QLabel

from tests.journeys.keyboard import Keyboard
from tests.ui.room import START, YUSUF, Room
from werkboek_desktop.workspace import Workspace


def torn(room: Room) -> tuple[str, str]:
    """A text, a number, what decides about leaving the room, a reference, and a case that was thrown away meanwhile."""
    people = [str(room.workspace.create_record("person", None, {"name": name}).record) for name in ("Piet", "Anna")]
    second = str(room.workspace.create_record("case", None, {"title": "Het duinpark", "subtitle": "Licht"}).record)
    start = room.folder / "start.wbx"
    room.workspace.export(start)
    room.to_yusuf(start)
    his = START.replace("deed open", "deed de deur open")
    bundle = room.from_yusuf(summary=his, costs="92500", sharing="gemeenten", written_by=people[0])
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as yusuf:
        yusuf.delete(second)
        yusuf.export(bundle.with_name("alles.wbx"))
    room.workspace.set_field(room.case, "summary", START.replace("Niemand", "Bijna niemand"))
    room.workspace.set_field(room.case, "costs", "85000")
    room.workspace.set_field(room.case, "sharing", "openbaar")
    room.workspace.set_field(room.case, "written_by", people[1])
    room.workspace.set_field(second, "subtitle", "Licht en lucht")
    room.workspace.import_([bundle.with_name("alles.wbx")])
    room.settle()
    return second, people[0]


def test_five_kinds_of_conflict_are_answered_by_keyboard(room: Room) -> None:
    second, piet = torn(room)
    fields = {field for _record, field in room.workspace.summary().conflicts}
    assert fields == {"summary", "costs", "sharing", "written_by"}
    hands = Keyboard(room)
    hands.press("Ctrl+F9")
    page = room.office.settling.page
    keys = {"summary": "Alt+4", "costs": "Alt+1", "sharing": "Alt+2", "written_by": "Alt+2"}
    while room.workspace.summary().conflicts:
        place = page.place()
        assert isinstance(place, tuple)
        if place[1] == "sharing":
            said = [each.text() for each in page.findChildren(QLabel) if "voorzichtigste" in each.text()]
            assert said == ["Tot er gekozen is, geldt de voorzichtigste versie: Gemeenten."]
        hands.press(keys.pop(str(place[1])))
        hands.press("Ctrl+Return")
    values = {field: room.value(field) for field in fields}
    assert values == {
        "summary": START.replace("Niemand deed open", "Bijna niemand deed de deur open"),
        "costs": "85000",
        "sharing": "gemeenten",
        "written_by": piet,
    }
    hands.press("Ctrl+K")
    hands.enter("duinpark")
    assert room.page().record == second
    assert room.page().notices.isVisible()
    hands.to("Laat het staan", keys="Shift+Tab")
    hands.press("Space")
    assert room.workspace.record(second).notices == ()
    assert not room.workspace.record(second).deleted
    assert not room.page().notices.isVisible()
    assert hands.presses <= 60, hands.presses
    back = room.folder / "terug.wbx"
    room.workspace.export(back)
    room.to_yusuf(back)
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as yusuf:
        assert yusuf.summary().conflicts == ()
        assert {field: yusuf.record(room.case).value(field) for field in fields} == values
        assert not yusuf.record(second).deleted
