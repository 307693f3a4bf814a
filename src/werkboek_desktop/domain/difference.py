"""What went and what came between two texts, word by word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from werkboek_desktop.domain.diff import Match, matches
from werkboek_desktop.domain.tokens import LINE_END

_WORDS = re.compile(r"([\w'’-]+|[^\w\s]|^)(\s*)")


type Word = tuple[str, str]
"""A word or mark, and the white space behind it, which does not count."""


class Tone(StrEnum):
    """What a stretch of text is to who reads it."""

    PLAIN = "plain"
    GREY = "grey"
    """What nobody disputes."""
    ADDED = "added"
    REMOVED = "removed"
    POINTED = "pointed"
    """What somebody should look at."""


class Stretch(NamedTuple):
    """A stretch of text."""

    text: str
    tone: Tone = Tone.PLAIN


CHANGED = frozenset({Tone.ADDED, Tone.REMOVED})


def difference(before: str, after: str) -> list[Stretch]:
    """What went and what came, word by word, in the order of the new text.

    A line that both have stays whole: no word of it is taken for one of a line that went or came.
    """
    found: list[Stretch] = []
    for stretch in _line_by_line(before.split("\n"), after.split("\n")):
        if found and found[-1].tone is stretch.tone:
            found[-1] = Stretch(found[-1].text + stretch.text, stretch.tone)
        elif stretch.text:
            found.append(stretch)
    return found


def changed_part(before: str, after: str) -> tuple[str, str]:
    """The lines from the first to the last that differ: of a long text one need not read what stayed."""
    old, new = before.split("\n"), after.split("\n")
    most = min(len(old), len(new))
    ahead = next((at for at in range(most) if old[at] != new[at]), most)
    behind = next((at for at in range(most - ahead) if old[-1 - at] != new[-1 - at]), most - ahead)
    return "\n".join(old[ahead : len(old) - behind]), "\n".join(new[ahead : len(new) - behind])


def brief(stretches: Sequence[Stretch], around: int = 60) -> list[Stretch]:
    """What changed with the words around it; of what stayed in between no more than that."""
    last, found = len(stretches) - 1, []
    for at, stretch in enumerate(stretches):
        text = stretch.text
        if stretch.tone is Tone.PLAIN and len(text) > 2 * around:
            ahead = "" if at == 0 else text[:around].rsplit(" ", 1)[0]
            behind = "" if at == last else text[-around:].split(" ", 1)[-1]
            text = " ".join(filter(None, (ahead, "…", behind)))
        found.append(stretch._replace(text=text))
    return found


def spots(stretches: Iterable[Stretch]) -> int:
    """At how many places something changed: what went and what came for it is one."""
    found, was_changed = 0, False
    for stretch in stretches:
        if stretch.text.strip():
            found += stretch.tone in CHANGED and not was_changed
            was_changed = stretch.tone in CHANGED
    return found


def _line_by_line(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    i = j = 0
    same = matches([line or LINE_END for line in old], [line or LINE_END for line in new])
    for match in (*same, None):
        to_old, to_new, size = match or Match(len(old), len(new), 0)
        gone, came = _lines(old, i, to_old), _lines(new, j, to_new)
        if gone and i and j == len(new):
            gone = f"\n{gone}"  # nothing comes after the line before it any more
        if gone and came:
            yield from _stretches(_WORDS.findall(gone), _WORDS.findall(came))
        else:
            yield from (Stretch(gone, Tone.REMOVED), Stretch(came, Tone.ADDED))
        i, j = to_old + size, to_new + size
        yield Stretch(_lines(new, to_new, j))


def _lines(lines: Sequence[str], begin: int, end: int) -> str:
    """Some of them; each but the last of all ends its line."""
    return "".join(f"{line}\n" if at < len(lines) - 1 else line for at, line in enumerate(lines[begin:end], begin))


def _stretches(old: Sequence[Word], new: Sequence[Word]) -> Iterator[Stretch]:
    i = j = 0
    same = matches([word for word, _space in old], [word for word, _space in new])
    ends: list[Match | None] = [*same, None]
    for match in ends:
        to_old, to_new, size = match or Match(len(old), len(new), 0)
        gone, came = _text(old[i:to_old]), _text(new[j:to_new])
        if gone and i and old[i - 1][1] and j and not new[j - 1][1]:
            gone = f" {gone}"  # the word before it had a space, and has none in the new text
        yield Stretch(f"{gone} " if gone and came and not gone[-1].isspace() else gone, Tone.REMOVED)
        yield Stretch(came, Tone.ADDED)
        i, j = to_old + size, to_new + size
        yield Stretch(_text(new[to_new:j]))


def _text(words: Sequence[Word]) -> str:
    return "".join(word + space for word, space in words)
