"""The lists of a whole case, written by keys alone."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.forms.tables.writing import Table, focus
from tests.ui.room import Room

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def room(room: Room) -> Room:
    room.window.resize(1280, 720)
    return room


def write_partners(room: Room) -> None:
    """Tab to what they are, by its first letter."""
    partners = Table(room, "partner")
    partners.at(0)
    partners.type("Woningcorporatie")
    partners.press(Qt.Key.Key_Tab)
    room.qtbot.keyClicks(focus(), "t")
    partners.press(Qt.Key.Key_Return)
    assert (partners.values("name"), partners.values("role")) == (["Woningcorporatie"], ["lead"])


def write_measures(room: Room) -> None:
    """Three more, each behind the other."""
    measures = Table(room, "measure")
    measures.at(2)
    for name, letter in (("Huiswerkklas", "p"), ("Controle", "r"), ("Rolmodellen", "b")):
        measures.type(name)
        measures.press(Qt.Key.Key_Tab)
        room.qtbot.keyClicks(focus(), letter)
        measures.press(Qt.Key.Key_Return)
    assert measures.values("type") == [None, None, "preventive", "repressive", "both"]


def write_a_bottleneck(room: Room) -> None:
    """Texts open below their row."""
    pairs = Table(room, "bottleneck")
    pairs.at(0)
    pairs.press(Qt.Key.Key_Return)
    room.qtbot.keyClicks(focus(), "Niemand deelt informatie.")
    pairs.press(Qt.Key.Key_Tab)
    room.qtbot.keyClicks(focus(), "Een convenant.")
    pairs.press(Qt.Key.Key_Tab)
    room.qtbot.keyClicks(focus(), "Ja.")
    pairs.press(Qt.Key.Key_Escape)
    assert (pairs.values("bottleneck"), pairs.values("works")) == (["Niemand deelt informatie."], ["Ja."])


def write_moments(room: Room) -> None:
    """Dates as one types them."""
    results = Table(room, "result")
    results.at(0)
    results.type("De buurt belt weer")
    results.press(Qt.Key.Key_Return)
    moments = Table(room, "timeline")
    moments.at(0)
    for day, event in (("26 jan 2021", "Eerste sluiting"), ("8 april 2025", "De nieuwe voordeur")):
        moments.type(day)
        moments.press(Qt.Key.Key_Tab)
        room.qtbot.keyClicks(focus(), event)
        moments.press(Qt.Key.Key_Return)
    assert moments.values("date") == ["2021-01-26", "2025-04-08"]


def move_delete_and_undo(room: Room) -> None:
    """The last measure goes up twice, and away, and all of that is taken back."""
    measures = Table(room, "measure")
    measures.at(4)
    measures.press(Qt.Key.Key_Up, ALT)
    measures.press(Qt.Key.Key_Up, ALT)
    order = ["Sluiting", "Werkplek", "Rolmodellen", "Huiswerkklas", "Controle"]
    assert measures.values("measure") == order
    measures.press(Qt.Key.Key_Delete)
    assert measures.values("measure") == ["Sluiting", "Werkplek", "Huiswerkklas", "Controle"]
    room.workspace.undo()
    measures.settle()
    assert measures.values("measure") == order
    assert [measures.items.model.index(row, 0).data() for row in range(5)] == order
    room.workspace.undo()
    room.workspace.undo()
    measures.settle()
    assert measures.values("measure") == ["Sluiting", "Werkplek", "Huiswerkklas", "Controle", "Rolmodellen"]


def test_the_lists_of_a_case_are_written_moved_deleted_and_undone(room: Room) -> None:
    write_partners(room)
    write_measures(room)
    write_a_bottleneck(room)
    write_moments(room)
    move_delete_and_undo(room)
    room.workspace.check()
