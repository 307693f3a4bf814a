from random import Random

from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.readiness import Candidate, Judged, Standing, judge
from werkboek_desktop.domain.values import ValueType

TITLE = FieldKey("work", "case", None, "aa", "title", ValueType.LINE)
OTHERS = [
    TITLE._replace(scope="people"),
    TITLE._replace(kind="chapter"),
    TITLE._replace(owner="bb"),
    TITLE._replace(record="bb"),
    TITLE._replace(field="subtitle"),
    TITLE._replace(type=ValueType.PROSE),
]
READY, WAITING, INVALID = Standing.READY, Standing.WAITING, Standing.INVALID


def change(id_: str, parents: str = "", depth: int = 1, key: FieldKey = TITLE) -> Candidate:
    return Candidate(id_, tuple(parents), depth, key)


def test_a_chain_is_ready_from_its_root_on() -> None:
    chain = [change("c", "b", 3), change("b", "a", 2), change("a")]
    assert judge(chain, {}) == {"a": READY, "b": READY, "c": READY}
    assert list(judge(chain, {})) == ["a", "b", "c"]


def test_a_change_waits_for_the_parent_of_its_parent() -> None:
    assert judge([change("c", "b", 3), change("b", "a", 2)], {}) == {"b": WAITING, "c": WAITING}


def test_depth_is_one_more_than_the_deepest_parent() -> None:
    history = [change("a"), change("b", "a", 2), change("m", "ab", 3), change("x", "ab", 4)]
    assert judge(history, {}) == {"a": READY, "b": READY, "m": READY, "x": INVALID}
    assert judge([change("a", depth=2)], {}) == {"a": INVALID}
    assert judge([change("a"), change("b", "a", 1)], {}) == {"a": READY, "b": INVALID}


def test_a_parent_of_another_field_makes_invalid() -> None:
    for other in OTHERS:
        assert judge([change("a", key=other), change("b", "a", 2)], {})["b"] is INVALID


def test_what_builds_on_an_invalid_change_is_never_ready() -> None:
    assert judge([change("a", depth=5), change("b", "a", 6), change("c", "b", 7)], {})["c"] is INVALID
    assert judge([change("c", "b", 7)], {"b": Judged(6, TITLE, INVALID)}) == {"c": INVALID}


def test_a_wrong_depth_is_noticed_while_an_ancestor_is_still_missing() -> None:
    assert judge([change("b", "a", 2), change("c", "b", 4)], {}) == {"b": WAITING, "c": INVALID}


@st.composite
def histories(draw: st.DrawFn) -> list[Candidate]:
    """Mostly honest changes, with a wrong depth, a foreign field and parents that never come among them."""
    history: list[Candidate] = []
    for number in range(draw(st.integers(1, 12))):
        earlier = draw(st.lists(st.integers(0, number), max_size=3, unique=True))
        parents = tuple(f"{parent:02}" for parent in sorted(earlier) if parent < number)
        depth = 1 + max((history[int(parent)].depth for parent in parents), default=0)
        depth += draw(st.sampled_from([0, 0, 0, 0, 0, 1, -1]))
        key = draw(st.sampled_from([TITLE] * 9 + OTHERS[:1]))
        history.append(Candidate(f"{number:02}", parents, depth, key))
    missing = draw(st.sets(st.integers(0, len(history)), max_size=2))
    return [candidate for candidate in history if int(candidate.id) not in missing]


def arrive(batches: list[list[Candidate]]) -> dict[str, Standing]:
    """Judges batch by batch, as a store does."""
    settled: dict[str, Judged] = {}
    waiting: dict[str, Candidate] = {}
    for batch in batches:
        candidates = waiting | {candidate.id: candidate for candidate in batch}
        standings = judge(candidates.values(), settled)
        waiting = {id_: candidates[id_] for id_, standing in standings.items() if standing is WAITING}
        for id_, standing in standings.items():
            if standing is not WAITING:
                settled[id_] = Judged(candidates[id_].depth, candidates[id_].key, standing)
    return {id_: judged.standing for id_, judged in settled.items()} | dict.fromkeys(waiting, WAITING)


@given(histories(), st.randoms(use_true_random=False), st.integers(1, 5))
def test_arriving_in_any_order_and_split_is_the_same_as_all_at_once(
    history: list[Candidate], random: Random, size: int
) -> None:
    shuffled = random.sample(history, len(history))
    batches = [shuffled[start : start + size] for start in range(0, len(shuffled), size)]
    assert arrive(batches) == judge(history, {})
