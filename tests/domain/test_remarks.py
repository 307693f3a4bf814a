"""What is said of a field because of what stands beside it."""

import pytest

from werkboek_desktop.domain.kinds import remarks
from werkboek_desktop.domain.kinds.remarks import Values


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, ""),
        ({"inhabitants": 4210}, "Noem ook het jaar en de bron. Opslaan kan gewoon."),
        ({"inhabitants": 0, "inhabitants_year": 2025}, "Noem ook de bron. Opslaan kan gewoon."),
        ({"inhabitants": 4210, "inhabitants_year": 2025, "inhabitants_source": "CBS"}, ""),
    ],
)
def test_a_figure_wants_its_year_and_source(values: Values, said: str) -> None:
    assert remarks.figure_alone(values) == said


@pytest.mark.parametrize(
    ("start", "end", "ongoing", "is_odd"),
    [
        ("2024-03", "2024-03", False, False),
        ("2024-03", "2024-02", False, True),
        (None, "2024-02", None, False),
        ("2024-03", "2025-01", True, True),
        ("2024-03", None, True, False),
    ],
)
def test_a_course_ends_after_it_began_or_goes_on(
    start: str | None, end: str | None, ongoing: bool | None, is_odd: bool
) -> None:
    assert bool(remarks.period({"period_start": start, "period_end": end, "ongoing": ongoing})) is is_odd


def test_a_day_ends_after_it_began() -> None:
    assert remarks.hours({"start": "13:00", "end": "12:00"})
    assert remarks.hours({"start": "13:00", "end": "13:00"})
    assert remarks.hours({"start": "09:00", "end": "17:00"}) == remarks.hours({"end": "17:00"}) == ""


def test_a_picture_is_described_or_there_for_show() -> None:
    assert remarks.description({}) == ""
    assert "Beschrijf wat er te zien is" in remarks.description({"file": "a"})
    assert remarks.description({"file": "a", "alt": "Een plein."}) == ""
    assert remarks.description({"file": "a", "decorative": True}) == ""
    assert "niet voorgelezen" in remarks.description({"file": "a", "decorative": True, "alt": "Een plein."})
