"""Akkoord over two computers: a proof goes out, a colleague edits, the answer lapses, and is mended twice."""

from PySide6.QtWidgets import QApplication

from tests.journeys.keyboard import Keyboard
from tests.ui.room import PATIENCE, START, YUSUF, Room
from werkboek_desktop.domain.approvals import State
from werkboek_desktop.workspace import Workspace

QUIETER = START.replace("stil", "heel stil")


def state(workspace: Workspace, case: str) -> State:
    return next(each.state for each in workspace.akkoord(case).stands if each.type == "municipality")


def there(room: Room, name: str) -> State:
    """How it stands at Yusuf's, once he read in all that Marit has."""
    bundle = room.folder / f"{name}.wbx"
    room.workspace.export(bundle)
    room.to_yusuf(bundle)
    with Workspace.open(room.folder / YUSUF, room.yusuf, read_only=True) as his:
        return state(his, room.case)


def ask(hands: Keyboard, words: str, at: str) -> None:
    hands.press("Ctrl+K")
    hands.enter(words)
    hands.room.qtbot.waitUntil(lambda: hands.is_at(at), timeout=PATIENCE)


def send(room: Room, hands: Keyboard) -> None:
    """Makes the proof, and takes the words to mail it with."""
    ask(hands, "maak een proef", "Naar wie?")
    hands.write("Gemeente Meerdrecht")
    hands.write("9 december 2026")
    hands.press("Space")
    hands.to("Maak de proef")
    hands.press("Return")
    room.qtbot.waitUntil(lambda: hands.is_at("Kopieer het onderwerp"), timeout=PATIENCE)
    hands.press("Return")
    assert QApplication.clipboard().text() == "Proef om te lezen: De Kolenbuurt"
    hands.press("Tab")
    hands.press("Return")
    assert "vóór 9 december 2026" in QApplication.clipboard().text()
    hands.press("Esc")
    (proof,) = room.workspace.akkoord(room.case).proofs
    assert (proof.sent_to, proof.deadline, room.value("status")) == (
        "Gemeente Meerdrecht",
        "2026-12-09",
        "with_municipality",
    )
    assert len(list(room.folder.glob("proef-de-kolenbuurt-*.pdf"))) == 1


def register(hands: Keyboard) -> None:
    """What somebody answered."""
    ask(hands, "leg een antwoord", "Welk akkoord?")
    hands.to("Van wie?")
    hands.write("Anja Bos")
    hands.write("wethouder")
    hands.to("Leg vast")
    hands.press("Return")


def keep_it(hands: Keyboard) -> None:
    """From Vandaag: what changed was a small correction."""
    hands.press("Ctrl+1")
    agenda = hands.room.desk.session.agenda
    hands.room.qtbot.waitUntil(lambda: not agenda.busy(), timeout=PATIENCE)  # what waits is looked for now and then
    hands.to("Bekijk")
    hands.press("Return")
    hands.room.qtbot.waitUntil(lambda: hands.is_at("Bekijk wat er anders is"), timeout=PATIENCE)
    hands.press("Return")
    hands.room.qtbot.waitUntil(lambda: hands.is_at("Kleine correctie, akkoord blijft"), timeout=PATIENCE)
    hands.press("Return")


def test_sent_edited_answered_lapsed_corrected_and_put_back(room: Room) -> None:
    hands, workspace = Keyboard(room), room.workspace
    room.row("summary")
    send(room, hands)

    his = room.from_yusuf(summary=QUIETER)
    register(hands)
    assert state(workspace, room.case) is State.STANDS

    workspace.import_([his])
    hands.settle()
    assert (state(workspace, room.case), there(room, "vervallen")) == (State.LAPSED, State.LAPSED)
    keep_it(hands)
    assert (state(workspace, room.case), there(room, "gebleven")) == (State.STANDS, State.STANDS)

    workspace.import_([room.from_yusuf(summary=f"{QUIETER} Er bleven 3 winkels over.", costs="79000")])
    hands.settle()
    ask(hands, "gewijzigd na akkoord", "Opnieuw vragen")
    hands.to("Oude tekst terugzetten")
    hands.press("Return")
    assert (room.value("summary"), room.value("costs")) == (QUIETER, "78000")
    assert (state(workspace, room.case), there(room, "terug")) == (State.STANDS, State.STANDS)
    hands.press("Ctrl+Z")
    assert state(workspace, room.case) is State.LAPSED
    assert hands.presses <= 169, hands.presses
