"""What the program writes is what it reads, and it says how it understood somebody."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_municipalities import MUNICIPALITIES
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.echoes import echo, remark
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.parse import parse, split_elements
from werkboek_desktop.domain.values import Value, ValueType, check
from werkboek_desktop.domain.written import written
from werkboek_desktop.errors import BadFieldValue

TODAY = date(2026, 11, 25)
TYPED = frozenset(
    {
        *(ValueType.LINE, ValueType.PROSE, ValueType.INTEGER, ValueType.DECIMAL),
        *(ValueType.DATE, ValueType.MONTH, ValueType.TIME, ValueType.ENUM),
    }
)
FIELDS = [field for kind in schema.kinds() for field in kind.fields if field.type in TYPED]


def find(name: str) -> Field:
    field = schema.field(*name.split("."))
    assert field is not None
    return field


def read(field: Field, text: str) -> Value:
    return parse(field, text, MUNICIPALITIES, TODAY)


@st.composite
def values(draw: st.DrawFn) -> tuple[Field, Value]:
    field = draw(st.sampled_from(FIELDS))
    by_type: dict[ValueType, st.SearchStrategy[str]] = {
        ValueType.INTEGER: st.integers(-(10**14), 10**14).map(str),
        ValueType.DECIMAL: st.decimals(-(10**9), 10**9, places=3).map(lambda each: f"{each:f}".replace(".", ",")),
        ValueType.DATE: st.dates(min_value=date(1000, 1, 1)).map(str),
        ValueType.MONTH: st.dates(min_value=date(1000, 1, 1)).map(lambda each: f"{each:%Y-%m}"),
        ValueType.TIME: st.times().map(lambda each: f"{each:%H:%M}"),
    }
    if field.type is ValueType.ENUM:
        return field, draw(st.sampled_from(field.options)).key
    text = draw(by_type.get(field.type, st.text(max_size=40)))
    return field, read(field, text)


@given(values())
def test_every_value_is_read_back_from_what_is_written_in_its_field(chosen: tuple[Field, Value]) -> None:
    field, value = chosen
    text = written(field, value, MUNICIPALITIES)
    assert read(field, text) == value
    assert value is None or check(field.type, value) == value


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("case.as_of", "26 jan 2021", "dinsdag 26 januari 2021"),
        ("case.as_of", "vandaag", "woensdag 25 november 2026"),
        ("case.as_of", "woensdag 25 november 2026", ""),
        ("case.period_start", "1-21", "januari 2021"),
        ("case.inhabitants", "4210", "4.210"),
        ("case.inhabitants", "4.210", ""),
        ("case.inhabitants_year", "2025", ""),
        ("case.costs", "85000,5", "85.000,50"),
        ("case.costs", "85.000,50", ""),
        ("case.costs", "85.000", ""),
        ("masterclass.start", "half tien", "09:30"),
        ("case.title", "Titel", ""),
        ("case.as_of", "", ""),
    ],
)
def test_it_says_how_it_understood_what_was_typed(name: str, typed: str, said: str) -> None:
    field = find(name)
    assert echo(field, typed, read(field, typed), MUNICIPALITIES) == said


def test_it_remarks_on_what_is_odd_and_takes_it_all_the_same() -> None:
    as_of, costs, title = find("case.as_of"), find("case.costs"), find("case.title")
    assert "dinsdag" in remark(as_of, "ma 26 jan 2021", read(as_of, "ma 26 jan 2021"))
    assert "4.210" in remark(costs, "4,210", read(costs, "4,210"))
    assert "vier cijfers" in remark(find("case.inhabitants_year"), "20255", 20255)
    assert remark(find("case.inhabitants_year"), "2025", 2025) == ""
    assert "81 tekens" in remark(title, "a" * 81, read(title, "a" * 81))
    assert remark(title, "a" * 80, read(title, "a" * 80)) == ""


def test_a_day_that_is_none_is_said_with_the_name_of_its_field() -> None:
    with pytest.raises(BadFieldValue) as refusal:
        read(find("case.as_of"), "31 feb 2021")
    assert refusal.value.message == "Peildatum: 31 februari 2021 bestaat niet: die maand heeft 28 dagen."


def test_of_minutes_it_is_said_how_long_something_may_last() -> None:
    with pytest.raises(BadFieldValue) as refusal:
        read(find("session.minutes"), "even")
    assert refusal.value.message == "Duur: dit is geen duur, zoals 45 of half uur."


def test_of_a_year_it_is_said_how_a_year_looks() -> None:
    with pytest.raises(BadFieldValue) as refusal:
        read(find("case.inhabitants_year"), "vorig jaar")
    assert refusal.value.message == "Aantal inwoners: jaar: dit is geen jaar, zoals 2021."


@pytest.mark.parametrize(
    ("pasted", "parts"),
    [
        ("Utrecht, Den Haag", ("Utrecht", "Den Haag")),
        ("Utrecht;Den Haag\r\nGouda\n", ("Utrecht", "Den Haag", "Gouda")),
        ("- Utrecht\n- Gouda", ("Utrecht", "Gouda")),
        ("Utrecht, Nuenen, Gerwen en Nederwetten, Gouda", ("Utrecht", "Nuenen, Gerwen en Nederwetten", "Gouda")),
        ("Utrecht\tGouda", ("Utrecht", "Gouda")),
        (" ,; \n", ()),
    ],
)
def test_a_pasted_list_is_taken_apart_and_names_with_a_comma_stay_whole(pasted: str, parts: tuple[str, ...]) -> None:
    assert split_elements(pasted, lambda text: bool(MUNICIPALITIES.candidates(text))) == parts
