"""Numbers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.dutch import decimal, number
from werkboek_desktop.domain.numbers import NotClear, doubt, read_decimal, read_integer
from werkboek_desktop.domain.values import BadValue


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4210", 4210),
        ("4.210", 4210),
        ("4 210", 4210),
        ("4\xa0210", 4210),
        ("4.210 inwoners", 4210),
        ("4.210,-", 4210),
        ("4.210,00", 4210),
        ("007", 7),
        ("-3", -3),
        ("12 duizend", 12_000),
        ("1,2 miljoen", 1_200_000),
        ("1.5 mln", 1_500_000),
    ],
)
def test_a_whole_number_is_read_as_people_type_it(typed: str, meant: int) -> None:
    assert read_integer(typed, "inwoners") == meant


def test_minutes_may_be_shortened() -> None:
    assert read_integer("90 min", "minuten") == read_integer("90 minuten", "minuten") == 90


def test_what_may_be_english_thousands_is_asked_about() -> None:
    with pytest.raises(NotClear) as refusal:
        read_integer("4,210")
    assert "bedoel je 4.210?" in str(refusal.value)
    with pytest.raises(NotClear, match=r"85\.000,50"):
        read_decimal("85,000.50")
    assert read_decimal("4,210") == "4.21"
    assert "4.210" in doubt("€ 4,210", "€")
    assert doubt("0,125") == doubt("4,21") == doubt("4.210") == doubt("") == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("half uur", 30),
        ("Een half uur", 30),
        ("kwartier", 15),
        ("drie kwartier", 45),
        ("een uur", 60),
        ("anderhalf uur", 90),
        ("1 uur", 60),
        ("1,5 uur", 90),
        ("2.25 u", 135),
        ("1u30", 90),
        ("1 uur en 15 minuten", 75),
        ("1:30", 90),
        ("45", 45),
    ],
)
def test_how_long_something_lasts_is_read_in_hours_too(typed: str, meant: int) -> None:
    assert read_integer(typed, "minuten") == meant


@pytest.mark.parametrize("typed", ["half uur", "1:30", "1,5 uur"])
def test_of_people_nobody_says_it_in_hours(typed: str) -> None:
    with pytest.raises(BadValue):
        read_integer(typed, "mensen")


@pytest.mark.parametrize("typed", ["twaalf", "4,5", "4.21", "1.2.3", "0,0001 duizend", "9" * 16, "9" * 5000, "€ 12"])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    with pytest.raises(BadValue):
        read_integer(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("€ 61.000,50", "61000.5"),
        ("61000,5", "61000.5"),
        ("61000.50", "61000.5"),
        ("61.000", "61000"),
        ("61.000 euro", "61000"),
        ("-0,5", "-0.5"),
        ("-0", "0"),
        ("1,25 miljoen", "1250000"),
        ("0,5 duizend", "500"),
    ],
)
def test_an_amount_is_read_as_people_type_it(typed: str, meant: str) -> None:
    assert read_decimal(typed, "€") == meant


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_every_whole_number_is_read_back_as_written(meant: int) -> None:
    assert read_integer(number(meant)) == read_integer(str(meant)) == meant


@given(st.decimals(-(10**9), 10**9, places=4))
def test_every_amount_is_read_back_as_written(meant: object) -> None:
    stored = read_decimal(f"{meant:f}".replace(".", ","))
    assert read_decimal(decimal(stored)) == stored
