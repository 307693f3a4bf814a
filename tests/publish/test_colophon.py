"""Who made the book, and who paid for it."""

from dataclasses import replace

from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.publish import colophon
from werkboek_desktop.publish.blocks import texts
from werkboek_desktop.publish.sheet import Desk

from .samples import TODAY, book, conflict, record

PERSONS = (
    record("person", "p1", name="Marit de Wit", role="redacteur"),
    record("person", "p2", name="Yusuf Şahin", role="redacteur"),
    record("person", "p3", name="Anna van ’t Hoff", role="projectleider"),
    record("person", "p4", name="Agent Geheim", role="tegenlezer"),
    record("person", "p5", name="Wim IJzerman"),
    record("person", "p6", name="Ola Łuczak", role="meelezer"),
    record("person", "p7", role="redacteur"),
)


def lines(*persons: RecordView, credits: tuple[str, ...] = (), text: str | None = None) -> list[str]:
    desk = Desk(book().lookups, TODAY)
    desk.credits += credits
    return list(texts(colophon.blocks(desk, replace(book(colophon=text), persons=persons))))


def test_the_funders_and_the_version_always_stand_there() -> None:
    funders, version = lines()
    assert (
        "mede gefinancierd door het Strategisch Beraad Ondermijning (SBO)/Aanjaagteam Ondermijning (ATO) en het "
        "ministerie van Binnenlandse Zaken en Koninkrijksrelaties"
    ) in funders
    assert version == "Versie van 23 november 2026, gemaakt met Werkboek Desktop 0.1.0."


def test_people_stand_by_what_they_did_and_a_reader_for_the_police_is_not_named() -> None:
    assert lines(*PERSONS)[:-2] == [
        "Projectleiding: Anna van ’t Hoff",
        "Tekst en redactie: Marit de Wit, Yusuf Şahin",
        "Meelezers: Ola Łuczak",
        "Met medewerking van: Wim IJzerman",
    ]


def test_whoever_the_text_names_is_not_named_twice() -> None:
    found = lines(*PERSONS[:2], credits=("Piet", "Piet", "Marit de Wit"), text="**Tekst:** Marit de Wit.")
    assert found[:-2] == ["Tekst: Marit de Wit.", "Tekst en redactie: Yusuf Şahin", "Beeld: Piet"]


def test_somebody_whose_role_is_disputed_helped() -> None:
    disputed = record("person", name="Kim", role=conflict("redacteur", "meelezer"))
    assert lines(disputed)[0] == "Met medewerking van: Kim"


def test_a_role_that_may_be_that_of_a_reader_for_the_police_is_not_named() -> None:
    disputed = record("person", name="Agent Geheim", role=conflict("redacteur", "tegenlezer"))
    assert "Geheim" not in " ".join(lines(disputed))


def test_a_file_names_project_leader_and_editors_as_its_authors() -> None:
    whole = replace(book(), persons=PERSONS)
    assert colophon.authors(Desk(book().lookups, TODAY), whole) == "Anna van ’t Hoff, Marit de Wit, Yusuf Şahin"
