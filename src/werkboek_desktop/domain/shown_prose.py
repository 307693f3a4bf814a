"""Prose as an editor shows it, line by line, and back. What nobody touched comes back byte for byte.

A line's shape is what its marker stands for; its text is runs. Values come from other programs too, so a line may be
written otherwise than this program would: it is shown cleaned, and as long as it shows the same it is saved as it came.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from werkboek_desktop.domain.inline import Runs, line_of, runs_of
from werkboek_desktop.domain.text import clean_text
from werkboek_desktop.domain.tokens import is_sentence, tokenize

_LINE = re.compile(r"( *)(-|1\.|##|###|>)(?: +(.*)|$)")
LISTS = frozenset({"-", "1."})
KNOWN = 1_000
"""So many lines are not read anew: the same text is shown and asked for again at every step."""
NESTED = 1
"""How deep an item in an item stands."""


class Line(NamedTuple):
    """A paragraph, item, heading or quote. `level` is 1 for an item in an item."""

    marker: str
    level: int
    runs: Runs


@lru_cache(KNOWN)
def read_line(text: str) -> Line:
    """What a line of a value shows."""
    shown = " ".join(clean_text(text).split("\n"))
    if found := _LINE.fullmatch(shown):
        level = int(found[2] in LISTS and len(found[1]) > 1)
        return Line(found[2], level, runs_of(found[3] or ""))
    return Line("", 0, runs_of(shown))


@lru_cache(KNOWN)
def write_line(line: Line) -> str:
    """The canonical form of a line: clean, without space at its end."""
    text = " ".join(clean_text(line_of(line.runs)).split("\n"))
    if not line.marker:
        return text
    return f"{'  ' * line.level}{line.marker} {text}".rstrip(" ")


class ShownProse:
    """A value as lines, and which bytes each of them came from."""

    def __init__(self, value: str) -> None:
        self._sources: dict[str, list[str]] = defaultdict(list)
        self._sentences: dict[str, str] = {}
        self._is_empty = not value
        self.lines = [self._take(source) for source in value.split("\n")]

    def _take(self, source: str) -> Line:
        line = read_line(source)
        written = write_line(line)
        if self._is_empty:
            return line
        self._sources[written].append(source)
        if written != source:
            ours, theirs = _sentences(written), _sentences(source)
            if len(ours) == len(theirs):
                self._sentences |= dict(zip(ours, theirs, strict=True))
        return line

    def value(self, lines: Iterable[Line]) -> str:
        """The value that these lines make. Lines in which nothing was written are left out."""
        left = {written: iter(sources) for written, sources in self._sources.items()}
        return "\n".join(self._written(lines, left))

    def _written(self, lines: Iterable[Line], left: dict[str, Iterator[str]]) -> Iterator[str]:
        for line in lines:
            written = write_line(line)
            source = next(left.get(written, iter(())), None)
            if source is not None:
                yield source
            elif any(run.text.strip() for run in line.runs):
                yield self._restored(written)

    def _restored(self, written: str) -> str:
        at = 0
        pieces: list[str] = []
        for sentence in _sentences(written) if self._sentences else ():
            found = written.index(sentence, at)
            pieces += written[at:found], self._sentences.get(sentence, sentence)
            at = found + len(sentence)
        return "".join((*pieces, written[at:]))


def as_read(value: str) -> str:
    """Prose without the signs that an editor does not show either; items have their dot or number."""
    return "\n".join(_read(map(read_line, value.split("\n"))))


def _read(lines: Iterable[Line]) -> Iterator[str]:
    numbers = [0] * (NESTED + 1)
    for line in lines:
        is_numbered = line.marker == "1."
        numbers[line.level] = numbers[line.level] + 1 if is_numbered else 0
        numbers[line.level + 1 :] = [0] * (NESTED - line.level)
        sign = f"{numbers[line.level]}. " if is_numbered else "• " if line.marker == "-" else ""
        yield f"{'  ' * line.level}{sign}{''.join(run.text for run in line.runs)}"


def readable(before: str, after: str) -> tuple[str, str]:
    """Two texts as one reads them; with their signs where nothing else is different."""
    old, new = as_read(before), as_read(after)
    return (old, new) if old != new or before == after else (before, after)


def _sentences(line: str) -> list[str]:
    return [token for token in tokenize(line) if is_sentence(token)]


class Place(NamedTuple):
    """Where a token of a value stands in what is shown: from `start` to `end` in the text of a line."""

    token: int
    line: int
    start: int
    end: int


def places(value: str) -> Iterator[Place]:
    """Where each sentence of a value is shown; its number is that of its token, as the weave counts them."""
    token = 0
    for number, source in enumerate(value.split("\n")):
        shown = "".join(run.text for run in read_line(source).runs)
        at = 0
        for each in tokenize(source):
            if is_sentence(each):
                words = "".join(run.text for run in runs_of(" ".join(clean_text(each).split("\n"))))
                start = shown.find(words, at)
                if start >= 0 and words:
                    at = start + len(words)
                    yield Place(token, number, start, at)
            token += 1
