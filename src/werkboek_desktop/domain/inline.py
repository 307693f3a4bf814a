"""One line of prose as runs of text with emphasis and links, and back: what a reader sees ⇄ canonical Markdown.

Nothing is escaped: what is no emphasis and no link is text, whatever signs stand in it.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from werkboek_desktop.domain.tokens import is_sentence, tokenize

_INLINE = re.compile(
    r"\[(?P<label>[^\[\]]+)\]\((?P<url>(?:[^()\s]|\([^()\s]*\))+)\)"
    r"|(?<![\w*])(?P<mark>\*{1,3})(?=[^\s*])(?P<text>[^*]+)(?<=\S)(?P=mark)(?![\w*])"
)
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s\x00-\x20<>\"]+", re.IGNORECASE)
_WORD = re.compile(r"\w+")


class Run(NamedTuple):
    """Text in one style. `link` is a http(s), mailto or tel address, or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


type Runs = tuple[Run, ...]


class _Look(NamedTuple):
    bold: bool
    italic: bool
    link: str


def address_of(text: str) -> str:
    """The text where it may be a link: http(s), mailto or tel; else nothing."""
    return text if _ADDRESS.fullmatch(text) else ""


def written_address(text: str) -> str:
    """The address that somebody means; nothing where it is none."""
    if address := address_of(text):
        return address
    if re.fullmatch(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+", text):
        return f"mailto:{text}"
    if re.fullmatch(r"\+?[\d -]{6,}", text):
        return f"tel:{re.sub('[ -]', '', text)}"
    return f"https://{text}" if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"]*)?", text) else ""


def runs_of(line: str) -> Runs:
    """What a line shows; a link to anything but a web, mail or phone address stays as it was typed."""
    return tuple(_runs(line, _Look(bold=False, italic=False, link="")))


def _runs(text: str, look: _Look) -> Iterator[Run]:
    start = 0
    for found in _INLINE.finditer(text):
        if found["url"] and (look.link or not address_of(found["url"])):
            continue
        if found.start() > start:
            yield Run(text[start : found.start()], *look)
        start = found.end()
        if found["url"]:
            yield from _runs(found["label"], look._replace(link=found["url"]))
        else:
            marks = len(found["mark"])
            yield from _runs(
                found["text"], look._replace(bold=look.bold or marks > 1, italic=look.italic or marks != 2)
            )
    if start < len(text):
        yield Run(text[start:], *look)


def line_of(runs: Iterable[Run]) -> str:
    """The line that shows these runs. Emphasis holds whole words and ends with its sentence.

    Emphasis that the line would not show again (beside an asterisk) is left out; the text never is.
    """
    line = _written(tuple(runs))
    return _written(runs_of(line)) if "*" in line else line  # what was typed may be emphasis too


def _written(shown: Runs) -> str:
    text = "".join(run.text for run in shown)
    if not any(any(run[1:]) for run in shown):
        return text
    looks = _whole_words(text, [_Look(*run[1:]) for run in shown for _ in run.text])
    line = "".join(_marked(text, looks))
    if _visible(runs_of(line)) == [pair for pair in zip(text, looks, strict=True) if not pair[0].isspace()]:
        return line
    return "".join(_marked(text, [look._replace(bold=False, italic=False) for look in looks]))


def _visible(runs: Runs) -> list[tuple[str, _Look]]:
    return [(letter, _Look(*run[1:])) for run in runs for letter in run.text if not letter.isspace()]


def _whole_words(text: str, looks: list[_Look]) -> list[_Look]:
    for word in _WORD.finditer(text):
        inside = looks[word.start() : word.end()]
        if len(set(inside)) > 1:
            bold, italic = any(look.bold for look in inside), any(look.italic for look in inside)
            looks[word.start() : word.end()] = [look._replace(bold=bold, italic=italic) for look in inside]
    return looks


def _marked(text: str, looks: list[_Look]) -> Iterator[str]:
    for (bold, italic), places in groupby(range(len(text)), lambda at: looks[at][:2]):
        stretch = list(places)
        mark = "*" * (2 * bold + italic)
        for start, end in _pieces(text, stretch[0], stretch[-1] + 1) if mark else ((stretch[0], stretch[-1] + 1),):
            piece = "".join(_linked(text, looks, start, end))
            yield f"{mark}{piece}{mark}" if mark and not piece.isspace() else piece


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch and the space around them, each a piece."""
    stretch = text[start:end]
    sentences = tokenize(stretch)[:-1]
    if not all(map(is_sentence, sentences)):
        sentences = [stretch.strip()]
    at = start
    for sentence in filter(None, sentences):
        found = text.index(sentence, at)
        if found > at:
            yield at, found
        at = found + len(sentence)
        yield found, at
    if at < end:
        yield at, end


def _linked(text: str, looks: list[_Look], start: int, end: int) -> Iterator[str]:
    for link, places in groupby(range(start, end), lambda at: looks[at].link):
        label = "".join(text[at] for at in places)
        yield f"[{label}]({link})" if link and _can_be_a_label(label) else label


def _can_be_a_label(text: str) -> bool:
    """Whether all of a text is shown where a link has it: what stands between brackets or asterisks is not."""
    return not {"[", "]"} & set(text) and runs_of(text) == (Run(text),)
