"""Judges merges by unique sentences that a regular expression reads back; it knows nothing of tokens."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.weave import Part, Text

SENTENCE = re.compile(r"Hier staat zin\d+x\.")


class Step(NamedTuple):
    """One change of a history. `seen` is what its author had before their eyes; `parents` what they built on."""

    change: ChangeId
    parents: tuple[ChangeId, ...]
    depth: int
    value: str
    seen: tuple[ChangeId, ...]


class Fault(NamedTuple):
    """What a merge did wrong with a sentence."""

    kind: str
    sentence: str
    heads: tuple[ChangeId, ...]


@dataclass(frozen=True)
class Shown:
    """Sentences outside conflicts and in variants, with the number of places where they stand."""

    sure: Counter[str]
    disputed: Counter[str]

    def twice(self) -> set[str]:
        return {sentence for sentence, places in (self.sure + self.disputed).items() if places > 1}

    def __contains__(self, sentence: str) -> bool:
        return sentence in self.sure or sentence in self.disputed


def shown(parts: Iterable[Part]) -> Shown:
    sure: Counter[str] = Counter()
    disputed: Counter[str] = Counter()
    for part in parts:
        if isinstance(part, Text):
            sure.update(SENTENCE.findall(part.text))
        else:
            disputed.update({s for text in part.by_head.values() for s in SENTENCE.findall(text)})
    return Shown(sure, disputed)


class Oracle:
    """Remembers who wrote and who removed each sentence, by what they were shown."""

    def __init__(self) -> None:
        self.judged = 0
        """How many sentences were judged that somebody had removed."""
        self.twice: set[str] = set()
        self._known: dict[ChangeId, int] = {}
        self._bit: dict[ChangeId, int] = {}
        self._values: dict[ChangeId, Counter[str]] = {}
        self._writers: dict[str, list[ChangeId]] = defaultdict(list)
        self._removers: dict[str, list[ChangeId]] = defaultdict(list)

    def learn(self, step: Step, seen: Shown) -> None:
        """Takes in a change; `seen` is what its author was shown."""
        bit = 1 << len(self._bit)
        for parent in step.parents:
            bit |= self._known[parent]
        value = Counter(SENTENCE.findall(step.value))
        for sentence in {*value, *seen.sure, *seen.disputed}:
            if sentence not in value:
                self._removers[sentence].append(step.change)
            elif sentence not in seen or (sentence not in seen.sure and self._was_removed(sentence, bit)):
                self._writers[sentence].append(step.change)
        self._bit[step.change] = len(self._bit)
        self._known[step.change] = bit
        self._values[step.change] = value
        self.twice |= seen.twice() | Shown(value, Counter()).twice()

    def _was_removed(self, sentence: str, known: int) -> bool:
        """Whether everybody in this history who wrote the sentence was followed by somebody who removed it."""
        writers = self._in(known, self._writers[sentence])
        removers = self._in(known, self._removers[sentence])
        return all(any(self._knows(remover, writer) for remover in removers) for writer in writers)

    def _in(self, known: int, changes: Iterable[ChangeId]) -> list[ChangeId]:
        return [change for change in changes if known >> self._bit[change] & 1]

    def _knows(self, later: ChangeId, earlier: ChangeId) -> bool:
        return bool(self._known[later] >> self._bit[earlier] & 1)

    def judge(self, heads: Collection[ChangeId], result: Shown) -> list[Fault]:
        """What is wrong with a result as the state of these heads."""
        known = 0
        for head in heads:
            known |= self._known[head]
        values = [self._values[head] for head in heads]
        faults = []
        for sentence in {*self._writers, *result.sure, *result.disputed} - self.twice:
            kind = self._fault(sentence, known, values, result)
            if kind:
                faults.append(Fault(kind, sentence, tuple(heads)))
        return faults

    def _fault(
        self,
        sentence: str,
        known: int,
        values: Sequence[Counter[str]],
        result: Shown,
    ) -> str | None:
        if sentence in result and not any(value[sentence] for value in values):
            return "invented"
        if result.sure[sentence] > 1:
            return "doubled"
        writers = self._in(known, self._writers[sentence])
        removers = self._in(known, self._removers[sentence])
        self.judged += bool(removers)
        last_written = any(all(self._knows(w, r) for r in removers) for w in writers)
        if last_written and sentence not in result:
            return "lost"
        last_removed = any(all(self._knows(r, w) for w in writers) for r in removers)
        if last_removed and sentence in result.sure:
            return "resurrected"
        if sentence in result.disputed or len({value[sentence] for value in values}) == 1:
            return None
        standing = [w for w in writers if not any(self._knows(r, w) for r in removers)]
        gone = [r for r in removers if not any(self._knows(w, r) for w in writers)]
        open_pairs = [pair for pair in product(standing, gone) if not self._has_met(known, *pair)]
        return "silent" if open_pairs else None

    def _has_met(self, known: int, one: ChangeId, other: ChangeId) -> bool:
        """Whether some change built on both."""
        return any(self._knows(c, one) and self._knows(c, other) for c in self._in(known, self._bit))
