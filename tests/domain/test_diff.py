"""What a new text keeps of an old one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain import diff
from werkboek_desktop.domain.diff import Match, matches
from werkboek_desktop.domain.tokens import is_sentence

END = "\n"
texts = st.lists(st.sampled_from(["a", "b", "c", "- ", END]), max_size=8)


def kept(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    return [(m.old + i, m.new + i) for m in matches(old, new) for i in range(m.length)]


def weight(tokens: list[str]) -> tuple[int, int]:
    sentences = sum(map(is_sentence, tokens))
    return sentences, len(tokens) - sentences


def best(old: list[str], new: list[str]) -> tuple[int, int]:
    if not old or not new:
        return 0, 0
    found = max(best(old[1:], new), best(old, new[1:]))
    if old[0] == new[0]:
        sentences, others = best(old[1:], new[1:])
        own = weight(old[:1])
        found = max(found, (sentences + own[0], others + own[1]))
    return found


@given(texts, texts)
def test_as_many_sentences_as_possible_stay_then_as_many_others(old: list[str], new: list[str]) -> None:
    assert weight([old[i] for i, _ in kept(old, new)]) == best(old, new)


@given(texts, texts)
def test_what_stays_is_equal_and_keeps_its_order(old: list[str], new: list[str]) -> None:
    pairs = kept(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert all(i < k and j < m for (i, j), (k, m) in pairwise(pairs))
    assert all(match.length for match in matches(old, new))


def test_a_line_end_never_costs_a_sentence() -> None:
    assert kept([END, END, END, "a"], ["a", END, END, END]) == [(3, 0)]


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        (["a", "a"], ["a"], [(0, 0)]),
        (["x", "a", "a", "y"], ["p", "a", "q"], [(2, 1)]),
        (["x", "a", "b", "y"], ["p", "b", "a", "q"], [(2, 1)]),
        (["x", "a", "y"], ["p", "a", "a", "q"], [(1, 1)]),
        (["a", "x"], ["y", "a", "z"], [(0, 1)]),
    ],
)
def test_of_equally_good_ways_the_first_match_wins_then_skipping_the_old(
    old: list[str], new: list[str], pairs: list[tuple[int, int]]
) -> None:
    assert kept(old, new) == pairs


def test_a_new_line_stands_behind_the_end_of_the_line_before_it() -> None:
    assert kept(["a", "b", END], ["x", "b", END, "c", END]) == [(1, 1), (2, 2)]
    assert kept(["a", "b", END, "d", END], ["x", "b", END, "c", END, "d", END]) == [(1, 1), (2, 2), (3, 5), (4, 6)]


def numbered(count: int, start: int = 0) -> list[str]:
    return [f"zin {i}" for i in range(start, start + count)]


def test_a_large_text_is_cut_at_sentences_that_stand_once_on_both_sides() -> None:
    old, new = numbered(600), numbered(600, 2000)
    old[300] = new[200] = "anker"
    old[302], old[310], old[311] = new[205], new[203], new[204]
    assert kept(old, new) == [(300, 200), (310, 203), (311, 204)]


def test_anchors_keep_the_longest_chain_when_text_was_moved() -> None:
    middle = numbered(500)
    old = ["x", *middle[:400], *middle[400:], "y"]
    new = ["p", *middle[400:], *middle[:400], "q"]
    assert kept(old, new) == [(1 + i, 101 + i) for i in range(400)]


def test_a_gap_between_anchors_that_is_still_too_large_is_replaced() -> None:
    twice = ["dubbel", "dubbel"]
    old = ["x", *twice, *numbered(300), *twice, "y"]
    new = ["p", *twice, *numbered(300, 1000), *twice, "q"]
    assert kept(old, new) == []


def test_a_gap_between_anchors_keeps_its_equal_ends() -> None:
    old = ["x", *numbered(300), "dubbel", "anker", "dubbel", *numbered(300, 1000), "y"]
    new = ["p", *numbered(300, 3000), "dubbel", "anker", "dubbel", *numbered(300, 4000), "q"]
    assert kept(old, new) == [(301, 301), (302, 302), (303, 303)]


def test_too_large_is_over_60_000_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert diff.CELLS == 60_000
    old, new = ["x", "a", "a", "z", "b", "y"], ["p", "a", "w", "b", "q"]
    monkeypatch.setattr(diff, "CELLS", 12)
    assert kept(old, new) == [(2, 1), (4, 3)]
    monkeypatch.setattr(diff, "CELLS", 11)
    assert kept(old, new) == [(4, 3)]


def test_a_match_is_three_numbers() -> None:
    assert matches(["a", "b", "x"], ["a", "b", "y"]) == [Match(0, 0, 2)]
