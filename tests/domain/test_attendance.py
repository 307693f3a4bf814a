import pytest

from werkboek_desktop.domain.attendance import Row, is_present, joined_status, no_shows
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
        assert (view.status, view.value, view.heads) == (Status.SETTLED, together, ("1", "2"))


@pytest.mark.parametrize("other", ["present", "confirmed", "a_newer_word"])
def test_cancelled_against_another_is_for_people(other: str) -> None:
    assert joined_status([marked("cancelled", "1"), marked(other, "2")]).status is Status.CONFLICT


def test_a_conflict_within_one_record_is_not_settled_by_another() -> None:
    variants = tuple(Variant(status, None, 0, (head,)) for head, status in (("1", "present"), ("2", "invited")))
    torn = FieldView(Status.CONFLICT, None, ("1", "2"), variants)
    assert joined_status([torn, marked("present", "3")]).status is Status.CONFLICT
    assert joined_status([torn]) == torn


def test_present_is_present_and_whoever_came_in_at_the_door() -> None:
    assert [is_present(Row("a", status)) for status in ("present", "walk_in", "confirmed", None)] == [
        True,
        True,
        False,
        False,
    ]


def test_a_no_show_was_confirmed_left_no_mark_and_sent_nobody() -> None:
    rows = [
        Row("came", "present"),
        Row("stayed away", "confirmed"),
        Row("sent somebody", "confirmed"),
        Row("cancelled", "cancelled"),
        Row("only registered", "registered"),
        Row("substitute", "walk_in", replaces="sent somebody"),
        Row("promised to replace", "confirmed", replaces="stayed away"),
    ]
    assert no_shows(rows, "held") == no_shows(rows, "finished") == {"stayed away", "promised to replace"}
    assert no_shows(rows, "open") == set()
