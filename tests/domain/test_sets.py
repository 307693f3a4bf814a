from collections.abc import Sequence

from hypothesis import find, given
from hypothesis import strategies as st

from tests.domain.oracles import by_tags
from werkboek_desktop.domain.sets import SetChange, merged


def change(id_: str, parents: str, elements: str | None) -> SetChange:
    return SetChange(id_, tuple(parents), None if elements is None else tuple(elements))


def test_adds_of_two_people_both_stand() -> None:
    history = [change("a", "", "x"), change("b", "a", "xy"), change("c", "a", "xz")]
    assert merged(history, "bc") == ("x", "y", "z")


def test_a_removal_of_what_both_had_stands() -> None:
    assert merged([change("a", "", "xy"), change("b", "a", "y"), change("c", "a", "xyz")], "bc") == ("y", "z")


def test_adding_wins_from_a_concurrent_removal_and_adding_again() -> None:
    history = [change("a", "", "x"), change("b", "a", ""), change("c", "a", ""), change("d", "c", "x")]
    assert merged(history, "bd") == ("x",)


def test_an_element_is_removed_by_whoever_has_seen_all_its_adds() -> None:
    history = [change("a", "", "x"), change("b", "", "x"), change("c", "ab", ""), change("d", "a", "xy")]
    assert merged(history, "cd") == ("y",)


def test_a_value_that_cannot_be_read_neither_adds_nor_removes() -> None:
    history = [change("a", "", "xy"), change("b", "a", None), change("c", "b", "x"), change("d", "a", "xyz")]
    assert merged(history, "cd") == ("x", "z")
    assert merged(history[:2], "b") == ("x", "y")


def test_ten_thousand_changes_of_two_people_cost_no_recursion_and_no_square() -> None:
    history = [change("0", "", "x")]
    left, right = "0", "0"
    for week in range(1, 5_000):
        parents = tuple(sorted({left, right}))
        left, right = f"l{week}", f"r{week}"
        history += [SetChange(left, parents, ("x", left)), SetChange(right, parents, ("x", right))]
    assert merged(history, (left, right)) == (left, right, "x")


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[SetChange], tuple[str, ...]]:
    """Changes with parents that nobody need have seen together, and their heads."""
    history: list[SetChange] = []
    for number in range(draw(st.integers(1, 9))):
        parents = draw(st.sets(st.integers(0, number - 1), max_size=3)) if number else set()
        elements = draw(st.none() | st.sets(st.sampled_from("xyz")))
        ids = tuple(str(parent) for parent in sorted(parents))
        history.append(SetChange(str(number), ids, None if elements is None else tuple(sorted(elements))))
    built_on = {parent for entry in history for parent in entry.parents}
    return history, tuple(entry.id for entry in history if entry.id not in built_on)


@given(histories())
def test_it_equals_the_oracle_of_tags(drawn: tuple[list[SetChange], tuple[str, ...]]) -> None:
    history, heads = drawn
    assert merged(history, heads) == by_tags(history, heads)


@given(histories())
def test_one_head_is_exactly_its_elements(drawn: tuple[list[SetChange], tuple[str, ...]]) -> None:
    history, heads = drawn
    readable = [entry for entry in history if entry.elements is not None]
    for entry in readable:
        assert merged(history, (entry.id,)) == entry.elements
    assert set(heads) <= {entry.id for entry in history}


def union_of_heads(history: Sequence[SetChange], heads: Sequence[str]) -> tuple[str, ...]:
    """The obvious rule, under which nothing that one of two people removed ever goes."""
    return tuple(sorted({e for entry in history if entry.id in heads for e in entry.elements or ()}))


def test_the_oracle_catches_the_union_of_heads() -> None:
    find(histories(), lambda drawn: union_of_heads(*drawn) != by_tags(*drawn))
