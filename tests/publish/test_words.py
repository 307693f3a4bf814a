"""Values as Dutch text."""

import pytest

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.dutch import decimal
from werkboek_desktop.domain.values import Value
from werkboek_desktop.publish.words import euros, words

from .samples import book


@pytest.mark.parametrize(
    ("kind", "field", "value", "text"),
    [
        ("case", "title", "Samen  de wijk in", "Samen de wijk in"),
        ("case", "as_of", "2026-02-15", "15 februari 2026"),
        ("case", "period_start", "2023-09", "september 2023"),
        ("case", "inhabitants", 4210, "4.210"),
        ("case", "scale", "wijk", "Wijk"),
        ("case", "scale", "straatdeel_van_een_nieuwer_programma", "straatdeel_van_een_nieuwer_programma"),
        ("case", "ongoing", True, "ja"),
        ("case", "ongoing", False, "nee"),
        ("case", "municipalities", ("GM0344", "Lindevaart"), "Utrecht · Lindevaart"),
        (
            "case",
            "legal_basis",
            ("Een eigen grondslag", "apv", "opiumwet"),
            "Opiumwet (art. 13b) · APV · Een eigen grondslag",
        ),
        ("case", "costs", "1234.5", "1.234,5"),
        ("session", "start", "09:30", "09:30"),
        ("chapter", "photos", ("0" * 32,), ""),
        ("image", "file", "0" * 64, ""),
        ("case", "title", None, ""),
        ("case", "scale", None, ""),
    ],
)
def test_a_value_is_said_as_people_write_it(kind: str, field: str, value: Value, text: str) -> None:
    found = schema.field(kind, field)
    assert found is not None
    assert words(found, value, book().lookups) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [("61000", "€\xa061.000"), ("61000.5", "€\xa061.000,50"), ("0", "€\xa00"), ("1234567.25", "€\xa01.234.567,25")],
)
def test_an_amount_has_a_point_for_thousands_and_cents_where_there_are_any(value: str, text: str) -> None:
    assert euros(value) == text


def test_a_decimal_below_zero_keeps_its_sign() -> None:
    assert decimal("-0.5") == "-0,5"
    assert decimal("-1234") == "-1.234"
