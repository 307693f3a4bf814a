"""The check against hand-written sentences: what it finds of what must be found, and nothing else."""

import pytest

from tests.domain.privacy.corpus import HELD_OUT, OTHER_HAND, TUNED, TWO, Score, known, score, sentences
from werkboek_desktop.domain.privacy.check import Check
from werkboek_desktop.domain.privacy.finding import Sort


def counted(name: str) -> Score:
    return score(sentences(name), Check(known()))


def test_the_corpus_is_large_enough_to_say_something() -> None:
    tuned, held_out = list(sentences(TUNED)), list(sentences(HELD_OUT))
    assert len(tuned) + len(held_out) >= 200
    assert len(held_out) >= 60
    other_hand = list(sentences(OTHER_HAND))
    assert len(other_hand) == 80
    for part in (tuned, held_out, other_hand):
        assert {each.sort for sentence in part for each in sentence.wanted} == set(Sort)
        assert sum(not sentence.wanted for sentence in part) >= 15


@pytest.mark.parametrize(
    ("name", "recall", "precision"),
    [(TUNED, 0.94, 0.96), (HELD_OUT, 0.9, 0.95), (OTHER_HAND, 0.9, 0.95), (TWO, 0.9, 0.9)],
)
def test_the_check_keeps_its_floors(name: str, recall: float, precision: float) -> None:
    found = counted(name)
    assert found.recall >= recall, found.missed
    assert found.precision >= precision, found.wrong
