"""Hand-written sentences with what must be found in them; `python -m tests.domain.privacy.corpus` counts per kind."""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from werkboek_desktop.domain.privacy.check import Check, Known
from werkboek_desktop.domain.privacy.finding import Finding, Sort
from werkboek_desktop.domain.privacy.names import contact_name
from werkboek_desktop.domain.privacy.reading import passages_of

_DATA = Path(__file__).parents[2] / "data" / "privacy"
_MARK = re.compile(r"\{(\w+): ([^}]+)\}")
TUNED, HELD_OUT, OTHER_HAND, TWO = "sentences", "held_out", "another_hand", "two_sentences"


class Sentence(NamedTuple):
    """A sentence and what must be found: anything else must not."""

    text: str
    wanted: tuple[Finding, ...]


class Score(NamedTuple):
    """How many of a kind were wanted, found, and both; `missed` and `wrong` are for who tunes."""

    wanted: Counter[Sort]
    hit: Counter[Sort]
    found: Counter[Sort]
    right: Counter[Sort]
    missed: list[str]
    wrong: list[str]

    @property
    def recall(self) -> float:
        """Of what had to be found, how much was."""
        return self.hit.total() / max(1, self.wanted.total())

    @property
    def precision(self) -> float:
        """Of what was found, how much had to be."""
        return self.right.total() / max(1, self.found.total())


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def known() -> Known:
    """Whom the project of the corpus knows."""
    people = _read("people")
    names = [*map(tuple, people["attendees"]), *map(contact_name, people["contacts"])]
    return Known(tuple(names), tuple(people["organisations"]), tuple(people["printable"]))


def sentences(name: str) -> Iterator[Sentence]:
    """The sentences of a file, without the marks."""
    for marked in _read(name)["sentences"]:
        text, wanted, at = "", [], 0
        for found in _MARK.finditer(marked):
            text += marked[at : found.start()]
            wanted.append(Finding(Sort(found[1]), len(text), len(text) + len(found[2])))
            text, at = text + found[2], found.end()
        yield Sentence(text + marked[at:], tuple(wanted))


def score(corpus: Iterable[Sentence], check: Check) -> Score:
    """What a check finds of it."""
    total = Score(Counter(), Counter(), Counter(), Counter(), [], [])
    for text, wanted in corpus:
        found = findings(text, check)
        for each in wanted:
            total.wanted[each.sort] += 1
            is_hit = any(_same(each, other) for other in found)
            total.hit[each.sort] += is_hit
            total.missed.extend([] if is_hit else [f"{each.sort}: {text}"])
        for each in found:
            total.found[each.sort] += 1
            is_right = any(_same(each, other) for other in wanted)
            total.right[each.sort] += is_right
            total.wrong.extend([] if is_right else [f"{each.sort} ‘{text[each.start : each.end]}’: {text}"])
    return total


def findings(text: str, check: Check) -> list[Finding]:
    """What is found in a text of the corpus, which may be more than one sentence."""
    found: list[Finding] = []
    for passage in passages_of(text):
        at = text.index(passage.text)
        found += [each._replace(start=at + each.start, end=at + each.end) for each in passage.findings(check)]
    return found


def _same(one: Finding, other: Finding) -> bool:
    return one.sort is other.sort and one.start < other.end and other.start < one.end


def report(name: str) -> str:
    """Precision and recall of each kind, as a table."""
    counted = score(sentences(name), Check(known()))
    lines = [f"{name}: recall {counted.recall:.1%}, precision {counted.precision:.1%}"]
    lines += [
        f"  {sort:<9} found {counted.hit[sort]:>2} of {counted.wanted[sort]:>2}, right {counted.right[sort]:>2} of"
        f" {counted.found[sort]:>2}"
        for sort in Sort
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    for each in (TUNED, HELD_OUT, OTHER_HAND, TWO):
        sys.stdout.write(report(each) + "\n")
    if "--tune" in sys.argv:
        counted_ = score(sentences(TUNED), Check(known()))
        sys.stdout.write("\n".join(["missed:", *counted_.missed, "wrong:", *counted_.wrong]) + "\n")
