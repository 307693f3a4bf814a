"""A text without one passage of it: nothing else of it changes."""

import re

_BARE = re.compile(r" *(?:-|1\.|>|#{2,3})? *")
"""A line of which nothing is left but its marker."""


def holds(text: str, passage: str) -> bool:
    """Whether the passage stands in a text, in bold or not."""
    found = _pattern(passage)
    return found is not None and found.search(text) is not None


def without(text: str, passage: str) -> str:
    """The text without every place of the passage; a line of which nothing is left goes as well."""
    found = _pattern(passage)
    if found is None or not found.search(text):
        return text
    cut = _EMPHASIS.sub(_HOLE, found.sub(lambda place: _HOLE + "*" * place[0].count("*"), text))
    lines = (_mended(line) if _HOLE in line else line for line in cut.split("\n"))
    return "\n".join(line for line in lines if line is not None)


_HOLE = "\0"
"""Stands in no text: what people type is cleaned of it."""
_EMPHASIS = re.compile(rf"(\*+){_HOLE}\1")
"""Bold or italic of which nothing is left."""


def _mended(line: str) -> str | None:
    """A line with holes: one space where there were two, none at its end. None: nothing is left of it."""
    closed = re.sub(rf"(?:(?<= )|^){_HOLE} | ?{_HOLE}", "", line).rstrip(" ")
    return None if _BARE.fullmatch(closed) else closed


def _pattern(passage: str) -> re.Pattern[str] | None:
    words = passage.split()
    if not words:
        return None
    return re.compile(r"\**\s+\**".join(r"\**".join(map(re.escape, word)) for word in words))
