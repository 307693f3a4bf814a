"""The facts at the head of a case."""

import pytest

from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView
from werkboek_desktop.domain.workflow import Balance
from werkboek_desktop.publish.blocks import KeyFacts, text_of
from werkboek_desktop.publish.facts import case_facts, short_facts
from werkboek_desktop.publish.sheet import Desk

from .samples import TODAY, book, conflict, record


def facts_of(desk: Desk, /, **fields: Value | FieldView) -> KeyFacts:
    return case_facts(desk.sheet(record("case", **fields)), [])


def said(**fields: Value | FieldView) -> dict[str, str]:
    facts = facts_of(Desk(book().lookups, TODAY), **fields).facts
    return {fact.label: text_of(fact.runs) for fact in facts}


def test_the_facts_stand_in_the_order_of_the_schema_without_what_is_empty() -> None:
    found = said(
        title="Titel",
        summary="Kort",
        status="final",
        assignee="0" * 32,
        as_of="2026-02-15",
        phase="borging",
        municipalities=("Lindevaart",),
    )
    assert list(found.items()) == [
        ("Gemeente(n)", "Lindevaart"),
        ("Fase", "Borging"),
        ("Peildatum", "15 februari 2026"),
    ]


def test_inhabitants_come_with_source_and_year() -> None:
    found = said(inhabitants=6840, inhabitants_year=2025, inhabitants_source="CBS")
    assert found == {"Aantal inwoners van het gebied": "6.840 (CBS, 2025)"}


def test_inhabitants_without_year_are_flagged() -> None:
    desk = Desk(book().lookups, TODAY)
    facts_of(desk, inhabitants=6840, inhabitants_source="CBS")
    assert [check.field for check in desk.checks] == ["inhabitants"]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"period_start": "2024-09", "period_end": "2027-08"}, "september 2024 – augustus 2027"),
        ({"period_start": "2024-09", "ongoing": True}, "vanaf september 2024, doorlopend"),
        ({"period_start": "2024-09"}, "vanaf september 2024"),
        ({"period_end": "2027-08"}, "tot en met augustus 2027"),
        ({"ongoing": True}, "doorlopend"),
    ],
)
def test_a_period_is_one_fact(fields: dict[str, Value], text: str) -> None:
    assert said(**fields) == {"Periode": text}


def test_costs_are_an_amount_with_what_is_said_about_it() -> None:
    label = "Kosten en financiering"
    assert said(costs="61000") == {label: "€\xa061.000"}
    assert said(costs="61000", costs_note="Per jaar.\nDeels.") == {label: "€\xa061.000. Per jaar. Deels."}
    assert said(costs_note="onbekend") == {label: "onbekend"}


def test_the_balance_is_counted_from_the_measures_that_are_printed() -> None:
    desk = Desk(book().lookups, TODAY)
    types: list[Value | FieldView] = [
        "repressive",
        "preventive",
        "both",
        "preventive",
        None,
        "nieuw",
        conflict("both", "repressive"),
    ]
    measures = desk.sheets(record("measure", f"m{number}", type=type_) for number, type_ in enumerate(types))
    assert case_facts(desk.sheet(record("case")), measures).balance == Balance(1, 2, 2)


def test_without_measures_there_is_no_balance() -> None:
    assert facts_of(Desk(book().lookups, TODAY), title="x").balance is None


def test_a_method_has_its_short_lines_as_facts() -> None:
    sheet = Desk(book().lookups, TODAY).sheet(
        record("chapter", title="T", duration="45 minuten", group_size="8 tot 20")
    )
    assert {fact.label: text_of(fact.runs) for fact in short_facts(sheet)} == {
        "Duur": "45 minuten",
        "Groepsgrootte": "8 tot 20",
    }
