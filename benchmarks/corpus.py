"""The texts that both sides of a comparison work with: the same every time, and shaped like cases of this genre.

12,000 prose fields of about 1 kB; each is written once, 4,000 are edited once more, and 2,000 others by two people
at the same time, of whom each edits one sentence: 20,000 changes.
"""

import random
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

FIELDS = 12_000
LATER = 4_000
CONCURRENT = 2_000
DELTA = 100
SENTENCES = 8

# Chosen so that 34 kB of it pack like the 34 kB of real prose in the demo project: deflate 0.38, bzip2 0.33.
STEMS = 6_000
ZIPF = 0.8
LINKS = 0.5
COMPOUNDS = 0.2

_LINKS = (
    "de het een en van in op met voor door naar bij als maar omdat terwijl sinds zonder tegen na over uit om te"
    " niet ook nog al weer samen vaak steeds daarna daarom zo dat die wie waar elke alle veel minder meer wij zij"
    " werkt helpt begint vraagt ziet hoort merkt belt komt gaat staat ligt loopt blijft wordt maakt geeft neemt"
).split()
_ENDINGS = ("", "", "en", "s", "je", "er", "elijk")
_ONSETS = "b br d dr g gr h k kl kr l m n p pl r s schr sl sp st str t tr v w z zw".split()
_VOWELS = "a aa e ee i ie o oo oe u uu ui ij ei ou eu".split()
_CODAS = "n r l s t k p m ng nk rt st cht rk ld nd f gt".split()


class Edit(NamedTuple):
    """One text of one field. `by` 0 wrote the first text and the later one; 1 and 2 wrote at the same time."""

    field: int
    by: int
    text: str


def edits() -> Iterator[Edit]:
    """All edits: first every first text, then the later ones, then the concurrent ones."""
    chance = random.Random(2026)  # noqa: S311 - the same texts every time are the point
    speaker = Speaker(chance)
    texts = [[speaker.sentence() for _ in range(SENTENCES)] for _ in range(FIELDS)]
    for field, sentences in enumerate(texts):
        yield Edit(field, 0, _text(sentences))
    for field in range(LATER):
        yield Edit(field, 0, _text(_replaced(texts[field], chance.randrange(SENTENCES), speaker.sentence())))
    for field in range(LATER, LATER + CONCURRENT):
        at = chance.randrange(SENTENCES - 2)
        for by, place in ((1, at), (2, at + chance.choice((0, 2)))):
            yield Edit(field, by, _text(_replaced(texts[field], place, speaker.sentence())))


def delta(everything: list[Edit]) -> list[Edit]:
    """One sentence more each in the last fields, by who wrote them: what is sent when all else is known."""
    speaker = Speaker(random.Random(2027))  # noqa: S311 - as above
    firsts = [edit for edit in everything[:FIELDS] if edit.field >= FIELDS - DELTA]
    return [Edit(field, 0, f"{text} {speaker.sentence()}") for field, _, text in firsts]


def _text(sentences: list[str]) -> str:
    return "\n".join(" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3))


def _replaced(sentences: list[str], at: int, other: str) -> list[str]:
    return [*sentences[:at], other, *sentences[at + 1 :]]


class Speaker:
    """Makes sentences with few common words and many rare ones, as people do."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._stems = [self._syllable() + self._syllable() for _ in range(STEMS)]
        self._weights = list(accumulate(rank**-ZIPF for rank in range(1, STEMS + 1)))

    def sentence(self) -> str:
        """Eight to eighteen words."""
        words = [self._word() for _ in range(self._chance.randint(8, 18))]
        return f"{' '.join(words).capitalize()}."

    def _word(self) -> str:
        if self._chance.random() < LINKS:
            return self._chance.choice(_LINKS)
        end = self._stem() if self._chance.random() < COMPOUNDS else self._chance.choice(_ENDINGS)
        return self._stem() + end

    def _stem(self) -> str:
        return self._chance.choices(self._stems, cum_weights=self._weights)[0]

    def _syllable(self) -> str:
        return "".join(map(self._chance.choice, (_ONSETS, _VOWELS, _CODAS)))
