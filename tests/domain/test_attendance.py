import pytest

from werkboek_desktop.domain.attendance import Attendance, Row, joined_status, no_shows, rows
from werkboek_desktop.domain.view import FieldView, Status, Variant


def marked(status: str | None, head: str) -> FieldView:
    return FieldView(Status.SETTLED, status, (head,), (Variant(status, None, 0, (head,)),))


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("confirmed", "present", "present"),
        ("walk_in", "invited", "walk_in"),
        ("present", "walk_in", "present"),
        ("waitlisted", "registered", "waitlisted"),
        ("cancelled", "cancelled", "cancelled"),
        ("confirmed", None, "confirmed"),
        ("cancelled", None, "cancelled"),
        (None, None, None),
    ],
)
def test_of_two_records_the_furthest_status_counts(one: str | None, other: str | None, together: str | None) -> None:
    for first, second in ((one, other), (other, one)):
        view = joined_status([marked(first, "1"), marked(second, "2")])
        assert view
        assert (view.status, view.value, view.heads) == (Status.SETTLED, together, ("1", "2"))


@pytest.mark.parametrize("other", ["present", "confirmed", "a_newer_word"])
def test_cancelled_against_another_is_for_people(other: str) -> None:
    view = joined_status([marked("cancelled", "1"), marked(other, "2")])
    assert view
    assert view.status is Status.CONFLICT


def test_a_conflict_within_one_record_is_not_settled_by_another() -> None:
    variants = tuple(Variant(status, None, 0, (head,)) for head, status in (("1", "present"), ("2", "invited")))
    torn = FieldView(Status.CONFLICT, None, ("1", "2"), variants)
    view = joined_status([torn, marked("present", "3")])
    assert view
    assert view.status is Status.CONFLICT
    assert joined_status([torn]) == torn


def row(attendee: str, status: str | None, *, replaces: str | None = None) -> Row:
    view = marked(status, attendee) if status else None
    (found,) = rows([Attendance(f"{attendee} today", "today", attendee, view, replaces)], str)
    return found


def test_the_attendances_of_joined_attendees_are_one_row_a_masterclass() -> None:
    attendances = [
        Attendance("2", "monday", "F. Yılmaz", marked("walk_in", "b"), replaces="Şule"),
        Attendance("1", "monday", "Fatima", marked("confirmed", "a")),
        Attendance("3", "tuesday", "Fatima", None),
    ]
    monday, tuesday = rows(attendances, {"F. Yılmaz": "Fatima", "Fatima": "Fatima", "Şule": "S."}.__getitem__)
    assert (monday.attendee, monday.attendances, monday.stage) == ("Fatima", ("1", "2"), "walk_in")
    assert monday.replaces == {"S."}
    assert (tuesday.masterclass, tuesday.status, tuesday.is_present) == ("tuesday", None, False)


def test_present_is_present_and_whoever_came_in_at_the_door() -> None:
    statuses = ("present", "walk_in", "confirmed", None)
    assert [row("Fatima", status).is_present for status in statuses] == [True, True, False, False]


def test_a_no_show_was_confirmed_left_no_mark_and_sent_nobody() -> None:
    day = [
        row("came", "present"),
        row("stayed away", "confirmed"),
        row("sent somebody", "confirmed"),
        row("cancelled", "cancelled"),
        row("only registered", "registered"),
        row("substitute", "walk_in", replaces="sent somebody"),
        row("promised to replace", "confirmed", replaces="stayed away"),
    ]
    assert no_shows(day, "held") == no_shows(day, "finished") == {"stayed away", "promised to replace"}
    assert no_shows(day, "open") == set()
