"""Letters that a program read in the wrong alphabet: `CoÃ¶rdinatie`, `gemeenteâ€™s`, `cliĂŤnten`."""

import re

from werkboek_desktop.domain.pasting.rule import Rule

_SUSPECT = re.compile("[\u0080-\u009fÂÃÄÅÎÐÑâãĂĐđŽžŸƒ†‡‰‹€™√∆¬Ôþ¤]")
_CENTRAL = re.compile("Ă([\u0080-\u017f])")
_LETTERS = frozenset("éëïöüèêóáàçäôûîíúñÉËÏÖÜÈ")


def mend(text: str) -> tuple[str, int]:
    """The letters as they were meant, and how many words that made another."""
    times = 0
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if _SUSPECT.search(line):
            lines[at] = _fixed(_CENTRAL.sub(_central, line))
            times += _differences(line, lines[at])
    return "\n".join(lines), times


def _differences(before: str, after: str) -> int:
    if before == after:
        return 0
    old, new = before.split(" "), after.split(" ")
    return sum(was != now for was, now in zip(old, new, strict=False)) + abs(len(old) - len(new)) or 1


def _central(found: re.Match[str]) -> str:
    """Two letters of Central Europe that are one of ours; the fixer takes them for another."""
    for alphabet in ("iso8859-2", "cp1250"):
        try:
            letter = (b"\xc3" + found[1].encode(alphabet)).decode()
        except UnicodeError:
            continue
        if letter in _LETTERS:
            return letter
    return found[0]


def _fixed(line: str) -> str:
    from ftfy import fix_encoding  # when somebody pastes what needs it, and not when the program starts

    return fix_encoding(line)


MOJIBAKE = Rule("mojibake", "Verminkte letters hersteld", "verminkt woord hersteld", "verminkte woorden hersteld", mend)
