"""Whose data goes and whose stays, by keyboard alone: erased here, kept from who may not have it, and answered."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel, QWidget

from tests.journeys.keyboard import Keyboard
from tests.ui.mail_program import MailProgram
from tests.ui.room import PATIENCE, YUSUF, Room, computer
from werkboek_desktop.domain.values import Value
from werkboek_desktop.workspace import Workspace, import_into


def words(part: QWidget) -> str:
    return " ".join(" ".join(each.text() for each in part.findChildren(QLabel) if each.isVisible()).split())


def test_an_attendee_who_asks_for_it_is_erased_with_the_keyboard(room: Room) -> None:
    hands = Keyboard(room)
    hands.press("Ctrl+K")
    hands.enter("jelle")
    hands.press("Ctrl+K")
    hands.enter("voorgoed wissen")
    panel = room.office.erasing.panel()
    assert "Deelnemer ‘Jelle Hek’" in words(panel)
    hands.enter("wissen")
    assert "Voorgoed gewist: 2 teksten en waarden." in words(panel)
    hands.press("Return")
    assert room.workspace.rows("attendee") == []
    assert b"Jelle" not in room.file.read_bytes()
    hands.press("Ctrl+K")
    hands.type("jelle")
    assert "Niets gevonden voor ‘jelle’." in words(room.office.palette)


def test_to_a_municipality_goes_what_it_may_see_and_the_rest_says_why_it_stays(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    MailProgram(monkeypatch)
    soon = QDate.currentDate().addDays(30).toString("yyyy-MM-dd")
    room.workspace.set_field(room.case, "sharing", "gemeenten")
    for title, sharing, until in (("De Kade", "intern", None), ("De Haven", "openbaar", soon)):
        fields: dict[str, Value] = {
            "title": title,
            "sharing": sharing,
            "municipalities": ("Lindevaart",),
            "status": "published",
        }
        record = str(room.workspace.create_record("case", None, fields).record)
        if until:
            room.workspace.set_field(record, "embargo_until", until)
    hands = Keyboard(room)
    hands.press("Ctrl+E")
    hands.press("End")
    hands.press("Up")
    hands.to("Welke gemeente?")
    hands.type("Meerdrecht")
    hands.press("Esc")
    hands.to("Waar komt het bestand?")
    page = room.office.navigation.packages.export
    room.qtbot.waitUntil(
        lambda: "1 praktijkvoorbeeld en wat erbij hoort De Kolenbuurt" in words(page), timeout=PATIENCE
    )
    said = words(page)
    assert "Dit blijft hier De Haven" in said
    assert "De Kade Dit is alleen voor de redactie." in said
    hands.to("Verstuur met een mail")
    hands.press("Return")
    assert "Gemaakt: " in words(page)
    sent = room.workspace.sent()[0]
    theirs = room.folder / "gemeente.werkboek"
    import_into(theirs, computer(room.folder, "gemeente"), [room.folder / sent.file], author="Els")
    with Workspace.open(theirs, computer(room.folder, "gemeente"), author="Els") as there:
        assert [row.title for row in there.rows("case")] == ["De Kolenbuurt"]
        assert there.rows("attendee") == []


def erased_by_yusuf(room: Room) -> Path:
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    out = room.folder / "gewist.wbx"
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        his.erase(room.case, "summary")
        his.export(out)
    return out


@pytest.mark.parametrize(
    ("answer", "told", "is_gone"),
    [("Ja, wis het hier ook", "Voorgoed gewist: ", True), ("Nee, verborgen laten", "Het blijft verborgen", False)],
)
def test_what_a_colleague_erased_is_answered_with_the_keyboard(
    room: Room, answer: str, told: str, is_gone: bool
) -> None:
    room.workspace.import_([erased_by_yusuf(room)])
    hands = Keyboard(room)
    hands.press("Ctrl+K")
    hands.enter("wat wiste een collega")
    overview = room.office.navigation.packages.overview
    assert "Yusuf Şahin wil voorgoed wissen" in words(overview)
    hands.to(answer)
    hands.press("Return")
    room.qtbot.waitUntil(lambda: told in words(overview), timeout=PATIENCE)
    room.qtbot.waitUntil(lambda: "wil voorgoed wissen" not in words(overview), timeout=PATIENCE)
    assert room.value("summary") is None
    assert (b"Niemand deed open" not in room.file.read_bytes()) is is_gone
    hands.settle()
