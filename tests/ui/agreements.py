"""The akkoord of a case: how it stands, and the panels that come in."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from werkboek_desktop.domain.approvals import Next
from werkboek_desktop.domain.proofs import mail
from werkboek_desktop.workspace import Changed, Paper
from werkboek_desktop.workspace.agreeing import Sent

if TYPE_CHECKING:
    from tests.ui.house import House

PHOTO = 3


def agreements(house: "House") -> Iterator[str]:
    """Of a case of which the text changed afterwards, and of one where an answer is waited for."""
    office = house.office
    by_step = {found.next: found.case for found in house.workspace.akkoorden()}
    for step in (Next.REGISTER, Next.NOTHING, Next.DECIDE):
        office.navigation.to_record(by_step[step], "approval")
        yield house.at(f"akkoord, {step}")
    office.agreements.ask(Next.DECIDE)
    yield house.at("akkoord, wat er anders is")
    changes = office.agreements.changing()
    changes.slide_out()
    office.agreements.ask(Next.REGISTER)
    house.settle()
    answer = office.agreements.answering()
    answer.type.setCurrentIndex(PHOTO)
    yield house.at("akkoord, antwoord")
    office.agreements.ask(Next.REGISTER)  # who goes on with Tab closes it
    house.settle()
    answer.take_evidence(Path("Akkoord van de gemeente Broekmeer.eml"))
    answer.keep()
    yield house.at("akkoord, antwoord, geweigerd")
    answer.slide_out()
    office.agreements.ask(Next.SEND)
    yield house.at("akkoord, proef maken")
    office.agreements.ask(Next.SEND)
    house.settle()
    send = office.agreements.sending()
    today = house.workspace.today
    paper = Paper(
        house.workspace.project.path.parent / "proef-bedrijventerrein.pdf",
        ("‘Bedrijventerrein op slot? Juist open’: 1 zin vraagt nog een privacybesluit.",),
    )
    send._done(Sent(Changed(), paper, mail("Bedrijventerrein op slot? Juist open", today, today, "Marit de Wit")))
    yield house.at("akkoord, proef gemaakt")
    send.slide_out()
