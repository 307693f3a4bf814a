"""How readable a text is, as an indication, and which sentences make it hard.

Flesch-Douma: W.H. Douma, De leesbaarheid van landbouwbladen, Wageningen 1960. LiX: C.H. Björnsson, Läsbarhet, 1968.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from werkboek_desktop.domain.inline import runs_of
from werkboek_desktop.domain.tokens import is_sentence, tokenize

LONG = 25
"""The most words of a sentence that reads easily."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NUCLEUS = re.compile(r"[äëïöü]|eau|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|oy|[aeiouyáàâéèêíìîóòôúùû]")
_ABBREVIATION = re.compile(r"(?<![\w-])[A-Z]{2,6}(?![\w])")
_EVERYDAY = frozenset("BV EU GGD NL NS OM PDF SMS TV VS WC".split())


class Readability(NamedTuple):
    """Two scores: `flesch_douma` is higher, `lix` lower, for what reads more easily."""

    flesch_douma: int
    lix: int


class Hard(NamedTuple):
    """A sentence that is hard to read: by how many words, or by which abbreviations that nothing explains."""

    sentence: str
    words: int
    abbreviations: tuple[str, ...]

    @property
    def is_long(self) -> bool:
        """Whether it has too many words."""
        return self.words > LONG

    @property
    def why(self) -> str:
        """What makes it hard."""
        said = [f"{self.words} woorden in één zin"] if self.is_long else []
        said += [f"niet uitgelegd: {', '.join(self.abbreviations)}"] if self.abbreviations else []
        return "; ".join(said)


def sentences(text: str) -> Iterator[str]:
    """The sentences as they are shown."""
    for token in filter(is_sentence, tokenize(text)):
        yield "".join(run.text for run in runs_of(token))


def readability(texts: Iterable[str]) -> Readability | None:
    """The scores of texts together; None where there are no words."""
    counts = [_WORD.findall(sentence) for text in texts for sentence in sentences(text)]
    counts = [found for found in counts if found]
    total = sum(map(len, counts))
    if not total:
        return None
    per_sentence = total / len(counts)
    syllables_ = sum(syllables(word) for found in counts for word in found)
    long_words = sum(len(word) > 6 for found in counts for word in found)
    flesch_douma = 206.84 - 0.77 * (100 * syllables_ / total) - 0.93 * per_sentence
    return Readability(round(flesch_douma), round(per_sentence + 100 * long_words / total))


def syllables(word: str) -> int:
    """The syllables of a Dutch word, by its vowels."""
    return max(1, len(_NUCLEUS.findall(word.lower())))


def explained(texts: Iterable[str]) -> frozenset[str]:
    """The abbreviations that stand between brackets after what they mean, or have it between brackets after them."""
    found = (each for text in texts for each in re.finditer(r"\(([A-Z]{2,6})\)|\b([A-Z]{2,6}) \([^)]{6,}\)", text))
    return _EVERYDAY.union(each[1] or each[2] for each in found)


def hard(text: str, known: frozenset[str]) -> Iterator[Hard]:
    """The sentences that are too long or hold abbreviations that are not `known`, in their order."""
    for sentence in sentences(text):
        number = len(_WORD.findall(sentence))
        unknown = tuple(dict.fromkeys(each for each in _ABBREVIATION.findall(sentence) if each not in known))
        if number > LONG or (unknown and not sentence.isupper()):
            yield Hard(sentence, number, unknown)
