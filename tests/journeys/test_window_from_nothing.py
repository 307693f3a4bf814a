"""A masterclass with its programme, an attendee and a chapter, from nothing, with nothing but the keyboard."""

from pypdf import PdfReader
from PySide6.QtWidgets import QTabBar

from tests.journeys.keyboard import Keyboard, at
from tests.ui.room import Room

PROGRAMME = (
    ("12:30", "30", "Inloop", "in"),
    ("13u", "45", "Opening", "ple"),
    ("15:00", "60", "Aan tafel", "wor"),
    ("14:30", "20", "Pauze", "pau"),
    ("16.15", "45", "Wat nemen wij mee?", "ter"),
)


def filled(room: Room, record: str) -> dict[str, object]:
    """What stands in a record."""
    return {key: view.value for key, view in room.workspace.record(record).fields.items() if view.value is not None}


def turn_to(hands: Keyboard, title: str) -> None:
    """Turns to a tab of the form."""
    bar: QTabBar = hands.room.page().form.tab_bar
    while bar.tabText(bar.currentIndex()) != title:
        assert bar.currentIndex() < bar.count() - 1, title
        hands.press("Ctrl+PgDown")


def test_a_masterclass_with_its_programme(room: Room) -> None:
    for first, infix, last in (("Sanne", "’t", "Hoek"), ("Özgür", None, "Çelik")):
        room.workspace.create_record("attendee", None, {"first_name": first, "infix": infix, "last_name": last})
    hands = Keyboard(room)
    hands.press("Ctrl+3")
    hands.press("Ctrl+N")
    day = room.page().record
    write_day(hands)
    assert filled(room, day) == {
        "title": "Zicht op de wijk",
        "number": 3,
        "date": "2026-11-26",
        "start": "13:00",
        "end": "17:00",
        "mode": "fysiek",
        "venue": "Buurthuis De Haard",
        "room": "Grote zaal",
        "capacity": 40,
    }
    turn_to(hands, "Programma")
    write_programme(hands)
    move_the_workshop(hands)
    has_its_programme(room, day)
    put_people_on_the_list(hands)
    attendances = room.workspace.owned(day, "attendance")
    assert {room.workspace.title(str(each.value("attendee"))): each.value("status") for each in attendances} == {
        "Jelle Hek": "confirmed",
        "Sanne ’t Hoek": "invited",
        "Özgür Çelik": "waitlisted",
    }
    room.workspace.check()
    assert hands.presses <= 235, hands.presses


def has_its_programme(room: Room, day: str) -> None:
    """In the order of the day, with the workshop before the break."""
    starts = {str(view.value("title")): view.value("start") for view in room.workspace.owned(day, "session")}
    assert sorted(starts.items(), key=lambda each: str(each[1])) == [
        ("Inloop", "12:30"),
        ("Opening", "13:00"),
        ("Aan tafel", "14:00"),
        ("Pauze", "14:30"),
        ("Wat nemen wij mee?", "16:15"),
    ]
    workshop = next(view for view in room.workspace.owned(day, "session") if view.value("title") == "Aan tafel")
    assert filled(room, workshop.id) == {
        "start": "14:00",
        "minutes": 60,
        "title": "Aan tafel",
        "type": "workshop",
        "case": room.case,
    }


def write_day(hands: Keyboard) -> None:
    """What the form asks of a day."""
    hands.type("Zicht op de wijk")
    hands.press("Shift+Tab")
    hands.write("3")
    hands.to("Datum")
    hands.write("do 26 nov 2026")
    hands.write("13")
    hands.write("17u")
    hands.write("fys")
    hands.write("Buurthuis De Haard")
    hands.write("Grote zaal")
    hands.write("40")


def write_programme(hands: Keyboard) -> None:
    """Five parts of the day."""
    for start, minutes, title, type_ in PROGRAMME:
        hands.write(start)
        hands.write(minutes)
        hands.write(title)
        hands.enter(type_)
    assert at() == "Begin, nieuw: programmaonderdeel"


def move_the_workshop(hands: Keyboard) -> None:
    """The workshop goes before the break, and gets its case: found by three letters."""
    hands.press("Esc")
    hands.press("Up", 2)
    hands.press("Ctrl+Return")
    hands.to("Praktijkvoorbeeld")
    hands.type("kol")
    hands.press("Down")
    hands.press("Return")
    hands.press("Esc")
    hands.enter("14:00")


def put_people_on_the_list(hands: Keyboard) -> None:
    """Each by a few letters of the name, and what they are by the first letters of that."""
    hands.press("Ctrl+PgUp")
    for name, status in (("jel", "b"), ("san", "u"), ("cel", "w")):
        hands.enter(name)
        hands.enter(status)


def test_an_attendee_at_the_door(room: Room) -> None:
    day = str(room.workspace.create_record("masterclass", None, {"title": "Zicht op de wijk"}).record)
    hands = Keyboard(room)
    hands.press("Ctrl+4")
    hands.press("Ctrl+N")
    person = room.page().record
    assert hands.is_at("Voornaam")
    hands.write("Sanne")
    hands.write("’t")
    hands.write("Hoek")
    hands.write("Gemeente Den Haag")
    hands.write("gem")
    hands.type("den haa")
    hands.press("Down")
    hands.press("Return")
    hands.to("Foto’s mogen")
    assert filled(room, person) == {
        "first_name": "Sanne",
        "infix": "’t",
        "last_name": "Hoek",
        "organisation": "Gemeente Den Haag",
        "organisation_type": "gemeente",
        "municipality": "'s-Gravenhage",
    }
    hands.press("Space")
    hands.to("Deelnames", keys="Shift+Tab")
    assert room.workspace.record(person).value("consent_photo") == room.workspace.today.isoformat()
    assert "consent_list" not in filled(room, person)
    hands.enter("zic")
    (attendance,) = room.workspace.owned(day, "attendance")
    assert (attendance.value("attendee"), attendance.value("status")) == (person, "registered")
    assert room.workspace.title(person) == "Sanne ’t Hoek"
    assert hands.presses <= 65, hands.presses


def test_a_chapter_about_a_case(room: Room) -> None:
    workbook = room.workspace.project.workbook
    before = [
        str(room.workspace.create_record("chapter", workbook, {"title": title}).record) for title in ("Een", "Twee")
    ]
    hands = Keyboard(room)
    hands.press("Ctrl+6")
    hands.press("Ctrl+N")
    chapter = room.page().record
    hands.write("Een wijk aan het werk")
    hands.write("prakt")
    hands.write("Wat één straat ons leerde.")
    hands.to("Praktijkvoorbeeld")
    hands.type("kol")
    hands.press("Down")
    hands.press("Return")
    assert filled(room, chapter).keys() >= {"title", "type", "intro", "case"}
    assert room.workspace.record(chapter).value("case") == room.case
    hands.press("Ctrl+Shift+L")
    hands.to("Meer met hoofdstuk")
    hands.press("Return")
    hands.press("Down")
    hands.press("Return")
    assert [row.id for row in room.workspace.rows("chapter")] == [before[0], chapter, before[1]]
    out = room.folder / "hoofdstuk.pdf"
    room.office.printer.make(room.page(), chapter, out)
    room.settle()
    paper = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(out).pages)
    assert "Wat één straat ons leerde." in paper
    assert "De straat bleef stil." in paper
    assert hands.presses <= 71, hands.presses
