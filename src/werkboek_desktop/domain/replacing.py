"""Where words stand in a text, each in its sentence, and the text with other words there; the rest to the byte."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from werkboek_desktop.domain.tokens import is_sentence, tokenize

_HIDDEN = re.compile(r"\]\((?:[^()\s]|\([^()\s]*\))*\)|(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LIKE = {" ": "[ \xa0]", "'": "['’‘]", "’": "['’‘]", "-": "[-‑]"}


class Search(NamedTuple):
    """What is looked for and what comes in its place. Of whatever case it is, unless that counts."""

    old: str
    new: str = ""
    whole_words: bool = True
    match_case: bool = False

    def pattern(self) -> re.Pattern[str]:
        """The words as they may be typed."""
        words = "".join(_LIKE.get(letter) or re.escape(letter) for letter in self.old)
        if self.whole_words:
            words = rf"(?<!\w){words}(?!\w)"
        return re.compile(words, 0 if self.match_case else re.IGNORECASE)


class Found(NamedTuple):
    """From `start` to `end` in a value; `at` is where that is in its sentence. `new` comes there."""

    start: int
    end: int
    sentence: str
    at: int
    new: str


def find(value: str, search: Search) -> Iterator[Found]:
    """Every place, in sentences only: never in the address of a link."""
    pattern = search.pattern()
    for start, sentence in _sentences(value):
        hidden = [found.span() for found in _HIDDEN.finditer(sentence)]
        for found in pattern.finditer(sentence):
            if found[0] and not any(first < found.end() and found.start() < last for first, last in hidden):
                begins = not any(map(str.isalnum, sentence[: found.start()]))
                new = _as_written(found[0], search, begins=begins)
                if new == found[0] and search.old != search.new:
                    continue  # a capital that begins a sentence is as it should be
                yield Found(start + found.start(), start + found.end(), sentence, found.start(), new)


def _sentences(value: str) -> Iterator[tuple[int, str]]:
    at = 0
    for token in filter(is_sentence, tokenize(value)):
        at = value.index(token, at)
        yield at, token
        at += len(token)


def _as_written(there: str, search: Search, *, begins: bool) -> str:
    """What begins a sentence still begins it with a capital."""
    if search.match_case and search.old.casefold() != search.new.casefold():
        return search.new
    if there[:1].isupper() and (begins or (search.old[:1].islower() and not search.match_case)):
        return search.new[:1].upper() + search.new[1:]
    return search.new


def replaced(value: str, places: Iterable[Found]) -> str:
    """The value with the new words at these places."""
    for place in sorted(places, reverse=True):
        value = value[: place.start] + place.new + value[place.end :]
    return value
