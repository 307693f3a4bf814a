"""Signs within a line: letters that a PDF ties together, spaces, quotation marks."""

import re
from collections.abc import Iterator

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ĳ": "ij", "Ĳ": "IJ"}
_TIED = re.compile(f"[{''.join(_LIGATURES)}]|[\u200b\u2060\ufeff]")
_SPACES = re.compile("(?<=\\S)[ \u00a0\u2000-\u200a\u202f\u3000]{2,}(?=\\S)")
_MARKER = re.compile(r" *(?:[-*+•·▪◦‣●○]|\d{1,2}\.|#{1,6}|>)[ \u00a0]+")
_DOUBLE = '"“”„‟«»″'
_SINGLE = "'‘’‛`´‚"
_QUOTES = re.compile(rf"(?P<address>\]\([^)\s]*\)|(?:https?://|mailto:|www\.)\S+)|``|''|,,(?=\w)|[{_DOUBLE}{_SINGLE}]")
_NEAR, _FAR = 5, 400
"""How far round a sign one looks for what it belongs to."""
_SHORTENED = re.compile(r"(?:[stnmrk]|ie|er|em|ns|\d\ds?)(?!\w)", re.IGNORECASE)
_BEFORE_OPENING = " \u00a0([{–—/-‘“"


def untie(text: str) -> tuple[str, int]:
    """Letters apart that were one sign."""
    return _TIED.subn(lambda found: _LIGATURES.get(found[0], ""), text)


def single_spaces(text: str) -> tuple[str, int]:
    """One space where more stood between two words; what a line begins with stays."""
    count = 0
    lines = []
    for line in text.split("\n"):
        marker = _MARKER.match(line)
        start = marker.end() if marker else 0
        mended, found = _SPACES.subn(" ", line[start:])
        lines.append(line[:start] + mended)
        count += found
    return "\n".join(lines), count


def quotes(text: str) -> tuple[str, int]:
    """“Double” and ‘single’ quotation marks and the apostrophe, whichever were typed; addresses stay."""
    lines = [list(_quoted(line)) for line in text.split("\n")]
    times = sum(changed for pieces in lines for _piece, changed in pieces)
    return "\n".join("".join(piece for piece, _changed in pieces) for pieces in lines), times


def _quoted(line: str) -> Iterator[tuple[str, bool]]:
    """The line in pieces, and of each whether it is another sign than it was."""
    at, open_double, open_single = 0, 0, 0
    for found in _QUOTES.finditer(line):
        start, end = found.span()
        if found["address"]:
            continue
        before, after = line[max(0, start - _NEAR) : start].rstrip("*")[-1:], line[end : end + _NEAR].lstrip("*")[:1]
        opens = (not before or before in _BEFORE_OPENING) and bool(after) and not after.isspace()
        if len(found[0]) == 2 or found[0] in _DOUBLE:
            made, open_double = _double(found[0], opens=opens, is_open=open_double)
        else:
            made, open_single = _single(found[0], before, line[end : end + _FAR], opens=opens, is_open=open_single)
        yield line[at:start], False
        yield made, made != found[0]
        at = end
    yield line[at:], False


def _double(sign: str, *, opens: bool, is_open: int) -> tuple[str, int]:
    if sign in {"„", "«", ",,"} or (opens and sign != "»"):
        return "“", is_open + 1
    if is_open or sign not in {'"', "″", "''", "``"}:
        return "”", max(0, is_open - 1)
    return sign, is_open


def _single(sign: str, before: str, rest: str, *, opens: bool, is_open: int) -> tuple[str, int]:
    if before.isalnum() and rest[:1].isalnum():
        return "’", is_open
    if opens and _SHORTENED.match(rest):
        return "’", is_open
    if opens and any(each in rest for each in "'’`´‘"):
        return "‘", is_open + 1
    if sign == "‚" or opens or not before or before.isspace():
        return sign, is_open
    return "’", max(0, is_open - 1)
