from datetime import UTC, date, datetime

import pytest

from werkboek_desktop.domain.attendance import Row
from werkboek_desktop.domain.today_lines import (
    Line,
    arrival_line,
    backup_line,
    head_count,
    is_ahead,
    person_of,
    sent_line,
)
from werkboek_desktop.domain.view import FieldView, Status

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


def at(day: int, hour: int = 10, minute: int = 30) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (None, Line("Nog geen back-up", "Maak er een, dan kun je altijd terug.", fine=False)),
        (at(24), Line("Back-up van vandaag 10:30", "Nagekeken en leesbaar")),
        (at(20), Line("Back-up van 20 november", "Nagekeken en leesbaar")),
        (at(10), Line("Back-up van 10 november", "Dat is langer dan een week geleden.", fine=False)),
    ],
)
def test_a_backup_is_told_with_its_age(made: datetime | None, expected: Line) -> None:
    assert backup_line(made, NOW) == expected


def test_a_place_that_a_backup_did_not_come_to_is_told() -> None:
    told = Line("Back-up van vandaag 10:30", "Die kwam niet in E:\\ en /mnt/stick.", fine=False)
    assert backup_line(at(24), NOW, ["E:\\", "/mnt/stick"]) == told


@pytest.mark.parametrize(
    ("sent", "to", "changes", "expected"),
    [
        (None, "", 0, ("Nog niets verstuurd", "")),
        (None, "", 1312, ("Nog niets verstuurd", "1.312 wijzigingen van jou")),
        (at(20, 16), "Yusuf · pc", 31, ("Laatst verstuurd: vrijdag 16:30", "Aan Yusuf · 31 wijzigingen sindsdien")),
        (at(24, 9, 0), "", 1, ("Laatst verstuurd: vandaag 09:00", "1 wijziging sindsdien")),
        (at(3), "", 0, ("Laatst verstuurd: 3 november", "Daarna veranderde er niets.")),
    ],
)
def test_what_was_sent_is_told_with_what_changed_since(
    sent: datetime | None, to: str, changes: int, expected: tuple[str, str]
) -> None:
    assert sent_line(sent, to, changes, NOW)[:2] == expected


def test_a_bundle_that_came_in_is_told_by_its_person() -> None:
    line = arrival_line("Fatıma El Idrissi · gemeente-07", at(23, 16, 20), 14, NOW)
    assert line[:2] == ("Pakket van Fatıma El Idrissi", "Gemaakt gisteren 16:20 · 14 wijzigingen")
    assert person_of("") == "iemand"


@pytest.mark.parametrize(
    ("day", "status", "expected"),
    [
        (date(2026, 11, 24), "open", True),
        (date(2026, 11, 23), "open", False),
        (date(2026, 11, 30), None, True),
        (date(2026, 11, 30), "held", False),
        (None, "open", False),
    ],
)
def test_a_masterclass_is_ahead_until_it_was_held(day: date | None, status: str | None, *, expected: bool) -> None:
    assert is_ahead(day, status, NOW.date()) is expected


def test_who_comes_and_who_waits_are_counted() -> None:
    stages = ["registered", "confirmed", "walk_in", "present", "waitlisted", "cancelled", "invited", None]
    rows = [
        Row("m", f"p{n}", (), FieldView(Status.SETTLED, stage, (), ()), frozenset()) for n, stage in enumerate(stages)
    ]
    assert head_count(rows) == (4, 1)
