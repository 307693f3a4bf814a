"""Letters of a font of signs, which are numbers to everybody without that font: `→` that Word makes of `-->`."""

import re

_SIGNS = {
    0xDF: "←",
    0xE0: "→",
    0xE8: "→",
    0x4A: "☺",
    0x4C: "☹",
    0xA7: "▪",
    0xB7: "•",
    0xFC: "✓",
    0xFB: "✗",
    0xA8: "☐",
    0xFE: "☑",
}
"""By their number in it: Word puts these in place of what somebody typed, or in lists."""
_PRIVATE = 0xF000
_LETTER = re.compile("[\uf000-\uf0ff]")
UNKNOWN = "\ufffd"
"""Where nobody knows which it is, one sees that something stood there."""


def with_signs(text: str) -> str:
    """The text in such a font, with letters that everybody has."""
    return _LETTER.sub(lambda letter: _SIGNS.get(ord(letter[0]) - _PRIVATE, UNKNOWN), text)
