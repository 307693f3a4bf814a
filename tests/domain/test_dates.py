"""Days, months and times as people type them, on Wednesday 25 November 2026."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.dates import NoSuchDay, read_date, read_month, read_time, weekday_differs
from werkboek_desktop.domain.dutch import DAYS, MONTHS, day, month
from werkboek_desktop.domain.values import BadValue

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("26 jan 2021", "2021-01-26"),
        ("26 JANUARI 2021", "2021-01-26"),
        ("26-jan-2021", "2021-01-26"),
        ("26e januari 2021", "2021-01-26"),
        ("1 Mrt. '24", "2024-03-01"),
        ("26-1-21", "2021-01-26"),
        ("26/1/2021", "2021-01-26"),
        ("26.01.2021", "2021-01-26"),
        ("26 1 2021", "2021-01-26"),
        ("26-1-99", "1999-01-26"),
        ("2021-1-6", "2021-01-06"),
        ("2021/01/26", "2021-01-26"),
        ("20210126", "2021-01-26"),
        ("26012021", "2021-01-26"),
        ("29-2-2024", "2024-02-29"),
        ("26 jan", "2026-01-26"),
        ("26-1", "2026-01-26"),
        ("di 26 januari 2021", "2021-01-26"),
        ("dinsdag, 26-1-2021", "2021-01-26"),
        ("vandaag", "2026-11-25"),
        ("Morgen", "2026-11-26"),
        ("overmorgen", "2026-11-27"),
        ("gisteren", "2026-11-24"),
        ("eergisteren", "2026-11-23"),
        ("wo", "2026-11-25"),
        ("ma", "2026-11-30"),
        ("vrijdag", "2026-11-27"),
        ("volgende wo", "2026-12-02"),
        ("vorige wo", "2026-11-18"),
        ("afgelopen vrijdag", "2026-11-20"),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, meant: str) -> None:
    assert read_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("31 feb 2021", "31 februari 2021 bestaat niet: die maand heeft 28 dagen"),
        ("29-2-2023", "die maand heeft 28 dagen"),
        ("31 april", "die maand heeft 30 dagen"),
        ("1-26-2021", "bedoel je 26-1-2021? Schrijf de dag vóór de maand"),
        ("32-13-2021", "er is geen maand 13"),
        ("jan 2021", "de dag ontbreekt nog"),
        ("2021", "de dag ontbreekt nog"),
        ("0-1-2021", "bestaat niet"),
        ("1-1-0000", "geen jaar 0"),
    ],
)
def test_a_day_that_no_calendar_has_is_said_in_a_way_that_helps(typed: str, says: str) -> None:
    with pytest.raises(NoSuchDay) as refusal:
        read_date(typed, TODAY)
    assert says in str(refusal.value)


@pytest.mark.parametrize("typed", ["ooit", "26 brumaire 2021", "1-2-3-4", "begin maart", "26-", "123456789"])
def test_what_is_no_day_at_all_is_refused(typed: str) -> None:
    with pytest.raises(BadValue):
        read_date(typed, TODAY)


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from("- / .".split()))
def test_every_day_is_read_back_in_every_way_it_is_written(meant: date, mark: str) -> None:
    ways = (
        meant.isoformat(),
        day(meant),
        f"{DAYS[meant.weekday()]} {day(meant)}",
        f"{meant.day}{mark}{meant.month}{mark}{meant.year}",
        f"{meant.day} {MONTHS[meant.month - 1][:3]} {meant.year}",
    )
    assert {read_date(way, TODAY) for way in ways} == {meant.isoformat()}


@given(st.dates(min_value=date(1947, 1, 1), max_value=date(2046, 12, 31)))
def test_two_digits_of_a_year_mean_the_near_century(meant: date) -> None:
    assert read_date(f"{meant.day}-{meant.month}-{meant:%y}", TODAY) == meant.isoformat()


def test_another_day_of_the_week_than_the_date_has_is_remarked() -> None:
    assert weekday_differs("ma 26 januari 2021", "2021-01-26") == "26 januari 2021 is een dinsdag, geen maandag."
    assert weekday_differs("di 26 januari 2021", "2021-01-26") == ""
    assert weekday_differs("26 januari 2021", "2021-01-26") == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("jan 2021", "2021-01"),
        ("1-2021", "2021-01"),
        ("1/21", "2021-01"),
        ("2021-01", "2021-01"),
        ("januari '21", "2021-01"),
        ("sept 2023", "2023-09"),
        ("mrt", "2026-03"),
    ],
)
def test_a_month_is_read_as_people_type_it(typed: str, meant: str) -> None:
    assert read_month(typed, TODAY) == meant


@pytest.mark.parametrize(("typed", "says"), [("13-2021", "geen maand 13"), ("2021", "de maand ontbreekt nog")])
def test_a_month_that_is_none_is_said(typed: str, says: str) -> None:
    with pytest.raises(NoSuchDay) as refusal:
        read_month(typed, TODAY)
    assert says in str(refusal.value)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_month_is_read_back_as_written(meant: date) -> None:
    stored = f"{meant:%Y-%m}"
    assert read_month(stored, TODAY) == read_month(month(stored), TODAY) == stored


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9.30", "09:30"),
        ("9:30", "09:30"),
        ("930", "09:30"),
        ("0930", "09:30"),
        ("1345", "13:45"),
        ("9u30", "09:30"),
        ("9h30", "09:30"),
        ("9u", "09:00"),
        ("9 uur", "09:00"),
        ("09.30 uur", "09:30"),
        ("13 uur", "13:00"),
        ("13uur", "13:00"),
        ("9", "09:00"),
        ("half tien", "09:30"),
        ("om half tien", "09:30"),
        ("Kwart voor tien", "09:45"),
        ("kwart over 9", "09:15"),
        ("vijf voor half drie", "14:25"),
        ("tien over half elf", "10:40"),
        ("twaalf uur", "12:00"),
        ("half een", "12:30"),
        ("half 2", "13:30"),
        ("twee uur", "14:00"),
    ],
)
def test_a_time_is_read_as_people_type_or_say_it(typed: str, meant: str) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["25:00", "9:75", "24:00", "9999"])
def test_a_time_that_no_day_has_is_said(typed: str) -> None:
    with pytest.raises(NoSuchDay):
        read_time(typed)


@pytest.mark.parametrize("typed", ["straks", "half dertien", "half", "9:3", "12345", "kwart"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(BadValue):
        read_time(typed)


@given(st.times())
def test_every_time_is_read_back_in_every_way_it_is_written(meant: time) -> None:
    stored = f"{meant:%H:%M}"
    ways = (stored, f"{meant:%H.%M}", f"{meant:%H%M}", f"{meant.hour}u{meant:%M}", f"{meant.hour}:{meant:%M} uur")
    assert {read_time(way) for way in ways} == {stored}
