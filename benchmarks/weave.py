"""What one prose field costs after a year of weekly criss-cross: `python -m benchmarks.weave`.

Two editors replace sentences of a page of 100, each in a half of it, and see each other's work once a week.
"""

import random
from hashlib import sha256
from time import process_time
from typing import NamedTuple

from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.weave import Weave

SENTENCES, WEEKS = 100, 52
HALVES = range(49), range(51, 100)


class Edit(NamedTuple):
    """One change of the field, as `Weave.add` takes it."""

    change: ChangeId
    parents: tuple[ChangeId, ...]
    depth: int
    value: str


def criss_cross(changes: int) -> list[Edit]:
    """About so many changes, each after its parents; the last two are the heads."""
    chance = random.Random(changes)  # noqa: S311 - the same for every run
    page = [_sentence(i) for i in range(SENTENCES)]
    edits = [_edit(0, (), page)]
    heads = edits
    for _ in range(WEEKS):
        ends, pages = heads, [page, page.copy()]
        for _ in range(changes // WEEKS // 2):
            before = [ends, ends] if ends is heads else [ends[:1], ends[1:]]
            for half, own in zip(HALVES, pages, strict=True):
                own[chance.choice(half)] = _sentence(SENTENCES + len(edits))
                edits.append(_edit(len(edits), tuple(before[half.start > 0]), own))
            ends = edits[-2:]
        heads, page = ends, pages[0][:50] + pages[1][50:]
    return edits


def _sentence(number: int) -> str:
    return f"De gemeente besprak punt {number}a met de politie en legde vast wat er daarna zou gebeuren."


def _edit(number: int, parents: tuple[Edit, ...], page: list[str]) -> Edit:
    value = "\n".join(" ".join(page[at : at + 5]) for at in range(0, SENTENCES, 5))
    depth = 1 + max((parent.depth for parent in parents), default=0)
    return Edit(sha256(str(number).encode()).hexdigest(), tuple(parent.change for parent in parents), depth, value)


def main() -> None:
    """Prints a line for a thousand changes and one for ten thousand."""
    for changes in (1_000, 10_000):
        edits = criss_cross(changes)
        start = process_time()
        weave = Weave()
        for edit in edits:
            weave.add(*edit)
        build = process_time() - start
        one, other = edits[-2:]
        start = process_time()
        for _ in range(20):
            weave.state([one.change, other.change])
        show = (process_time() - start) / 20
        start = process_time()
        weave.add("0" * 64, [one.change], one.depth + 1, f"{one.value} Nog een zin.")
        more = process_time() - start
        early = edits[len(edits) // 2]
        start = process_time()
        weave.add("1" * 64, [early.change], early.depth + 1, f"{early.value} Nog een zin.")
        late = process_time() - start
        print(  # noqa: T201 - what it is for
            f"{len(edits):6} changes of {SENTENCES} sentences: build {build:.2f} s, "
            f"show {show * 1e3:.2f} ms, one more {more * 1e3:.2f} ms, a late one {late * 1e3:.2f} ms"
        )


if __name__ == "__main__":
    main()
