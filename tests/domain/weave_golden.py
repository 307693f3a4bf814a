"""What the merge rule makes of fixed histories, as one digest: run it to see it on another Python."""

from hashlib import sha256
from itertools import combinations

from tests.domain.weave_histories import History
from werkboek_desktop.domain.weave import Part, Text

HISTORIES = 200


def readable(part: Part) -> object:
    return part.text if isinstance(part, Text) else sorted(part.by_head.items())


def digest() -> str:
    """Over what anybody saw, and over what every two changes show together."""
    seen = sha256()
    for seed in range(HISTORIES):
        history = History(seed)
        history.run(3 + seed % 20)
        pairs = combinations(history.steps, 2)
        for heads in (*(step.seen for step in history.steps.values()), *pairs):
            seen.update(repr([*map(readable, history.weave.state(heads))]).encode())
    return seen.hexdigest()


if __name__ == "__main__":
    import sys

    sys.stdout.write(digest())
