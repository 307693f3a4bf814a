"""How long work says how far it is, and stops when asked."""

from collections.abc import Callable, Iterable, Iterator

from werkboek_desktop.errors import Cancelled

type Progress = Callable[[int, int, str], bool]
"""Done, total, a Dutch word for what; returning False cancels."""

_STEP = 512


def watched[T](items: Iterable[T], total: int, word: str, progress: Progress | None) -> Iterator[T]:
    """The items, reporting on the way; raises Cancelled."""
    for done, item in enumerate(items):
        if progress is not None and done % _STEP == 0 and not progress(done, total, word):
            raise Cancelled
        yield item
