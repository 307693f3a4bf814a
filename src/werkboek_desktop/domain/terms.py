"""One term that is spelled in several ways over a book: with a hyphen, a space, a capital or an accent, or without."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from werkboek_desktop.checkpoint import checked
from werkboek_desktop.domain.replacing import Search
from werkboek_desktop.domain.text import fold
from werkboek_desktop.domain.tokens import is_sentence, tokenize

SHORTEST = 4
"""Letters: of shorter words one finds two that have nothing to do with each other."""
OFTEN = 2
"""A capital that stands once is chance, a hyphen is not."""

_LETTERS = r"[^\W\d_]+"
_WORD = rf"{_LETTERS}(?:['’‑-]{_LETTERS})*(?:[‑-](?!\w))?"
_RUN = re.compile(
    r"\]\((?:[^()\s]|\([^()\s]*\))*\)|(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # addresses
    rf"|(?<!\w)(?P<words>{_WORD}(?:[ \xa0]{_WORD})*)(?![\w@]|\.\w)"
)
_LIKE = str.maketrans({"'": "’", "‑": "-", "\xa0": " "})
_STRESSED = str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU")
_BETWEEN = str.maketrans("", "", "-‑ \xa0'")
_OPENS = frozenset(":“”„\"‘’'«([")
_ALSO = frozenset(("en", "of"))
_FUNCTION = frozenset(
    """aan achter af al alle als altijd bij binnen boven daar dat de den der des deze die dit door dus een elk en er
    geen goed haar had heeft heel hem het hier hij hun ik in is je kan klaar langs maar mee meer men met mijn na naar
    neer niet nog nu of om onder ons ook op open over rond samen tegen te ten ter terug thuis toe tot u uit van vast
    veel vol voor vrij waar was wat we weer weg wel wij wie zal zich zo zonder zij zijn ze""".split()
)
"""Words that stand before another as well as in one with it: "samen werken" is not "samenwerken"."""


class Spelling(NamedTuple):
    """One way to write a term: how often it stands in the book, and in how many cases and chapters."""

    text: str
    number: int
    cases: int


class Term(NamedTuple):
    """What is written in several ways, the most used first. `preferred`: how it should be; empty: nobody chose yet."""

    key: str
    preferred: str
    spellings: tuple[Spelling, ...]

    @property
    def number(self) -> int:
        """How often it stands in the book."""
        return sum(each.number for each in self.spellings)

    def is_right(self, right: Container[str]) -> bool:
        """Whether somebody said that these spellings may stand beside each other, and there is no other one."""
        return all(each.text in right or each.text == self.preferred for each in self.spellings) and any(
            each.text in right for each in self.spellings
        )

    @property
    def others(self) -> tuple[Spelling, ...]:
        """What should be written otherwise, as far as somebody chose."""
        return tuple(each for each in self.spellings if self.preferred and each.text != self.preferred)

    def search(self) -> Search | None:
        """What to look for to write it as is preferred: its most used other spelling; None: it is all as preferred."""
        if not self.others:
            return None
        old = self.others[0].text
        return Search(old, self.preferred, match_case=is_capital_only(old, self.preferred))


def key_of(text: str) -> str:
    """What all spellings of a term have in common."""
    return fold(text).translate(_BETWEEN)


def is_capital_only(one: str, other: str) -> bool:
    """Whether two spellings are the same but for capitals."""
    return one.casefold() == other.casefold()


class Written(NamedTuple):
    """The texts of one case or chapter; lines are names and titles, in which a capital means nothing."""

    prose: Iterable[str]
    lines: Iterable[str] = ()


type Texts = Callable[[], Iterable[Written]]
"""Each case or chapter; asked for twice."""


class _Told(NamedTuple):
    """Words beside each other, and the places of those of which a capital means nothing."""

    words: list[str]
    plain: Collection[int]


def terms(texts: Texts, preferred: Mapping[str, str], names: Container[str], right: Container[str] = ()) -> list[Term]:
    """What is spelled in several ways, or not as is preferred, by key; of `names` a capital means a name.

    Spellings that are `right` may stand beside each other.
    """
    tally = _Tally()
    for each in texts():
        tally.add(one for told in _told_in(each) for one in _single(told))
    keys = {key for word in checked(tally.words()) if len(key := _key(word)) >= SHORTEST}
    for each in texts():
        tally.add(one for told in _told_in(each) for one in _joined(told, keys))
    found: defaultdict[str, list[Spelling]] = defaultdict(list)
    for one in checked(tally.spellings()):
        if (key := _key(one.text)) in keys:
            found[key].append(one)
    _key.cache_clear()
    every = checked(found.items())
    made = (_term(key, preferred.get(key, ""), ways, is_name=key in names) for key, ways in every)
    asking = (term for term in made if term and not term.is_right(right))
    return sorted(asking, key=lambda term: (bool(term.preferred), -term.number, term.key))


def _term(key: str, preferred: str, found: Iterable[Spelling], *, is_name: bool) -> Term | None:
    kept: list[Spelling] = []
    for each in sorted(found, key=lambda each: (-each.number, each.text.swapcase())):
        if not any(is_capital_only(each.text, one.text) for one in kept) or (each.number >= OFTEN and not is_name):
            kept.append(each)
    preferred = _as_entry(preferred, {each.text for each in kept})
    ways = {each.text for each in kept} | ({preferred} if preferred else set())
    return Term(key, preferred, tuple(kept)) if len(ways) > 1 else None


def _as_entry(preferred: str, ways: Collection[str]) -> str:
    """A list of terms may begin each with a capital; that is a preference where somebody writes it so in a sentence."""
    low = preferred[:1].lower() + preferred[1:]
    return low if preferred not in ways and low in ways else preferred


class _Tally:
    """How often, and in how many cases, what stands at the beginning of a sentence apart."""

    def __init__(self) -> None:
        self._count: Counter[str] = Counter()
        self._cases: Counter[str] = Counter()
        self._begun: Counter[str] = Counter()
        self._begun_alone: Counter[str] = Counter()
        self._begun_beside: Counter[str] = Counter()

    def add(self, found: Iterable[tuple[str, bool]]) -> None:
        """All of one case."""
        inside: Counter[str] = Counter()
        begun: Counter[str] = Counter()
        for word, begins in found:
            if begins and word[1:].islower():
                begun[word[0].lower() + word[1:]] += 1
            else:
                inside[word] += 1
        self._count.update(inside)
        self._cases.update(inside.keys())
        self._begun.update(begun)
        self._begun_alone.update(word for word in begun if word not in inside)
        self._begun_beside.update(word for word in begun if _capital(word) not in inside)

    def words(self) -> Iterator[str]:
        """All there are."""
        yield from self._count
        yield from self._begun

    def spellings(self) -> Iterator[Spelling]:
        """What begins sentences counts for how it is written elsewhere; where both ways are, it tells nothing."""
        count, cases = self._count.copy(), self._cases.copy()
        for word, number in self._begun.items():
            low, high = word in self._count, _capital(word) in self._count
            if not (low and high):
                count[_capital(word) if high else word] += number
                cases[_capital(word) if high else word] += (self._begun_beside if high else self._begun_alone)[word]
        for word, number in count.items():
            yield Spelling(word, number, cases[word])


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]


@cache
def _key(word: str) -> str:
    return key_of(word)


def _single(told: _Told) -> Iterator[tuple[str, bool]]:
    """Words, and what is written as `zorg- en welzijn`."""
    words, plain = told
    for at, word in enumerate(words):
        if word[-1] != "-":
            yield word, at in plain
        elif at + 2 < len(words) and words[at + 1] in _ALSO:
            yield " ".join(words[at : at + 3]), at in plain


def _joined(told: _Told, keys: Container[str]) -> Iterator[tuple[str, bool]]:
    """Words that stand apart here and are one elsewhere, or have no hyphen as they have elsewhere."""
    words, plain = told
    for at in range(len(words) - 1):
        one, other = words[at : at + 2]
        if other in _ALSO and at + 2 < len(words) and one[-1] != "-":
            if _key(one) + other + _key(words[at + 2]) in keys:
                yield " ".join(words[at : at + 3]), at in plain
        elif _key(one) + _key(other) in keys and not {one.lower(), other.lower()} & _FUNCTION:
            yield f"{one} {other}", at in plain


def _told_in(written: Written) -> Iterator[_Told]:
    for value in written.prose:
        yield from _told(value)
    for value in written.lines:
        for told in _told(value):
            yield _Told(told.words, range(len(told.words)))


def _told(value: str) -> Iterator[_Told]:
    for sentence in filter(is_sentence, tokenize(value)):
        is_first = True
        for run in _RUN.finditer(sentence):
            if run["words"]:
                before = sentence[max(0, run.start() - 2) : run.start()].rstrip(" *_")
                text = run["words"].translate(_LIKE)
                words = (text if text.isascii() else _unstressed(text)).split(" ")
                yield _Told(words, set(_plain(words, begins=is_first or before[-1:] in _OPENS)))
            is_first = False


def _plain(words: list[str], *, begins: bool) -> Iterator[int]:
    """What begins a sentence, and what is a name with its neighbour: `Openbare Ruimte`."""
    if begins:
        yield 0
    capitals = [at for at, word in enumerate(words) if word[0].isupper() and (at or not begins)]
    for one, other in pairwise(capitals):
        if other == one + 1:
            yield from (one, other)


def _unstressed(text: str) -> str:
    """Without the accents that only stress a word: `vóór`; `café` has one of its own."""
    words = text.split(" ")
    return " ".join(word if word.rstrip("se").endswith("é") else word.translate(_STRESSED) for word in words)
