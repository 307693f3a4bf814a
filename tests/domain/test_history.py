from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.history import Entry, FieldHistory, view_of_head
from werkboek_desktop.domain.values import Place, Value, ValueType
from werkboek_desktop.domain.view import FieldView, Status
from werkboek_desktop.domain.weave import Variants

PROSE, LINE, SET, PLACE = ValueType.PROSE, ValueType.LINE, ValueType.SET, ValueType.PLACE


def entry(
    id_: str, parents: str, depth: int, value: Value, *, op: str = "edit", rule: int = 1, erased: bool = False
) -> Entry:
    return Entry(id_, tuple(parents), depth, value, f"author {id_}", depth * 10, op, rule, erased)


def two_heads(type_: ValueType, root: Value, left: Value, right: Value) -> FieldHistory:
    return FieldHistory(type_, [entry("a", "", 1, root), entry("b", "a", 2, left), entry("c", "a", 2, right)])


def test_one_head_is_its_exact_value_and_needs_no_history() -> None:
    history = FieldHistory(LINE, [entry("a", "", 1, "Wijk"), entry("b", "a", 2, "De wijk ")])
    assert history.view() == view_of_head(LINE, history.head_entries[0])
    assert history.view().value == "De wijk "
    assert history.view().variants[0][1:] == ("author b", 20, ("b",))


def test_equal_heads_settle_and_all_of_them_are_seen() -> None:
    view = two_heads(LINE, "Wijk", "Buurt", "Buurt").view()
    assert (view.status, view.value, view.heads) == (Status.SETTLED, "Buurt", ("b", "c"))
    assert [variant.changes for variant in view.variants] == [("c", "b")]


def test_distinct_simple_values_are_a_conflict_and_cleared_is_one_of_them() -> None:
    view = two_heads(ValueType.INTEGER, 1, None, 2).view()
    assert (view.status, view.value, view.parts) == (Status.CONFLICT, None, ())
    assert [(variant.value, variant.changes) for variant in view.variants] == [(2, ("c",)), (None, ("b",))]


def test_variants_are_one_a_value_with_the_deepest_head_first() -> None:
    history = [
        entry("a", "", 1, "x"),
        entry("b", "a", 2, "y"),
        entry("c", "a", 2, "x"),
        entry("d", "b", 3, "x"),
    ]
    view = FieldHistory(LINE, [*history, entry("e", "a", 2, "z")]).view()
    assert [(variant.value, variant.changes) for variant in view.variants] == [
        ("x", ("d", "c")),
        ("z", ("e",)),
    ]


def test_sets_are_always_settled() -> None:
    view = two_heads(SET, ("x",), ("x", "y"), ("x", "z")).view()
    assert (view.status, view.value, view.heads) == (Status.SETTLED, ("x", "y", "z"), ("b", "c"))
    assert [variant.value for variant in view.variants] == [("x", "y", "z")]


def test_the_highest_place_wins() -> None:
    left, right = Place("p", "0.1"), Place(None, "0.2")
    view = two_heads(PLACE, None, left, right).view()
    assert (view.status, view.value, view.heads) == (Status.SETTLED, right, ("b", "c"))
    assert [variant.changes for variant in view.variants] == [("c",)]


def test_sentences_with_one_between_them_merge() -> None:
    view = two_heads(PROSE, "Een. Twee. Drie.", "Een! Twee. Drie.", "Een. Twee. Drie!").view()
    assert (view.status, view.value) == (Status.MERGED, "Een! Twee. Drie!")
    assert {variant.value for variant in view.variants} == {"Een! Twee. Drie.", "Een. Twee. Drie!"}


def test_the_same_sentence_twice_rewritten_is_a_conflict_in_parts() -> None:
    view = two_heads(PROSE, "Een. Twee.", "Een. Twee!", "Een. Twee?").view()
    assert (view.status, view.value) == (Status.CONFLICT, None)
    assert view.parts[1] == Variants({"b": "Twee!", "c": "Twee?"})


@pytest.mark.parametrize("type_", [PROSE, LINE, SET])
def test_an_op_of_a_newer_program_is_shown_raw(type_: ValueType) -> None:
    values: dict[ValueType, Value] = {SET: ("x",)}
    history = [
        entry("a", "", 1, values.get(type_, "x")),
        entry("b", "a", 2, values.get(type_, "y"), op="shout"),
    ]
    assert FieldHistory(type_, history).view().status is Status.CONFLICT
    beside = FieldHistory(type_, [*history, entry("c", "a", 2, values.get(type_, "x"))]).view()
    assert beside.status is Status.CONFLICT
    assert {head for variant in beside.variants for head in variant.changes} == {"b", "c"}


def test_conflicting_prose_of_a_newer_program_still_has_parts() -> None:
    history = [entry("a", "", 1, "x"), entry("b", "a", 2, "y", op="shout"), entry("c", "a", 2, None)]
    assert FieldHistory(PROSE, history).view().parts == (Variants({"b": "y", "c": ""}),)


def test_an_op_of_a_newer_program_below_one_head_changes_nothing() -> None:
    history = [entry("a", "", 1, "x", op="shout"), entry("b", "a", 2, "y")]
    assert FieldHistory(LINE, history).view().value == "y"


def test_a_merge_by_a_newer_rule_is_left_to_people() -> None:
    history = [entry("a", "", 1, ("x",), rule=2), entry("b", "a", 2, ("x", "y")), entry("c", "a", 2, ("z",))]
    view = FieldHistory(SET, history).view()
    assert (view.status, len(view.variants)) == (Status.CONFLICT, 2)
    assert FieldHistory(SET, history[:2]).view().value == ("x", "y")


def test_what_an_older_rule_merged_is_merged_on() -> None:
    history = [entry("a", "", 1, ("x",), rule=0), entry("b", "a", 2, ("x", "y")), entry("c", "a", 2, ("x", "z"))]
    assert FieldHistory(SET, history).view().value == ("x", "y", "z")


def test_the_past_is_seen_as_it_was() -> None:
    history = two_heads(SET, ("x",), ("x", "y"), ("x", "z"))
    assert history.at(["b"]).view().value == ("x", "y")
    assert history.at(["a", "b"]).heads == ("b",)
    assert history.at([]).heads == ()


def test_an_erased_value_removes_nothing_from_a_set() -> None:
    history = [
        entry("a", "", 1, ("x",)),
        entry("b", "a", 2, None, erased=True),
        entry("c", "a", 2, ("x", "y")),
    ]
    assert FieldHistory(SET, history).view().value == ("x", "y")


VALUES: dict[ValueType, st.SearchStrategy[Value]] = {
    PROSE: st.lists(st.sampled_from(["Een is een.", "Twee is twee.", "Drie is drie."])).map(" ".join),
    LINE: st.none() | st.sampled_from("xyz"),
    SET: st.none() | st.sets(st.sampled_from("xyz")).map(lambda elements: tuple(sorted(elements))),
    PLACE: st.builds(Place, st.none() | st.sampled_from("pq"), st.sampled_from(["0.1", "0.2"])),
}


@st.composite
def histories(draw: st.DrawFn) -> tuple[ValueType, list[Entry]]:
    type_ = draw(st.sampled_from(list(VALUES)))
    history: list[Entry] = []
    for number in range(draw(st.integers(1, 8))):
        parents = draw(st.sets(st.integers(0, number - 1), max_size=3)) if number else set()
        depth = 1 + max((history[parent].depth for parent in parents), default=0)
        ids = tuple(f"{parent:064}" for parent in sorted(parents))
        history.append(Entry(f"{number:064}", ids, depth, draw(VALUES[type_]), None, 0, "edit", 1))
    return type_, history


def exact(view: FieldView) -> tuple[object, ...]:
    return view.status, view.value, view.heads, view.variants, view.parts


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(drawn: tuple[ValueType, list[Entry]], random: Random) -> None:
    type_, history = drawn
    shuffled = random.sample(history, len(history))
    assert exact(FieldHistory(type_, history).view()) == exact(FieldHistory(type_, shuffled).view())


@given(histories(), st.data())
def test_a_change_that_has_seen_all_heads_decides(drawn: tuple[ValueType, list[Entry]], data: st.DataObject) -> None:
    type_, history = drawn
    value = data.draw(VALUES[type_])
    depth = 1 + max(entry.depth for entry in history)
    last = Entry("f" * 64, FieldHistory(type_, history).heads, depth, value, None, 0, "edit", 1)
    view = FieldHistory(type_, [*history, last]).view()
    assert (view.status, view.value, view.heads) == (Status.SETTLED, value, (last.id,))


@given(histories())
def test_every_head_is_in_a_variant_unless_the_field_is_settled(drawn: tuple[ValueType, list[Entry]]) -> None:
    view = FieldHistory(*drawn).view()
    assert set(view.heads) == {head for variant in view.variants for head in variant.changes} or (
        view.status is Status.SETTLED and drawn[0] is PLACE
    )
