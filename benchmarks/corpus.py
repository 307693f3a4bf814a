"""The texts that both sides of a comparison work with: the same every time, and shaped like cases of this genre.

12,000 prose fields of about 1 kB; each is written once, 4,000 are edited once more, and 2,000 others by two people
at the same time, of whom each edits one sentence: 20,000 changes.
"""

import random
from collections.abc import Iterator
from typing import NamedTuple

FIELDS = 12_000
LATER = 4_000
CONCURRENT = 2_000
SENTENCES = 9

_STEMS = [
    "aanpak",
    "buurt",
    "wijk",
    "bewoner",
    "jongere",
    "school",
    "gemeente",
    "politie",
    "partner",
    "woning",
    "straat",
    "portiek",
    "plein",
    "haven",
    "overlast",
    "melding",
    "controle",
    "sluiting",
    "dossier",
    "overleg",
    "regisseur",
    "wethouder",
    "burgemeester",
    "ondernemer",
    "huurder",
    "corporatie",
    "vertrouwen",
    "signaal",
    "aanbod",
    "gesprek",
    "maatregel",
    "werk",
    "toekomst",
    "gezin",
    "schuld",
    "diploma",
    "stage",
    "training",
    "coach",
    "sport",
    "avond",
    "week",
    "maand",
    "jaar",
    "begroting",
    "afspraak",
    "verslag",
    "cijfer",
    "resultaat",
    "ervaring",
    "les",
    "vraag",
    "antwoord",
    "voorbeeld",
]
_LINKS = [
    "de",
    "het",
    "een",
    "en",
    "van",
    "in",
    "op",
    "met",
    "voor",
    "door",
    "naar",
    "bij",
    "als",
    "maar",
    "omdat",
    "terwijl",
    "sinds",
    "zonder",
    "tegen",
    "na",
    "over",
    "uit",
    "om",
    "te",
    "niet",
    "ook",
    "nog",
    "al",
    "weer",
    "samen",
    "vaak",
    "steeds",
    "daarna",
    "daarom",
    "zo",
    "dat",
    "die",
    "wie",
    "waar",
    "elke",
    "alle",
    "veel",
    "minder",
    "meer",
]
_VERBS = [
    "werkt",
    "helpt",
    "begint",
    "vraagt",
    "ziet",
    "hoort",
    "merkt",
    "belt",
    "komt",
    "gaat",
    "staat",
    "ligt",
    "loopt",
    "blijft",
    "wordt",
    "maakt",
    "geeft",
    "neemt",
    "houdt",
    "brengt",
    "zoekt",
    "vindt",
    "leert",
    "deelt",
    "sluit",
    "opent",
    "weet",
    "wil",
    "kan",
    "moet",
    "mag",
    "zal",
    "durft",
    "probeert",
]
_ENDINGS = ("", "", "", "en", "s", "je", "aanpak", "overleg", "project", "team")


class Edit(NamedTuple):
    """One text of one field. `by` 0 wrote the first text and the later one; 1 and 2 wrote at the same time."""

    field: int
    by: int
    text: str


def edits() -> Iterator[Edit]:
    """All edits: first every first text, then the later ones, then the concurrent ones."""
    chance = random.Random(2026)  # noqa: S311 - the same texts every time are the point
    texts = [[_sentence(chance) for _ in range(SENTENCES)] for _ in range(FIELDS)]
    for field, sentences in enumerate(texts):
        yield Edit(field, 0, _text(sentences))
    for field in range(LATER):
        yield Edit(field, 0, _text(_replaced(chance, texts[field], chance.randrange(SENTENCES))))
    for field in range(LATER, LATER + CONCURRENT):
        at = chance.randrange(SENTENCES - 2)
        for by, place in ((1, at), (2, at + chance.choice((0, 2)))):
            yield Edit(field, by, _text(_replaced(chance, texts[field], place)))


def _text(sentences: list[str]) -> str:
    return "\n".join(" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3))


def _replaced(chance: random.Random, sentences: list[str], at: int) -> list[str]:
    return [*sentences[:at], _sentence(chance), *sentences[at + 1 :]]


def _sentence(chance: random.Random) -> str:
    words = [_word(chance) for _ in range(chance.randint(8, 18))]
    return f"{' '.join(words).capitalize()}."


def _word(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.5:
        return chance.choice(_LINKS)
    if kind < 0.65:
        return chance.choice(_VERBS)
    return chance.choice(_STEMS) + chance.choice(_ENDINGS)
