from datetime import UTC, date, datetime, timedelta

import pytest

from werkboek_desktop.domain.moments import aged, begun, counted, day_near, full_day, greeting, listed, when

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hour", "name", "expected"),
    [
        (0, "Marit de Wit", "Goedenacht, Marit"),
        (5, "Marit de Wit", "Goedenacht, Marit"),
        (6, "Marit de Wit", "Goedemorgen, Marit"),
        (11, "Şule", "Goedemorgen, Şule"),
        (12, "Marit", "Goedemiddag, Marit"),
        (18, "Marit", "Goedenavond, Marit"),
        (23, "", "Goedenavond"),
    ],
)
def test_the_greeting_goes_by_the_time_of_day(hour: int, name: str, expected: str) -> None:
    assert greeting(NOW.replace(hour=hour), name) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 11, 24, 9, 5, tzinfo=UTC), "vandaag 09:05"),
        (datetime(2026, 11, 23, 17, 5, tzinfo=UTC), "gisteren 17:05"),
        (datetime(2026, 11, 25, 8, 0, tzinfo=UTC), "morgen 08:00"),
        (datetime(2026, 11, 20, 16, 12, tzinfo=UTC), "20 november"),
        (datetime(2025, 12, 31, 23, 59, tzinfo=UTC), "31 december 2025"),
    ],
)
def test_a_moment_reads_as_people_say_it_that_day(moment: datetime, expected: str) -> None:
    assert when(moment, NOW) == expected


def test_days_near_the_turn_of_the_year_are_near_all_the_same() -> None:
    assert day_near(date(2025, 12, 31), date(2026, 1, 1)) == "gisteren"
    assert day_near(date(2025, 12, 30), date(2026, 1, 1)) == "30 december 2025"


def test_a_day_is_written_in_full() -> None:
    assert full_day(date(2026, 11, 26)) == "Donderdag 26 november"


def test_small_numbers_are_words() -> None:
    found = [counted(number, "stuk", "stukken") for number in (0, 1, 3, 12, 13, 9999)]
    assert found == ["geen stukken", "één stuk", "drie stukken", "twaalf stukken", "13 stukken", "9.999 stukken"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ""),
        (["Anna"], "Anna"),
        (["Anna", "Piet"], "Anna en Piet"),
        (["Anna", "Piet", "Yusuf"], "Anna, Piet en Yusuf"),
        (["Anna", "Piet", "Yusuf", "Fatıma"], "Anna, Piet en nog 2"),
    ],
)
def test_names_are_listed(words: list[str], expected: str) -> None:
    assert listed(words) == expected


@pytest.mark.parametrize(("text", "expected"), [("één stuk", "Eén stuk"), ("’s nachts", "’s nachts"), ("", "")])
def test_a_sentence_begins_with_a_capital_that_has_no_accent(text: str, expected: str) -> None:
    assert begun(text) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-3, ""),
        (6, ""),
        (7, "één week oud"),
        (20, "twee weken oud"),
        (21, "drie weken oud"),
        (60, "acht weken oud"),
        (61, "twee maanden oud"),
        (364, "twaalf maanden oud"),
        (800, "twee jaar oud"),
    ],
)
def test_what_comes_late_says_how_old_it_is(days: int, expected: str) -> None:
    assert aged(NOW.date() - timedelta(days), NOW.date()) == expected
