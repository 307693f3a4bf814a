"""Pasting from a PDF by keys, looking what was cleaned, having it otherwise, and cleaning what stands there."""

from PySide6.QtGui import QGuiApplication

from tests.journeys.keyboard import Keyboard
from tests.ui.room import START, Room
from werkboek_desktop.ui.prose.cleaning import CleaningPanel
from werkboek_desktop.ui.prose.input import ProseInput

PDF = (
    "De aanpak begon in 2019, toen de gemeente en de politie samen zagen dat de maatschap-\n"
    "pelijke gevolgen groot waren. De in- en uitstroom van de  jongeren wordt elk kwartaal\n"
    'besproken met het "zorghuis" en de school.\n'
)
CLEAN = (
    "De aanpak begon in 2019, toen de gemeente en de politie samen zagen dat de maatschappelijke gevolgen groot waren. "
    "De in- en uitstroom van de jongeren wordt elk kwartaal besproken met het “zorghuis” en de school."
)
SAID = "2 regels aan elkaar, 1 afbreekstreepje weg, 1 dubbele spatie weg, 2 aanhalingstekens"


def told(room: Room) -> list[str]:
    return [notice.text for notice in room.office.notices.shown()]


def text(room: Room) -> str:
    found = room.row("summary").editor
    return found.text()


def panel(room: Room) -> CleaningPanel:
    return next(each for each in room.window.findChildren(CleaningPanel) if each.isVisible())


def paste(room: Room, keys: str = "Ctrl+V") -> Keyboard:
    QGuiApplication.clipboard().setText(PDF)
    room.row("summary")
    keyboard = Keyboard(room)
    keyboard.press("Ctrl+End")
    keyboard.press("Return")
    keyboard.press(keys)
    return keyboard


def test_a_paste_from_a_pdf_is_looked_at_and_had_otherwise(room: Room) -> None:
    keyboard = paste(room)
    assert text(room) == f"{START}\n{CLEAN}"
    assert told(room) == [f"Opgeschoond: {SAID}."]
    keyboard.press("F6")
    keyboard.to("Bekijk")
    keyboard.press("Space")
    assert keyboard.is_at("Losse regels tot alinea’s (2)")
    keyboard.to("Aanhalingstekens gelijk (2)")
    keyboard.press("Space")
    keyboard.to("Gebruiken")
    keyboard.press("Space")
    otherwise = CLEAN.replace("“", '"').replace("”", '"')
    assert isinstance(room.window.focusWidget(), ProseInput)
    room.leave()
    assert room.workspace.record(room.case).value("summary") == f"{START}\n{otherwise}"


def test_as_it_was_is_one_press_and_undo_goes_back(room: Room) -> None:
    keyboard = paste(room)
    keyboard.press("F6")
    keyboard.to("Bekijk")
    keyboard.press("Space")
    keyboard.to("Zoals het was")
    keyboard.press("Space")
    assert "maatschap-\npelijke" in text(room)
    keyboard.press("Ctrl+Z")
    assert text(room) == f"{START}\n{CLEAN}"


def test_bare_words_are_cleaned_later_on_a_command(room: Room) -> None:
    keyboard = paste(room, "Ctrl+Shift+V")
    assert text(room) == f"{START}\n{PDF.strip()}".replace("\n\n", "\n")
    assert told(room) == []
    keyboard.press("Ctrl+Shift+O")
    assert text(room) == f"{START}\n{CLEAN}"
    assert told(room) == [f"Opgeschoond: {SAID}."]
    keyboard.press("Ctrl+Z")
    assert "maatschap-\npelijke" in text(room)
    keyboard.press("Ctrl+Shift+Z")
    keyboard.press("Ctrl+Shift+O")
    assert told(room) == ["Hier valt niets op te schonen."]


def test_too_much_is_refused_in_a_sentence(room: Room) -> None:
    QGuiApplication.clipboard().setText("a" * 5_000_000)
    room.row("summary")
    keyboard = Keyboard(room)
    keyboard.press("Ctrl+V")
    room.qtbot.waitUntil(room.page().panel.isVisible, timeout=60_000)
    assert text(room) == START
