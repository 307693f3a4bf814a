"""What people type, by the type of the field."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.municipalities import Municipalities, Municipality
from werkboek_desktop.domain.parse import parse, parse_elements
from werkboek_desktop.domain.values import Place, Value, ValueType, check
from werkboek_desktop.errors import BadFieldValue

MUNICIPALITIES = Municipalities(
    [
        Municipality("GM0344", "Utrecht", "Utrecht"),
        Municipality("GM0518", "'s-Gravenhage", "Zuid-Holland"),
        Municipality("GM0373", "Bergen (NH.)", "Noord-Holland"),
        Municipality("GM0893", "Bergen (L.)", "Limburg"),
    ],
    [("Den Haag", "GM0518")],
)
TODAY = date(2026, 11, 25)
"""A Wednesday."""
ID = "0123456789abcdef" * 2


def find(name: str) -> Field:
    field = schema.field(*name.split("."))
    assert field is not None
    return field


def typed(name: str, text: str) -> Value:
    return parse(find(name), text, MUNICIPALITIES, TODAY)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("case.title", " Samen de\nwijk in ", "Samen de wijk in"),
        ("case.context", "* Een.\r\n\r\n* Twee.", "- Een.\n- Twee."),
        ("case.inhabitants", "4.210", 4210),
        ("case.inhabitants", "4 210", 4210),
        ("case.inhabitants", "1.234.567", 1234567),
        ("case.inhabitants", "007", 7),
        ("case.inhabitants", "-3", -3),
        ("case.costs", "85.000,50", "85000.5"),
        ("case.costs", "€ 85.000,-", "85000"),
        ("case.costs", "85000.50", "85000.5"),
        ("case.costs", "1.234", "1234"),
        ("case.costs", "0,10", "0.1"),
        ("case.costs", "-0", "0"),
        ("case.costs", "-0,5", "-0.5"),
        ("case.as_of", "2021-01-26", "2021-01-26"),
        ("case.as_of", "26-1-2021", "2021-01-26"),
        ("case.as_of", "26/01/2021", "2021-01-26"),
        ("case.as_of", "26 januari 2021", "2021-01-26"),
        ("case.as_of", "1 Mrt. 2024", "2024-03-01"),
        ("case.as_of", "29-2-2024", "2024-02-29"),
        ("case.period_start", "2021-01", "2021-01"),
        ("case.period_start", "1-2021", "2021-01"),
        ("case.period_start", "Augustus 2021", "2021-08"),
        ("masterclass.start", "9:30", "09:30"),
        ("masterclass.start", "09.30 uur", "09:30"),
        ("masterclass.start", "13 uur", "13:00"),
        ("case.ongoing", "Ja", True),
        ("case.ongoing", "false", False),
        ("case.phase", "coalitie_en_plan", "coalitie_en_plan"),
        ("case.phase", "geëvalueerd", "geevalueerd"),
        ("case.status", "Ligt bij gemeente", "with_municipality"),
        (
            "case.forms",
            '["Jonge aanwas (jongeren voor hand- en spandiensten)", "drugslab"]',
            ("drugslab", "jonge_aanwas"),
        ),
        (
            "case.municipalities",
            '["Den Haag", "GM0344", "Meerdrecht", "Bergen"]',
            ("Bergen", "GM0344", "GM0518", "Meerdrecht"),
        ),
        ("case.legal_basis", '["apv", "Wet Bibob", "Alcoholwet"]', ("Alcoholwet", "apv", "wet_bibob")),
        ("case.forms", "[]", None),
        ("case.municipalities", '[" "]', None),
        ("attendee.same_as", f'["{ID}"]', (ID,)),
        ("attendee.municipality", "Den Haag", "Den Haag"),
        ("partner.name", "politie", "politie"),
        ("case.written_by", ID, ID),
        ("image.file", ID + ID, ID + ID),
        ("chapter.place", f'{{"parent": "{ID}", "key": "0.5"}}', Place(ID, "0.5")),
        ("chapter.place", '{"parent": null, "key": "0.51"}', Place(None, "0.51")),
    ],
)
def test_typed_text_becomes_the_canonical_value(name: str, text: str, value: Value) -> None:
    assert typed(name, text) == value
    assert check(find(name).type, value) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("case.title", "a" * 501),
        ("case.context", "a" * 200_001),
        ("case.inhabitants", "twaalf"),
        ("case.inhabitants", "4,5"),
        ("case.inhabitants", "4.21"),
        ("case.inhabitants", "9" * 16),
        ("case.inhabitants", "9" * 5000),
        ("case.costs", "onbekend"),
        ("case.costs", "1.2.3"),
        ("case.as_of", "29-2-2023"),
        ("case.as_of", "26 brumaire 2021"),
        ("case.period_start", "13-2021"),
        ("masterclass.start", "25:00"),
        ("case.ongoing", "misschien"),
        ("case.phase", "later"),
        ("case.forms", "drugslab"),
        ("case.forms", '{"drugslab": 1}'),
        ("case.forms", "[1]"),
        ("case.forms", '["onzin"]'),
        ("case.legal_basis", f'["{"a" * 501}"]'),
        ("attendee.same_as", '["Fatima"]'),
        ("case.forms", "[" * 100_000),
        ("case.written_by", "Piet"),
        ("image.file", "foto.jpg"),
        ("chapter.place", "[]"),
        ("chapter.place", "boven"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_with_a_sentence_that_names_it(name: str, text: str) -> None:
    with pytest.raises(BadFieldValue) as refusal:
        typed(name, text)
    assert refusal.value.message.startswith(find(name).label)
    assert refusal.value.message.endswith(".")
    assert len(refusal.value.message) < 600


@pytest.mark.parametrize("kind", schema.kinds(), ids=lambda kind: kind.key)
def test_empty_text_clears_any_field(kind: schema.Kind) -> None:
    assert {parse(field, " \n\t", MUNICIPALITIES, TODAY) for field in kind.fields} == {None}


@given(st.sampled_from([field for kind in schema.kinds() for field in kind.fields]), st.text(max_size=30))
def test_any_text_becomes_a_value_of_its_type_or_a_refusal(field: Field, text: str) -> None:
    try:
        value = parse(field, text, MUNICIPALITIES, TODAY)
    except BadFieldValue:
        return
    assert check(field.type, value) == value


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_a_whole_number_is_read_with_and_without_points(number: int) -> None:
    assert typed("case.inhabitants", str(number)) == number
    assert typed("case.inhabitants", f"{number:,}".replace(",", ".")) == number


@given(st.dates())
def test_a_date_is_read_as_stored_and_as_written(day: object) -> None:
    stored = str(day)
    year, month, number = re.split("-", stored)
    assert typed("case.as_of", stored) == typed("case.as_of", f"{number}-{month}-{year}") == stored


@given(st.lists(st.sampled_from(find("case.forms").options)))
def test_a_set_is_read_by_key_and_by_label_alike(options: list[schema.Option]) -> None:
    forms = find("case.forms")
    by_key = parse_elements(forms, [option.key for option in options], MUNICIPALITIES)
    assert by_key == parse_elements(forms, [option.label.upper() for option in options], MUNICIPALITIES)
    assert set(by_key) == {option.key for option in options}


def test_every_enum_is_read_by_its_own_keys_and_labels() -> None:
    enums = [field for kind in schema.kinds() for field in kind.fields if field.type is ValueType.ENUM]
    wrong = [
        (field.key, option)
        for field in enums
        for option in field.options
        if {parse(field, text, MUNICIPALITIES, TODAY) for text in option[:2]} != {option.key}
    ]
    assert wrong == []
