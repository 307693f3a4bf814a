"""Which words of a text a dictionary is asked about, and when one of them is right."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    r"(?P<other>(?:https?://|www\.)\S+"  # addresses
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|(?:{_LETTER}{{1,4}}\.){{2,}}"  # i.s.m.
    r"|[\w'’.,-]*\d[\w'’.,-]*)"  # whatever has a number in it
    rf"|(?P<word>(?:(?<!\w)['’](?=[stnmk]\b))?{_LETTER}+(?:['’-]{_LETTER}+)*(?:-(?!\w))?)"
)
_ABBREVIATION = re.compile(r"[A-ZÀ-Þ]{2,6}")
_ENDING = re.compile(r"['’]?(?:s|er|ers|tje|tjes)")
_READ = re.compile(rf"{_LETTER}+")
_ADDRESS = re.compile(r"\]\([^()\s]*\)")
LONGEST = 60
"""A longer row of letters is no word, and would keep a dictionary busy."""

type Knows = Callable[[str], bool]


class Word(NamedTuple):
    """A word, and where it stands in its text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def words(text: str) -> Iterator[Word]:
    """The words that can be misspelled: no addresses, numbers and abbreviations."""
    for found in _TOKEN.finditer(text):
        word = found["word"]
        if word and 1 < len(word) <= LONGEST and not _ABBREVIATION.fullmatch(word):
            yield Word(found.start(), word)


def word_number(text: str, at: int) -> int:
    """How many words one reads before a place in a text: the addresses of its links are none."""
    return len(_READ.findall(_ADDRESS.sub("", text[:at])))


def is_right(word: str, knows: Knows) -> bool:
    """Whether it is known, in one of the ways to write it in a text."""
    return any(all(knows(form) for form in way) for way in _ways(word))


def forms(word: str) -> set[str]:
    """All that is asked about a word."""
    return {form for way in _ways(word) for form in way}


def _ways(word: str) -> Iterator[tuple[str, ...]]:
    """The word itself, with a point as an abbreviation has, and by its parts: `zorg-`, `ex-wijkagent`, `RIEC’s`."""
    yield (word,)
    yield (word.replace("Eé", "éé"),)
    yield (f"{word}.",)
    stem = word.rstrip("-")
    if stem != word:
        yield (stem,)
        yield (stem.removesuffix("s"),)
    if "-" in stem:
        yield tuple(part for part in stem.split("-") if not _is_part(part))
    name, _apostrophe, ending = stem.replace("’", "'").rpartition("'")
    if name and _ENDING.fullmatch(ending):
        yield () if _ABBREVIATION.fullmatch(name) else (name,)
    if stem[:1].isupper() and stem.endswith("s"):
        yield (stem.removesuffix("s"),)


def _is_part(part: str) -> bool:
    return len(part) == 1 or bool(_ABBREVIATION.fullmatch(part))


def vocabulary(names: Iterable[str]) -> frozenset[str]:
    """The words of names and terms, to be known as they are written; `wijkapp` also where it begins a sentence."""
    found = {word.text for name in names for word in words(name)}
    return frozenset(found | {word[0].upper() + word[1:] for word in found})
