"""Text as a script against an earlier text: keep, drop, insert. It never repeats, so it cannot explode."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_TOKEN = re.compile(r"[^.!?\n]*[.!?\n]+\s*|[^.!?\n]+")
_TOKENS_COMPARED = 200


def diff(base: str, text: str) -> list[int | str]:
    """The script that makes `text` of `base`; [] when they are equal."""
    script: list[int | str] = []
    at = 0
    for start, end, insert in _edits(base, text):
        script += (start - at, end - start, insert)
        at = end
    return script


def size(base: str, script: list[object]) -> int:
    """How many code points the result will have; raises ValueError for what is no script for this base."""
    left = grown = len(base)
    for keep, drop, insert in zip(script[::3], script[1::3], script[2::3], strict=True):
        if type(keep) is not int or type(drop) is not int or type(insert) is not str or keep < 0 or drop < 0:
            raise ValueError("keep, drop, insert")
        left -= keep + drop
        grown += len(insert) - drop
        if left < 0:
            raise ValueError("past the end")
    return grown


def apply(base: str, script: list[object]) -> str:
    """The text; `size` accepted the script before."""
    pieces: list[str] = []
    at = 0
    for keep, drop, insert in zip(script[::3], script[1::3], script[2::3], strict=True):
        assert isinstance(keep, int)
        assert isinstance(drop, int)
        assert isinstance(insert, str)
        pieces += (base[at : at + keep], insert)
        at += keep + drop
    return "".join((*pieces, base[at:]))


def _edits(base: str, text: str) -> Iterator[tuple[int, int, str]]:
    start, end = _trim(base, text)
    old, new = base[start : len(base) - end], text[start : len(text) - end]
    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(len(olds), len(news)) > _TOKENS_COMPARED:
        yield start, start + len(old), new
        return
    offsets = [start]
    for token in olds:
        offsets.append(offsets[-1] + len(token))
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if tag != "equal":
            insert = "".join(news[b0:b1])
            before, after = _trim(base[offsets[a0] : offsets[a1]], insert)
            yield offsets[a0] + before, offsets[a1] - after, insert[before : len(insert) - after]


def _trim(a: str, b: str) -> tuple[int, int]:
    """How much the two have in common at the start, and after that at the end."""
    start = _common(a, b, min(len(a), len(b)))
    return start, _common(a[start:][::-1], b[start:][::-1], min(len(a), len(b)) - start)


def _common(a: str, b: str, limit: int) -> int:
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
