"""Writes resources/lists/controlewoorden.txt: the 2,048 words of a check phrase, from the bundled dictionary.

Run it by hand; the list is part of the program and never changes again, for people compare phrases of two versions.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

SIZE = 2_048
ROOT = Path(__file__).resolve().parents[1]
DICTIONARY = ROOT / "resources" / "spelling" / "nl.dic"
OUT = ROOT / "resources" / "lists" / "controlewoorden.txt"
SHAPE = re.compile("[a-z]{4,8}")
ALIKE = (
    *(("ij", "ei"), ("ou", "au"), ("ch", "g"), ("ph", "f"), ("th", "t"), ("c", "k"), ("v", "f"), ("z", "s")),
    *(("d", "t"), ("b", "p"), ("ie", "i"), ("y", "i"), ("x", "ks"), ("qu", "kw")),
)
"""What sounds alike over the telephone."""
UNFIT = frozenset(
    """
    anaal anus beha beul blanke bom borst condoom coke crimi dief dood doodkist drugs dwerg embryo erectie etter
    galg geweer geweld gif gijzelaar graf hasj heroine hoer homo homoseks idioot invalide jood kanker kerker kont kut
    lesbo lijk lul masker moord moslim naakt nazi neger orgasme orgie penis pis pistool poep porno puist reet revolver
    sadist seks sekspop sex slaaf slet snuf sperma stront strop sukkel terreur tiet tumor uitvaart urine vagina wapen
    abces abortus bastaard creool escort fetisj gangster harddrug hooligan hufter imam kamikaze maffia maniak moor
    wapens wiet wiettelers zelfmoord zigeuner zaad kogel christen islam kruis sabbat dictator oorlog dode dodental
    """.split()
)


def main() -> None:
    """The words that most others are made with, and that nobody takes for one another."""
    flags = _dictionary(DICTIONARY.read_text(encoding="utf-8").splitlines()[1:])
    used = _made_with({word for word in flags if re.fullmatch("[a-z]{3,}", word)})
    nouns = (word for word in flags if SHAPE.fullmatch(word) and _is_noun(flags[word]) and used[word])
    ranked = sorted(set(nouns) - UNFIT, key=lambda word: (-used[word], word))
    chosen = _apart(ranked)[:SIZE]
    if len(chosen) < SIZE:
        sys.exit(f"only {len(chosen)} words")
    OUT.write_text("".join(f"{word}\n" for word in sorted(chosen)), encoding="utf-8")


def _dictionary(rows: Iterable[str]) -> dict[str, set[str]]:
    """Each word with its flags, which are two letters."""
    words: dict[str, set[str]] = {}
    for row in rows:
        word, _, flags = row.strip().partition("/")
        pairs = {flags[at : at + 2] for at in range(0, len(flags), 2)}
        words.setdefault(word.replace("ĳ", "ij"), set()).update(pairs)
    return words


def _is_noun(flags: set[str]) -> bool:
    """It has a plural, and a diminutive or words made with it."""
    return any(flag[0] == "Z" for flag in flags) and any(flag[0] in "YC" for flag in flags)


def _made_with(words: set[str]) -> Counter[str]:
    """How many others each word is a part of: what is used much is known to everybody."""
    found: Counter[str] = Counter()
    for word in words:
        for at in range(3, len(word) - 2):
            first, last = word[:at], word[at:]
            if first in words and (last in words or (last[0] == "s" and last[1:] in words)):
                found[first] += 1
            if last in words and (first in words or (first[-1] == "s" and first[:-1] in words)):
                found[last] += 1
    return found


def _apart(ranked: Iterable[str]) -> list[str]:
    """Those that sound as none before them does, not even with one letter more, less or other."""
    chosen: list[str] = []
    taken: set[str] = set()
    for word in ranked:
        sound = _sound(word)
        other = {f"{sound[:at]}?{sound[at + 1 :]}" for at in range(len(sound))}
        less = {sound[:at] + sound[at + 1 :] for at in range(len(sound))}
        near = other | {f"={each}" for each in less | {sound}} | {f"-{sound}"}
        if taken.isdisjoint(near):
            taken |= other | {f"={sound}"} | {f"-{each}" for each in less}
            chosen.append(word)
    return chosen


def _sound(word: str) -> str:
    for written, heard in ALIKE:
        word = word.replace(written, heard)
    return re.sub(r"(.)\1", r"\1", word)


if __name__ == "__main__":
    main()
