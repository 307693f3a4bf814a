"""What the merge rule makes of fixed histories, as one digest: run it to see it on another Python."""

from hashlib import sha256

from tests.domain.weave_histories import History
from werkboek_desktop.domain.weave import Part, Text

HISTORIES = 200


def readable(part: Part) -> object:
    return part.text if isinstance(part, Text) else sorted(part.by_head.items())


def digest() -> str:
    """Over every act and every state that anybody saw."""
    seen = sha256()
    for seed in range(HISTORIES):
        history = History(seed)
        history.run(3 + seed % 20)
        for change, step in history.steps.items():
            seen.update(change.encode() + history.acts[change].to_bytes())
            seen.update(repr([*map(readable, history.weave.state(step.seen))]).encode())
    return seen.hexdigest()


if __name__ == "__main__":
    import sys

    sys.stdout.write(digest())
