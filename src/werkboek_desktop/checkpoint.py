"""Points in long work at which something else may go first, or the work be given up: who began it says which."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import batched

A_FEW = 50
"""How many things are done between two points: of most that is less than a millisecond."""

type Act = Callable[[], object]


def _go_on() -> None:
    """Nobody minds."""


_ACT: ContextVar[Act] = ContextVar("checkpoint", default=_go_on)


@contextmanager
def at_checkpoints(act: Act) -> Iterator[None]:
    """While the block lasts this is done at each point that its thread comes past; what it raises ends the work."""
    before = _ACT.set(act)
    try:
        yield
    finally:
        _ACT.reset(before)


def checkpoint() -> None:
    """Here the work may wait, or end."""
    _ACT.get()()


def checked[T](items: Iterable[T]) -> Iterator[T]:
    """The items, with a point before every few of them."""
    for few in batched(items, A_FEW):
        checkpoint()
        yield from few
