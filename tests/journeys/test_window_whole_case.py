"""A whole case from nothing, with nothing but the keyboard."""

from pypdf import PdfReader

from tests.journeys.keyboard import Keyboard, at
from tests.ui.room import Room
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.ui.widgets.gaps import Sentence

TEXTS = {
    "summary": "Wij geven de straat terug aan wie er woont.",
    "opening": "Om zeven uur gaat de school open.",
    "context": "In één jaar sloten wij acht panden.",
    "approach": "Elke dinsdag zitten wij aan één tafel.",
    "partnership": "De corporatie en het jongerenwerk doen mee.",
    "balance": "Na elke sluiting komt er een werkplek.",
    "effects": "De buurt belt weer.",
    "ideas": "Een voordeur die altijd open is.",
    "lessons": "Begin klein en blijf lang.",
    "outlook": "De werkplek blijft.",
    "needs": "Twee dagen in de week en een mandaat.",
    "discussion": "Wie ontbreekt er aan jullie tafel?",
}
OWNED: dict[str, list[dict[str, Value]]] = {
    "measure": [
        {"measure": "Werkplek", "type": "preventive"},
        {"measure": "Sluiting", "type": "repressive"},
        {"measure": "Rolmodellen", "type": "both"},
    ],
    "bottleneck": [{"bottleneck": "Niemand deelt informatie.", "solution": "Een convenant.", "works": "Ja."}],
    "partner": [{"name": "Gemeente Kolenstad", "role": "lead"}],
    "result": [{"result": "De buurt belt weer"}, {"result": "Minder panden dicht"}],
    "timeline": [{"date": "2025-04-08", "event": "De nieuwe voordeur"}],
    "quote": [{"quote": "Ze kwamen elke week terug.", "speaker": "Een moeder uit de wijk"}],
    "document": [],
    "contact": [],
    "image": [],
    "source": [
        {"title": "Monitor Kolenbuurt 2025", "url": "https://kolenstad.nl/monitor", "consulted_on": "2025-03-03"}
    ],
}
MOST = 1_030
"""Key presses; most of them are the letters of what is written."""
HEAD: dict[str, Value] = {
    "title": "De Kolenbuurt werkt",
    "subtitle": "Van dichte deur naar werkplek",
    "municipalities": ("GM0518",),
    "neighbourhoods": "Kolenbuurt",
    "inhabitants": 4210,
    "inhabitants_year": 2024,
    "inhabitants_source": "CBS",
    "scale": "wijk",
    "forms": ("straathandel", "wietteelt"),
    "phase": "uitvoering",
    "domains": ("sociaal", "veiligheid"),
    "target_group": "Jongens van twaalf tot zestien, via de school.",
    "evidence": "gemonitord",
    "period_start": "2023-03",
    "ongoing": True,
    "costs": "78000",
    "costs_note": "De helft komt van het Rijk.",
    "legal_basis": ("Convenant Kolenbuurt",),
    "as_of": "2021-01-26",
    "sharing": "gemeenten",
    "editor_note": "Nog een keer bellen.",
}


def write_head(hands: Keyboard) -> None:
    """Everything on the tab Kop, one field after another, as Tab leads."""
    hands.to("Titel")
    hands.press("End")
    hands.write(" werkt")
    hands.write("Van dichte deur naar werkplek")
    hands.to("Wijk of buurt")
    hands.write("Kolenbuurt")
    hands.write("4.210")
    hands.write("2024")
    hands.write("CBS")
    hands.write("wij")
    hands.press("Space")
    hands.press("Down", 3)
    hands.press("Space")
    hands.press("Tab")
    hands.write("uit")
    hands.press("Space")
    hands.press("Down")
    hands.press("Space")
    hands.press("Tab")
    hands.write("Jongens van twaalf tot zestien, via de school.")
    hands.write("gem")
    hands.write("mrt 2023")
    hands.press("Tab")
    hands.press("Space")
    hands.press("Tab")
    hands.write("78.000")
    hands.write("De helft komt van het Rijk.")
    hands.write("Convenant Kolenbuurt")
    hands.write("26 jan 2021")
    hands.to("Wie mag dit zien?")
    hands.write("gem")
    hands.write("Nog een keer bellen.")


def write_texts(hands: Keyboard) -> None:
    """The numbered parts; of part 5 a pair of knelpunt and oplossing."""
    hands.to("In het kort")
    for key, text in TEXTS.items():
        hands.write(text)
        if key == "balance":
            assert at().startswith("Knelpunten en oplossingen")
            hands.press("Return")
            hands.write("Niemand deelt informatie.")
            hands.write("Een convenant.")
            hands.write("Ja.")
            hands.to("Resultaten en effecten")


def write_measures(hands: Keyboard) -> None:
    """Three of three types; the second goes up, the third is deleted and comes back."""
    for name, letter in (("Sluiting", "r"), ("Werkplek", "p"), ("Rolmodellen", "b")):
        hands.write(name)
        hands.enter(letter)
    hands.press("Esc")
    hands.press("Up", 2)
    hands.press("Alt+Up")
    hands.press("Down", 2)
    hands.press("Delete")
    hands.press("Ctrl+Z")


def test_a_whole_case_from_nothing(room: Room) -> None:
    hands = Keyboard(room)
    hands.press("Ctrl+N")
    hands.write("De Kolenbuurt")
    hands.enter("den haag")
    case = room.page().record
    hands.to("Aanvullen")
    hands.press("Space")
    write_texts(hands)
    hands.press("Ctrl+PgDown")
    write_head(hands)
    hands.press("Ctrl+PgDown")
    write_measures(hands)
    hands.to("Resultaten")
    hands.enter("De buurt belt weer")
    hands.enter("Minder panden dicht")
    hands.to("Tijdlijn")
    hands.write("8 april 2025")
    hands.enter("De nieuwe voordeur")
    hands.press("Ctrl+PgDown")
    hands.write("Gemeente Kolenstad")
    hands.enter("t")
    hands.press("Ctrl+PgDown")
    hands.press("Return")
    hands.type("Ze kwamen elke week terug.")
    hands.press("Ctrl+Return")
    hands.press("Right")
    hands.enter("Een moeder uit de wijk")
    hands.press("Ctrl+PgDown")
    hands.write("Monitor Kolenbuurt 2025")
    hands.type("https://kolenstad.nl/monitor")
    hands.press("Ctrl+Return")
    hands.write("3 maart 2025")

    go_a_step_on(hands)
    compare(room, case)
    print_and_read(room, case)
    room.workspace.check()
    assert hands.presses <= MOST, hands.presses


def go_a_step_on(hands: Keyboard) -> None:
    """From the list to the status; what is still missing stands there, and holds nobody."""
    hands.press("Ctrl+Shift+L")
    hands.to("Status")
    hands.press("Return")
    assert at() == "Naar ‘aangemeld’"
    hands.to("Andere status")
    hands.type("red")
    hands.to("Zet op ‘redactie’")
    hands.press("Return")
    hands.press("Ctrl+Shift+L")
    hands.to("Status")
    hands.press("Return")
    assert at() == "Naar ‘ligt bij gemeente’"
    steps = hands.room.page().steps
    assert steps
    missing = [each.text() for each in steps.findChildren(Sentence) if each.isVisible()]
    assert missing == ["Kijk of iemand te herkennen is, en leg het ja van de tegenlezer vast."]
    hands.press("Return")


def compare(room: Room, case: RecordId) -> None:
    """The whole record, field by field, and all that it owns."""
    filled = {key: view.value for key, view in room.workspace.record(case).fields.items() if view.value is not None}
    assert filled == HEAD | TEXTS | {"status": "with_municipality"}
    for owned, rows in OWNED.items():
        views = room.workspace.owned(case, owned)
        assert [{key: view.value(key) for key in view.filled() if key != "place"} for view in views] == rows


def print_and_read(room: Room, case: RecordId) -> None:
    """Where the PDF goes is asked in a window of the system; from there on it is ours."""
    out = room.folder / "kolenbuurt.pdf"
    room.office.printer.make(room.page(), case, out)
    room.settle()
    paper = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(out).pages)
    assert [text for text in TEXTS.values() if text not in paper] == []
    assert str(HEAD["editor_note"]) not in paper
