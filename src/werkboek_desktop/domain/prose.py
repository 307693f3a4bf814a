"""The canonical Markdown subset as text → text: the form in which prose merges best.

One line a paragraph or bullet; `- ` and `1. ` with one nesting of two spaces, `##`, `###`, `> `, `**bold**`,
`*italic*` that ends with its sentence. What might be meant otherwise stays as it was typed.
"""

import re
from dataclasses import dataclass, field

from werkboek_desktop.domain.text import clean_text
from werkboek_desktop.domain.tokens import is_sentence, tokenize

_BULLET = re.compile(r"( *)([-*+•·▪◦‣●○])[ \xa0]+(?=\S)")
_NUMBER = re.compile(r"( *)(\d{1,2})\.[ \xa0]+(?=\S)")
_HEADING = re.compile(r" *(#{1,6}) +(?=\S)")
_QUOTE = re.compile(r" *> +(?=\S)")
_UNDERSCORES = re.compile(r"(?<![^\s(\[\"'‘“])(_{1,2})(?=[^\s_*])([^_*]+)(?<=\S)\1(?![\w*_/])")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]+)(?<=\S)\1(?![\w*])")


def canonical_prose(text: str) -> str:
    """Cleans the text and gives its markers their one form; no word is added, and numbers only in a list go."""
    lines = [line for line in clean_text(text).split("\n") if line]
    shape = _Shape(plus_is_bullet=not any(line.lstrip().startswith("- ") for line in lines))
    return "\n".join(map(shape.line, lines))


@dataclass
class _Shape:
    """What the lines so far say about the next one: where a list began, and how far it has counted."""

    plus_is_bullet: bool
    indent: int | None = None
    counts: list[int] = field(default_factory=lambda: [0, 0])

    def line(self, line: str) -> str:
        marker, rest = self._marker(line)
        return marker + _emphasis(rest)

    def _marker(self, line: str) -> tuple[str, str]:
        if (bullet := _BULLET.match(line)) and (bullet[2] != "+" or self.plus_is_bullet):
            indent = len(bullet[1])
            return self._item(self._level(indent), indent, "- "), line[bullet.end() :]
        if number := _NUMBER.match(line):
            indent = len(number[1])
            if (level := self._counted_level(indent, int(number[2]))) is not None:
                return self._item(level, indent, "1. "), line[number.end() :]
        self.indent = None
        self.counts = [0, 0]
        if heading := _HEADING.match(line):
            return ("## " if len(heading[1]) <= 2 else "### "), line[heading.end() :]
        if quote := _QUOTE.match(line):
            return "> ", line[quote.end() :]
        return "", line.lstrip(" ")

    def _level(self, indent: int) -> int:
        return int(self.indent is not None and indent >= self.indent + 2)

    def _counted_level(self, indent: int, number: int) -> int | None:
        """The level of the list in which this number is the next; "4. Resultaten" on its own is text."""
        levels = range(self._level(indent), -1, -1)
        return next((level for level in levels if number in (1, self.counts[level] + 1)), None)

    def _item(self, level: int, indent: int, marker: str) -> str:
        if level == 0:
            self.indent = indent if self.indent is None else min(indent, self.indent)
            self.counts[1] = 0
        self.counts[level] = self.counts[level] + 1 if marker == "1. " else 0
        return "  " * level + marker


def _emphasis(line: str) -> str:
    line = _UNDERSCORES.sub(lambda found: f"{'*' * len(found[1])}{found[2]}{'*' * len(found[1])}", line)
    return _EMPHASIS.sub(lambda found: _by_sentence(found[1], found[2]), line)


def _by_sentence(mark: str, text: str) -> str:
    tokens = tokenize(text)[:-1]
    if not all(map(is_sentence, tokens)):
        return f"{mark}{text}{mark}"
    return " ".join(f"{mark}{sentence}{mark}" for sentence in tokens)
