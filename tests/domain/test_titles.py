"""What a record is called."""

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.titles import title
from werkboek_desktop.domain.values import Value


def called(kind: str, **values: Value) -> str:
    known = schema.kind(kind)
    assert known
    return title(known, values)


def test_a_moment_has_its_date_as_people_write_it() -> None:
    assert called("timeline", date="2026-11-18", event="De drie eigenaren") == "18 november 2026 De drie eigenaren"


def test_what_is_not_there_leaves_no_space_and_what_is_no_date_stays() -> None:
    assert called("timeline", event="De drie eigenaren") == "De drie eigenaren"
    assert called("timeline", date="ooit", event="Begin") == "ooit Begin"
    assert called("timeline") == ""
