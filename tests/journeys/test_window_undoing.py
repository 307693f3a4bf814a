"""Ten steps over different records and kinds, taken back one by one and done again, by Ctrl+Z and Ctrl+Shift+Z."""

from collections.abc import Iterator
from itertools import pairwise

from tests.journeys.keyboard import Keyboard, at
from tests.ui.room import Room
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value

type Snapshot = dict[tuple[str, RecordId], list[tuple[str, Value]]]


def seen(room: Room) -> Snapshot:
    """All values that anybody can see, and the order of the measures."""
    workspace = room.workspace
    listed = [row.id for kind in ("case", "masterclass") for row in workspace.rows(kind)]
    measures = [view.id for view in workspace.owned(room.case, "measure")]
    values: Snapshot = {
        ("values", record): [
            (key, view.value)
            for key, view in sorted(workspace.record(record).fields.items())
            if view.value not in (None, ()) and key != "place"
        ]
        for record in [*listed, *measures]
    }
    values |= {("order", measure): [("at", number)] for number, measure in enumerate(measures)}
    return values


def act(hands: Keyboard) -> Iterator[None]:
    """Ten steps; after each the keyboard is out of what was typed."""
    hands.press("Return")
    hands.press("Ctrl+PgDown")
    hands.to("Pakkende ondertitel")
    hands.write("Van deur naar werk")
    yield
    hands.to("Gemeente(n)")
    hands.enter("den haag")
    hands.press("Tab")
    yield
    hands.to("Schaal")
    hands.type("w")
    yield
    hands.press("Ctrl+PgDown")
    hands.press("Down")
    hands.press("Alt+Up")
    yield
    hands.press("Delete")
    yield
    hands.press("Ctrl+Shift+L")
    hands.press("Down")
    hands.press("Ctrl+Shift+L")
    hands.press("Shift+Up")
    hands.press("Return")
    yield from together(hands)
    hands.press("Esc")
    hands.press("Ctrl+3")
    hands.press("Ctrl+N")
    yield
    hands.type("Zicht op de wijk")
    hands.press("Tab")
    yield
    hands.to("Datum")
    hands.write("26 nov 2026")
    yield
    hands.to("Vorm")
    hands.type("o")
    yield


def together(hands: Keyboard) -> Iterator[None]:
    """Both cases get a phase."""
    assert at() == "Welk veld"
    hands.type("fase")
    hands.to("Waarde")
    hands.type("uit")
    hands.to("Verander 2")
    hands.press("Return")
    yield


def test_ten_steps_back_and_forth_give_exactly_the_same(room: Room) -> None:
    room.workspace.create_record("case", None, {"title": "De Zandwijk"})
    hands = Keyboard(room)
    hands.press("Ctrl+Shift+L")
    before = len(room.workspace.steps.done)
    shots = [seen(room)]
    for _step in act(hands):
        hands.settle()
        shots.append(seen(room))
    assert len(room.workspace.steps.done) == before + 10
    assert all(one != other for one, other in pairwise(shots))
    for expected in shots[-2::-1]:
        hands.press("Ctrl+Z")
        assert seen(room) == expected
    for expected in shots[1:]:
        hands.press("Ctrl+Shift+Z")
        assert seen(room) == expected
    room.workspace.check()
    assert hands.presses <= 145, hands.presses
