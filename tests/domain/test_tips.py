from random import Random

from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.tips import Link, covered, forks, gap_free, miscounted, tips


def chain(writer: str, *ids: str) -> dict[str, Link]:
    """A complete chain of one writer."""
    return {id_: Link(writer, seq, ids[seq - 2] if seq > 1 else None) for seq, id_ in enumerate(ids, 1)}


def without(links: dict[str, Link], *ids: str) -> dict[str, Link]:
    return {id_: link for id_, link in links.items() if id_ not in ids}


def test_tips_are_the_last_changes_of_every_writer() -> None:
    assert tips(chain("w", "a", "b", "c") | chain("v", "e", "d")) == ("c", "d")
    assert tips({}) == ()


def test_a_gap_hides_all_behind_it() -> None:
    links = without(chain("w", "a", "b", "c", "d"), "c")
    assert tips(links) == ("b",)
    assert covered(["d"], links) == {"d"}


def test_a_chain_without_its_start_is_no_receipt() -> None:
    assert tips(without(chain("w", "a", "b"), "a")) == ()


def test_a_chain_that_miscounts_or_changes_hands_has_a_gap() -> None:
    assert gap_free({"a": Link("w", 2, None)}) == set()
    assert gap_free({"a": Link("w", 1, None), "b": Link("w", 3, "a")}) == {"a"}
    assert gap_free({"a": Link("w", 1, None), "b": Link("v", 2, "a")}) == {"a"}


def test_both_ends_of_a_fork_are_tips() -> None:
    links = chain("w", "a", "b") | {"c": Link("w", 2, "a")}
    assert (tips(links), forks(links)) == (("b", "c"), {"w"})
    assert forks(chain("w", "a", "b") | chain("v", "c")) == set()
    assert forks({"a": Link("w", 1, None), "b": Link("w", 1, None)}) == {"w"}


def test_a_receipt_covers_what_its_tips_stand_on_and_no_more() -> None:
    links = chain("w", "a", "b", "c") | chain("v", "d", "e")
    assert covered(["b"], links) == {"a", "b"}
    assert covered(["b", "unknown"], links) == {"a", "b"}
    assert covered([], links) == set()


WORLD = chain("w", *"abcdef") | chain("v", *"ghijk") | {"x": Link("w", 4, "c"), "y": Link("w", 5, "x")}


@given(st.sets(st.sampled_from(sorted(WORLD))), st.sets(st.sampled_from(sorted(WORLD))))
def test_a_delta_by_receipt_never_leaves_a_gap_or_loses_a_change(mine: set[str], theirs: set[str]) -> None:
    sender = {id_: WORLD[id_] for id_ in mine}
    receiver = {id_: WORLD[id_] for id_ in theirs}
    delta = mine - covered(tips(receiver), sender)
    assert theirs | delta == theirs | mine


@given(st.sets(st.sampled_from(sorted(WORLD))), st.randoms(use_true_random=False))
def test_tips_depend_on_the_set_alone(ids: set[str], random: Random) -> None:
    shuffled = random.sample(sorted(ids), len(ids))
    assert tips({id_: WORLD[id_] for id_ in shuffled}) == tips({id_: WORLD[id_] for id_ in sorted(ids)})


def test_a_change_that_does_not_follow_the_one_before_it_is_miscounted() -> None:
    sound = {"a": Link("w", 1, None), "b": Link("w", 2, "a"), "c": Link("w", 9, "not here")}
    wrong = {
        "gap": Link("w", 4, "b"),
        "other": Link("v", 3, "b"),
        "first": Link("v", 2, None),
        "again": Link("w", 1, "b"),
    }
    assert miscounted(sound | wrong) == wrong.keys()
