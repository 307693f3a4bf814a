from collections.abc import Sequence

from tests.domain.replicas import Replica, exchange, record_id
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.joining import canonical_id, groups, joined_field
from werkboek_desktop.domain.records import Record
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import FieldView, RecordView, Status, Variant
from werkboek_desktop.domain.weave import Variants

A, B, C = sorted(record_id(name) for name in ("Fatima", "F. Yılmaz", "mw. Yilmaz"))
LINE, PROSE, SET = ValueType.LINE, ValueType.PROSE, ValueType.SET


def attendee(id_: str) -> Record:
    return Record("people", "attendee", None, id_)


def name(id_: str, field: str = "last_name", type_: ValueType = LINE) -> FieldKey:
    return FieldKey(*attendee(id_), field, type_)


def same_as(id_: str) -> FieldKey:
    return name(id_, "same_as", SET)


def settled(value: Value, *heads: str) -> FieldView:
    return FieldView(Status.SETTLED, value, heads, (Variant(value, None, 0, heads),))


def conflict(**values: Value) -> FieldView:
    variants = tuple(Variant(value, None, 0, (head,)) for head, value in values.items())
    return FieldView(Status.CONFLICT, None, tuple(sorted(values)), variants)


def shown(replica: Replica, id_: str) -> RecordView:
    view = replica.record(attendee(id_))
    assert view
    return view


def test_an_edge_counts_from_either_side_and_reaches_on() -> None:
    assert groups({"a": [], "b": ["a"], "c": ["b"], "d": []}) == {
        "a": ("a", "b", "c"),
        "b": ("a", "b", "c"),
        "c": ("a", "b", "c"),
        "d": ("d",),
    }


def test_an_edge_to_somebody_who_is_not_here_joins_nobody_yet() -> None:
    assert groups({"a": ["x"], "b": ["x"]}) == {"a": ("a",), "b": ("b",)}
    assert groups({"a": ["x"], "b": ["x"], "x": []})["a"] == ("a", "b", "x")


def test_the_smallest_id_stands_for_all_as_long_as_it_lives() -> None:
    assert canonical_id(("a", "b", "c")) == "a"
    assert canonical_id(("a", "b", "c"), deleted={"a"}) == "b"
    assert canonical_id(("a", "b"), deleted={"a", "b"}) == "a"


def test_without_the_edges_of_one_of_them_the_others_stay_together() -> None:
    edges: dict[str, Sequence[str]] = {"a": [], "b": [], "c": [], "d": ["c"]}
    assert groups(edges) == {"a": ("a",), "b": ("b",), "c": ("c", "d"), "d": ("c", "d")}


def test_equal_values_of_two_settle_and_different_ones_are_a_conflict() -> None:
    both = joined_field(LINE, [settled("Yılmaz", "1"), settled("Yılmaz", "2")])
    assert both == settled("Yılmaz", "1", "2")
    differ = joined_field(LINE, [settled("Yılmaz", "1"), settled("Yilmaz", "2")])
    assert (differ.status, differ.value, differ.heads) == (Status.CONFLICT, None, ("1", "2"))
    assert [variant.value for variant in differ.variants] == ["Yılmaz", "Yilmaz"]


def test_a_conflict_of_one_is_a_conflict_of_all_with_each_value_once() -> None:
    view = joined_field(LINE, [settled("x", "3"), conflict(a="x", b="y")])
    assert view.status is Status.CONFLICT
    assert [(variant.value, variant.changes) for variant in view.variants] == [("x", ("3", "a")), ("y", ("b",))]


def test_prose_of_two_records_is_never_merged() -> None:
    view = joined_field(PROSE, [settled("Een. Twee.", "1"), settled("Een. Drie.", "2")])
    assert view.parts == (Variants({"1": "Een. Twee.", "2": "Een. Drie."}),)


def test_sets_of_two_records_come_together() -> None:
    assert joined_field(SET, [settled(("x",), "1"), settled(("y",), "2")]) == settled(("x", "y"), "1", "2")


def test_joining_shows_both_and_an_edit_of_both_settles() -> None:
    anna = Replica("Anna")
    anna.edit(name(A), "Yılmaz")
    anna.edit(name(B), "Yilmaz")
    anna.edit(same_as(B), (A,))
    assert (shown(anna, A).joined, shown(anna, B).joined) == ((B,), (A,))
    view = shown(anna, A).fields["last_name"]
    assert view.status is Status.CONFLICT
    assert set(view.heads) == {*anna.heads(name(A)), *anna.heads(name(B))}
    for record in (A, B):
        anna.edit(name(record), "Yıldız")
    assert shown(anna, A).value("last_name") == shown(anna, B).value("last_name") == "Yıldız"


def test_an_edit_elsewhere_during_the_join_is_a_conflict_and_not_lost() -> None:
    anna, piet = Replica("Anna"), Replica("Piet")
    anna.edit(name(A), "Yılmaz")
    anna.edit(name(B), "Yılmaz")
    exchange([anna, piet])
    anna.edit(same_as(A), (B,))
    piet.edit(name(B), "Yılmaz-Demir")
    exchange([anna, piet])
    assert shown(anna, A).fields["last_name"].status is Status.CONFLICT
    assert anna.state == piet.state


def test_after_parting_each_shows_its_own_again() -> None:
    anna = Replica("Anna")
    anna.edit(name(A), "Yılmaz")
    anna.edit(name(B), "Bakker")
    anna.edit(same_as(A), (B,))
    anna.edit(same_as(A), ())
    assert (shown(anna, A).value("last_name"), shown(anna, B).value("last_name")) == ("Yılmaz", "Bakker")


def test_what_is_each_records_own_is_not_joined() -> None:
    anna = Replica("Anna")
    for id_ in (A, B):
        anna.edit(name(id_), "Yılmaz")
    anna.edit(same_as(A), (B,))
    anna.delete(attendee(B))
    assert (shown(anna, A).deleted, shown(anna, B).deleted) == (False, True)
    assert "deleted" not in shown(anna, A).fields
