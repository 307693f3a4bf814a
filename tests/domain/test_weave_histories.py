"""The merge rule among random histories, judged by an oracle that knows nothing of tokens; and wrong rules caught."""

import os
import sys
from collections.abc import Iterable
from itertools import combinations, pairwise
from random import Random, SystemRandom

import pytest

from tests.domain.weave_histories import History, Replica
from tests.domain.weave_oracle import Fault
from werkboek_desktop.domain import tokens, weave, weave_merge
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.tokens import LINE_END, is_sentence
from werkboek_desktop.domain.weave import Part, Text, Variants, Weave

ORDINARY = 400
THOROUGH = 25_000
KEPT_ONE_OF_TWO = 807_455_741_719
"""The one seed in some 200,000 that showed why keeping one of two equal sentences must count as an act."""


def history(seed: int, kind: type[History] = History) -> History:
    grown = kind(seed)
    grown.run(3 + seed % 20)
    return grown


def first_faults(seeds: Iterable[int], kind: type[History] = History) -> list[Fault]:
    return next((grown.faults for seed in seeds if (grown := history(seed, kind)).faults), [])


def test_no_sentence_is_lost_returns_or_is_decided_silently() -> None:
    assert first_faults([KEPT_ONE_OF_TWO, *range(ORDINARY)]) == []


@pytest.mark.thorough
def test_no_sentence_is_lost_returns_or_is_decided_silently_on_fresh_seeds(
    capsys: pytest.CaptureFixture[str],
) -> None:
    start = int(os.environ.get("WEAVE_SEED") or SystemRandom().randrange(10**12))
    changes = judged = 0
    for seed in range(start, start + THOROUGH):
        grown = history(seed)
        assert grown.faults == [], f"seed {seed}"
        changes += len(grown.steps)
        judged += grown.oracle.judged
    with capsys.disabled():
        sys.stdout.write(
            f"\n{THOROUGH} histories from WEAVE_SEED={start}: {changes} changes, {judged} sentences judged, 0 lost, "
            "0 resurrected, 0 silent\n"
        )


def test_the_histories_have_what_is_hard() -> None:
    grown = [history(seed) for seed in range(100)]
    states = [one.weave.state(one.heads(set(one.steps))) for one in grown]
    assert sum(any(isinstance(part, Variants) for part in parts) for parts in states) > 20
    assert sum(len(parts) > 3 for parts in states) > 5
    assert sum(len(step.parents) > 1 for one in grown for step in one.steps.values()) > 50
    assert sum(one.oracle.judged for one in grown) > 2000


class TestWrongRulesAreCaught:
    """Each is built here, and each must be found out by the same histories that find nothing in the rule."""

    def caught(self, kind: type[History] = History) -> set[str]:
        return {fault.kind for fault in first_faults(range(ORDINARY), kind)}

    def test_no_move_guard(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(weave_merge, "is_moved", lambda *_: False)
        assert self.caught() == {"resurrected"}

    def test_no_count_guard(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(weave_merge, "guard_counts", lambda _: None)
        assert self.caught() == {"doubled"}

    def test_no_variant_clause(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def nothing(_weave: Weave, _views: object) -> set[int]:
            return set()

        monkeypatch.setattr(Weave, "_disputed", nothing)
        assert self.caught() == {"silent"}

    def test_keeping_one_of_two_touches_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def nothing(_weave: Weave, _removed: object, _kept: object) -> set[int]:
            return set()

        monkeypatch.setattr(Weave, "_preferred", nothing)
        assert {fault.kind for fault in first_faults([KEPT_ONE_OF_TWO])} == {"silent"}

    def test_space_in_the_token(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def spaced(value: str) -> list[str]:
            plain = tokens.tokenize(value)
            nexts = [*plain[1:], LINE_END]
            return [t + "␣" if is_sentence(t) and n != LINE_END else t for t, n in zip(plain, nexts, strict=True)]

        monkeypatch.setattr(weave, "tokenize", spaced)
        monkeypatch.setattr(weave, "compose", lambda pieces: tokens.compose(piece.rstrip("␣") for piece in pieces))
        assert self.caught()

    def test_marker_inside_the_sentence(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def joined(value: str) -> list[str]:
            found = [""]
            for token in tokens.tokenize(value):
                if found[-1].endswith(" ") and is_sentence(token):
                    found[-1] += token
                else:
                    found.append(token)
            return found[1:]

        monkeypatch.setattr(weave, "tokenize", joined)
        assert self.caught()

    def test_heads_at_save_time_as_parents(self) -> None:
        class Hasty(History):
            def draft_parents(self, replica: Replica) -> tuple[ChangeId, ...]:
                return self.heads(replica.here)

        assert "lost" in self.caught(Hasty)


def shuffled(grown: History, random: Random) -> list[ChangeId]:
    """Another order in which the same changes may arrive."""
    waiting = list(grown.steps)
    order: list[ChangeId] = []
    while waiting:
        ready = [change for change in waiting if set(grown.steps[change].parents) <= set(order)]
        order.append(random.choice(ready))
        waiting.remove(order[-1])
    return order


def rebuilt(grown: History, order: Iterable[ChangeId], start: ChangeId | None = None) -> Weave:
    """The same changes in another order; from `start` on, if given."""
    built = Weave()
    for change in order:
        step = grown.steps[change]
        built.add(change, step.parents if change != start else (), step.depth, step.value)
    return built


def shown_together(built: Weave, changes: Iterable[ChangeId]) -> list[tuple[Part, ...]]:
    """What any two of these changes show, and all."""
    changes = sorted(changes)
    return [built.state(heads) for heads in (*combinations(changes, 2), changes)]


@pytest.mark.parametrize("seed", range(60))
def test_the_order_of_arrival_changes_nothing(seed: int) -> None:
    grown = history(seed)
    other = rebuilt(grown, shuffled(grown, Random(seed)))
    assert shown_together(other, grown.steps) == shown_together(grown.weave, grown.steps)


@pytest.mark.parametrize("seed", range(60))
def test_a_history_may_begin_at_any_change_that_the_heads_build_on(seed: int) -> None:
    grown = history(seed)
    for start in grown.steps:
        later = [start]
        for change, step in grown.steps.items():
            if step.parents and set(step.parents) <= set(later):
                later.append(change)
        assert shown_together(rebuilt(grown, later, start), later) == shown_together(grown.weave, later)


@pytest.mark.parametrize("seed", range(60))
def test_tokens_side_by_side_in_a_merge_are_so_in_some_head(seed: int) -> None:
    """Two people's insertions never mix, and a merge falls apart into the tokens it was made of."""
    grown = history(seed)
    for step in grown.steps.values():
        parts = grown.weave.state(step.seen)
        values = [tokens.tokenize(grown.steps[head].value) for head in step.seen]
        neighbours = {pair for value in values for pair in pairwise([LINE_END, *value])}
        if len(parts) == 1 and isinstance(parts[0], Text):
            assert set(pairwise([LINE_END, *tokens.tokenize(parts[0].text)])) <= neighbours
