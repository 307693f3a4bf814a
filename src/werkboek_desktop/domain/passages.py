"""A text without one passage of it: nothing else of it changes."""

import re

_MARKER = r"(?:-|1\.|>|#{2,3})"
_BARE = re.compile(rf" *{_MARKER}? *")
"""A line of which nothing is left but its marker."""
_BETWEEN = rf"\**\s+(?:(?<=\n) *{_MARKER} +)?\**"
"""What may stand between two words: where the second begins a line, the marker that nobody sees as a word."""


def holds(text: str, passage: str) -> bool:
    """Whether the passage stands in a text, in bold or not, over lines of a list or not."""
    found = _pattern(passage)
    return found is not None and found.search(text) is not None


def without(text: str, passage: str) -> str:
    """The text without every place of the passage; a line of which nothing is left goes as well."""
    found = _pattern(passage)
    if found is None or not found.search(text):
        return text
    cut = _EMPHASIS.sub(_HOLE, found.sub(lambda place: _HOLE + _unpaired(place[0]), text))
    lines = (_mended(line) if _HOLE in line else line for line in cut.split("\n"))
    return "\n".join(line for line in lines if line is not None)


_HOLE = "\0"
"""Stands in no text: what people type is cleaned of it."""
_EMPHASIS = re.compile(rf"(\*+){_HOLE}\1")
"""Bold or italic of which nothing is left."""


def _unpaired(piece: str) -> str:
    """The marks of bold and italic that have their other half outside the piece."""
    left: list[str] = []
    for run in re.findall(r"\*+", piece):
        if left and left[-1] == run:
            left.pop()
        else:
            left.append(run)
    return "".join(left)


def _mended(line: str) -> str | None:
    """A line with holes: one space where there were two, none at its end. None: nothing is left of it."""
    closed = re.sub(rf"(?:(?<= )|^){_HOLE} | ?{_HOLE}", "", line).rstrip(" ")
    return None if _BARE.fullmatch(closed) else closed


def _pattern(passage: str) -> re.Pattern[str] | None:
    words = re.sub(rf"(?m)^ *{_MARKER} +", "", passage).split()
    if not words:
        return None
    return re.compile(_BETWEEN.join(r"\**".join(map(re.escape, word)) for word in words))
