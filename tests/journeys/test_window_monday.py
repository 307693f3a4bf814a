"""An editor's Monday: from Vandaag through two versions to writing, and a bundle that goes back."""

from tests.journeys.keyboard import Keyboard
from tests.ui.room import PATIENCE, START, Room
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.view import Status
from werkboek_desktop.workspace import Workspace


def test_a_monday(room: Room) -> None:
    bundle = room.from_yusuf(summary=START.replace("Niemand deed open.", "Eén deur ging open."))
    room.workspace.set_field(room.case, "summary", START.replace("Niemand deed open.", "De deur bleef dicht."))
    room.workspace.import_([bundle])
    dune = str(room.workspace.create_record("case", None, {"title": "Het duinpark", "status": "editing"}).record)
    room.settle()
    hands = Keyboard(room)
    hands.press("Ctrl+1")
    room.qtbot.waitUntil(lambda: not room.desk.session.agenda.busy(), timeout=PATIENCE)
    hands.settle()
    hands.to("Kies of schrijf")
    hands.press("Return")
    assert hands.is_at("Jouw tekst")
    hands.press("Alt+1")
    hands.press("Ctrl+End")
    hands.type(" Tot mei.")
    hands.press("Ctrl+Return")
    view = room.workspace.record(room.case).fields["summary"]
    assert (view.status, str(view.value).endswith(" Tot mei.")) == (Status.SETTLED, True)
    hands.press("Ctrl+K")
    hands.enter("duin")
    assert room.page().record == dune
    hands.to("In het kort")
    texts = ["Wij plantten bomen.", "Het was er donker.", "Eerst het pad, dan het licht."]
    for text in texts:
        hands.write(text)
    assert [room.workspace.record(dune).value(field) for field in ("summary", "context", "approach")] == texts
    hands.press("Alt+PgUp")
    assert room.page().record == room.case
    throw_away_a_measure(hands)
    send(hands)
    assert hands.presses <= 120, hands.presses


def throw_away_a_measure(hands: Keyboard) -> None:
    """It comes back, also from another case, and goes again."""
    room = hands.room
    hands.press("Ctrl+Shift+L")
    hands.press("Return")
    hands.press("Ctrl+PgDown", 2)
    hands.press("Delete")
    assert [view.value("measure") for view in room.workspace.owned(room.case, "measure")] == ["Werkplek"]
    hands.press("Alt+PgDown")
    hands.press("Ctrl+Z")
    assert [view.value("measure") for view in room.workspace.owned(room.case, "measure")] == ["Sluiting", "Werkplek"]
    assert room.page().record == room.case
    hands.press("Ctrl+Shift+Z")
    assert [view.value("measure") for view in room.workspace.owned(room.case, "measure")] == ["Werkplek"]


def send(hands: Keyboard) -> None:
    """A bundle goes back, and says the same at the other side."""
    room = hands.room
    hands.press("Ctrl+E")
    hands.to("Alleen het bestand")
    hands.press("Return")
    out = room.file.with_suffix(".wbx")
    assert out.exists()
    with Workspace.open(room.folder / "yusuf.werkboek", room.yusuf, author="Yusuf Şahin") as his:
        his.import_([out])
        assert his.state_hash(Scope.WORK) == room.workspace.state_hash(Scope.WORK)
