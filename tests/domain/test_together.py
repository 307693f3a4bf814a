"""Changing many records at once, seen before it is done."""

from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import RecordKey
from werkboek_desktop.domain.fields import Field, Kind
from werkboek_desktop.domain.together import Wish, fields_for_many, preview, values_to_write, wants_reason
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView, RecordView, Status

FORMS = ("drugslab", "straathandel", "wietteelt")


def case() -> Kind:
    kind = schema.kind("case")
    assert kind
    return kind


def field_of(key: str) -> Field:
    field = schema.field("case", key)
    assert field
    return field


def view_of(record: str, key: str, value: Value, status: Status = Status.SETTLED) -> RecordView:
    return RecordView(RecordKey("case", None, record), "work", fields={key: FieldView(status, value, (), ())})


def test_one_sees_what_changes_what_does_not_and_what_is_left_alone() -> None:
    views = [
        view_of("a", "status", "concept"),
        view_of("b", "status", "approved"),
        view_of("c", "status", None, Status.CONFLICT),
        RecordView(RecordKey("case", None, "d"), "work"),
    ]
    found = preview(views, Wish(field_of("status"), "approved"))
    assert found.changes == (("a", "concept", "approved"), ("d", None, "approved"))
    assert found.same == 1
    assert found.disputed == ("c",)
    assert found.back == ()


def test_a_step_back_wants_a_reason_and_gets_it() -> None:
    views = [view_of("a", "status", "approved"), view_of("b", "status", "concept"), view_of("c", "status", "paused")]
    wish = Wish(field_of("status"), "deepening")
    found = preview(views, wish)
    assert found.back == ("a",)
    assert wants_reason(case(), found)
    written = values_to_write(case(), found, wish, "de wijk is veranderd")
    assert ("a", "status_reason", "de wijk is veranderd") in written
    assert {(record, field) for record, field, _value in written} == {
        ("a", "status"),
        ("b", "status"),
        ("c", "status"),
        ("a", "status_reason"),
    }


def test_going_on_wants_no_reason() -> None:
    found = preview([view_of("a", "status", "concept")], Wish(field_of("status"), "approved"))
    assert not wants_reason(case(), found)


sets = st.sets(st.sampled_from(FORMS)).map(lambda each: tuple(sorted(each)) or None)


@given(sets, st.frozensets(st.sampled_from(FORMS)), st.booleans())
def test_elements_come_in_and_go_out_and_the_others_stay(
    before: tuple[str, ...] | None, chosen: frozenset[str], add: bool
) -> None:
    field = field_of("forms")
    wish = Wish(field, add=chosen) if add else Wish(field, remove=chosen)
    found = preview([view_of("a", "forms", before)], wish)
    wanted = set(before or ()) | chosen if add else set(before or ()) - chosen
    after = set(found.changes[0].after or ()) if found.changes else set(before or ())  # type: ignore[arg-type]
    assert after == wanted
    assert bool(found.changes) == (wanted != set(before or ()))


def test_only_fields_whose_value_one_chooses_are_set_in_many_at_once() -> None:
    keys = {field.key for field in fields_for_many(case())}
    assert {"status", "assignee", "forms", "phase"} <= keys
    assert keys.isdisjoint({"title", "summary", "place", "deleted", "municipalities"})
