"""The signs that are on no key: what a typed quote, dash or row of dots becomes."""

import re
from enum import StrEnum
from typing import NamedTuple


class Habit(StrEnum):
    """What one may want to have made of what is typed; each can be switched off."""

    QUOTES = "quotes"
    DASHES = "dashes"
    DOTS = "dots"


class Better(NamedTuple):
    """The last so many letters become this."""

    habit: Habit
    letters: int
    text: str


_OPENS = re.compile(r"(?:^|[\s(\[{/–—“‘«„-])$")
_LEFT_OUT = re.compile(r"(?:^|[\s(\[“-])‘((?:[tsnkmr]|\d\d)[ -])$", re.IGNORECASE)
"""An apostrophe that looked like a quote until the word was there: ’t, ’s-Gravenhage, de jaren ’80."""


def better(text: str) -> Better | None:
    """What the end of a text becomes, now that its last letter was typed; None: nothing."""
    before, sign = text[:-1], text[-1:]
    if sign in {'"', "'"}:
        pair = "“”" if sign == '"' else "‘’"
        return Better(Habit.QUOTES, 1, pair[not _OPENS.search(before)])
    if left_out := _LEFT_OUT.search(text):
        return Better(Habit.QUOTES, len(left_out[1]) + 1, f"’{left_out[1]}")
    if text.endswith("--") and not before.endswith(("--", "–-")):
        return Better(Habit.DASHES, 2, "–")
    if text.endswith("...") and not before.endswith("..."):
        return Better(Habit.DOTS, 3, "…")
    return None
