"""What a merge moves about: the markers, sentences and line ends of a prose value.

A token is a string and its last character says its kind: a marker ends in a space (`- `, `  1. `), a line end
is `\\n`, anything else is a sentence.  The space between two tokens of a line belongs to neither.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

LINE_END = "\n"

_LOWER = "a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĳĵķĺļľŀłńņňŉŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżž"
_CLOSERS = ")]\"'’”»*_"
_OPENERS = "([\"'‘’“”„«*_"
_MARKER = re.compile(r"( *(?:-|1\.|##|###|>))(?: +|$)")
_GAP = re.compile(rf"[.!?…{re.escape(_CLOSERS)}] ++(?![{_LOWER}])")
_WORD = 24
_LONG = 4_000
_ABBREVIATION = re.compile(
    r"""
    (?:[a-zà-ÿ]\.)+     # initials, and such as i.s.m.
    | [0-9]{1,2}\.      # 1. januari, punt 2.
    | (?:
        aant|afb|afd|afz|art|artt|aug|bc|bijl|bijv|blz|burg|bv|ca|cf|chr|dec|dhr|dr|drs|ds|evt|excl|febr|fig|geb|gebr
        |gem|hfdst|ij|incl|ing|ir|jl|joh|jr|max|mej|mevr|min|mr|mrt|mw|nl|no|nov|nr|nrs|okt|ong|pag|par|ph|plm|prof
        |prov|rb|red|resp|sept|sr|st|stb|stcrt|tel|th|trb|vgl|vnl|weth|wnd|zgn
    )\.
    """,
    re.VERBOSE,
)


def tokenize(value: str) -> list[str]:
    """The tokens of a value, in time linear in its length; every line has a line end, the last one too."""
    tokens: list[str] = []
    for line in value.split("\n"):
        tokens += _line(line) if len(line) > _LONG else _short_line(line)
    return tokens


def _line(line: str) -> list[str]:
    tokens = []
    line = line.rstrip(" ")
    start = len(line) - len(line.lstrip(" "))
    if marker := _MARKER.match(line):
        tokens.append(marker[1] + " ")
        start = marker.end()
    for gap in _GAP.finditer(line, start):
        end = gap.start() + 1
        if _ends_sentence(line[max(start, end - _WORD) : end]):
            tokens.append(line[start:end])
            start = gap.end()
    if start < len(line):
        tokens.append(line[start:])
    tokens.append(LINE_END)
    return tokens


# From one version of a text to the next nearly all lines are the same.
_short_line = lru_cache(maxsize=1024)(_line)


def _ends_sentence(tail: str) -> bool:
    word = tail[tail.rfind(" ") + 1 :].rstrip(_CLOSERS).lstrip(_OPENERS)
    if not word.endswith("."):
        return word.endswith(("!", "?", "…"))
    return not _ABBREVIATION.fullmatch(word.lower())


def is_sentence(token: str) -> bool:
    return token[-1] not in " \n"


def is_telling(token: str) -> bool:
    """Whether a token is a sentence of three words or more: one that two people hardly write by chance."""
    return is_sentence(token) and token.count(" ") >= 2


def compose(pieces: Iterable[str]) -> str:
    """Tokens, or texts made of tokens, as one text: a space between two pieces of a line."""
    text: list[str] = []
    at_line_start = True
    for piece in pieces:
        if not piece:
            continue
        if not at_line_start and piece[0] != LINE_END:
            text.append(" ")
        text.append(piece.rstrip(" "))
        at_line_start = piece[-1] == LINE_END
    return "".join(text)
