"""Points in long work at which something else may go first."""

from collections import deque
from threading import Thread

import pytest

from werkboek_desktop.checkpoint import A_FEW, at_checkpoints, checked, checkpoint


class Enough(Exception):
    """The work is given up."""


def test_where_nobody_asks_nothing_happens() -> None:
    checkpoint()
    assert list(checked(range(3 * A_FEW + 1))) == list(range(3 * A_FEW + 1))


def test_before_every_few_things_it_is_asked() -> None:
    asked, taken = list[int](), list[int]()
    with at_checkpoints(lambda: asked.append(len(taken))):
        taken.extend(checked(range(2 * A_FEW + 1)))
    assert len(asked) == 3
    checkpoint()
    assert len(asked) == 3


def test_what_is_raised_there_ends_the_work() -> None:
    taken = list[int]()

    def give_up() -> None:
        if taken:
            raise Enough

    with at_checkpoints(give_up), pytest.raises(Enough):
        deque(map(taken.append, checked(range(10 * A_FEW))))
    assert len(taken) == A_FEW


def test_another_thread_is_not_asked() -> None:
    asked = list[str]()
    with at_checkpoints(lambda: asked.append("here")):
        other = Thread(target=checkpoint)
        other.start()
        other.join()
    assert asked == []
