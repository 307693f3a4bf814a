"""How well a passphrase locks a bundle with people in it, in words: an advice, it stops nobody."""

from enum import StrEnum

SHORT, LONG = 12, 20
"""Characters."""
WORDS = 4
DIFFERENT = 6
"""So many different characters at least."""
_USUAL = ("wachtwoord", "wachtzin", "welkom", "geheim", "werkboek", "qwerty", "12345")


class Strength(StrEnum):
    """How hard a passphrase is to guess for a program that tries millions."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


_ADVICE = {
    Strength.WEAK: "Snel te raden. Neem vier woorden die niet bij elkaar horen, zoals je nergens anders gebruikt.",
    Strength.FAIR: "Redelijk. Nog een woord erbij maakt hem veel sterker.",
    Strength.STRONG: "Sterk.",
}


def strength(passphrase: str) -> Strength:
    """Of one that somebody typed, spaces and all."""
    plain = passphrase.strip().casefold()
    rest = plain
    for usual in _USUAL:
        rest = rest.replace(usual, "")
    if len(rest) < SHORT or len(set(rest)) < DIFFERENT:
        return Strength.WEAK
    return Strength.STRONG if len(rest) >= LONG and len(set(rest.split())) >= WORDS else Strength.FAIR


def advice(passphrase: str) -> str:
    """What to say of it; nothing of none."""
    return _ADVICE[strength(passphrase)] if passphrase.strip() else ""
