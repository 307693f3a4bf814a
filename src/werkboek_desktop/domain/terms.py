"""Words that a book spells in several ways: e-mail and email, Veiligheidshuis and veiligheidshuis."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator
from typing import NamedTuple

from werkboek_desktop.domain.readability import sentences
from werkboek_desktop.domain.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SHORTEST = 4
"""Letters of a word that is looked at: shorter ones are often two words."""


class Term[Place: Hashable](NamedTuple):
    """The spellings of a word, the preferred one first, else the most frequent; and how often each place has each."""

    spellings: tuple[str, ...]
    counts: dict[str, Counter[Place]]
    preferred: bool

    def total(self, spelling: str) -> int:
        """How often it is spelled so."""
        return self.counts[spelling].total()


def terms[Place: Hashable](texts: Iterable[tuple[Place, str]], preferred: Iterable[str]) -> list[Term[Place]]:
    """The words with more than one spelling, by alphabet. A capital that begins a sentence is none of them."""
    found: defaultdict[str, defaultdict[str, Counter[Place]]] = defaultdict(lambda: defaultdict(Counter))
    starts: list[tuple[Place, str, str]] = []
    for place, text in texts:
        for word, begins in _spoken(text):
            key = _key(word)
            if len(key) < SHORTEST:
                continue
            if begins and word[0].isupper():
                starts.append((place, key, word))
            else:
                found[key][word][place] += 1
    for place, key, word in starts:
        small = word[0].lower() + word[1:]
        known = found[key]
        known[word if word in known and small not in known else small][place] += 1
    chosen = {_key(word): word for word in preferred}
    several = ((key, counts) for key, counts in sorted(found.items()) if _differs(chosen.get(key), counts.keys()))
    return [_term(chosen.get(key), counts) for key, counts in several]


def _spoken(text: str) -> Iterator[tuple[str, bool]]:
    """Each word, and whether a sentence begins with it."""
    for sentence in sentences(text):
        for number, word in enumerate(_WORD.findall(sentence)):
            yield word, number == 0


def _key(word: str) -> str:
    return fold(word).replace("-", "").replace(" ", "")


def _differs(chosen: str | None, spellings: Collection[str]) -> bool:
    return len(spellings) > 1 or (chosen is not None and bool(spellings) and chosen not in spellings)


def _term[Place: Hashable](chosen: str | None, counts: dict[str, Counter[Place]]) -> Term[Place]:
    order = sorted(counts, key=lambda word: (word != chosen, -counts[word].total(), word))
    return Term(tuple(order), dict(counts), chosen is not None)
