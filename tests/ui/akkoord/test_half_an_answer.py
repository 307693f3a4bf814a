"""Half an answer waits at its own case."""

from tests.ui.room import Room
from werkboek_desktop.workspace.agreeing import Sending


def test_what_was_filled_in_waits_while_one_answers_for_another_case(room: Room) -> None:
    other = str(room.workspace.create_record("case", None, {"title": "Een ander geval"}).record)
    found = []
    for case in (room.case, other):
        room.workspace.make_proof(case, room.folder / f"{case}.pdf", Sending("De gemeente"))
        found.append(room.workspace.akkoord(case))
    here, there = found
    panel = room.office.agreements.answering()
    panel.begin(here, "")
    panel.by.setText("Anja Bos")
    panel.conditions.show_value("Zonder straatnaam.")
    panel.outcome.setCurrentIndex(1)
    panel.take_evidence(room.folder / "mail.eml")
    panel.begin(there, "")
    assert (panel.by.text(), panel.conditions.value(), panel.evidence.isHidden()) == ("", "", True)
    panel.begin(here, "")
    assert (panel.by.text(), panel.conditions.value()) == ("Anja Bos", "Zonder straatnaam.")
    assert (panel.outcome.currentIndex(), panel.evidence.text()) == (1, "mail.eml")
