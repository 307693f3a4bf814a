"""What is made in a thread while what was made before is looked at."""

from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import ThreadPoolExecutor

_MOST = 4


def ahead(items: Iterable[bytes]) -> Generator[bytes]:
    """The same items, a few of them made before they are asked for; raises what making them does, in its place."""
    with ThreadPoolExecutor(1) as thread:
        making = iter(items)
        coming = deque(thread.submit(next, making, None) for _ in range(_MOST))
        while (item := coming.popleft().result()) is not None:
            coming.append(thread.submit(next, making, None))
            yield item
